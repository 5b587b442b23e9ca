"""How far the coarse pass ranks as the full one does, and the full one as an encoder that hears every second.

    ./dev bench library_agreement --music DIR --video FILE [FILE...] [--most N]

Prints one JSON: for each video the rank correlation (Spearman) of the fits of all tracks long enough to be
heard in windows, and the share of the best ten and twenty that both name; for each fact its rank correlation
and mean difference; how often tempo (within 4 %) and key agree. Copies of a sound count once.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.stats import spearmanr

from tivm_desktop.domain.errors import MediaError
from tivm_desktop.domain.fusion import MeasuredVideo, fit_of
from tivm_desktop.domain.progress import no_progress
from tivm_desktop.domain.track_facts import Depth
from tivm_desktop.encoders.pack import default_pack_folder
from tivm_desktop.library.scan import scan_folder
from tivm_desktop.matching.analyse_track import analyse_track, analyse_track_by_seconds
from tivm_desktop.matching.analyse_video import analyse_video
from tivm_desktop.matching.analysed import AnalysedTrack
from tivm_desktop.matching.ranker import Ranker
from tivm_desktop.matching.tools import AnalysisTools, ToolMaker
from tivm_desktop.matching.track_describer import vector_layout

FACTS = ("energy", "valence", "tension", "vocals", "integrated_lufs")
TEMPO_TOLERANCE = 0.04

Found = list[AnalysedTrack]
Fits = NDArray[np.float64]


def analysed(tools: AnalysisTools, music: Path, most: int) -> tuple[Found, Found, Found]:
    """Return the long tracks of a folder: coarse, full, and by seconds."""
    coarse: dict[str, AnalysedTrack] = {}
    full: Found = []
    seconds: Found = []
    for path in scan_folder(music):
        try:
            found = analyse_track(tools, path, depth=Depth.COARSE, progress=no_progress)
        except MediaError as error:
            print(error, file=sys.stderr)
            continue
        if found.depth is Depth.FULL or found.audio_id in coarse:
            continue
        coarse[found.audio_id] = found
        full.append(analyse_track(tools, path, progress=no_progress))
        seconds.append(analyse_track_by_seconds(tools, path, progress=no_progress))
        if len(coarse) == most:
            break
    return list(coarse.values()), full, seconds


class Judge:
    """Fits by the rows that the program ranks by."""

    def __init__(self, tools: AnalysisTools, videos: Sequence[Path]) -> None:
        pack = tools.pack
        ranker = Ranker(pack)
        self._videos: list[MeasuredVideo] = [
            ranker.video(analyse_video(tools, video, progress=no_progress)).measured for video in videos
        ]
        self._layout = vector_layout(pack)

    def fits(self, tracks: Found) -> Fits:
        """Return (V, N) fits."""
        known = [self._layout.unpack(track.vector) for track in tracks]
        return np.array([[fit_of(video, track) for track in known] for video in self._videos])


def agreement(one: Fits, other: Fits) -> dict[str, object]:
    """Return by video how far two rankings agree."""
    return {
        "spearman": [round(float(spearmanr(a, b)[0]), 3) for a, b in zip(one, other, strict=True)],
        "best_10": [shared(a, b, 10) for a, b in zip(one, other, strict=True)],
        "best_20": [shared(a, b, 20) for a, b in zip(one, other, strict=True)],
        "mean_difference": round(float(np.abs(one - other).mean()), 2),
    }


def shared(one: Fits, other: Fits, count: int) -> float:
    """Return the share of the best that both rankings name."""
    return len(set(np.argsort(-one)[:count]) & set(np.argsort(-other)[:count])) / count


def facts(coarse: Found, full: Found) -> dict[str, object]:
    """Return how far the facts agree."""
    report: dict[str, object] = {}
    for name in FACTS:
        a, b = (np.array([getattr(one.facts, name) for one in found]) for found in (coarse, full))
        report[name] = {
            "spearman": round(float(spearmanr(a, b)[0]), 3),
            "mean_difference": round(float(np.abs(a - b).mean()), 3),
        }
    pairs = [(a.facts, b.facts) for a, b in zip(coarse, full, strict=True)]
    beats = [(a.tempo_bpm, b.tempo_bpm) for a, b in pairs if b.tempo_bpm > 0]
    told = [pair for pair in beats if pair[0] > 0]
    report["tempo"] = round(np.mean([close(*pair) for pair in beats]), 3)
    report["tempo_where_told"] = round(np.mean([close(*pair) for pair in told]), 3)
    report["key"] = round(np.mean([(a.key, a.mode) == (b.key, b.mode) for a, b in pairs]), 3)
    return report


def close(one: float, other: float) -> bool:
    """Whether two tempi are the same."""
    return abs(one - other) <= TEMPO_TOLERANCE * other


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--music", type=Path)
    parser.add_argument("--video", type=Path, nargs="+")
    parser.add_argument("--most", type=int, default=0, help="how many tracks at most; 0 for all")
    options = parser.parse_args()
    if options.music is None or options.video is None:
        sys.exit("name a folder with --music, of tracks longer than 75 s, and videos with --video")
    tools = ToolMaker(default_pack_folder(), "cpu")()
    coarse, full, seconds = analysed(tools, options.music, options.most)
    judge = Judge(tools, options.video)
    fits = {name: judge.fits(tracks) for name, tracks in (("c", coarse), ("f", full), ("s", seconds))}
    report = {
        "benchmark": "library_agreement",
        "tracks": len(coarse),
        "videos": [video.name for video in options.video],
        "coarse_and_full": agreement(fits["c"], fits["f"]),
        "full_and_every_second": agreement(fits["f"], fits["s"]),
        "facts": facts(coarse, full),
    }
    print(json.dumps(report))


if __name__ == "__main__":
    main()
