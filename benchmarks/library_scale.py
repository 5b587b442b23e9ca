"""What a library of 100,000 tracks costs: to open, to hold, to rank, to search.

    ./dev bench library_scale FOLDER --profile DIR [--tracks 100000] [--videos 20] [--exhaustive 2]

DIR is a profile whose library has analyses of real tracks and videos (`tivm index`); FOLDER is where the
made-up library (`library_made`) is kept, made if it is not there. All is measured in a fresh process on two
cores; Python's collector passes over what was loaded by then, as in the program (ADR 0140). Prints one JSON
document.

`rank` is all that happens between a video that is known and a list whose first rows are placed: fits of all
tracks, the query, the order of the best 2,000, exact fits of the head, and analyses read and placed for the
first 40. Its ratio is to one product of a matrix of as many numbers with a vector, taken in turn with it.
`recall` is the share of the first 20 tracks by `fusion.fit_of`, one track after the other over all of them,
that are among the first 20 of that list; for the first videos only, as it takes half a minute each.
"""

import argparse
import gc
import json
import os
import platform
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast

import numpy as np

from tivm_desktop.domain.analysis import VideoAnalysis
from tivm_desktop.domain.finding import Column, Order, Query
from tivm_desktop.domain.ranking import RankableVideo
from tivm_desktop.encoders.pack import default_pack_folder, load_pack
from tivm_desktop.library.catalogue import Catalogue
from tivm_desktop.library.store import FeatureStore
from tivm_desktop.matching.analysed import SOUND_VERSION
from tivm_desktop.matching.music_library import MusicLibrary
from tivm_desktop.matching.placing import Listed, Placing
from tivm_desktop.matching.ranker import Ranker
from tivm_desktop.matching.shortlist import AT_ONCE, Shortlist
from tivm_desktop.matching.track_describer import ranking_key, vector_layout
from tivm_desktop.matching.track_lister import TrackLister
from tivm_desktop.matching.vector_rows import VectorRows

TOP = 20
ROUNDS = 5
TYPED = (
    "a",
    "the",
    "ba",
    "ne",
    "lo",
    "sa se",
    "vana",
    "Elena",
    "nana lo",
    "mp3",
    "01",
    "zzz",
    "be ta ri",
    "ñá",
    "E",
)
WHOLE = (-1e9, 1e9)


@dataclass
class Shelf:
    """What a listing wants of a library."""

    catalogue: Catalogue
    vectors: VectorRows
    version: int = 0


def milliseconds(samples: Sequence[float]) -> dict[str, float]:
    found = np.asarray(samples) * 1e3
    named = {"best": found.min(), "p50": np.percentile(found, 50)}
    named |= {"p95": np.percentile(found, 95), "worst": found.max()}
    return {name: round(float(value), 2) for name, value in named.items()}


def taken_s(work: Callable[[], object]) -> float:
    begin_s = time.perf_counter()
    work()
    return time.perf_counter() - begin_s


def memory_mb() -> dict[str, float]:
    """Of this process: what it holds, with shared pages in full and in part."""
    rollup = dict(line.split(":") for line in Path("/proc/self/smaps_rollup").read_text().splitlines()[1:])
    return {
        name.lower(): round(int(rollup[name].split()[0]) / 1024, 1) for name in ("Rss", "Pss", "Pss_Anon")
    }


def queries() -> list[tuple[Query, Order]]:
    """What people look for: words, filters, both, each in some order."""
    minor = frozenset((tonic, "minor") for tonic in range(12))
    asked = [
        Query(),
        *(Query(text=text) for text in TYPED),
        Query(length_s=(120, 180)),
        Query(tempo_bpm=(118, 124)),
        Query(keys=minor),
        Query(loudness_lufs=(-60, -14)),
        Query(energy=(1, 9), valence=(0, 9)),
        Query(vocals=False),
        Query(favourite=True),
        Query(least_rating=4),
        Query(tags=frozenset({"travel"})),
        Query(folder="/music/Copies"),
        Query(folder="/music"),
        Query(text="la ne", tempo_bpm=(90, 130), keys=minor, vocals=False, energy=(-1, 2), folder="/music"),
        Query("o e", WHOLE, WHOLE, minor, WHOLE, WHOLE, WHOLE, WHOLE, folder="/music"),
    ]
    orders = [Order(column, descending=down) for column in Column for down in (False, True)]
    return [(query, order) for query in asked for order in orders]


