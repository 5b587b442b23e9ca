"""A video and a track described alike: on named axes, by styles, and in the space of what pairs teach."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.analysis import SoundTimeline, TrackAnalysis, VideoAnalysis
from tivm_desktop.domain.arrays import Float64Array
from tivm_desktop.domain.axes import MUSIC_LOADINGS, VIDEO_AFFECT, project
from tivm_desktop.domain.calibration import Calibration, normal_score
from tivm_desktop.domain.class_lexicon import AFFECT, STYLE_NAMES, picture_affect, picture_styles
from tivm_desktop.domain.styles import STYLE_MUSIC
from tivm_desktop.domain.visual_affect import video_affect

_SILENCE_LUFS = -55.0

Quantities = dict[str, Float64Array]
Tables = Mapping[str, Sequence[float]]


@dataclass(frozen=True, slots=True)
class Description:
    """What is known of a video or of a track, in terms that both sides share."""

    axes: Mapping[str, float]
    """Normal scores on `axes.AXES`; axes that the pack's encoders can't tell are absent."""
    styles: Mapping[str, float]
    """By `class_lexicon.STYLE_NAMES`: of a video each style's presence, 0..1; of a track the normal score
    with which its tags speak of it. Empty where the pack's encoders give no classes or no tags."""
    correspondence: tuple[float, ...] = ()
    """Unit vector in the space of the pack's `correspondence.Correspondence`; empty without one."""


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
        means = track.tags[sounding].mean(axis=0, dtype=np.float64)
        quantities |= {f"tag:{name}": _one(mean) for name, mean in zip(tag_names, means, strict=True)}
    return quantities


def _sounding(sound: SoundTimeline) -> NDArray[np.bool_]:
    sounding = sound.loudness_lufs > _SILENCE_LUFS
    return sounding if sounding.any() else np.ones(sound.length_s, np.bool_)


def scores(quantities: Quantities, tables: Mapping[str, Sequence[float]]) -> Quantities:
    """Return the normal scores of the quantities that have a reference table."""
    return {name: normal_score(values, tables[name]) for name, values in quantities.items() if name in tables}


def video_quantities(video: VideoAnalysis) -> Quantities:
    """Return the raw quantities of a whole video by name, each of shape (1,).

    The looks, what the lexicon says of its mood (`class:valence` ...) and of its styles (`style:nature` ...,
    0..1 mean presence); the last two only where the encoder gives classes.
    """
    picture = video.picture
    quantities = {
        "motion": _one(np.mean(picture.motion[1:]) if picture.length_s > 1 else 0.0),
        "activity": _one(np.mean(picture.activity)),
        "cut_rate": _one(len(picture.cuts_s) / max(video.duration_s, 1.0)),
        "brightness": _one(np.mean(picture.brightness)),
        "saturation": _one(np.mean(picture.saturation)),
        "warmth": _one(np.mean(picture.warmth)),
        "greenness": _one(np.mean(picture.greenness)),
        "contrast": _one(np.mean(picture.contrast)),
    }
    if video.classes.shape[1]:
        moods = picture_affect(video.classes)[0].mean(axis=0, dtype=np.float64)
        styles = picture_styles(video.classes).mean(axis=0, dtype=np.float64)
        quantities |= {f"class:{name}": _one(value) for name, value in zip(AFFECT, moods, strict=True)}
        quantities |= {f"style:{name}": _one(value) for name, value in zip(STYLE_NAMES, styles, strict=True)}
    return quantities


def style_projections(track_scores: Quantities) -> Quantities:
    """Return the uncalibrated style values of a track from the normal scores of its quantities.

    A style is told by tags; a track without any has none.
    """
    if not any(name.startswith("tag:") for name in track_scores):
        return {}
    found = ((style, project(track_scores, weights)) for style, weights in STYLE_MUSIC.items())
    return {f"style:{style}": value for style, value in found if value is not None}


def music_projections(track_scores: Quantities) -> Quantities:
    """Return the uncalibrated axis values of a track from the normal scores of its quantities."""
    found = ((axis, project(track_scores, weights)) for axis, weights in MUSIC_LOADINGS.items())
    return {f"axis:{axis}": value for axis, value in found if value is not None}


def video_projections(video: VideoAnalysis, tables: Tables) -> Quantities:
    """Return the uncalibrated axis values of a video: its mean affect."""
    affect = dict(zip(AFFECT, video_affect(video, tables).mean(axis=0), strict=True))
    return {f"axis:{axis}": _one(affect[name]) for axis, name in VIDEO_AFFECT.items()}


def describe_video(video: VideoAnalysis, calibration: Calibration) -> Description:
    """Describe a whole video."""
    raw = video_quantities(video)
    axes = scores(video_projections(video, calibration.video), calibration.video)
    seen = calibration.correspondence.of_video(_values(raw | scores(raw, calibration.video)))
    return Description(_by_name(axes, "axis:"), _by_name(raw, "style:"), seen)


def describe_track(track: TrackAnalysis, tag_names: Sequence[str], calibration: Calibration) -> Description:
    """Describe a whole track; `tag_names` are the pack's, in the order of the tag columns."""
    side = scores(track_quantities(track, tag_names), calibration.music)
    axes = scores(music_projections(side), calibration.music)
    styles = scores(style_projections(side), calibration.music)
    heard = calibration.correspondence.of_music(_values(side))
    return Description(_by_name(axes, "axis:"), _by_name(styles, "style:"), heard)


def _by_name(values: Quantities, prefix: str) -> Mapping[str, float]:
    found = {name: float(value[0]) for name, value in values.items() if name.startswith(prefix)}
    return MappingProxyType({name.removeprefix(prefix): value for name, value in found.items()})


def _values(quantities: Quantities) -> dict[str, float]:
    return {name: float(value[0]) for name, value in quantities.items()}


def _one(value: float | np.floating) -> Float64Array:
    return np.asarray([value], np.float64)
