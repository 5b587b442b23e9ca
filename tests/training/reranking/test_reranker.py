"""A fitted re-ranker: what it learns from, what it sees, and how it orders candidates."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from tests.training.learning.making import small_config
from tests.training.making import make_archive
from tests.training.reranking.making import TowersStub, auc, moving_archive, small_reranker, with_rows
from tivm_desktop.training.archives.archive import PairedArchive
from tivm_desktop.training.reranking.reranker import Reranker, TooShortError, fit_reranker

ARCHIVE = moving_archive(60)
RUN = small_config(ARCHIVE)
TRAIN, UNSEEN = np.arange(40), np.arange(40, 60)
TABLE = np.random.default_rng(5).normal(size=(60, 60))
TOWERS = TowersStub(TABLE)
NO_NETWORKS = Reranker(small_reranker(candidates=3, weight=0.5), 1.0, {}, {}, (2.0, 4.0))


@pytest.fixture(scope="module")
def reranker() -> Reranker:
    return fit_reranker(small_reranker(), RUN, TOWERS, ARCHIVE, TRAIN)


def test_unseen_pairs_are_found_by_their_courses(reranker: Reranker) -> None:
    assert auc(reranker.aligned(ARCHIVE, UNSEEN, UNSEEN)) > 0.9
    assert auc(TOWERS.similarity(ARCHIVE, UNSEEN, UNSEEN)) < 0.8


def test_rows_of_the_answer_are_videos_and_columns_tracks(reranker: Reranker) -> None:
    whole = reranker.aligned(ARCHIVE, UNSEEN, UNSEEN)
    part = reranker.aligned(ARCHIVE, UNSEEN[[4, 1]], UNSEEN[[0, 2, 7]])
    assert np.allclose(part, whole[np.ix_([4, 1], [0, 2, 7])], atol=1e-6)
    assert np.abs(whole).max() <= 1 + 1e-6


def test_both_similarities_are_measured_among_training_pairs_that_do_not_belong_together(
    reranker: Reranker,
) -> None:
    others = ~np.eye(40, dtype=bool)
    aligned = reranker.aligned(ARCHIVE, TRAIN, TRAIN)
    assert reranker.spreads == pytest.approx((TABLE[:40, :40][others].std(), aligned[others].std()), rel=1e-5)


def test_items_that_only_others_hold_decide_nothing(reranker: Reranker) -> None:
    spoilt = replace(
        ARCHIVE,
        video={name: np.array(values) for name, values in ARCHIVE.video.items()},
        music={name: np.array(values) for name, values in ARCHIVE.music.items()},
    )
    for values in (*spoilt.video.values(), *spoilt.music.values()):
        values[spoilt.offsets[40] :] *= -50.0
    again = fit_reranker(small_reranker(), RUN, TOWERS, spoilt, TRAIN)
    assert again.spreads == reranker.spreads
    for side, network in again.networks.items():
        for name, weight in network.state_dict().items():
            assert torch.equal(weight, reranker.networks[side].state_dict()[name])


def test_items_too_short_to_compare_are_left_out(reranker: Reranker) -> None:
    """Fitted to long and short items it is as fitted to the long ones; 14 s is what the ends leave 6 s of."""
    rows = np.random.default_rng(9).normal(size=(13, 1))
    extra = [13, 13]
    longer = replace(
        ARCHIVE,
        songs=(*ARCHIVE.songs, "short", "shorter"),
        splits=("train",) * 62,
        groups=(*ARCHIVE.groups, "short", "shorter"),
        offsets=np.concatenate([ARCHIVE.offsets, ARCHIVE.offsets[-1] + np.cumsum(extra)]),
        video={name: _added(values, rows) for name, values in ARCHIVE.video.items()},
        music={name: _added(values, rows) for name, values in ARCHIVE.music.items()},
    )
    towers = TowersStub(np.pad(TABLE, (0, 2), constant_values=1e3))
    again = fit_reranker(small_reranker(), RUN, towers, longer, np.append(TRAIN, [60, 61]))
    assert again.spreads == reranker.spreads
    assert np.array_equal(again.aligned(ARCHIVE, UNSEEN, UNSEEN), reranker.aligned(ARCHIVE, UNSEEN, UNSEEN))
    assert not again.aligned(longer, np.array([60]), UNSEEN).any()


def _added(values: NDArray[np.float32], rows: NDArray[np.float64]) -> NDArray[np.float32]:
    more = np.repeat(np.tile(rows, (2, 1)) * 100, values.shape[1], axis=1)
    return np.concatenate([values, more.astype(np.float32)])


def test_too_few_items_that_are_long_enough_are_told() -> None:
    short = make_archive(30, shortest=12, longest=13)
    with pytest.raises(TooShortError, match=r"^0 of 30 items are longer than 14 s, and it takes"):
        fit_reranker(small_reranker(), small_config(short), TOWERS, short, np.arange(30))
    with pytest.raises(TooShortError, match=r"9 of 9 items .* and it takes 10"):
        fit_reranker(small_reranker(fewest=10), RUN, TOWERS, ARCHIVE, TRAIN[:9])


def test_candidates_are_ordered_by_the_weighted_sum() -> None:
    towers = np.array([[9.0, 8.0, 7.0, 1.0, 0.0]])
    aligned = np.array([[0.0, 0.8, 0.1, 9.0, 9.0]])
    found = NO_NETWORKS.combined(towers, aligned)
    assert np.allclose(found[0, :3], [9 / 2, 8 / 2 + 0.5 * 0.8 / 4, 7 / 2 + 0.5 * 0.1 / 4])


def test_the_others_stay_below_in_the_towers_order() -> None:
    rng = np.random.default_rng(0)
    towers, aligned = rng.normal(size=(6, 20)), 50 * rng.normal(size=(6, 20))
    found = NO_NETWORKS.combined(towers, aligned)
    for before, after in zip(towers, found, strict=True):
        order, new = np.argsort(-before), np.argsort(-after)
        assert set(new[:3]) == set(order[:3])
        assert np.array_equal(new[3:], order[3:])
    assert any(
        not np.array_equal(np.argsort(-before)[:3], np.argsort(-after)[:3])
        for before, after in zip(towers, found, strict=True)
    )


def test_with_no_more_tracks_than_candidates_all_are_ordered_anew() -> None:
    rng = np.random.default_rng(1)
    for width in (1, 2, 3):
        towers, aligned = rng.normal(size=(4, width)), rng.normal(size=(4, width))
        assert np.allclose(NO_NETWORKS.combined(towers, aligned), towers / 2 + 0.5 * aligned / 4)


def test_tracks_that_the_towers_can_not_tell_apart_are_all_candidates() -> None:
    towers = np.array([[5.0, 5.0, 5.0, 5.0, 1.0]])
    found = NO_NETWORKS.combined(towers, np.array([[0.1, 0.2, 0.3, 0.4, 9.0]]))
    assert np.argsort(-found[0]).tolist() == [3, 2, 1, 0, 4]


def test_the_ends_of_items_are_not_seen() -> None:
    """A pair's end must not tell that it ends: whatever the first and last 30 s hold, nothing changes."""
    archive = moving_archive(24, rows=100, seed=2)
    config = small_reranker(edge_s=30.0, shortest_s=10.0)
    fitted = fit_reranker(config, RUN, TOWERS, archive, np.arange(20))
    items = np.arange(24)
    before = fitted.aligned(archive, items, items)
    changed, further = archive, archive
    for item in range(24):
        for places in (slice(0, 30), slice(70, 100)):
            changed = with_rows(changed, item, places, np.zeros(30, np.int64))
        further = with_rows(further, item, slice(60, 100), np.arange(40)[::-1])
    assert _moved(changed, archive) > 0
    assert np.array_equal(fitted.aligned(changed, items, items), before)
    assert np.abs(fitted.aligned(further, items, items) - before).max() > 0.01


