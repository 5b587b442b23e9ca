"""Where a clip's own music comes among the tracks of a folder.

    ./dev bench own_soundtrack MEDIA MUSIC [--pack P] [--profile DIR]

MEDIA is a folder of at least two clips with sound. The sound of each is copied into a file of its own and
ranked among MUSIC, for the whole clip and for each range of ten seconds of it. The control is the sound of
the next clip, ranked for the same pictures. A percentile is the share of MUSIC with a lower fit, ties
counting half. Prints one JSON document.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np

from benchmarks.whole_path import Fits, Video, add_options, fitted, mean_with_interval
from tivm_desktop.commands.options import profile_of
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.library.scan import scan_folder

SEGMENT_S = 10.0
LEAST_S = 5.0
"""A last range is left out if it is shorter."""


def percentile(fit: float, fits: Fits) -> float:
    """Share of `fits` below `fit`, ties counting half, in percent."""
    return 100 * float((fits < fit).mean() + (fits == fit).mean() / 2)


def segments(duration_s: float) -> Iterator[VideoRange]:
    """Ranges of `SEGMENT_S` one after the other."""
    for start_s in np.arange(0, duration_s - LEAST_S, SEGMENT_S):
        yield VideoRange(float(start_s), min(float(start_s) + SEGMENT_S, duration_s))


def has_sound(path: Path) -> bool:
    """Whether a file has pictures and sound."""
    try:
        with av.open(str(path)) as container:
            return bool(container.streams.video and container.streams.audio)
    except av.FFmpegError:
        return False


def duration_s(path: Path) -> float:
    """Length of a file."""
    with av.open(str(path)) as container:
        return float(container.duration or 0) / av.time_base


def copied_sound(clip: Path, folder: Path) -> Path:
    """Copy a clip's sound, as it is encoded, into a file of its own; one that is there is left."""
    sound = folder / f"{clip.stem}.mka"
    if not sound.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        with av.open(str(clip)) as source, av.open(str(sound), "w", format="matroska") as target:
            stream = source.streams.audio[0]
            copy = target.add_stream_from_template(stream)
            for packet in source.demux(stream):
                if packet.dts is not None:
                    packet.stream = copy
                    target.mux(packet)
    return sound


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("media", type=Path, nargs="?")
    parser.add_argument("music", type=Path, nargs="?")
    add_options(parser)
    arguments = parser.parse_args()
    if arguments.media is None or arguments.music is None:
        raise SystemExit("name a folder of clips with sound and a folder of music")
    clips = [path for path in sorted(arguments.media.iterdir()) if path.is_file() and has_sound(path)]
    if len(clips) < 2:
        raise SystemExit(f"{arguments.media} has fewer than two clips with sound")
    folder = profile_of(arguments).cache_folder / "benchmark-sounds"
    sounds = {clip: copied_sound(clip, folder) for clip in clips}
    videos = [Video(clip, part) for clip in clips for part in (None, *segments(duration_s(clip)))]
    music = list(scan_folder(arguments.music))
    found = fitted(arguments, videos, [*music, *sounds.values()])
    columns = {path: column for column, path in enumerate(found.tracks)}
    rivals = [columns[path] for path in music if path in columns]
    report: dict[str, object] = {"benchmark": "own_soundtrack", **found.described(), "clips": {}}
    own_parts, other_parts = [], []
    per_clip: dict[str, object] = {}
    for clip, other in zip(clips, clips[1:] + clips[:1], strict=True):
        rows = []
        for video, fits in zip(found.videos, found.fits, strict=True):
            if video.path == clip:
                own, control = (percentile(fits[columns[sounds[one]]], fits[rivals]) for one in (clip, other))
                rows.append((video.part, own, control))
        per_clip[clip.name] = {
            "whole": _figures(rows[0][1], rows[0][2]),
            "segments": [
                {"start_s": part.start_s, "end_s": round(part.end_s, 2), **_figures(own, control)}
                for part, own, control in rows[1:]
                if part is not None
            ],
        }
        own_parts += [own for _, own, _ in rows[1:]]
        other_parts += [control for _, _, control in rows[1:]]
    report["clips"] = per_clip
    report["segments"] = {
        "own": mean_with_interval(own_parts),
        "other": mean_with_interval(other_parts),
        "own_above_other": mean_with_interval(list(np.subtract(own_parts, other_parts))),
    }
    print(json.dumps(report, indent=1))


def _figures(own: float, other: float) -> dict[str, float]:
    return {"own": round(own, 1), "other": round(other, 1)}


if __name__ == "__main__":
    main()
