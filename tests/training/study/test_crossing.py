import numpy as np
import pytest

from tests.training.making import make_archive
from tivm_desktop.training.baselines.canonical import CcaSettings
from tivm_desktop.training.baselines.cca import fit_cca
from tivm_desktop.training.baselines.loading import Candidate
from tivm_desktop.training.study.crossing import folds_of, judge_in_folds, judge_retrained

ARCHIVE = make_archive(30, groups=[f"artist {item // 3}" for item in range(30)])
ALL = np.arange(30)
USELESS = fit_cca(ARCHIVE, ALL, settings=CcaSettings(1.0, 1.0, 1, 1.0))
CANDIDATE = Candidate(USELESS, ("picture", "motion"), ("sound", "loudness"), None, USELESS)


def test_folds_are_of_items_or_of_groups() -> None:
    by_group = folds_of(ARCHIVE, ALL, 5, 0, group_disjoint=True)
    artists = [{ARCHIVE.groups[item] for item in fold} for fold in by_group]
    assert sum(len(names) for names in artists) == len(set(ARCHIVE.groups))
    by_item = folds_of(ARCHIVE, ALL[::2], 5, 0, group_disjoint=False)
    assert sorted(np.concatenate(by_item)) == ALL[::2].tolist()
    with pytest.raises(ValueError, match="folds"):
        folds_of(ARCHIVE, ALL, 11, 0, group_disjoint=True)


def test_the_recipe_is_trained_anew_for_every_fold() -> None:
    folds = folds_of(ARCHIVE, ALL, 3, 0, group_disjoint=True)
    told: list[tuple[int, int]] = []
    fresh = judge_retrained(
        CANDIDATE, ARCHIVE, folds, progress=lambda *done: told.append(done)
    ).video_to_music
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert sorted(fresh.items) == ALL.tolist()
    as_it_is = judge_in_folds(USELESS, ARCHIVE, folds).video_to_music
    assert np.array_equal(as_it_is.items, fresh.items)
    assert fresh.auc.mean() > as_it_is.auc.mean() + 0.05