class Opened:
    """The made-up library, opened as the program opens one, with the time each step took."""

    def __init__(self, folder: Path) -> None:
        pack = load_pack(default_pack_folder())
        self.ranker = Ranker(pack)
        self.music_id = pack.music.encoder_id
        key, width = ranking_key(pack), vector_layout(pack).width
        begin_s = time.perf_counter()
        begin_cpu_s = time.process_time()
        self.store = FeatureStore(folder / "library.sqlite3")
        store_s = time.perf_counter()
        catalogue = Catalogue.load(self.store, key)
        catalogue_s = time.perf_counter()
        vectors = VectorRows(folder / "vectors", key, width, sys.exit)
        end_s = time.perf_counter()
        self.shelf = Shelf(catalogue, vectors)
        self.seconds = {
            "store": store_s - begin_s,
            "catalogue": catalogue_s - store_s,
            "rows": end_s - catalogue_s,
            "open": end_s - begin_s,
            "open, of processor": time.process_time() - begin_cpu_s,
        }
        self.seconds["warm, in the background"] = taken_s(catalogue.warm)

    def listing(self) -> TrackLister:
        return TrackLister(cast("MusicLibrary", self.shelf), self.ranker)

    def listed(self, video: RankableVideo) -> list[Listed]:
        return self.listing().ranked(video, Query(), Order())[0]

    def rank(self, video: RankableVideo) -> dict[str, float]:
        """Rank one video and place the first rows; seconds of each step."""
        listing, begin_s, begin_cpu_s = self.listing(), time.perf_counter(), time.process_time()
        listed, _ = listing.ranked(video, Query(), Order())
        ordered_s = time.perf_counter()
        placing = Placing(
            self.ranker, video, lambda audio_id: self.store.track(audio_id, self.music_id, SOUND_VERSION)
        )
        Shortlist(placing).show(listed)
        end_s = time.perf_counter()
        lacking = sum(placing.known(one) is None for one in listed[:AT_ONCE])
        if lacking:
            sys.exit(f"{lacking} of the first {AT_ONCE} have no analysis; delete the made-up library.")
        return {
            "order": ordered_s - begin_s,
            "place": end_s - ordered_s,
            "rank": end_s - begin_s,
            "rank, of processor": time.process_time() - begin_cpu_s,
        }


