"""Pictures of the study: figures with intervals, and a dot for every seed."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from numpy.typing import NDArray

from tivm_desktop.domain.evaluation.figures import Figures
from tivm_desktop.training.archives.archive import PairedArchive
from tivm_desktop.training.study.recipe_results import RecipeResult
from tivm_desktop.training.study.recipes import BASELINES
from tivm_desktop.training.study.table import DESIGNS

_INK, _TRAINED, _BASELINE, _CHANCE = "#202124", "#3566a8", "#8a6d3b", "#9aa0a6"

Quantity = Callable[[Figures], tuple[float, tuple[float, float]]]
Seeds = Callable[[RecipeResult], NDArray[np.float64]]


def plot_study(results: Sequence[RecipeResult], archive: PairedArchive, folder: Path) -> list[Path]:
    """Draw AUC and R@10 of every recipe, one picture each with a panel for every design; return the files."""
    drawn = []
    quantities: list[tuple[str, str, Quantity, Seeds]] = [
        ("auc", "AUC, video to music", lambda x: (x.auc, x.auc_ci), RecipeResult.seed_auc),
        (
            "recall_at_10",
            "R@10, video to music",
            lambda x: (x.recall[10], x.recall_ci[10]),
            lambda x: x.seed_recall(10),
        ),
    ]
    for name, label, quantity, seeds in quantities:
        path = folder / f"{name}.png"
        _draw(results, archive, path, label, quantity, seeds)
        drawn.append(path)
    return drawn


def _draw(
    results: Sequence[RecipeResult],
    archive: PairedArchive,
    path: Path,
    label: str,
    quantity: Quantity,
    seeds: Seeds,
) -> None:
    designs = list(dict.fromkeys(each.design for each in results))
    figure = Figure(figsize=(5.2 * len(designs) + 1.4, 3.8), layout="constrained")
    FigureCanvasAgg(figure)
    panels = figure.subplots(1, len(designs), squeeze=False, sharey=True)[0]
    for panel, design in zip(panels, designs, strict=True):
        here = [each for each in results if each.design == design][::-1]
        _panel(panel, here, archive, quantity, seeds)
        chance = here[0].chance()
        recall = chance["recall"]
        level = 0.5 if "AUC" in label or not isinstance(recall, dict) else recall["10"]
        panel.axvline(level, color=_CHANCE, linewidth=1, linestyle=":")
        panel.set_xlabel(label)
        panel.set_title(f"{DESIGNS[design]} (pool {here[0].pool:.0f})", fontsize=10, color=_INK)
    caption = "bars: 95 % by groups · small dots: seeds · dotted: chance"
    figure.supxlabel(caption, fontsize=7, color=_CHANCE, ha="right", x=0.995)
    figure.savefig(path, dpi=140, metadata={"Software": None})


def _panel(
    panel: Axes, here: Sequence[RecipeResult], archive: PairedArchive, quantity: Quantity, seeds: Seeds
) -> None:
    for height, each in enumerate(here):
        colour = _BASELINE if each.recipe in BASELINES else _TRAINED
        value, (low, high) = quantity(each.figures(archive))
        dots = seeds(each)
        panel.scatter(dots, height + 0.22 * np.ones(len(dots)), s=9, color=colour, alpha=0.45, linewidths=0)
        panel.plot([low, high], [height, height], color=colour, linewidth=2.5, solid_capstyle="round")
        panel.scatter([value], [height], s=34, color=colour, zorder=3)
        panel.annotate(
            f"{value:.3f}",
            (high, height),
            xytext=(5, 0),
            textcoords="offset points",
            va="center",
            fontsize=8,
            color=_INK,
        )
    panel.set_yticks(range(len(here)), [each.recipe for each in here])
    panel.margins(x=0.14)
    panel.grid(axis="x", linewidth=0.4, alpha=0.6)
    panel.set_axisbelow(True)
    for side in ("top", "right", "left"):
        panel.spines[side].set_visible(False)
    panel.tick_params(axis="y", length=0)
