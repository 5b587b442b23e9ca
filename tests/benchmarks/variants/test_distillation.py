from pathlib import Path

import numpy as np
import pytest
import torch

from benchmarks.variants.distillation import distillation, distilled, mean_similarity
from tests.training.learning.making import NO_DROPOUT, STILL, small_config
from tests.training.making import make_archive
from tivm_desktop.training.archives.archive import PairedArchive
from tivm_desktop.training.learning.trainer import train

ARCHIVE = make_archive(24, seed=5, groups=[f"artist{item // 2}" for item in range(24)])
ITEMS = np.arange(24)


class Fixed:
    """Says what it was made with."""

    name = "fixed"

    def __init__(self, similarity: np.ndarray) -> None:
        self.said = similarity

    def similarity(self, archive: PairedArchive, video: np.ndarray, music: np.ndarray) -> np.ndarray:
        return self.said[np.ix_(video, music)]


def teacher(seed: int) -> Fixed:
    """Similarities that embeddings of six values can have."""
    rng = np.random.default_rng(seed)
    video, music = rng.normal(size=(2, 24, 6))
    unit = [one / np.linalg.norm(one, axis=1, keepdims=True) for one in (video, music)]
    return Fixed(unit[0] @ unit[1].T)


def test_the_mean_of_several_scorers() -> None:
    one, other = Fixed(np.eye(24)), Fixed(np.ones((24, 24)))
    found = mean_similarity([one, other], ARCHIVE, ITEMS[:2], ITEMS[:3])
    assert found.tolist() == [[1.0, 0.5, 0.5], [0.5, 1.0, 0.5]]


def test_the_distance_is_summed_over_candidates_and_averaged_over_rows() -> None:
    similarity = torch.tensor([[0.5, 0.0], [0.0, 0.1]])
    assert float(distillation(similarity, torch.zeros(2, 2))) == pytest.approx((0.125 + 0.005) / 2)


def test_a_run_comes_nearer_to_its_teachers_than_one_without(tmp_path: Path) -> None:
    config = small_config(
        ARCHIVE, tower=NO_DROPOUT, epochs=15, batch=24, lr=1e-2, statistics_lr=1.0, windows=1, **STILL
    )
    teachers = [teacher(0), teacher(0)]
    plain = train(config, ARCHIVE, tmp_path / "plain", train_items=ITEMS, validation_items=ITEMS[:0])
    student = distilled(config, ARCHIVE, ITEMS, teachers, tmp_path / "student", weight=10.0)
    taught = teachers[0].said
    far, near = (
        float(np.abs(run.similarity(ARCHIVE, ITEMS, ITEMS) - taught).mean()) for run in (plain, student)
    )
    assert near < 0.8 * far
    assert not (tmp_path / "student").exists()


def test_without_weight_it_is_the_plain_run(tmp_path: Path) -> None:
    config = small_config(ARCHIVE)
    plain = train(config, ARCHIVE, tmp_path / "plain", train_items=ITEMS, validation_items=ITEMS[:0])
    student = distilled(config, ARCHIVE, ITEMS, [teacher(0)], tmp_path / "student", weight=0.0)
    found = student.similarity(ARCHIVE, ITEMS, ITEMS)
    assert found == pytest.approx(plain.similarity(ARCHIVE, ITEMS, ITEMS), abs=1e-6)
