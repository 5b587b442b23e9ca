"""Whether some tracks crowd the top for every video.

    ./dev bench hubness VIDEOS MUSIC [--top 5] [--pack P] [--profile DIR]

VIDEOS is a folder made by benchmarks/pictures (its set `judge`), MUSIC a folder of tracks. Counts how often
each track is among the first five, and holds it against orders drawn by lot: a floor, for videos that share
pictures ought to share music. Prints one JSON document.
"""

import argparse
import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.whole_path import Video, add_options, fitted, videos_of
from tivm_desktop.library.scan import scan_folder

DRAWS = 2000
NAMED = 8
Counts = NDArray[np.intp]


def occurrences(places: Counts, top: int) -> Counts:
    """How often each track is among the first `top`: places `(videos, tracks)` from 1 -> `(tracks,)`."""
    return np.asarray((places <= top).sum(axis=0), np.intp)


def skewness(counts: Counts) -> float:
    """Third standardised moment of k-occurrences (Radovanovic et al. 2010); 0 where all are equal."""
    deviation = counts - counts.mean()
    spread = float(np.sqrt((deviation**2).mean()))
    return float((deviation**3).mean()) / spread**3 if spread else 0.0


def by_lot(videos: int, tracks: int, top: int, seed: int = 0) -> dict[str, float]:
    """What orders drawn by lot give: means over draws, and the largest share that one in twenty exceeds."""
    rng = np.random.default_rng(seed)
    largest, reached, skewed = [], [], []
    for _ in range(DRAWS):
        first = rng.random((videos, tracks)).argpartition(top - 1, axis=1)[:, :top]
        counts = np.bincount(first.ravel(), minlength=tracks)
        largest.append(counts.max() / videos)
        reached.append((counts > 0).sum())
        skewed.append(skewness(counts))
    return {
        "largest_share": round(float(np.mean(largest)), 4),
        "largest_share_95": round(float(np.quantile(largest, 0.95)), 4),
        "tracks_that_reach_the_top": round(float(np.mean(reached)), 1),
        "skewness": round(float(np.mean(skewed)), 3),
    }


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("videos", type=Path, nargs="?")
    parser.add_argument("music", type=Path, nargs="?")
    parser.add_argument("--top", type=int, default=5)
    add_options(parser)
    arguments = parser.parse_args()
    if arguments.videos is None or arguments.music is None:
        raise SystemExit("name a folder of videos and a folder of music; see benchmarks/pictures/make.py")
    videos = [Video(arguments.videos / entry["video"]) for entry in videos_of(arguments.videos)]
    found = fitted(arguments, videos, list(scan_folder(arguments.music)))
    counts = occurrences(found.places, arguments.top)
    most = np.argsort(-counts, kind="stable")[:NAMED]
    report = {
        "benchmark": "hubness",
        **found.described(),
        "videos": len(found.videos),
        "top": arguments.top,
        "largest_share": round(float(counts.max()) / len(found.videos), 4),
        "tracks_that_reach_the_top": int((counts > 0).sum()),
        "skewness": round(skewness(counts), 3),
        "by_lot": by_lot(len(found.videos), len(found.tracks), arguments.top),
        "most_often": [
            {"track": found.tracks[column].name, "share": round(int(counts[column]) / len(found.videos), 4)}
            for column in most
        ],
    }
    print(json.dumps(report, indent=1))


if __name__ == "__main__":
    main()
