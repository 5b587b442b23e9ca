"""`tivm analyse`: what the program finds out about one file."""

import argparse
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike

from tivm_desktop.commands.bars import Bar
from tivm_desktop.commands.options import Commands, add_json, add_pack, add_profile, profile_of
from tivm_desktop.commands.output import write_json, write_lines
from tivm_desktop.commands.status import OK
from tivm_desktop.domain.analysis import TrackAnalysis, VideoAnalysis
from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.description import describe_track, describe_video
from tivm_desktop.domain.errors import TivmError
from tivm_desktop.domain.timecode import timecode
from tivm_desktop.encoders.pack import Pack
from tivm_desktop.matching.analyse_file import AnalysedFile, analyse_file
from tivm_desktop.matching.jobs import Done, Failed
from tivm_desktop.matching.packs import calibration_of, find_pack
from tivm_desktop.matching.tools import ToolMaker
from tivm_desktop.matching.workers import AnalysisPool

_KEYS = ("C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B")
_TOP = 5


def add(commands: Commands) -> None:
    """Add the command to the program's."""
    parser = commands.add_parser("analyse", help="print what is found out about a video or a track")
    parser.add_argument("file", type=Path, metavar="FILE")
    add_pack(parser)
    add_profile(parser)
    add_json(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Analyse, print, and return the exit status.

    Raises:
        TivmError: the file, the pack or the provider can't be used.
    """
    profile = profile_of(arguments)
    profile.create()
    pack = find_pack(arguments.pack, profile)
    path = arguments.file.absolute()
    pool = AnalysisPool(ToolMaker(pack.folder, arguments.provider), 1, profile.worker_log_file)
    with Bar(path.name, "s") as bar:
        try:
            job = pool.submit(analyse_file, path, subject=path, lane="interactive", progress=bar.show)
            while (outcome := job.wait(0.2)) is None:
                pass
        finally:
            pool.close()
    if isinstance(outcome, Failed):
        raise TivmError(outcome.sentence)
    if isinstance(outcome, Done):
        _print(path, outcome.result, pack, as_json=arguments.json)
    return OK


def _print(path: Path, found: AnalysedFile, pack: Pack, *, as_json: bool) -> None:
    document: dict[str, object] = {"path": str(path), "pack": {"name": pack.name, "version": pack.version}}
    lines = [str(path)]
    if found.picture is not None:
        document["picture"] = picture = _picture(found.picture, pack)
        lines += ["picture", *_summary(picture)]
    if found.sound is not None:
        document["sound"] = sound = _sound(found.sound.analysis, pack)
        document["tags"] = {"title": found.sound.tags.title, "artist": found.sound.tags.artist}
        lines += ["sound", *_summary(sound)]
    if as_json:
        write_json(document)
    else:
        write_lines(*lines)


def _picture(video: VideoAnalysis, pack: Pack) -> dict[str, object]:
    picture = video.picture
    return {
        "duration_s": round(video.duration_s, 3),
        "width": video.width,
        "height": video.height,
        "frame_rate": round(video.frame_rate, 3),
        "has_audio": video.has_audio,
        "axes": _rounded(describe_video(video, calibration_of(pack)).axes),
        "classes": _best(video.classes, pack.frame.classes),
        "cuts_s": _list(picture.cuts_s),
        "timeline": {
            name: _list(getattr(picture, name))
            for name in (
                "motion",
                "activity",
                "brightness",
                "saturation",
                "warmth",
                "greenness",
                "contrast",
            )
        }
        | {"scene_offset": _list(picture.since_cut_s)},
    }


def _sound(track: TrackAnalysis, pack: Pack) -> dict[str, object]:
    sound = track.sound
    return {
        "duration_s": round(track.duration_s, 3),
        "integrated_lufs": round(sound.integrated_lufs, 2),
        "peak_dbfs": round(sound.peak_dbfs, 2),
        "tempo_bpm": round(sound.tempo_bpm, 2),
        "key": f"{_KEYS[sound.key]} {sound.mode}" if sound.key >= 0 else None,
        "axes": _rounded(describe_track(track, pack.music.tags, calibration_of(pack)).axes),
        "music_tags": _best(track.tags, pack.music.tags),
        "timeline": {
            name: _list(getattr(sound, name))
            for name in ("loudness_lufs", "rms", "onset_density", "brightness_hz")
        },
    }


def _summary(section: dict[str, object]) -> list[str]:
    return [f"  {name}: {_text(value)}" for name, value in section.items() if name != "timeline"]


def _text(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {number:.2f}" for name, number in value.items())
    if isinstance(value, list):
        return ", ".join(timecode(float(one)) for one in value)
    return str(value)


def _best(posteriors: FloatArray, labels: tuple[str, ...]) -> dict[str, float]:
    if not posteriors.shape[1]:
        return {}
    means = posteriors.mean(axis=0, dtype=np.float64)
    return {
        labels[index]: round(float(means[index]), 4) for index in np.argsort(-means, kind="stable")[:_TOP]
    }


def _rounded(axes: Mapping[str, float]) -> dict[str, float]:
    return {name: round(value, 4) for name, value in axes.items()}


def _list(values: ArrayLike) -> list[float]:
    return [round(float(value), 4) for value in np.asarray(values)]
