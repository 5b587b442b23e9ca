"""Named columns that raw files give: what towers take, as one row of numbers a second.

Archives of finished videos are written with these columns, and packs with towers name those they want. Values
are raw; logarithms and standardisation belong to the tower. Three columns have the names and the meaning of
columns of MuVi-Sync (Kang et al. 2024, Expert Systems with Applications 249): `motion`, `scene_offset`,
`loudness`. Two more stand in for columns of it: `note_density` is transcribed notes per second there and
onsets per second here, `emotion` is what CLIP says of six words there and an estimate from affect here.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

import numpy as np

from tivm_desktop.domain.analysis import PictureTimeline, TrackAnalysis, VideoAnalysis
from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.errors import TivmError
from tivm_desktop.domain.visual_affect import video_affect
from tivm_desktop.domain.visual_emotion import emotions

_ROUNDING_S = 1e-4
_QUIETEST_MEDIAN = 1e-4
_LOUDEST = 8.0

Tables = Mapping[str, Sequence[float]]
"""A pack's reference quantiles of video quantities by name (`domain.calibration`)."""
_NO_TABLES: Tables = MappingProxyType({})

_VIDEO: Mapping[str, Callable[[VideoAnalysis, Tables], FloatArray]] = MappingProxyType(
    {
        "frame_features": lambda video, _: video.features,
        "classes": lambda video, _: video.classes,
        "emotion": lambda video, tables: emotions(video_affect(video, tables)).astype(np.float32),
        "motion": lambda video, _: video.picture.frame_difference,
        "scene_offset": lambda video, _: _whole_seconds_since_cut(video.picture),
        "brightness": lambda video, _: video.picture.brightness,
        "saturation": lambda video, _: video.picture.saturation,
        "warmth": lambda video, _: video.picture.warmth,
        "greenness": lambda video, _: video.picture.greenness,
        "contrast": lambda video, _: video.picture.contrast,
        "activity": lambda video, _: video.picture.activity,
    }
)
_MUSIC: Mapping[str, Callable[[TrackAnalysis], FloatArray]] = MappingProxyType(
    {
        "music_features": lambda track: track.features,
        "tags": lambda track: track.tags,
        "loudness": lambda track: track.sound.rms,
        "relative_loudness": lambda track: relative_loudness(track.sound.rms),
        "note_density": lambda track: track.sound.onset_density,
        "chroma": lambda track: track.sound.chroma,
        "brightness_hz": lambda track: track.sound.brightness_hz,
    }
)

VIDEO_COLUMNS: tuple[str, ...] = tuple(_VIDEO)
"""`motion` is the difference to the frame just before each second's first, not that between seconds;
`scene_offset` is in whole seconds."""
MUSIC_COLUMNS: tuple[str, ...] = tuple(_MUSIC)
"""`loudness` is linear RMS, `relative_loudness` the same in medians of the track, whatever level it was
mastered at; `note_density` is detected onsets."""
ENCODER_COLUMNS: frozenset[str] = frozenset(
    {"frame_features", "classes", "emotion", "music_features", "tags"}
)
"""Columns that mean something only together with the encoder that gave them."""


def video_columns(
    analysis: VideoAnalysis, names: Iterable[str] = VIDEO_COLUMNS, tables: Tables = _NO_TABLES
) -> dict[str, FloatArray]:
    """Return columns of a video by name, in the order of `names`, each (T, D) float32.

    T is the length of the picture timeline; `classes` of an encoder that gives none has D = 0. Only `emotion`
    looks at `tables`; without them it knows what is shown, and nothing of colour, light and motion.

    Raises:
        TivmError: no raw file gives a column of some name.
    """
    wanted = _known(names, VIDEO_COLUMNS, "video")
    return {name: _as_table(_VIDEO[name](analysis, tables)) for name in wanted}


def music_columns(analysis: TrackAnalysis, names: Iterable[str] = MUSIC_COLUMNS) -> dict[str, FloatArray]:
    """Return columns of a track by name, in the order of `names`, each (T, D) float32.

    T is the length of the sound timeline; `tags` of an encoder that gives none has D = 0.

    Raises:
        TivmError: no raw file gives a column of some name.
    """
    wanted = _known(names, MUSIC_COLUMNS, "music")
    return {name: _as_table(_MUSIC[name](analysis)) for name in wanted}


def relative_loudness(rms: FloatArray) -> FloatArray:
    """Return an item's (T,) linear RMS over its median, 0..8."""
    return np.asarray(np.minimum(rms / max(float(np.median(rms)), _QUIETEST_MEDIAN), _LOUDEST), np.float32)


def foreign_columns(video: Iterable[str], music: Iterable[str]) -> tuple[str, ...]:
    """Return those of the named columns of both sides that no file gives."""
    foreign_video = [name for name in video if name not in VIDEO_COLUMNS]
    return (*foreign_video, *(name for name in music if name not in MUSIC_COLUMNS))


def _known(names: Iterable[str], existing: tuple[str, ...], side: str) -> tuple[str, ...]:
    wanted = tuple(names)
    unknown = [name for name in wanted if name not in existing]
    if unknown:
        raise TivmError(
            f"No file gives the {side} column {unknown[0]!r}; the columns that files give are "
            f"{', '.join(existing)}."
        )
    return wanted


def _whole_seconds_since_cut(picture: PictureTimeline) -> FloatArray:
    """(T,) seconds since the last cut (or the start) at the start of each row, without their fraction."""
    starts = np.arange(picture.length_s) + _ROUNDING_S
    cuts = np.concatenate([np.zeros(1), picture.cuts_s])
    return np.asarray(np.floor(starts - cuts[np.searchsorted(cuts, starts, side="right") - 1]), np.float32)


def _as_table(values: FloatArray) -> FloatArray:
    """(T,) or (T, D) as (T, D)."""
    return np.ascontiguousarray(values.reshape(len(values), -1))
