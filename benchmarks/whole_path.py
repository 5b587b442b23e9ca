"""Fits of a folder's tracks for many videos, as a session comes to them; for benchmarks of the ranking.

Analyses are kept in the profile, so that a second pack with the same encoders is judged in seconds.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from tivm_desktop.commands.options import add_pack, add_profile, profile_of
from tivm_desktop.domain.evaluation.bootstrap import Resampling, interval
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.encoders.pack import Pack
from tivm_desktop.matching.collect import collect
from tivm_desktop.matching.packs import find_pack
from tivm_desktop.matching.placing import video_for
from tivm_desktop.matching.ranker import Ranker

Fits = NDArray[np.float64]


@dataclass(frozen=True)
class Video:
    """A video, or a range of it, that music is wanted for."""

    path: Path
    part: VideoRange | None = None


@dataclass(frozen=True)
class Fitted:
    """Fits of `tracks` for `videos`: `(videos, tracks)`; what could not be analysed is in neither."""

    fits: Fits
    places: NDArray[np.intp]
    """(videos, tracks) rank of each track in the order that the program shows, from 1."""
    videos: tuple[Video, ...]
    tracks: tuple[Path, ...]
    skipped: dict[str, str]
    """File name -> why it is missing."""
    pack: Pack
    fit_by: str
    provider: str

    def described(self) -> dict[str, object]:
        """What ranked, for a report."""
        return {
            "pack": {"name": self.pack.name, "version": self.pack.version},
            "fit_by": self.fit_by,
            "provider": self.provider,
            "tracks": len(self.tracks),
            "skipped": self.skipped,
        }


def add_options(parser: argparse.ArgumentParser) -> None:
    """Let a benchmark take `--pack`, `--provider` and `--profile`."""
    add_pack(parser)
    add_profile(parser)


def fitted(arguments: argparse.Namespace, videos: Sequence[Video], tracks: Sequence[Path]) -> Fitted:
    """Analyse or recall the files and rank all tracks for each video.

    Raises:
        TivmError: profile, pack or provider can't be used.
    """
    profile = profile_of(arguments)
    pack = find_pack(arguments.pack, profile)
    with tqdm(desc="analysing", unit="file", disable=None, leave=False) as bar:

        def progress(done: int, total: int) -> None:
            bar.total, bar.n = total, done
            bar.refresh()

        found = collect(
            pack,
            profile,
            tracks,
            [video.path for video in videos],
            provider=arguments.provider,
            progress=progress,
            warn=lambda sentence: print(sentence, file=sys.stderr),
        )
    everything = {**found.tracks, **found.videos}
    skipped = {path.name: why for path, why in everything.items() if isinstance(why, str)}
    ranker = Ranker(pack)
    described = {
        path: ranker.track(path, known)
        for path in dict.fromkeys(tracks)
        if not isinstance(known := found.tracks[path], str)
    }
    by_path = np.argsort(np.argsort([str(path) for path in described]))
    analyses = {path: known for path, known in found.videos.items() if not isinstance(known, str)}
    kept = [video for video in videos if video.path in analyses]
    fits = np.empty((len(kept), len(described)))
    places = np.empty(fits.shape, np.intp)
    for row, video in enumerate(tqdm(kept, desc="ranking", unit="video", disable=None, leave=False)):
        under = video_for(ranker, analyses[video.path], video.part)
        fits[row] = [ranker.fit_under(under, track) for track in described.values()]
        best_first = np.lexsort((by_path, -fits[row]))
        places[row, best_first] = np.arange(1, len(described) + 1)
    return Fitted(fits, places, tuple(kept), tuple(described), skipped, pack, ranker.fit_by, found.provider)


def videos_of(folder: Path) -> list[dict[str, str]]:
    """Entries of a folder's manifest.json, `video` as written there.

    Raises:
        SystemExit: there is none.
    """
    manifest = folder / "manifest.json"
    if not manifest.is_file():
        raise SystemExit(
            f"{folder} has no manifest.json; ./dev exec python -m benchmarks.pictures.make makes such folders"
        )
    return list(json.loads(manifest.read_text(encoding="utf-8")))


def mean_with_interval(values: Sequence[float]) -> dict[str, object]:
    """Mean and its 95 % percentile bootstrap interval over the values, rounded for a report."""
    table = np.asarray(values, np.float64)
    low, high = interval(Resampling(len(table), seed=0).means(table))
    return {"n": len(table), "mean": round(float(table.mean()), 4), "ci": [round(low, 4), round(high, 4)]}
