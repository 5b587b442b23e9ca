"""Named variants on the same folds, each against one baseline."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.arrays import IntArray
from tivm_desktop.domain.evaluation.figures import Figures, figures
from tivm_desktop.training.archives.archive import PairedArchive
from tivm_desktop.training.evaluation.folds import group_disjoint_folds
from tivm_desktop.training.evaluation.judging import TwoWayRanking, join_two_way, judge_similarity
from tivm_desktop.training.study.significance import Difference, compare, holm


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """What a variant says that answers the two sides' queries differently, or is about some items only."""

    items: IntArray
    """`(n,)`, those of the test items that make up the pool, as indices into the archive."""
    video_to_music: NDArray[np.floating]
    """`(n, n)`, a row per video."""
    music_to_video: NDArray[np.floating]
    """`(n, n)`, a row per track."""


Variant = Callable[[PairedArchive, IntArray, IntArray], NDArray[np.floating] | Answers]
"""(archive, training items, test items) -> `(Q, Q)` similarities: rows test videos, columns their music."""
Listener = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Effect:
    """What a variant gives, and how far it is from the baseline (None for the baseline itself)."""

    name: str
    figures: Figures
    auc: Difference | None
    recall: Difference | None

    def to_json(self) -> dict[str, object]:
        """Return the effect as JSON."""
        return {
            "name": self.name,
            "video_to_music": self.figures.to_json(),
            "auc_difference": None if self.auc is None else self.auc.to_json(),
            "recall_at_10_difference": None if self.recall is None else self.recall.to_json(),
        }


def outcomes_over_folds(
    archive: PairedArchive,
    variants: Mapping[str, Variant],
    folds: int,
    seeds: Sequence[int] = (0,),
    progress: Listener | None = None,
) -> dict[str, dict[int, TwoWayRanking]]:
    """Run every variant on the same group-disjoint folds.

    Args:
        archive: the data.
        variants: by name. A variant must look at nothing but the training items to learn from.
        folds: how many.
        seeds: of the fold assignments.
        progress: hears of each variant, seed and fold that is done.

    Returns:
        For each variant, by seed, the outcome over all folds.
    """
    found: dict[str, dict[int, TwoWayRanking]] = {name: {} for name in variants}
    for seed in seeds:
        fold_of = group_disjoint_folds(archive.groups, folds, seed)
        for name, variant in variants.items():
            parts = []
            for fold in range(folds):
                test = np.flatnonzero(fold_of == fold)
                said = variant(archive, np.flatnonzero(fold_of != fold), test)
                if isinstance(said, Answers):
                    parts.append(judge_similarity(said.video_to_music, said.items, fold, said.music_to_video))
                else:
                    parts.append(judge_similarity(said, test, fold))
                if progress is not None:
                    progress(name, seed, fold)
            found[name][seed] = join_two_way(parts)
    return found


def effects(
    outcomes: Mapping[str, Mapping[int, TwoWayRanking]], baseline: str, groups: Sequence[str]
) -> list[Effect]:
    """Compare every variant with the baseline, video to music, paired by item, groups drawn together.

    Args:
        outcomes: what `outcomes_over_folds` gave; may be of variants that ran at different times on the same
            folds.
        baseline: the name that the others are compared with.
        groups: `(S,)`, the group of each item of the archive.

    Raises:
        KeyError: the baseline is not among them.
    """
    ranks = {
        name: {seed: outcome.video_to_music for seed, outcome in by_seed.items()}
        for name, by_seed in outcomes.items()
    }
    others = [name for name in outcomes if name != baseline]
    corrected = holm(
        [compare(ranks[name], ranks[baseline], groups, k) for k in (None, 10) for name in others]
    )
    differences = dict(zip(others, zip(corrected, corrected[len(others) :], strict=False), strict=True))
    found = []
    for name in outcomes:
        ranking = join_two_way(list(outcomes[name].values())).video_to_music
        auc, recall = differences.get(name, (None, None))
        found.append(Effect(name, figures(ranking, [groups[item] for item in ranking.items]), auc, recall))
    return found


def effects_markdown(found: Sequence[Effect]) -> str:
    """Return the effects as a Markdown table; differences that stay clear of zero are set bold."""
    lines = [
        "| variant | AUC | R@10 | ΔAUC | p (Holm) | ΔR@10 | p (Holm) |",
        "|---|---|---|---|---|---|---|",
    ]
    for each in found:
        auc, recall = each.figures.auc, each.figures.recall[10]
        differences = f"{_told(each.auc)} | {_told(each.recall)}"
        lines.append(f"| {each.name} | {auc:.3f} | {recall:.3f} | {differences} |")
    return "\n".join(lines) + "\n"


def _told(difference: Difference | None) -> str:
    if difference is None:
        return "baseline | –"
    text = f"{difference.mean:+.3f} [{difference.low:+.3f}, {difference.high:+.3f}]"
    clear = difference.low > 0 or difference.high < 0
    return f"{f'**{text}**' if clear else text} | {difference.corrected_p:.3f}"
