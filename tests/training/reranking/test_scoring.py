"""Towers and their re-ranker as one scorer."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.training.learning.making import small_config
from tests.training.making import make_archive
from tests.training.reranking.making import moving_archive, small_reranker
from tivm_desktop.domain.errors import RunError
from tivm_desktop.training.archives.archive import PairedArchive
from tivm_desktop.training.baselines.loading import load_candidate
from tivm_desktop.training.evaluation.judging import judge
from tivm_desktop.training.learning.run import Run
from tivm_desktop.training.learning.trainer import train
from tivm_desktop.training.reranking.reranker import TooShortError
from tivm_desktop.training.reranking.scoring import with_reranker

ARCHIVE = moving_archive(40)
TRAIN, UNSEEN, NONE = np.arange(26), np.arange(26, 40), np.arange(0)
CONFIG = small_reranker(candidates=6, epochs=20)


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Towers that can know little: nothing but the courses belongs together."""
    tower = {"encoder": "mean", "statistics_skip": False, "pooling": "mean"}
    out = tmp_path_factory.mktemp("run") / "towers"
    config = small_config(ARCHIVE, tower=tower, epochs=1, patience=0)
    return train(config, ARCHIVE, out, train_items=TRAIN, validation_items=NONE)


@pytest.fixture
def run(trained: Run, tmp_path: Path) -> Run:
    """The towers in a folder of their own."""
    folder = tmp_path / "towers"
    folder.mkdir()
    for file in trained.folder.iterdir():
        if file.is_file():
            (folder / file.name).write_bytes(file.read_bytes())
    return replace(trained, folder=folder)


def test_queries_from_both_sides_get_candidates_of_their_own(run: Run) -> None:
    both = with_reranker(run, CONFIG, ARCHIVE, TRAIN)
    there, back = both.both_ways(ARCHIVE, UNSEEN, UNSEEN[:9])
    assert (there.shape, back.shape) == ((14, 9), (9, 14))
    towers = run.similarity(ARCHIVE, UNSEEN, UNSEEN[:9])
    aligned = both.reranker.aligned(ARCHIVE, UNSEEN, UNSEEN[:9])
    assert np.allclose(there, both.reranker.combined(towers, aligned))
    assert np.allclose(back, both.reranker.combined(towers.T, aligned.T))
    assert not np.allclose(there, back.T)
    assert np.array_equal(both.similarity(ARCHIVE, UNSEEN, UNSEEN[:9]), there)
    for before, after in ((towers, there), (towers.T, back)):
        best = [set(np.argsort(-one, axis=1)[:, :6].flat) for one in (before[:1], after[:1])]
        assert best[0] == best[1]


def test_a_judge_asks_for_both_ways(run: Run) -> None:
    both = with_reranker(run, CONFIG, ARCHIVE, TRAIN)
    there, back = both.both_ways(ARCHIVE, UNSEEN, UNSEEN)
    outcome = judge(both, ARCHIVE, UNSEEN)
    for ranking, similarity in ((outcome.video_to_music, there), (outcome.music_to_video, back)):
        better = (similarity > np.diag(similarity)[:, None]).sum(axis=1)
        assert np.array_equal(ranking.ranks, better + 1)
    assert outcome.video_to_music.auc.mean() > judge(run, ARCHIVE, UNSEEN).video_to_music.auc.mean()


def test_more_columns_in_another_order_change_nothing(run: Run) -> None:
    both = with_reranker(run, CONFIG, ARCHIVE, TRAIN)
    more = {"noise": np.ones((int(ARCHIVE.offsets[-1]), 2), np.float32)}
    other = replace(
        ARCHIVE,
        video=more | dict(reversed(list(ARCHIVE.video.items()))),
        music=dict(reversed(list(ARCHIVE.music.items()))) | more,
    )
    found = both.similarity(other, UNSEEN, UNSEEN)
    assert np.allclose(found, both.similarity(ARCHIVE, UNSEEN, UNSEEN), atol=1e-6)


def without_motion(archive: PairedArchive) -> PairedArchive:
    return replace(archive, video={"picture": archive.video["picture"]})


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (without_motion, "takes the video column motion"),
        (lambda archive: replace(archive, rate_hz=2.0), "has 2 rows a second"),
    ],
)
def test_an_archive_that_does_not_fit_is_refused(
    run: Run, change: Callable[[PairedArchive], PairedArchive], complaint: str
) -> None:
    both = with_reranker(run, CONFIG, ARCHIVE, TRAIN)
    with pytest.raises(RunError, match=complaint):
        both.similarity(change(ARCHIVE), UNSEEN, UNSEEN)


def test_it_is_trained_once_and_then_loaded(run: Run) -> None:
    told: list[tuple[int, int]] = []
    first = with_reranker(run, CONFIG, ARCHIVE, TRAIN, lambda done, epochs: told.append((done, epochs)))
    assert told[-1] == (20, 20)
    files = {file.name: file.stat().st_mtime_ns for file in run.folder.iterdir()}
    again = with_reranker(run, small_reranker(), ARCHIVE, TRAIN, lambda done, epochs: told.append((0, 0)))
    assert len(told) == 20
    assert again.reranker.config == CONFIG
    assert np.array_equal(
        again.similarity(ARCHIVE, UNSEEN, UNSEEN), first.similarity(ARCHIVE, UNSEEN, UNSEEN)
    )
    assert {file.name: file.stat().st_mtime_ns for file in run.folder.iterdir()} == files


def test_too_short_items_leave_nothing_in_the_folder(run: Run) -> None:
    short = make_archive(30, shortest=12, longest=13)
    before = {file.name for file in run.folder.iterdir()}
    with pytest.raises(TooShortError):
        with_reranker(run, CONFIG, short, TRAIN)
    assert {file.name for file in run.folder.iterdir()} == before


def test_a_folder_is_loaded_with_its_re_ranker_and_its_towers_alone(run: Run) -> None:
    alone = load_candidate(run.folder)
    assert alone.towers is alone.scorer
    assert alone.reranker is None
    both = with_reranker(run, CONFIG, ARCHIVE, TRAIN)
    candidate = load_candidate(run.folder)
    assert (candidate.scorer.name, candidate.towers.name) == ("towers+reranker", "towers")
    assert candidate.reranker == CONFIG
    assert candidate.config == run.config
    for scorer, found in ((candidate.scorer, both), (candidate.towers, run)):
        assert np.array_equal(
            scorer.similarity(ARCHIVE, UNSEEN, UNSEEN), found.similarity(ARCHIVE, UNSEEN, UNSEEN)
        )


def test_a_damaged_re_ranker_is_told_and_not_trained_over(run: Run) -> None:
    with_reranker(run, CONFIG, ARCHIVE, TRAIN)
    (run.folder / "reranker.safetensors").write_bytes(b"nonsense")
    for again in (lambda: with_reranker(run, CONFIG, ARCHIVE, TRAIN), lambda: load_candidate(run.folder)):
        with pytest.raises(RunError, match="no whole re-ranker of the run"):
            again()
