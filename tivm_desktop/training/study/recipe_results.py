"""Finished cells put together: what each recipe gave in each design, over folds and seeds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.evaluation.figures import Figures, Ranking, chance, figures
from tivm_desktop.training.archives.archive import PairedArchive
from tivm_desktop.training.evaluation.judging import DIRECTIONS, Direction, TwoWayRanking, join_two_way
from tivm_desktop.training.study.cells import CellResult, read_cell
from tivm_desktop.training.study.plan import OFFICIAL, Plan


@dataclass(frozen=True, slots=True, eq=False)
class RecipeResult:
    """All that one recipe gave in one design.

    Attributes:
        recipe: which one.
        design: which one.
        by_seed: the outcome over all folds, of every seed whose folds are all done.
        seconds: mean time of one training.
    """

    recipe: str
    design: str
    by_seed: Mapping[int, TwoWayRanking]
    seconds: float

    def ranking(self, direction: Direction = "video_to_music") -> Ranking:
        """Return the ranks of all seeds one after the other; every seed's folds are folds of their own."""
        return join_two_way(self._apart()).of(direction)

    def figures(self, archive: PairedArchive, direction: Direction = "video_to_music") -> Figures:
        """Return the figures over all seeds; intervals draw whole groups with all their seeds."""
        ranking = self.ranking(direction)
        return figures(ranking, [archive.groups[item] for item in ranking.items])

    def seed_auc(self, direction: Direction = "video_to_music") -> NDArray[np.float64]:
        """Return the AUC of each seed: `(seeds,)`."""
        return np.array([each.of(direction).auc.mean() for each in self.by_seed.values()])

    def seed_recall(self, k: int, direction: Direction = "video_to_music") -> NDArray[np.float64]:
        """Return the recall at `k` of each seed: `(seeds,)`."""
        return np.array([each.of(direction).recalled(k).mean() for each in self.by_seed.values()])

    @property
    def pool(self) -> float:
        """The mean number of candidates of a query's fold."""
        ranking = self.ranking()
        return float(ranking.pools[np.unique(ranking.folds, return_index=True)[1]].mean())

    def chance(self) -> Mapping[str, object]:
        """Return what guessing gives in these pools, as JSON."""
        return chance(self.ranking().pools)

    def _apart(self) -> list[TwoWayRanking]:
        return [
            TwoWayRanking(*(_shifted(outcome.of(way), 10_000 * seed) for way in DIRECTIONS))
            for seed, outcome in self.by_seed.items()
        ]


def _shifted(ranking: Ranking, by: int) -> Ranking:
    return replace(ranking, folds=ranking.folds + by)


def recipe_results(plan: Plan, archive: PairedArchive) -> list[RecipeResult]:
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
        _result(plan, recipe, design, seeds)
        for design in plan.designs(archive)
        for recipe in plan.recipes
        if (seeds := done.get((recipe, design)))
    ]
    return [each for each in found if each.by_seed]


def _result(plan: Plan, recipe: str, design: str, seeds: Mapping[int, Sequence[CellResult]]) -> RecipeResult:
    folds = 1 if design == OFFICIAL else plan.folds
    whole = {seed: results for seed, results in seeds.items() if len(results) == folds}
    return RecipeResult(
        recipe,
        design,
        {seed: join_two_way([each.outcome for each in results]) for seed, results in whole.items()},
        float(np.mean([each.seconds for results in seeds.values() for each in results])),
    )