def ranking(library: Opened, videos: Sequence[RankableVideo]) -> dict[str, object]:
    """Time the whole ranking, and its fits alone, in turn with a bare product of the same size."""
    seen: list[np.ndarray] = []

    def keep(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        seen.append(rows)
        return rows[:, 0], rows[:, 0]

    library.shelf.vectors.spread(library.shelf.catalogue.audio_ids, keep)
    (rows,) = seen
    numbers = sum(library.ranker.layout.widths.values())
    matrix = np.ascontiguousarray(rows[:, :numbers])
    vector = np.ones(numbers, np.float32)
    steps = defaultdict[str, list[float]](list)
    for _ in range(ROUNDS):
        for video in videos:
            for name, seconds in library.rank(video).items():
                steps[name].append(seconds)
            steps["fits"].append(taken_s(partial(library.ranker.fits, video, rows)))
            steps["product"].append(taken_s(lambda: matrix @ vector))
    product = float(np.median(steps["product"]))
    return {
        "tracks": len(matrix),
        "numbers each": numbers,
        "ms": {name: milliseconds(samples) for name, samples in steps.items()},
        "fits to product": round(float(np.median(steps["fits"])) / product, 1),
        "rank to product": round(float(np.median(steps["rank"])) / product, 1),
    }


def recall(library: Opened, videos: Sequence[RankableVideo], exhaustive: int) -> dict[str, object]:
    """Hold the first tracks of the list against those of all tracks scored one by one."""
    ids = library.shelf.catalogue.audio_ids
    there = library.shelf.catalogue.find(Query(), Order(Column.TITLE, descending=False)).tolist()
    rows = {ids[row]: library.shelf.vectors.rows([ids[row]])[0] for row in there}
    found, took_s = [], []
    for video in videos[:exhaustive]:
        begin_s = time.perf_counter()
        fits = {one: library.ranker.fit(video, row) for one, row in rows.items() if row is not None}
        took_s.append(time.perf_counter() - begin_s)
        best = set(sorted(fits, key=lambda one: -fits[one])[:TOP])
        found.append(len(best & {one.audio_id for one in library.listed(video)[:TOP]}) / TOP)
    return {
        "videos": len(found),
        "recall at 20": round(sum(found) / max(len(found), 1), 4),
        "worst": min(found, default=None),
        "seconds of scoring all one by one": round(sum(took_s) / max(len(took_s), 1), 1),
    }


def finding(library: Opened) -> dict[str, object]:
    """Time all queries in all orders, as typed: each after another."""
    catalogue = library.shelf.catalogue
    fits = np.random.default_rng(1).uniform(0, 100, len(catalogue)).astype(np.float32)
    asked = queries()
    samples, slowest, begin_cpu_s = [], (0.0, ""), time.process_time()
    for turn in range(3):
        for query, order in asked:
            seconds = taken_s(partial(catalogue.find, query, order, fits))
            samples.append(seconds)
            if turn and seconds > slowest[0]:
                slowest = seconds, f"{query.text or query} by {order.by}"
    mean_cpu_s = (time.process_time() - begin_cpu_s) / len(samples)
    return {
        "searches": len(samples),
        "ms": milliseconds(samples),
        "slowest": slowest[1],
        "ms of processor, on average": round(mean_cpu_s * 1e3, 2),
    }


def measure(folder: Path, seen: Sequence[VideoAnalysis], exhaustive: int) -> dict[str, object]:
    library = Opened(folder)
    gc.freeze()
    opened_mb = memory_mb()
    videos = [library.ranker.video(video) for video in seen]
    found = finding(library)
    ranked = ranking(library, videos)
    held_mb = memory_mb()
    return {
        "python": platform.python_version(),
        "numpy": np.__version__,
        "processors": len(os.sched_getaffinity(0)),
        "others at work": round(os.getloadavg()[0], 1),
        "database MB": round((folder / "library.sqlite3").stat().st_size / 2**20),
        "seconds to open": {name: round(seconds, 3) for name, seconds in library.seconds.items()},
        "MB once open": opened_mb,
        "MB after all else": held_mb,
        "find": found,
        "rank": ranked,
        "recall": recall(library, videos, exhaustive),
    }


def prepare(folder: Path, profile: Path, tracks: int, videos: int) -> list[VideoAnalysis]:
    """Make what is lacking: the library, and analyses of all that these videos' lists begin with."""
    from benchmarks.library_made import Real, add_analyses, make
    from tivm_desktop.library.profile import Profile

    pack = load_pack(default_pack_folder())
    real = Real(Profile(profile).database, pack)
    seen = real.videos(videos)
    music = real.tracks(1000)
    real.close()
    if not music or not seen:
        sys.exit(f"The library of {profile} has no analyses by the default pack; index a folder first.")
    if not folder.exists():
        make(folder, pack, music, tracks)
    library = Opened(folder)
    lengths_s: dict[str, float] = {}
    for video in seen:
        listed = library.listed(library.ranker.video(video))
        lengths_s |= {one.audio_id: one.facts.duration_s for one in listed[: 2 * AT_ONCE]}
    missing = {
        one: length_s
        for one, length_s in lengths_s.items()
        if library.store.track(one, library.music_id, SOUND_VERSION) is None
    }
    library.store.close()
    library.shelf.vectors.close()
    add_analyses(folder, music, missing)
    return seen


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--profile", type=Path, required=True)
    parser.add_argument("--tracks", type=int, default=100_000)
    parser.add_argument("--videos", type=int, default=20)
    parser.add_argument("--exhaustive", type=int, default=2)
    parser.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        from benchmarks.library_made import Real
        from tivm_desktop.library.profile import Profile

        real = Real(Profile(options.profile).database, load_pack(default_pack_folder()))
        seen = real.videos(options.videos)
        real.close()
        print(json.dumps(measure(options.folder, seen, options.exhaustive), indent=2, ensure_ascii=False))
        return
    prepare(options.folder, options.profile, options.tracks, options.videos)
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "2", "OMP_NUM_THREADS": "2"}
    command = [sys.executable, "-m", "benchmarks.library_scale", *sys.argv[1:], "--measure"]
    subprocess.run(command, check=True, env=environment)


if __name__ == "__main__":
    main()
