"""How a picture and a track rise and fall second by second, and how well the two agree at a placement."""

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import gaussian_filter1d

from tivm_desktop.domain.analysis import PictureTimeline, SoundTimeline
from tivm_desktop.domain.arrays import Float64Array
from tivm_desktop.domain.pace import cutting_pace
from tivm_desktop.domain.rates import ONSET_RATE_HZ

_SMOOTHING_S = 1.5
_TURN_SPAN_S = 4
_MIN_DROP_DB = 3.0


@dataclass(frozen=True, slots=True)
class Course:
    """How something rises and falls: its curve, and the one moment at which it turns up most."""

    curve: Float64Array
    """(T,) standardised, smoothed by 1.5 s; all zero where nothing changes."""
    liveliness: float
    """0..1: how far the curve can be trusted to mean something."""
    turn_s: float | None
    """The moment of the strongest rise, if there is one worth the name."""


def picture_course(picture: PictureTimeline) -> Course:
    """Return the course of a picture; its turn is a cut wherever one is near."""
    parts = [np.log1p(picture.activity.astype(np.float64)), np.log1p(picture.motion.astype(np.float64))]
    if len(picture.cuts_s):
        parts.append(4.0 * cutting_pace(picture))
    raw = gaussian_filter1d(np.mean(parts, axis=0), _SMOOTHING_S, mode="nearest")
    rise = _rise(raw)
    turn_s: float | None = None
    if len(rise) and rise.max() > 0.25:
        turn_s = float(np.argmax(rise))
        if len(picture.cuts_s):
            nearest = picture.cuts_s[np.argmin(np.abs(picture.cuts_s - turn_s))]
            turn_s = float(nearest) if abs(nearest - turn_s) <= 2.0 else turn_s
    return Course(_standardise(raw), float(np.clip(raw.std() / 0.3, 0, 1)), turn_s)


def sound_course(sound: SoundTimeline) -> Course:
    """Return the course of a track; its turn is where loudness rises by at least 3 dB, at the onset."""
    floor = max(float(sound.integrated_lufs) - 25.0, -70.0)
    loudness = np.maximum(sound.loudness_lufs.astype(np.float64), floor)
    raw = loudness / 6.0 + np.log1p(sound.onset_density.astype(np.float64))
    smooth = gaussian_filter1d(raw, _SMOOTHING_S, mode="nearest")
    rise = _rise(loudness)
    turn_s = None
    if len(rise) and rise.max() >= _MIN_DROP_DB:
        turn_s = _onset_near(sound, float(np.argmax(rise)))
    return Course(_standardise(smooth), float(np.clip(smooth.std() / 0.5, 0, 1)), turn_s)


def fit_curve_at(video: Course, track: Course, placement_s: float) -> tuple[float, ...]:
    """Return how well a track agrees with a video, second by second, wherever it is placed.

    Args:
        video: course of the picture, T seconds.
        track: course of the track.
        placement_s: second of the track at the video's second 0; between whole seconds, the track's course is
            interpolated.

    Returns:
        T values 0..1: exp(-d^2 / 2) of the courses' difference; 0 where the track does not sound for the
        larger half of a second.
    """
    at_s = np.arange(len(video.curve)) + placement_s
    inside = (at_s >= -0.5) & (at_s < len(track.curve) - 0.5)
    difference = video.curve - np.interp(at_s, np.arange(len(track.curve)), track.curve)
    return tuple(np.where(inside, np.exp(-0.5 * difference**2), 0.0).round(4).tolist())


def _rise(values: Float64Array) -> Float64Array:
    """Return (T,) mean of the next 4 s less mean of the last 4 s; 0 near both ends."""
    span = _TURN_SPAN_S
    rise = np.zeros(len(values))
    if len(values) > 2 * span:
        sums = np.cumsum(np.concatenate([[0.0], values]))
        rise[span : len(values) - span + 1] = (
            sums[2 * span :] - 2 * sums[span:-span] + sums[: -2 * span]
        ) / span
    return rise


def _onset_near(sound: SoundTimeline, second_s: float) -> float:
    """Return the time of the strongest onset within a second of `second_s`."""
    low = max(0, int((second_s - 1.0) * ONSET_RATE_HZ))
    window = sound.onset_strength[low : int((second_s + 1.0) * ONSET_RATE_HZ)]
    return (low + int(np.argmax(window))) / ONSET_RATE_HZ if len(window) else second_s


def _standardise(values: Float64Array) -> Float64Array:
    deviation = float(values.std())
    return (values - values.mean()) / deviation if deviation > 1e-9 else np.zeros_like(values)
