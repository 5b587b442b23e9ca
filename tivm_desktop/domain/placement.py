"""Where a track goes under a video: second by second first, then onto the cuts.

The picture's course (motion, activity, cutting pace) is correlated with the track's course (loudness, onset
density) at every whole-second offset. The strongest rise of the track meeting the strongest turn of the
picture, onsets falling on cuts, and a beginning that is the track's own, count besides; silence and entering
late cost. The best offset is then shifted by up to half a second so that the drop, or else most onsets, fall
exactly on cuts.
"""

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import maximum_filter1d

from tivm_desktop.domain.analysis import PictureTimeline, SoundTimeline
from tivm_desktop.domain.arrays import Float64Array
from tivm_desktop.domain.correlation import cross_correlation
from tivm_desktop.domain.placement_course import Course, fit_curve_at
from tivm_desktop.domain.rates import ONSET_RATE_HZ

_DROP_WEIGHT = 0.5
_START_WEIGHT = 0.1
_LATE_WEIGHT = 0.4
_SILENCE_WEIGHT = 1.0
_SILENCE_LUFS = -55.0
_CUTS_WEIGHT = 0.25
_REFINE_S = 0.5
_SHIFTS_S = np.arange(-25, 26) / 50.0
_SHIFT_COSTS = 1e-4 * np.abs(_SHIFTS_S)


@dataclass(frozen=True, slots=True)
class Placement:
    """A track's place under a video."""

    placement_s: float
    """Second of the track that sounds at second 0 of the video; negative: it enters that much later."""
    agreement: float
    """-1..1 correlation of the two courses where both run."""
    turn_meets_s: float | None
    """Second of the video at which the track's strongest rise meets the picture's strongest turn."""
    cuts_met: int
    """Number of cuts that a strong onset meets within 0.06 s."""
    fit_curve: tuple[float, ...]
    """(T of the video,) 0..1 agreement of the two courses, 0 where the track does not sound."""


@dataclass(frozen=True, slots=True, eq=False)
class PlacementScores:
    """How well a track goes under a video at every whole-second offset, and the placement each leads to."""

    picture: PictureTimeline
    sound: SoundTimeline
    video: Course
    track: Course
    offsets_s: Float64Array
    """(O,) whole seconds, ascending: a longer track covers the video, a shorter one lies within it."""
    score: Float64Array
    """(O,) the higher the better; compared with each other only."""
    agreement: Float64Array
    """(O,) -1..1 correlation of the two courses where both run."""
    hits: Float64Array
    """(O, 51) onset strength at the cuts for each shift of -0.5..0.5 s, less what the shift costs."""

    def placement(self, index: int) -> Placement:
        """Return the placement near `offsets_s[index]`, shifted so that drop or onsets fall on cuts."""
        first, last = self.offsets_s[0], self.offsets_s[-1]
        whole = float(self.offsets_s[index])
        meeting = _meeting_s(self.video, self.track, whole, self.offsets_s)
        placement_s = whole + float(_SHIFTS_S[np.argmax(self.hits[index])]) if meeting is None else meeting
        placement_s = float(np.clip(round(placement_s, 3), first, last))
        return Placement(
            placement_s=placement_s,
            agreement=float(self.agreement[index]),
            turn_meets_s=None if meeting is None else self.video.turn_s,
            cuts_met=_cuts_met(self.picture, self.sound, placement_s),
            fit_curve=fit_curve_at(self.video, self.track, placement_s),
        )


def place(picture: PictureTimeline, sound: SoundTimeline, video: Course, track: Course) -> Placement:
    """Return the best placement of a track under a video.

    `video` and `track` are the courses of `picture` and `sound`. A track at least as long as the video
    covers it whole; a shorter one lies whole within the video.
    """
    scores = placement_scores(picture, sound, video, track)
    return scores.placement(int(np.argmax(scores.score)))


def placement_scores(
    picture: PictureTimeline, sound: SoundTimeline, video: Course, track: Course
) -> PlacementScores:
    """Score every whole-second offset of a track; arguments as for `place`."""
    offsets = _offsets(len(video.curve), len(track.curve))
    agreement = _correlations(video.curve, track.curve)
    score = agreement * video.liveliness * track.liveliness
    if video.turn_s is not None and track.turn_s is not None:
        miss_s = np.abs(offsets - (track.turn_s - video.turn_s))
        score = score + _DROP_WEIGHT * np.exp(-0.5 * (miss_s / 0.5) ** 2)
    score = score - _SILENCE_WEIGHT * _silent_share(sound, offsets, len(video.curve))
    shifted = offsets[:, None] + _SHIFTS_S
    within = (shifted >= offsets[0]) & (shifted <= offsets[-1])
    hits = np.where(within, _cut_hits(picture, sound, offsets) - _SHIFT_COSTS, -1.0)
    score = score + _CUTS_WEIGHT * hits.max(axis=1)
    score = score - _LATE_WEIGHT * np.maximum(-offsets, 0.0) / len(video.curve)
    score = score + _START_WEIGHT * (offsets == min(max(_first_sound_s(sound), offsets[0]), offsets[-1]))
    return PlacementScores(picture, sound, video, track, offsets, score, agreement, hits)


