"""Draws each bounded figure over its bound, on one scale."""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.report.page import Line

_LONGEST = 2.0
_KEPT, _MISSED = "#2f7d5b", "#b3413a"


def draw(found: Sequence[Line], file: Path) -> None:
    """Write a PNG: a bar for each figure, how far it is from its bound; 1 is the bound itself."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    rows = [(line, part) for line in found if (part := share(line)) is not None][::-1]
    figure, axes = plt.subplots(figsize=(11, 0.34 * len(rows) + 1.2), layout="constrained")
    axes.barh(
        range(len(rows)),
        [min(part, _LONGEST) for _, part in rows],
        color=[_KEPT if line.met else _MISSED for line, _ in rows],
    )
    axes.axvline(1.0, color="black", linewidth=1)
    axes.set_yticks(range(len(rows)), [line.name for line, _ in rows], fontsize=8)
    for place, (line, part) in enumerate(rows):
        shown = line.figure.shown(line.value or 0.0)
        beside = {"facecolor": "white", "edgecolor": "none", "pad": 1}
        axes.text(min(part, _LONGEST) + 0.02, place, shown, va="center", fontsize=8, bbox=beside)
    axes.set_xlim(0, 2.3)
    axes.margins(y=0.01)
    axes.set_xlabel("share of what was allowed; where more is better, asked over found")
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(file, dpi=110, metadata={"Software": None})
    plt.close(figure)


def share(line: Line) -> float | None:
    """How much of its bound a figure takes up, at most 1 where it is kept; None without one to divide by."""
    value, figure = line.value, line.figure
    if value is None or figure.unit == "yes":
        return None
    if figure.at_most:
        return abs(value) / figure.at_most
    if figure.at_least:
        return figure.at_least / value if value > 0 else _LONGEST
    return None
