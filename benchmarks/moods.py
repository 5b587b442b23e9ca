"""Whether videos of plain mood get music of that mood: labels that nobody here made.

    ./dev bench moods VIDEOS [--pack P] [--profile DIR]

VIDEOS is made by benchmarks/pictures (its set `moods`). The music is the test music: 28 tracks, each made
from a prompt for one mood, which is its label. For each video the figure is the AUC of the right labels'
tracks above all others, .5 being chance. Prints one JSON document.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy.stats import rankdata

from benchmarks.samples import sample_music
from benchmarks.whole_path import Fits, Video, add_options, fitted, mean_with_interval, videos_of
from tivm_desktop.library.scan import scan_folder

RIGHT = {
    "calm": ("calm", "tender"),
    "energetic": ("energetic",),
    "dark": ("nostalgic",),
    "bright": ("happy",),
}
"""Mood of a video -> labels that are right for it; every other label is wrong.

Stated before anything was ranked. Calm and tender tracks are both slow, soft and in major. Of the five labels
nostalgic is the only slow one in minor, so it alone is right in the dark.
"""


def auc(fits: Fits, right: Sequence[bool]) -> float:
    """Chance that a right track fits better than a wrong one, ties counting half.

    Args:
        fits: `(tracks,)` fits for one video.
        right: `(tracks,)` whether a track is right; there are some of both.
    """
    chosen = np.asarray(right, bool)
    hits = int(chosen.sum())
    misses = len(chosen) - hits
    if not hits or not misses:
        raise ValueError("there must be right tracks and wrong ones")
    above = float(rankdata(fits)[chosen].sum()) - hits * (hits + 1) / 2
    return above / (hits * misses)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("videos", type=Path, nargs="?")
    add_options(parser)
    arguments = parser.parse_args()
    if arguments.videos is None:
        raise SystemExit("name a folder of mood videos; see benchmarks/pictures/make.py")
    entries = videos_of(arguments.videos)
    moods = {arguments.videos / entry["video"]: entry["mood"] for entry in entries}
    found = fitted(arguments, [Video(path) for path in moods], list(scan_folder(sample_music())))
    labels = np.array([track.parent.name for track in found.tracks])
    by_video = {
        video.path.stem: auc(row, [str(label) in RIGHT[moods[video.path]] for label in labels])
        for video, row in zip(found.videos, found.fits, strict=True)
    }
    ranks = rankdata(found.fits, axis=1)
    standing = (ranks - 0.5) / len(found.tracks)
    by_mood = {
        mood: [by_video[video.path.stem] for video in found.videos if moods[video.path] == mood]
        for mood in RIGHT
    }
    rows = np.array([moods[video.path] for video in found.videos])
    report = {
        "benchmark": "moods",
        **found.described(),
        "auc": mean_with_interval(list(by_video.values())),
        "by_mood": {mood: mean_with_interval(values) for mood, values in by_mood.items() if values},
        "standing_of_label": {
            mood: {
                str(label): round(float(standing[np.ix_(rows == mood, labels == label)].mean()), 3)
                for label in np.unique(labels)
            }
            for mood, values in by_mood.items()
            if values
        },
        "by_video": {name: round(value, 4) for name, value in by_video.items()},
    }
    print(json.dumps(report, indent=1))


if __name__ == "__main__":
    main()
