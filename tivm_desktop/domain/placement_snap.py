"""Moving a track by hand: how far it may go, and what it snaps to."""

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import maximum_filter1d

from tivm_desktop.domain.analysis import SoundTimeline
from tivm_desktop.domain.arrays import Float64Array
from tivm_desktop.domain.placement_course import sound_course
from tivm_desktop.domain.rates import ONSET_RATE_HZ

LEAST_OVERLAP_S = 1.0
_STRONG = 0.5
_SAME_S = 0.06
_SHARE_OF_SPACING = 0.35


@dataclass(frozen=True, slots=True, eq=False)
class Accents:
    """The moments of a track that an editor puts on a cut, in seconds of the track."""

    beats_s: Float64Array
    """(B,) ascending."""
    onsets_s: Float64Array
    """(N,) strong onsets, ascending."""
    drop_s: float | None
    """The strongest rise, if there is one."""

    @property
    def all_s(self) -> Float64Array:
        """(M,) onsets, and the beats that none of them stands for, ascending."""
        lonely = self.beats_s[_distance(self.onsets_s, self.beats_s) > _SAME_S]
        return np.sort(np.concatenate([self.onsets_s, lonely]))


@dataclass(frozen=True, slots=True)
class Snap:
    """A placement at which something of the track meets a cut."""

    placement_s: float
    cut_s: float
    """Second of the video."""


def accents(sound: SoundTimeline) -> Accents:
    """Return beats, onsets of at least half strength that are the highest within 0.06 s, and the drop."""
    strength = sound.onset_strength
    highest = maximum_filter1d(strength, 2 * round(_SAME_S * ONSET_RATE_HZ) + 1, mode="constant")
    onsets = np.flatnonzero((strength == highest) & (strength > _STRONG))
    onsets_s = onsets / ONSET_RATE_HZ
    return Accents(sound.beats_s.astype(np.float64), onsets_s, sound_course(sound).turn_s)


def bounded(placement_s: float, video_s: float, track_s: float) -> float:
    """Return the placement, or the nearest at which a second of the track sounds under the video."""
    least_s = min(LEAST_OVERLAP_S, video_s, track_s)
    return min(max(placement_s, least_s - video_s), track_s - least_s)


def snapped(
    wanted_s: float, of_track: Accents, cuts_s: Float64Array, hand_s: float, reach_s: float
) -> Snap | None:
    """Return the snap for a track dragged to a placement, if it is near enough to one.

    The drop snaps to any cut. Beats and onsets snap to the cut nearest the hand only, and over at most 0.35
    of the distance between them, so that between two of them the track stays free.

    Args:
        wanted_s: placement that the hand asks for.
        of_track: what of it snaps.
        cuts_s: (C,) of the video, ascending.
        hand_s: second of the video under the hand.
        reach_s: distance over which something snaps.
    """
    if not len(cuts_s):
        return None
    if of_track.drop_s is not None:
        drop = _nearest(of_track.drop_s - cuts_s, cuts_s, wanted_s)
        if abs(drop.placement_s - wanted_s) <= reach_s:
            return drop
    accents_s = of_track.all_s
    if not len(accents_s):
        return None
    cut_s = cuts_s[[int(np.argmin(np.abs(cuts_s - hand_s)))]]
    snap = _nearest(accents_s - cut_s, np.repeat(cut_s, len(accents_s)), wanted_s)
    spacing_s = float(np.median(np.diff(accents_s))) if len(accents_s) > 1 else np.inf
    near = abs(snap.placement_s - wanted_s) <= min(reach_s, _SHARE_OF_SPACING * spacing_s)
    return snap if near else None


def _nearest(placements_s: Float64Array, cuts_s: Float64Array, wanted_s: float) -> Snap:
    index = int(np.argmin(np.abs(placements_s - wanted_s)))
    return Snap(round(float(placements_s[index]), 3), float(cuts_s[index]))


def _distance(of_s: Float64Array, to_s: Float64Array) -> Float64Array:
    """Return for each of `to_s` its distance to the nearest of `of_s`, ascending."""
    if not len(of_s):
        return np.full(len(to_s), np.inf)
    behind = np.clip(np.searchsorted(of_s, to_s), 1, max(len(of_s) - 1, 1))
    before, after = of_s[behind - 1], of_s[np.minimum(behind, len(of_s) - 1)]
    return np.asarray(np.minimum(np.abs(to_s - before), np.abs(to_s - after)), np.float64)
