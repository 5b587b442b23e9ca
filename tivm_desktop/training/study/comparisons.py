"""Which recipes are compared with which, and what came of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tivm_desktop.domain.evaluation.figures import Ranking
from tivm_desktop.training.study.recipe_results import RecipeResult
from tivm_desktop.training.study.recipes import BASELINES, CLAIMED, ENCODERS, GRID, LOSSES, RERANKED, TOWERS
from tivm_desktop.training.study.significance import Difference, compare, holm


@dataclass(frozen=True, slots=True)
class Comparison:
    """One recipe against another in one design.

    Attributes:
        auc: difference of the AUC.
        recall: difference of the recall at 10.
    """

    design: str
    first: str
    second: str
    auc: Difference
    recall: Difference

    def to_json(self) -> dict[str, object]:
        """Return the comparison as JSON."""
        return {
            "design": self.design,
            "first": self.first,
            "second": self.second,
            "auc": self.auc.to_json(),
            "recall_at_10": self.recall.to_json(),
        }


def pairs(recipes: Sequence[str], best: str) -> list[tuple[str, str]]:
    """Return who is compared with whom: each pair once.

    The best trained recipe, the default ones and the one that the paper names against both baselines; the
    re-ranker against its towers, these against the paper's, and the paper's against all others of the grid;
    within each loss the transformer and the LSTM against the mean; within each encoder InfoNCE against
    triplets.
    """
    wanted = [(each, baseline) for each in (best, RERANKED, TOWERS, CLAIMED) for baseline in BASELINES]
    wanted += [(RERANKED, TOWERS), (TOWERS, CLAIMED)]
    wanted += [(CLAIMED, other) for other in recipes if other in GRID]
    for loss in LOSSES:
        wanted += [
            (f"{encoder}-{loss}", f"mean-{loss}") for encoder in reversed(ENCODERS) if encoder != "mean"
        ]
    wanted += [(f"{encoder}-infonce", f"{encoder}-triplet") for encoder in ENCODERS]
    kept: list[tuple[str, str]] = []
    for first, second in wanted:
        known = (first, second) in kept or (second, first) in kept
        if first != second and not known and {first, second} <= set(recipes):
            kept.append((first, second))
    return kept


def best_of(results: Sequence[RecipeResult]) -> str:
    """Return the trained recipe (no baseline) with the highest AUC; a baseline where there is no other."""
    trained = [each for each in results if each.recipe not in BASELINES] or list(results)
    return max(trained, key=lambda each: float(each.seed_auc().mean())).recipe


def comparisons(results: Sequence[RecipeResult], groups: Sequence[str]) -> list[Comparison]:
    """Compare the recipes within each design, video to music; all figures of a design are corrected together.

    Args:
        results: what the recipes gave.
        groups: `(S,)`, the group of each item of the archive.
    """
    found: list[Comparison] = []
    for design in dict.fromkeys(each.design for each in results):
        here = {each.recipe: each for each in results if each.design == design}
        found += _within(design, here, groups)
    return found


def _within(design: str, here: Mapping[str, RecipeResult], groups: Sequence[str]) -> list[Comparison]:
    ranks: dict[str, dict[int, Ranking]] = {
        recipe: {seed: outcome.video_to_music for seed, outcome in each.by_seed.items()}
        for recipe, each in here.items()
    }
    chosen = [
        (first, second)
        for first, second in pairs(list(here), best_of(list(here.values())))
        if set(ranks[first]) & set(ranks[second])
    ]
    differences = [
        compare(ranks[first], ranks[second], groups, k) for k in (None, 10) for first, second in chosen
    ]
    corrected = holm(differences)
    return [
        Comparison(design, first, second, auc, recall)
        for (first, second), auc, recall in zip(
            chosen, corrected[: len(chosen)], corrected[len(chosen) :], strict=True
        )
    ]
