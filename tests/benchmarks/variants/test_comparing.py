import json

import numpy as np
import pytest

from benchmarks.variants.comparing import Answers, effects, effects_markdown, outcomes_over_folds
from tests.training.making import make_archive
from tivm_desktop.training.archives.archive import PairedArchive
from tivm_desktop.training.baselines.canonical import CcaSettings
from tivm_desktop.training.baselines.cca import fit_cca

ARCHIVE = make_archive(40, seed=3, groups=[f"artist {item // 2}" for item in range(40)])


def plain(archive: PairedArchive, train: np.ndarray, test: np.ndarray) -> np.ndarray:
    return fit_cca(archive, train, settings=CcaSettings(1.0, 1.0, 1, 1.0)).similarity(archive, test, test)


def richer(archive: PairedArchive, train: np.ndarray, test: np.ndarray) -> np.ndarray:
    return fit_cca(archive, train, settings=CcaSettings(1.0, 1.0, 6, 1.0)).similarity(archive, test, test)


def ignorant(archive: PairedArchive, train: np.ndarray, test: np.ndarray) -> np.ndarray:
    return np.zeros((len(test), len(test)))


def test_variants_run_on_the_same_folds_and_are_compared_with_the_baseline() -> None:
    heard: list[tuple[str, int, int]] = []
    variants = {"plain": plain, "richer": richer, "ignorant": ignorant}
    outcomes = outcomes_over_folds(
        ARCHIVE, variants, 4, seeds=(0, 1), progress=lambda *told: heard.append(told)
    )
    assert len(heard) == len(set(heard)) == 3 * 2 * 4
    found = {each.name: each for each in effects(outcomes, "plain", ARCHIVE.groups)}
    assert list(found) == ["plain", "richer", "ignorant"]
    assert found["plain"].auc is None
    richer_by, ignorant_by = found["richer"].auc, found["ignorant"].auc
    assert richer_by is not None
    assert ignorant_by is not None
    assert richer_by.low > 0
    assert ignorant_by.high < 0
    assert found["ignorant"].figures.auc == pytest.approx(0.5)


def test_the_effects_are_told_as_json_and_markdown() -> None:
    outcomes = outcomes_over_folds(ARCHIVE, {"plain": plain, "ignorant": ignorant}, 4)
    found = effects(outcomes, "plain", ARCHIVE.groups)
    document = json.loads(json.dumps([each.to_json() for each in found]))
    assert document[0]["auc_difference"] is None
    assert set(document[1]["recall_at_10_difference"]) == {"mean", "low", "high", "p", "corrected_p"}
    lines = effects_markdown(found).splitlines()
    assert len(lines) == 4
    assert lines[2].endswith("| baseline | – | baseline | – |")
    assert "**-0." in lines[3]


def test_a_variant_may_answer_both_sides_differently_and_about_some_items_only() -> None:
    def some(archive: PairedArchive, train: np.ndarray, test: np.ndarray) -> Answers:
        items = test[::2]
        return Answers(items, np.eye(len(items)), -np.eye(len(items)))

    outcome = outcomes_over_folds(ARCHIVE, {"some": some}, 4)["some"][0]
    assert len(outcome.video_to_music) == 20
    assert outcome.video_to_music.auc.tolist() == [1.0] * 20
    assert outcome.music_to_video.auc.tolist() == [0.0] * 20
