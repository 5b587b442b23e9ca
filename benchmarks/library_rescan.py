"""What it takes to scan an unchanged tree of many small files again, beside `find`.

    python -m benchmarks.library_rescan [--files 100000] [--rounds 7] [--folder DIR]

Makes the tree, scans it into a store, then has `find` list it, `find` print sizes and times, and the scan
look for changes, in turn, several times. Prints JSON: medians of time and CPU time in ms, and the ratios as
medians of each round's own. The disk cache is warm for all of them.
"""

import argparse
import json
import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from tivm_desktop.library.changes import Changes
from tivm_desktop.library.reconcile import scan_library
from tivm_desktop.library.store import FeatureStore

LONG_AGO_NS = 1_600_000_000_123_456_789
ALBUMS_OF_ARTIST = 10

Cost = tuple[float, float]
"""Time and CPU time in s."""


def make_tree(root: Path, files: int, of_album: int) -> None:
    """Artists, albums, tracks of some hundred bytes, and a cover in each album."""
    for album in range(-(-files // of_album)):
        folder = root / f"Artist {album // ALBUMS_OF_ARTIST:04}" / f"Album {album % ALBUMS_OF_ARTIST}"
        folder.mkdir(parents=True)
        (folder / "cover.jpg").touch()
        for track in range(min(of_album, files - album * of_album)):
            path = folder / f"{track + 1:02} Track {track + 1}.mp3"
            path.write_bytes(b"%d" % track * 100)
            stamp_ns = LONG_AGO_NS + album * of_album + track
            os.utime(path, ns=(stamp_ns, stamp_ns))


def cost_of_find(root: Path, *options: str) -> Cost:
    begin_s = time.perf_counter()
    child = subprocess.Popen(["find", root, "-type", "f", *options], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return time.perf_counter() - begin_s, usage.ru_utime + usage.ru_stime


def cost_of_scan(scan: Callable[[], Changes], check: Callable[[Changes], bool]) -> Cost:
    begin_s, begin_cpu_s = time.perf_counter(), time.process_time()
    changes = scan()
    cost = time.perf_counter() - begin_s, time.process_time() - begin_cpu_s
    if not check(changes):
        raise SystemExit(f"the scan found what there is not: {changes}")
    return cost


def median_ms(costs: list[Cost]) -> dict[str, float]:
    return {
        "ms": round(statistics.median(cost[0] for cost in costs) * 1e3, 1),
        "cpu_ms": round(statistics.median(cost[1] for cost in costs) * 1e3, 1),
    }


def ratios(ours: list[Cost], theirs: list[Cost]) -> dict[str, float]:
    return {
        name: round(statistics.median(a[side] / b[side] for a, b in zip(ours, theirs, strict=True)), 2)
        for side, name in enumerate(("time", "cpu"))
    }


def measure(root: Path, store: FeatureStore, rounds: int) -> dict[str, Any]:
    def scan() -> Changes:
        return scan_library([root], store.known_tree())

    first = cost_of_scan(scan, bool)
    changes = scan()
    store.apply(changes)
    find, find_stat, again, one_more = [], [], [], []
    path = root / "Artist 0000" / "Album 0" / "new.mp3"
    for _ in range(rounds):
        find.append(cost_of_find(root))
        find_stat.append(cost_of_find(root, "-printf", "%s %T@ %p\n"))
        again.append(cost_of_scan(scan, lambda changes: not changes))
        path.write_bytes(b"new")
        one_more.append(cost_of_scan(scan, lambda changes: len(changes.new) == 1))
        path.unlink()
    return {
        "files": changes.total,
        "folders": len(changes.folder_stamps),
        "rounds": rounds,
        "first scan": median_ms([first]),
        "find": median_ms(find),
        "find with sizes and times": median_ms(find_stat),
        "rescan, unchanged": median_ms(again),
        "rescan, one new file": median_ms(one_more),
        "ratio to find": ratios(again, find),
        "ratio to find with sizes and times": ratios(again, find_stat),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--of-album", type=int, default=20, help="files in each folder")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--folder", type=Path, help="where the tree is made for the time being")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        root = Path(folder, "music")
        make_tree(root, arguments.files, arguments.of_album)
        with closing(FeatureStore(Path(folder, "library.sqlite3"))) as store:
            print(json.dumps(measure(root, store, arguments.rounds), indent=1))


if __name__ == "__main__":
    main()
