"""How each emotion of a picture goes with each quantity of its music, on real pairs: a table to be read.

    ./dev bench emotion_map --archive A.npz [--markdown]

A is a packed MuVi-Sync archive. Every song is one point: the mean of an emotion over time against a
statistic of its music, both as normal scores, without the first and last 30 s. Given are their correlation
and its 95 % interval, drawn by artist. Prints one JSON document, or with --markdown the table of
docs/adr/0093."""

import argparse
import json
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri
from scipy.stats import rankdata

from tivm_desktop.domain.evaluation.bootstrap import Resampling, interval
from tivm_desktop.domain.visual_emotion import EMOTIONS
from tivm_desktop.training.archives.archive import PairedArchive, read_archive
from tivm_desktop.training.archives.ends import without_ends
from tivm_desktop.training.archives.muvi_sync import CHORD_ROOTS

ENDS_S = 30
MINOR = tuple(CHORD_ROOTS + place for place in (2, 4, 5, 8, 10, 12))
"""Places of dim, min7, min, dim7, hdim7 and min6 among the columns of `chord`."""
CHORD = slice(CHORD_ROOTS + 1, None)
Table = NDArray[np.float64]
Rows = Mapping[str, NDArray[np.float32]]

MUSIC: Mapping[str, Callable[[Rows], float]] = {
    "loudness level": lambda rows: float(rows["loudness"].mean()),
    "loudness swing": lambda rows: float(rows["relative_loudness"].std()),
    "note density": lambda rows: float(rows["note_density"].mean()),
    "density swing": lambda rows: float(rows["note_density"].std()),
    "minor chords": lambda rows: float(rows["chord"][:, MINOR].sum() / max(rows["chord"][:, CHORD].sum(), 1)),
    "major key": lambda rows: float(rows["key"].mean()),
    "chord changes": lambda rows: float(np.any(np.diff(rows["chord"], axis=0), axis=1).mean()),
}
"""What is taken of an item's (T, D) rows."""


def normal_scores(values: Table) -> Table:
    """Columns of `(n, F)` as normal scores, standardised."""
    scores = np.asarray(ndtri((rankdata(values, axis=0) - 0.5) / len(values)))
    return np.asarray((scores - scores.mean(axis=0)) / scores.std(axis=0))


def described(archive: PairedArchive) -> tuple[Table, Table]:
    """Items' emotions `(n, 6)` and music statistics `(n, M)`, as normal scores."""
    spans = [slice(*span) for span in pairwise(archive.offsets.tolist())]
    seen = np.stack([archive.video["emotion"][span].mean(axis=0, dtype=np.float64) for span in spans])
    items = [{name: column[span] for name, column in archive.music.items()} for span in spans]
    heard = np.array([[take(rows) for take in MUSIC.values()] for rows in items])
    return normal_scores(seen), normal_scores(heard)


def correlations(archive: PairedArchive) -> dict[str, dict[str, dict[str, object]]]:
    """Correlation and interval by emotion and by statistic of the music."""
    seen, heard = described(archive)
    drawn = Resampling(archive.groups, seed=0)
    found: dict[str, dict[str, dict[str, object]]] = {}
    for row, emotion in enumerate(EMOTIONS):
        products = seen[:, row : row + 1] * heard
        resampled = drawn.means(products)
        found[emotion] = {
            name: {
                "r": round(float(products[:, place].mean()), 3),
                "ci": [round(end, 3) for end in interval(resampled[:, place])],
            }
            for place, name in enumerate(MUSIC)
        }
    return found


def markdown(found: Mapping[str, Mapping[str, Mapping[str, object]]]) -> str:
    """The table; bold where the interval excludes zero."""
    lines = [f"| | {' | '.join(MUSIC)} |", "|---|" + "---|" * len(MUSIC)]
    for emotion, row in found.items():
        cells = []
        for one in row.values():
            ends = one["ci"]
            low, high = ends if isinstance(ends, list) else (0.0, 0.0)
            text = f"{one['r']:+.2f} [{low:+.2f}, {high:+.2f}]"
            cells.append(f"**{text}**" if low * high > 0 else text)
        lines.append(f"| {emotion} | {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--archive", type=Path, required=True)
    parser.add_argument("--markdown", action="store_true")
    arguments = parser.parse_args()
    columns = ["loudness", "relative_loudness", "note_density", "chord", "key"]
    archive = without_ends(read_archive(arguments.archive, ["emotion"], columns), ENDS_S)
    found = correlations(archive)
    print(
        markdown(found) if arguments.markdown else json.dumps({"songs": len(archive), "r": found}, indent=1)
    )


if __name__ == "__main__":
    main()
