"""A video and a track described on the same named axes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.analysis import PictureTimeline, SoundTimeline, TrackAnalysis, VideoAnalysis
from tivm_desktop.domain.axes import AXES, LOADINGS, project
from tivm_desktop.domain.calibration import Calibration, normal_score
from tivm_desktop.domain.styles import STYLES

_PACE_WINDOW_S = 9
_SILENCE_LUFS = -55.0
_FULL_PRESENCE = 0.5

Float64Array = NDArray[np.float64]
Quantities = dict[str, Float64Array]


@dataclass(frozen=True, slots=True)
class Description:
    """Normal scores on `axes.AXES` and on the styles.

    `styles` of a video is each style's presence, 0..1; of a track it is the normal score with which its
    tags speak of that style. Axes or styles that the pack's encoders can't tell are absent.
    """

    axes: Mapping[str, float]
    styles: Mapping[str, float]


def video_quantities(video: VideoAnalysis) -> Quantities:
    """Return the raw quantities of a whole video by name, each of shape (1,)."""
    picture = video.picture
    return {
        "motion": _one(np.mean(picture.motion[1:]) if picture.length_s > 1 else 0.0),
        "activity": _one(np.mean(picture.activity)),
        "cut_rate": _one(len(picture.cuts_s) / max(video.duration_s, 1.0)),
        "brightness": _one(np.mean(picture.brightness)),
        "saturation": _one(np.mean(picture.saturation)),
        "warmth": _one(np.mean(picture.warmth)),
        "greenness": _one(np.mean(picture.greenness)),
        "contrast": _one(np.mean(picture.contrast)),
    }


def cutting_pace(picture: PictureTimeline) -> Float64Array:
    """Return (T,) cuts per second around each second (triangular window of 9 s)."""
    counts = np.bincount(picture.cuts_s.astype(np.int64), minlength=picture.length_s)[: picture.length_s]
    window = np.bartlett(_PACE_WINDOW_S + 2)[1:-1]
    weights = np.convolve(np.ones(picture.length_s), window, mode="full")
    paces = np.convolve(counts.astype(np.float64), window, mode="full")
    inner = slice(_PACE_WINDOW_S // 2, _PACE_WINDOW_S // 2 + picture.length_s)
    return np.asarray(paces[inner] / weights[inner], np.float64)


def track_quantities(track: TrackAnalysis, tag_names: Sequence[str]) -> Quantities:
    """Return the raw quantities of a whole track by name, each of shape (1,).

    Only seconds that sound (above -55 LUFS) count; tempo, mode and tags are left out where unknown.
    """
    sound = track.sound
    sounding = _sounding(sound)
    loudness = sound.loudness_lufs[sounding].astype(np.float64)
    quantities = {
        "onset_density": _one(np.mean(sound.onset_density[sounding])),
        "brightness_hz": _one(np.mean(sound.brightness_hz[sounding])),
        "loudness_range": _one(np.subtract(*np.percentile(loudness, [95, 10]))),
        "crest_db": _one(sound.peak_dbfs - sound.integrated_lufs),
    }
    if sound.tempo_bpm > 0:
        quantities["tempo_bpm"] = _one(sound.tempo_bpm)
    if sound.key >= 0:
        quantities["major"] = _one(1.0 if sound.mode == "major" else -1.0)
    if track.tags.shape[1]:
        means = track.tags[sounding[: len(track.tags)]].mean(axis=0, dtype=np.float64)
        quantities |= {f"tag:{name}": _one(mean) for name, mean in zip(tag_names, means, strict=True)}
    return quantities


def _sounding(sound: SoundTimeline) -> NDArray[np.bool_]:
    sounding = sound.loudness_lufs > _SILENCE_LUFS
    return sounding if sounding.any() else np.ones(sound.length_s, np.bool_)


def style_presence(classes: NDArray[np.float32]) -> dict[str, float]:
    """Return how present each style is in (T, 1000) class posteriors, 0..1; empty for (T, 0).

    A style is fully present where its classes hold half of the posterior mass on average.
    """
    if not classes.shape[1]:
        return {}
    mass = classes.mean(axis=0, dtype=np.float64)
    return {style.name: min(1.0, float(mass[list(style.classes)].sum()) / _FULL_PRESENCE) for style in STYLES}


def scores(quantities: Quantities, tables: Mapping[str, Sequence[float]]) -> Quantities:
    """Return the normal scores of the quantities that have a reference table."""
    return {name: normal_score(values, tables[name]) for name, values in quantities.items() if name in tables}


def style_projections(track_scores: Quantities) -> Quantities:
    """Return the uncalibrated style values of a track from its tags' normal scores."""
    projections: Quantities = {}
    for style in STYLES:
        value = project(track_scores, {f"tag:{tag}": weight for tag, weight in style.tags.items()})
        if value is not None:
            projections[f"style:{style.name}"] = value
    return projections


def axis_projections(side_scores: Quantities, side: str) -> Quantities:
    """Return the uncalibrated axis values; `side` is "video" or "music"."""
    projections: Quantities = {}
    for axis in AXES:
        loading = LOADINGS[axis].video if side == "video" else LOADINGS[axis].music
        value = project(side_scores, loading)
        if value is not None:
            projections[f"axis:{axis}"] = value
    return projections


def describe_video(video: VideoAnalysis, calibration: Calibration) -> Description:
    """Describe a whole video."""
    side = scores(video_quantities(video), calibration.video)
    axes = scores(axis_projections(side, "video"), calibration.video)
    return Description(_by_name(axes, "axis:"), MappingProxyType(style_presence(video.classes)))


def describe_track(track: TrackAnalysis, tag_names: Sequence[str], calibration: Calibration) -> Description:
    """Describe a whole track; `tag_names` are the pack's, in the order of the tag columns."""
    side = scores(track_quantities(track, tag_names), calibration.music)
    axes = scores(axis_projections(side, "music"), calibration.music)
    styles = scores(style_projections(side), calibration.music)
    return Description(_by_name(axes, "axis:"), _by_name(styles, "style:"))


def _by_name(values: Quantities, prefix: str) -> Mapping[str, float]:
    return MappingProxyType({name.removeprefix(prefix): float(value[0]) for name, value in values.items()})


def _one(value: float | np.floating) -> Float64Array:
    return np.asarray([value], np.float64)
