"""Whether the columns that raw files give land where the towers were trained.

    ./dev bench columns VIDEOS MUSIC --archive A.npz [--match note_density] [--population FILE --source WORDS]

VIDEOS and MUSIC are folders; analyses are kept in the profile. Of every column that both have: quantiles
over all seconds, and the two-sample Kolmogorov-Smirnov distance of seconds, and of items' means and
deviations over time; with --match also after matching. --population writes what `tivm export --files`
takes. Prints one JSON document.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.stats import ks_2samp

from benchmarks.whole_path import add_options
from tivm_desktop.commands.options import profile_of
from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.column_matching import level_and_spread, match_of, population
from tivm_desktop.domain.columns import music_columns, video_columns
from tivm_desktop.domain.inner_rows import inner_rows
from tivm_desktop.library.scan import scan_folder
from tivm_desktop.matching.collect import collect
from tivm_desktop.matching.packs import calibration_of, find_pack
from tivm_desktop.training.archives.archive import PairedArchive, read_archive

SHARES = (1, 5, 25, 50, 75, 95, 99)
DIGITS = 6
ENDS_S = 30
VIDEO = ("motion", "scene_offset", "emotion")
MUSIC = ("loudness", "relative_loudness", "note_density")
Items = Sequence[FloatArray]
Table = NDArray[np.floating]


def compared(files: Items, archive: Items) -> dict[str, object]:
    """Distances between two populations of items, `(T, D)` each: of D dimensions the largest counts."""
    own, theirs = np.concatenate(list(files)), np.concatenate(list(archive))
    own_items, their_items = ([level_and_spread(one) for one in each] for each in (files, archive))
    means, deviations = (
        largest_distance(
            np.stack([one[which] for one in own_items]), np.stack([one[which] for one in their_items])
        )
        for which in (0, 1)
    )
    return {
        "ks_seconds": largest_distance(own, theirs),
        "ks_means": means,
        "ks_deviations": deviations,
        "outside": outside(own, theirs),
    }


def largest_distance(one: Table, other: Table) -> float:
    """Two-sample Kolmogorov-Smirnov distance of `(N, D)` and `(M, D)`, the largest of the D dimensions."""
    dimensions = range(one.shape[1])
    return round(max(float(ks_2samp(one[:, each], other[:, each]).statistic) for each in dimensions), 3)


def outside(files: Table, archive: Table) -> float:
    """Share of the files' values beyond the archive's 0.5th and 99.5th percentile; .01 would be its own."""
    low, high = np.percentile(archive, [0.5, 99.5], axis=0)
    return round(float(((files < low) | (files > high)).mean()), 3)


def quantiles(items: Items) -> list[list[float]]:
    """Quantiles of all seconds at `SHARES`, dimension by dimension."""
    found = np.percentile(np.concatenate(list(items)), SHARES, axis=0).T
    return [[float(f"{value:.4g}") for value in row] for row in found]


def items_of(archive: PairedArchive, column: FloatArray) -> list[FloatArray]:
    """An archive's column, item by item, without its ends."""
    spans = pairwise(archive.offsets.tolist())
    return [inner(column[first:end]) for first, end in spans]


def inner(rows: FloatArray) -> FloatArray:
    """Rows without the item's ends."""
    return rows[inner_rows(len(rows), ENDS_S)]


def of_files(arguments: argparse.Namespace) -> tuple[dict[str, list[FloatArray]], int]:
    """Columns of all files, item by item, and how many files could not be analysed."""
    profile = profile_of(arguments)
    pack = find_pack(arguments.pack, profile)
    tracks = list(scan_folder(arguments.music))
    videos = [
        path for path in sorted(arguments.videos.rglob("*")) if path.suffix in {".mp4", ".webm", ".mkv"}
    ]
    found = collect(
        pack,
        profile,
        tracks,
        videos,
        provider=arguments.provider,
        progress=lambda done, total: print(f"\r{done} of {total}", end="", file=sys.stderr),
        warn=lambda sentence: print(sentence, file=sys.stderr),
    )
    tables = calibration_of(pack).video
    columns: dict[str, list[FloatArray]] = {name: [] for name in (*VIDEO, *MUSIC)}
    known = [one for one in found.videos.values() if not isinstance(one, str)]
    heard = [one.analysis for one in found.tracks.values() if not isinstance(one, str)]
    given = [video_columns(one, VIDEO, tables) for one in known] + [
        music_columns(one, MUSIC) for one in heard
    ]
    for each in given:
        for name, rows in each.items():
            columns[name].append(inner(rows))
    return columns, len(videos) + len(tracks) - len(given)


def report(
    files: Mapping[str, Items], archive: PairedArchive, matched: Sequence[str]
) -> dict[str, dict[str, object]]:
    """Quantiles and distances by column."""
    told: dict[str, dict[str, object]] = {}
    for name, items in files.items():
        column = archive.video.get(name, archive.music.get(name))
        if column is None or not items:
            continue
        theirs = items_of(archive, column)
        told[name] = {
            "files": len(items),
            "percentiles": list(SHARES),
            "of_files": quantiles(items),
            "of_archive": quantiles(theirs),
            **compared(items, theirs),
        }
        if name in matched:
            match = match_of(
                population(items), population(theirs), (float(column.min()), float(column.max()))
            )
            told[name]["matched"] = compared([match(one) for one in items], theirs)
    return told


def written(files: Mapping[str, Items], source: str) -> str:
    """What `tivm export --files` takes."""
    columns = {
        name: dict(zip(("means", "deviations"), map(rounded, population(items)), strict=True))
        for name, items in files.items()
        if items
    }
    return json.dumps({"source": source, "ends_s": ENDS_S, "columns": columns}, indent=1) + "\n"


def rounded(table: Table) -> list[list[float]]:
    """Six significant digits."""
    return [[float(f"{value:.{DIGITS}g}") for value in row] for row in table]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("videos", type=Path)
    parser.add_argument("music", type=Path)
    parser.add_argument("--archive", type=Path, required=True)
    parser.add_argument("--match", default="", help="columns that are matched, with commas")
    parser.add_argument("--population", type=Path, help="where to write the files' quantiles")
    parser.add_argument("--source", default="raw files", help="which files they are, in words")
    add_options(parser)
    arguments = parser.parse_args()
    files, skipped = of_files(arguments)
    archive = read_archive(arguments.archive, VIDEO, MUSIC)
    if arguments.population:
        arguments.population.write_text(written(files, arguments.source), encoding="utf-8")
    told = report(files, archive, arguments.match.split(","))
    print(json.dumps({"ends_s": ENDS_S, "skipped": skipped, "columns": told}, indent=1))


if __name__ == "__main__":
    main()
