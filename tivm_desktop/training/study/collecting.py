"""Finished cells put together: what each recipe gave in each design, over folds and seeds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.evaluation.figures import Figures, Ranking, chance, figures
from tivm_desktop.training.archives.archive import PairedArchive
from tivm_desktop.training.evaluation.judging import Outcome, join_outcomes
from tivm_desktop.training.study.cells import CellResult, read_cell
from tivm_desktop.training.study.plan import Plan

Directions = ("video_to_music", "music_to_video")


@dataclass(frozen=True, slots=True, eq=False)
class Collected:
    """All that one recipe gave in one design.

    Attributes:
        recipe: which one.
        design: which one.
        by_seed: the outcome over all folds, of every seed whose folds are all done.
        seconds: mean time of one training.
    """

    recipe: str
    design: str
    by_seed: Mapping[int, Outcome]
    seconds: float

    def ranking(self, direction: str = "video_to_music") -> Ranking:
        """Return the ranks of all seeds one after the other; every seed's folds are folds of their own."""
        return getattr(join_outcomes(list(self._apart())), direction)  # type: ignore[no-any-return]

    def figures(self, archive: PairedArchive, direction: str = "video_to_music") -> Figures:
        """Return the figures over all seeds; intervals draw whole groups with all their seeds."""
        ranking = self.ranking(direction)
        return figures(ranking, [archive.groups[item] for item in ranking.items])

    def seed_auc(self, direction: str = "video_to_music") -> NDArray[np.float64]:
        """Return the AUC of each seed: `(seeds,)`."""
        return np.array([getattr(each, direction).auc.mean() for each in self.by_seed.values()])

    def seed_recall(self, k: int, direction: str = "video_to_music") -> NDArray[np.float64]:
        """Return the recall at `k` of each seed: `(seeds,)`."""
        return np.array([getattr(each, direction).recalled(k).mean() for each in self.by_seed.values()])

    @property
    def pool(self) -> float:
        """The mean number of candidates of a query's fold."""
        ranking = self.ranking()
        return float(ranking.pools[np.unique(ranking.folds, return_index=True)[1]].mean())

    def chance(self) -> Mapping[str, object]:
        """Return what guessing gives in these pools, as JSON."""
        return chance(self.ranking().pools)

    def _apart(self) -> list[Outcome]:
        return [
            Outcome(*(_shifted(getattr(outcome, way), 10_000 * seed) for way in Directions))
            for seed, outcome in self.by_seed.items()
        ]


def _shifted(ranking: Ranking, by: int) -> Ranking:
    return replace(ranking, folds=ranking.folds + by)


def collect(plan: Plan, archive: PairedArchive) -> list[Collected]:
    """Read the finished cells of a study, recipe by recipe, design by design.

    Raises:
        RunError: a cell's file can't be read.
    """
    done: dict[tuple[str, str], dict[int, list[CellResult]]] = {}
    for cell in plan.cells(archive):
        result = read_cell(plan, cell)
        if result is not None:
            done.setdefault((cell.recipe, cell.design), {}).setdefault(cell.seed, []).append(result)
    found = [
        _collected(plan, recipe, design, seeds)
        for design in plan.designs(archive)
        for recipe in plan.recipes
        if (seeds := done.get((recipe, design)))
    ]
    return [each for each in found if each.by_seed]


def _collected(plan: Plan, recipe: str, design: str, seeds: Mapping[int, Sequence[CellResult]]) -> Collected:
    folds = 1 if design == "official" else plan.folds
    whole = {seed: results for seed, results in seeds.items() if len(results) == folds}
    return Collected(
        recipe,
        design,
        {seed: join_outcomes([each.outcome for each in results]) for seed, results in whole.items()},
        float(np.mean([each.seconds for results in seeds.values() for each in results])),
    )
