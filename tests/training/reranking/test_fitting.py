"""Row networks learn what of two courses goes together."""

import numpy as np
import pytest
import torch

from tests.training.reranking.making import auc, moving_archive, small_reranker
from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.training.reranking.aligned import aligned_similarity
from tivm_desktop.training.reranking.fitting import fit_row_networks
from tivm_desktop.training.reranking.rows import RowNetwork

ARCHIVE = moving_archive(60)
TRAIN, UNSEEN = range(40), range(40, 60)


def rows(side: str, items: range) -> list[FloatArray]:
    return [ARCHIVE.rows("video" if side == "video" else "music", item) for item in items]


def fitted(
    seed: int = 0, groups: list[str] | None = None, **changes: object
) -> tuple[RowNetwork, RowNetwork]:
    config = small_reranker(seed=seed, **changes)
    return fit_row_networks(
        rows("video", TRAIN), rows("music", TRAIN), groups or [str(item) for item in TRAIN], config, 1.0
    )


def weights(networks: tuple[RowNetwork, RowNetwork]) -> torch.Tensor:
    return torch.cat([weight.flatten() for network in networks for weight in network.state_dict().values()])


def unseen_auc(networks: tuple[RowNetwork, RowNetwork]) -> float:
    courses = [
        [network(torch.from_numpy(one)).detach().numpy() for one in rows(side, UNSEEN)]
        for network, side in zip(networks, ("video", "music"), strict=True)
    ]
    return auc(aligned_similarity(courses[0], courses[1], 6))


def test_unseen_pairs_are_found_after_training_whatever_the_first_weights() -> None:
    """Chance weights may find pairs or, with the other sign, anything else; training always finds them."""
    assert min(unseen_auc(fitted(seed)) for seed in range(4)) > 0.95
    assert min(unseen_auc(fitted(seed, epochs=1, lr=1e-9)) for seed in range(4)) < 0.5


def test_the_seed_decides_and_torchs_own_state_does_not() -> None:
    torch.manual_seed(3)
    state = torch.get_rng_state()
    first = weights(fitted(epochs=3))
    assert torch.equal(torch.get_rng_state(), state)
    torch.manual_seed(4)
    assert torch.equal(weights(fitted(epochs=3)), first)
    assert not torch.allclose(weights(fitted(seed=1, epochs=3)), first)


def test_others_of_ones_own_group_are_no_negatives() -> None:
    begun = weights(fitted(epochs=3, weight_decay=0.0, lr=1e-12))
    alone = weights(fitted(groups=["one artist"] * len(TRAIN), epochs=3, weight_decay=0.0))
    assert torch.allclose(alone, begun, atol=1e-6), "without a negative there is nothing to learn"
    assert not torch.allclose(weights(fitted(epochs=3, weight_decay=0.0)), begun, atol=1e-3)


def test_progress_is_told_after_every_epoch() -> None:
    told: list[tuple[int, int]] = []
    fit_row_networks(
        rows("video", range(4)),
        rows("music", range(4)),
        ["a", "b", "c", "d"],
        small_reranker(epochs=3),
        1.0,
        lambda done, epochs: told.append((done, epochs)),
    )
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_batches_of_one_item_are_left_out() -> None:
    networks = fit_row_networks(
        rows("video", range(3)), rows("music", range(3)), ["a", "b", "c"], small_reranker(epochs=2), 1.0
    )
    assert torch.isfinite(weights(networks)).all()
    assert not networks[0].training


@pytest.mark.parametrize("crop_s", [12.0, 200.0])
def test_items_of_many_lengths_are_cut_to_what_all_of_a_batch_have(crop_s: float) -> None:
    cut = [slice(0, length) for length in np.random.default_rng(0).integers(14, 41, size=len(TRAIN))]
    video = [one[part] for one, part in zip(rows("video", TRAIN), cut, strict=True)]
    music = [one[part] for one, part in zip(rows("music", TRAIN), cut, strict=True)]
    networks = fit_row_networks(
        video, music, [str(item) for item in TRAIN], small_reranker(crop_s=crop_s), 1.0
    )
    assert unseen_auc(networks) > 0.9


def test_a_few_short_items_do_not_make_all_stretches_short() -> None:
    cut = [rows(side, TRAIN) for side in ("video", "music")]
    for side in cut:
        side[0] = side[0][:2]
    groups = [str(item) for item in TRAIN]
    networks = fit_row_networks(cut[0], cut[1], groups, small_reranker(), 1.0)
    assert unseen_auc(networks) > 0.95
