"""The study's table, as Markdown and as CSV."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import cast

from tivm_desktop.domain.evaluation.figures import Figures
from tivm_desktop.training.archives.archive import PairedArchive
from tivm_desktop.training.evaluation.judging import DIRECTIONS, Direction
from tivm_desktop.training.study.comparisons import Comparison
from tivm_desktop.training.study.plan import FOLDS, OFFICIAL
from tivm_desktop.training.study.recipe_results import RecipeResult
from tivm_desktop.training.study.significance import Difference

DESIGNS = {OFFICIAL: "Official split", FOLDS: "Group-disjoint folds"}
_HEAD = (
    *("recipe", "seeds", "R@1", "R@5", "R@10", "R@25"),
    *("median rank", "AUC", "AUC over seeds", "AUC music to video"),
)


def table_markdown(results: Sequence[RecipeResult], archive: PairedArchive) -> str:
    """Return one table for each design: video to music, then the AUC of the other direction."""
    parts: list[str] = []
    for design in dict.fromkeys(each.design for each in results):
        here = [each for each in results if each.design == design]
        chance = here[0].chance()
        recall = cast("Mapping[str, float]", chance["recall"])
        by_chance = ", ".join(f"R@{k} {recall[k]:.3f}" for k in ("1", "5", "10", "25"))
        parts += [
            f"### {DESIGNS[design]}",
            "",
            f"Pool {here[0].pool:.1f}; chance: {by_chance}, median rank {chance['median_rank']:.1f}.",
            "",
            f"| {' | '.join(_HEAD)} |",
            "|---" * len(_HEAD) + "|",
            *(_row(each, archive) for each in here),
            "",
        ]
    return "\n".join(parts)


def _row(each: RecipeResult, archive: PairedArchive) -> str:
    there, back = (each.figures(archive, way) for way in DIRECTIONS)
    seeds = each.seed_auc()
    spread = f"±{seeds.std(ddof=1):.3f}" if len(seeds) > 1 else "–"
    cells = [
        each.recipe,
        str(len(seeds)),
        *(_with_ends(there.recall[k], there.recall_ci[k]) for k in (1, 5, 10, 25)),
        f"{there.median_rank:.1f}",
        _with_ends(there.auc, there.auc_ci),
        spread,
        _with_ends(back.auc, back.auc_ci),
    ]
    return f"| {' | '.join(cells)} |"


def _with_ends(value: float, ends: tuple[float, float]) -> str:
    return f"{_short(value)} [{_short(ends[0])}, {_short(ends[1])}]"


def _short(value: float) -> str:
    return f"{value:.3f}".replace("0.", ".", 1)


def table_csv(results: Sequence[RecipeResult], archive: PairedArchive) -> str:
    """Return every figure of both directions: one line for each recipe, design and direction."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    recalls = [f"recall_{k}{end}" for k in (1, 5, 10, 25) for end in ("", "_low", "_high")]
    writer.writerow(
        [
            *("design", "recipe", "direction", "seeds", "pool"),
            *recalls,
            *("median_rank", "auc", "auc_low", "auc_high", "auc_deviation_over_seeds", "seconds_a_training"),
        ]
    )
    for each in results:
        for way in DIRECTIONS:
            writer.writerow(_values(each, each.figures(archive, way), way))
    return text.getvalue()


def _values(each: RecipeResult, found: Figures, way: Direction) -> list[object]:
    recalls = [f"{x:.4f}" for k in found.recall for x in (found.recall[k], *found.recall_ci[k])]
    seeds = each.seed_auc(way)
    return [
        *(each.design, each.recipe, way, len(seeds), f"{each.pool:.1f}"),
        *recalls,
        f"{found.median_rank:.2f}",
        *(f"{x:.4f}" for x in (found.auc, *found.auc_ci)),
        f"{seeds.std(ddof=1):.4f}" if len(seeds) > 1 else "",
        f"{each.seconds:.1f}",
    ]


def comparisons_markdown(found: Sequence[Comparison]) -> str:
    """Return one table of paired differences for each design; those that stay clear of zero are set bold."""
    parts: list[str] = []
    for design in dict.fromkeys(each.design for each in found):
        parts += [
            f"### {DESIGNS[design]}: paired differences, video to music",
            "",
            "| first | second | ΔAUC | p (Holm) | ΔR@10 | p (Holm) |",
            "|---|---|---|---|---|---|",
        ]
        parts += [
            f"| {each.first} | {each.second} | {_difference(each.auc)} | {_difference(each.recall)} |"
            for each in found
            if each.design == design
        ]
        parts.append("")
    return "\n".join(parts)


def _difference(difference: Difference) -> str:
    text = f"{difference.mean:+.3f} [{difference.low:+.3f}, {difference.high:+.3f}]"
    clear = difference.low > 0 or difference.high < 0
    return f"{f'**{text}**' if clear else text} | {difference.corrected_p:.3f}"