def _meeting_s(video: Course, track: Course, whole_s: float, offsets: Float64Array) -> float | None:
    """Return the exact placement at which the turns meet, where it is within 0.5 s of `whole_s`."""
    if video.turn_s is None or track.turn_s is None:
        return None
    exact_s = track.turn_s - video.turn_s
    near = abs(exact_s - whole_s) <= _REFINE_S and offsets[0] <= exact_s <= offsets[-1]
    return exact_s if near else None


def _offsets(video_s: int, track_s: int) -> Float64Array:
    return np.arange(min(0, track_s - video_s), max(0, track_s - video_s) + 1, dtype=np.float64)


def _correlations(video: Float64Array, track: Float64Array) -> Float64Array:
    """Pearson correlation of the shorter curve with each window of the longer one, in order of offset."""
    longer, shorter = (track, video) if len(track) >= len(video) else (video, track)
    n = len(shorter)
    if n < 3 or not shorter.any():
        return np.zeros(len(longer) - n + 1)
    template = shorter - shorter.mean()
    sums = np.cumsum(np.concatenate([[0.0], longer]))
    squares = np.cumsum(np.concatenate([[0.0], longer**2]))
    mean = (sums[n:] - sums[:-n]) / n
    variance = np.maximum((squares[n:] - squares[:-n]) / n - mean**2, 1e-9)
    products = cross_correlation(longer, template)[n - 1 : len(longer)] / n
    windows = np.clip(products / np.sqrt(variance * np.mean(template**2)), -1.0, 1.0)
    return np.asarray(windows if len(track) >= len(video) else windows[::-1], np.float64)


def _silent_share(sound: SoundTimeline, offsets: Float64Array, video_s: int) -> Float64Array:
    silent = np.concatenate([[0.0], np.cumsum(sound.loudness_lufs <= _SILENCE_LUFS)])
    starts = np.clip(offsets, 0, sound.length_s).astype(int)
    ends = np.clip(offsets + video_s, 0, sound.length_s).astype(int)
    return np.asarray((silent[ends] - silent[starts]) / np.maximum(ends - starts, 1), np.float64)


def _first_sound_s(sound: SoundTimeline) -> float:
    sounding = np.flatnonzero(sound.loudness_lufs > _SILENCE_LUFS)
    return float(sounding[0]) if len(sounding) else 0.0


def _cut_hits(picture: PictureTimeline, sound: SoundTimeline, offsets: Float64Array) -> Float64Array:
    """Return (O, 51) the mean onset strength at the cuts, for each offset and shift of -0.5..0.5 s."""
    shifts = len(_SHIFTS_S)
    if not len(picture.cuts_s) or not len(sound.onset_strength):
        return np.zeros((len(offsets), shifts))
    cuts = np.rint(picture.cuts_s.astype(np.float64) * ONSET_RATE_HZ).astype(int)
    impulses = np.zeros(cuts.max() + 1)
    impulses[cuts] = 1.0 / len(cuts)
    reached = maximum_filter1d(np.minimum(sound.onset_strength.astype(np.float64), 1.0), 3, mode="constant")
    hits = np.maximum(cross_correlation(reached, impulses), 0.0)
    start = len(impulses) - 1 + np.rint(offsets * ONSET_RATE_HZ).astype(int) - shifts // 2
    index = start[:, None] + np.arange(shifts)
    return np.asarray(
        np.where((index >= 0) & (index < len(hits)), hits[np.clip(index, 0, len(hits) - 1)], 0.0)
    )


def _cuts_met(picture: PictureTimeline, sound: SoundTimeline, placement_s: float) -> int:
    """Return at how many cuts an onset of at least half strength lies within 0.06 s."""
    reached = maximum_filter1d(sound.onset_strength, 2 * round(0.06 * ONSET_RATE_HZ) + 1, mode="constant")
    index = np.rint((picture.cuts_s.astype(np.float64) + placement_s) * ONSET_RATE_HZ).astype(int)
    return int(np.sum(reached[index[(index >= 0) & (index < len(reached))]] > 0.5))
