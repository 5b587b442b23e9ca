"""Writes what a study found: tables, plots, comparisons, and the numeric part of a page about it."""

import json
from pathlib import Path

from tivm_desktop.training.archives.archive import PairedArchive
from tivm_desktop.training.files import write_whole
from tivm_desktop.training.study.comparisons import Comparison, best_of, comparisons
from tivm_desktop.training.study.plan import Plan
from tivm_desktop.training.study.recipe_results import RecipeResult, recipe_results
from tivm_desktop.training.study.table import comparisons_markdown, table_csv, table_markdown

DESIGN_NOTE = """\
Each seed s is met with fold assignment s, so that seeds vary the network and the cut of the data together;
every recipe sees the same cuts. Recall and AUC are over all queries of all folds and seeds, the median rank
is the mean of the folds' medians. Intervals are 95 % percentile bootstrap (2000 resamples) that draws whole
groups (artists) with all their items and seeds. Differences are paired: the same items, averaged over
seeds; bold where the interval excludes zero; p is two-sided and corrected by Holm over all comparisons of a
design. "AUC over seeds" is the deviation between seeds."""


def write_report(plan: Plan, archive: PairedArchive) -> list[Path]:
    """Write `table.md`, `table.csv`, `comparisons.json` and the plots into the study's folder.

    Returns the files.

    What is not finished is left out: seeds some of whose folds are missing, recipes without a whole seed.
    """
    results = recipe_results(plan, archive)
    if not results:
        return []
    from tivm_desktop.training.study.plots import plot_study

    found = comparisons(results, archive.groups)
    files = {
        "table.md": markdown(plan, archive, results, found),
        "table.csv": table_csv(results, archive),
        "comparisons.json": json.dumps([each.to_json() for each in found], indent=2) + "\n",
    }
    for name, text in files.items():
        write_whole(plan.out / name, text.encode("utf-8"))
    return [*(plan.out / name for name in files), *plot_study(results, archive, plan.out)]


def markdown(plan: Plan, archive: PairedArchive, results: list[RecipeResult], found: list[Comparison]) -> str:
    """Return the numeric part of a page about the study: design, tables, differences, command."""
    video = ", ".join(f"{name} ({width})" for name, width in archive.video_widths.items())
    music = ", ".join(f"{name} ({width})" for name, width in archive.music_widths.items())
    seconds = sum(each.seconds for each in results) / len(results)
    best = {
        design: best_of([each for each in results if each.design == design])
        for design in dict.fromkeys(each.design for each in results)
    }
    told = ", ".join(f"{name} ({design})" for design, name in best.items())
    return "\n".join(
        [
            f"{len(archive)} items of {len(set(archive.groups))} groups. Video: {video}. Music: {music}.",
            f"Best trained recipe: {told}; {seconds:.0f} s a training on one core.",
            "",
            DESIGN_NOTE,
            "",
            table_markdown(results, archive),
            comparisons_markdown(found),
            f"Command: `{plan.command()}`; each cell's own command is in its file under `cells/`.",
            "",
        ]
    )
