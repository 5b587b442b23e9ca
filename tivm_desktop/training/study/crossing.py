"""A run's recipe judged on folds: trained anew on all folds but one, judged on that one."""

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from tivm_desktop.domain.arrays import IntArray
from tivm_desktop.training.archives.archive import PairedArchive
from tivm_desktop.training.baselines.cca import fit_cca
from tivm_desktop.training.baselines.loading import Candidate
from tivm_desktop.training.counting import CountProgress, no_count
from tivm_desktop.training.evaluation.folds import group_disjoint_folds
from tivm_desktop.training.evaluation.judging import Scorer, TwoWayRanking, join_two_way, judge
from tivm_desktop.training.study.recipes import retrain

VALIDATION = 0.0
"""A recipe is judged with all its epochs: what is held out to stop early is missed where pairs are few."""


def folds_of(
    archive: PairedArchive, items: IntArray, count: int, seed: int, *, group_disjoint: bool
) -> list[IntArray]:
    """Cut items into folds of about equal size: `count` arrays of indices into the archive.

    Raises:
        ValueError: there are fewer items (or groups) than folds.
    """
    names = archive.groups if group_disjoint else archive.songs
    fold = group_disjoint_folds([names[item] for item in items], count, seed)
    return [items[fold == number] for number in range(count)]


def judge_in_folds(scorer: Scorer, archive: PairedArchive, folds: list[IntArray]) -> TwoWayRanking:
    """Judge a scorer as it is in the pool of each fold.

    Raises:
        ValueError: a fold holds fewer than two items.
    """
    return join_two_way([judge(scorer, archive, items, fold) for fold, items in enumerate(folds)])


def judge_retrained(
    candidate: Candidate,
    archive: PairedArchive,
    folds: list[IntArray],
    seed: int = 0,
    progress: CountProgress = no_count,
) -> TwoWayRanking:
    """Train a candidate's recipe anew for each fold on the other folds, and judge it on that one.

    What is judged is the recipe: config and way of training, not the weights that the candidate holds.

    Args:
        candidate: a run, or a fitted CCA, whose settings are then chosen anew inside each training part.
        archive: the data.
        folds: items of each fold.
        seed: of CCA's inner folds; a run is trained with its own.
        progress: called after each fold with how many are done and how many there are.

    Raises:
        ValueError: a fold holds fewer than two items.
    """
    outcomes = []
    for fold, test in enumerate(folds):
        rest = np.sort(np.concatenate([items for other, items in enumerate(folds) if other != fold]))
        outcomes.append(judge(_trained(candidate, archive, rest, seed), archive, test, fold))
        progress(fold + 1, len(folds))
    return join_two_way(outcomes)


def _trained(candidate: Candidate, archive: PairedArchive, items: IntArray, seed: int) -> Scorer:
    if candidate.config is None:
        return fit_cca(archive, items, seed)
    with TemporaryDirectory(prefix="tivm-fold-") as folder:
        return retrain(candidate.config, archive, items, Path(folder) / "run", VALIDATION, candidate.reranker)