def _moved(one: PairedArchive, other: PairedArchive) -> float:
    return max(float(np.abs(one.video[name] - other.video[name]).max()) for name in one.video)


def fading_archive(items: int = 140) -> PairedArchive:
    """Sides that have nothing in common but that both fade out over the last 30 s, wherever that is."""
    rng = np.random.default_rng(11)
    lengths = rng.integers(100, 180, size=items)
    ends = np.cumsum(lengths)
    from_end = np.repeat(ends, lengths) - np.arange(ends[-1])
    loudness = np.minimum(from_end / 30.0, 1.0)[:, None]

    def column(width: int) -> NDArray[np.float32]:
        return np.asarray((2.0 + rng.normal(size=(int(ends[-1]), width))) * loudness, np.float32)

    songs = tuple(f"item{index:03d}" for index in range(items))
    return PairedArchive(
        path=None,
        songs=songs,
        splits=("train",) * items,
        groups=songs,
        offsets=np.concatenate([[0], ends]).astype(np.int64),
        rate_hz=1.0,
        video={"picture": column(2)},
        music={"loudness": column(1)},
    )


def test_fading_out_together_gives_no_pair_away() -> None:
    """Pairs are found if they are compared to the ends, and not with 30 s left out, at the usual scales."""
    archive = fading_archive()
    towers, unseen = TowersStub(np.random.default_rng(0).normal(size=(140, 140))), np.arange(60, 140)
    found = {}
    for edge_s in (0.0, 30.0):
        config = small_reranker(
            edge_s=edge_s, shortest_s=10.0, scales_s=(1.0, 4.0, 16.0), crop_s=200.0 if edge_s == 0 else 40.0
        )
        fitted = fit_reranker(config, small_config(archive), towers, archive, np.arange(60))
        found[edge_s] = auc(fitted.aligned(archive, unseen, unseen))
    assert found[0.0] > 0.8
    assert found[30.0] == pytest.approx(0.5, abs=0.12)
