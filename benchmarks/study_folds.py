"""Towers and re-ranker beside linear CCA on folds that split no artist, by the study's own command.

    ./dev bench study_folds A.npz OUT [--columns all|raw] [--folds 10]

What is finished in OUT is not done again. Prints one JSON document.
"""

import argparse
import csv
import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

COLUMNS = {
    "all": ("--video", "clip,emotion,motion,scene_offset", "--music", "loudness,note_density,chord,key"),
    "raw": ("--video", "emotion,motion,scene_offset", "--music", "loudness,note_density"),
}
RECIPES = "cca,tivm,tivm-reranked"


def main() -> None:
    """Train what is lacking, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--columns", choices=COLUMNS, default="all")
    parser.add_argument("--folds", type=int, default=10)
    arguments = parser.parse_args()
    command = [str(Path(sys.executable).with_name("tivm")), "study", "--data", str(arguments.data)]
    command += ["--out", str(arguments.out), "--seeds", "1", "--folds", str(arguments.folds)]
    command += ["--recipes", RECIPES, *COLUMNS[arguments.columns]]
    subprocess.run(command, check=True, stdout=sys.stderr)
    print(json.dumps({"benchmark": "study_folds", "columns": arguments.columns, **figures(arguments.out)}))


def figures(out: Path) -> dict[str, object]:
    """Read the study's tables of the folds, from video to music."""
    with (out / "table.csv").open(newline="", encoding="utf-8") as file:
        rows = [
            row
            for row in csv.DictReader(file)
            if row["design"] == "folds" and row["direction"] == "video_to_music"
        ]
    paired = json.loads((out / "comparisons.json").read_text(encoding="utf-8"))
    oldest_s = min(cell.stat().st_mtime for cell in (out / "cells").glob("*.json"))
    return {
        "cells_since": datetime.fromtimestamp(oldest_s, UTC).date().isoformat(),
        "pool": float(rows[0]["pool"]),
        "recipes": {
            row["recipe"]: {"auc": float(row["auc"]), "recall_10": float(row["recall_10"])} for row in rows
        },
        "minus_cca": {
            one["first"]: {key: one[key] for key in ("auc", "recall_at_10")}
            for one in paired
            if one["design"] == "folds" and one["second"] == "cca"
        },
    }


if __name__ == "__main__":
    main()
