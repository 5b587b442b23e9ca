"""How far a hand may move a track, and what the track snaps to on the way."""

from dataclasses import replace

import numpy as np
import pytest

from tests.domain.making import louder_from, sound
from tivm_desktop.domain.placement_snap import Accents, Snap, accents, bounded, snapped

CUTS_S = np.array([4.0, 20.0])


def of_track(*onsets_s: float, beats_s: tuple[float, ...] = (), drop_s: float | None = None) -> Accents:
    return Accents(np.asarray(beats_s, np.float64), np.asarray(onsets_s, np.float64), drop_s)


def test_at_least_a_second_of_the_track_sounds_under_the_video() -> None:
    assert bounded(3.25, 10.0, 60.0) == 3.25
    assert bounded(-50.0, 10.0, 60.0) == -9.0
    assert bounded(80.0, 10.0, 60.0) == 59.0


def test_of_what_is_shorter_than_a_second_all_of_it_sounds() -> None:
    assert bounded(-50.0, 10.0, 0.4) == pytest.approx(-9.6)
    assert bounded(80.0, 10.0, 0.4) == 0.0
    assert bounded(-50.0, 0.4, 60.0) == 0.0
    assert bounded(80.0, 0.4, 60.0) == pytest.approx(59.6)


def test_an_onset_snaps_to_the_cut_that_is_nearest_the_hand() -> None:
    found = of_track(10.0, 31.0)
    assert snapped(5.9, found, CUTS_S, hand_s=5.0, reach_s=0.3) == Snap(6.0, 4.0)
    assert snapped(10.9, found, CUTS_S, hand_s=19.0, reach_s=0.3) == Snap(11.0, 20.0)
    assert snapped(10.9, found, CUTS_S, hand_s=5.0, reach_s=0.3) is None


def test_the_drop_snaps_to_any_cut_and_before_anything_else() -> None:
    found = of_track(10.0, 26.1, drop_s=26.0)
    assert snapped(6.05, found, CUTS_S, hand_s=4.0, reach_s=0.3) == Snap(6.0, 20.0)


def test_beyond_the_reach_of_the_drop_an_onset_may_still_snap() -> None:
    found = of_track(10.0, 31.0, drop_s=50.0)
    assert snapped(5.9, found, CUTS_S, hand_s=5.0, reach_s=0.3) == Snap(6.0, 4.0)


def test_between_two_beats_the_track_stays_free() -> None:
    found = of_track(beats_s=tuple(np.arange(0.0, 30.0, 0.5)))
    assert snapped(6.24, found, CUTS_S, hand_s=4.0, reach_s=1.0) is None
    assert snapped(6.15, found, CUTS_S, hand_s=4.0, reach_s=1.0) == Snap(6.0, 4.0)


def test_without_cuts_or_accents_nothing_snaps() -> None:
    assert snapped(6.0, of_track(10.0), np.zeros(0), hand_s=4.0, reach_s=1.0) is None
    assert snapped(6.0, of_track(), CUTS_S, hand_s=4.0, reach_s=1.0) is None


def test_a_single_accent_snaps_over_the_whole_reach() -> None:
    assert snapped(5.2, of_track(10.0), CUTS_S, hand_s=4.0, reach_s=1.0) == Snap(6.0, 4.0)
    assert snapped(5.0, of_track(10.0), CUTS_S, hand_s=4.0, reach_s=1.0) == Snap(6.0, 4.0)
    assert snapped(4.9, of_track(10.0), CUTS_S, hand_s=4.0, reach_s=1.0) is None


def test_of_two_accents_each_snaps_over_a_third_of_their_distance() -> None:
    found = of_track(10.0, 11.0)
    assert snapped(6.3, found, CUTS_S, hand_s=4.0, reach_s=1.0) == Snap(6.0, 4.0)
    assert snapped(6.5, found, CUTS_S, hand_s=4.0, reach_s=1.0) is None


def test_a_placement_is_kept_to_the_thousandth_of_a_second() -> None:
    assert snapped(6.1, of_track(10.12361), CUTS_S, hand_s=4.0, reach_s=0.3) == Snap(6.124, 4.0)


def test_a_beat_at_an_onset_is_the_onset() -> None:
    found = of_track(1.0, 2.0, beats_s=(0.5, 1.04, 2.5))
    assert found.all_s.tolist() == [0.5, 1.0, 2.0, 2.5]
    assert of_track(1.0, beats_s=(1.02, 3.0)).all_s.tolist() == [1.0, 3.0]
    assert of_track(beats_s=(1.0, 3.0)).all_s.tolist() == [1.0, 3.0]


def test_strong_onsets_beats_and_the_drop_are_a_tracks_accents() -> None:
    timeline = louder_from(sound(60, onsets_s=(10.0, 30.02), loudness_lufs=-26.0), 30, 14.0)
    strength = timeline.onset_strength.copy()
    strength[[100, 501]] = 0.4, 0.9
    timeline = replace(timeline, onset_strength=strength, beats_s=np.array([1.0, 1.5], np.float32))
    found = accents(timeline)
    assert found.onsets_s.tolist() == [10.0, 30.02]
    assert found.beats_s.tolist() == [1.0, 1.5]
    assert found.drop_s == 30.02


def test_silence_has_no_accents() -> None:
    found = accents(sound(20))
    assert found.all_s.tolist() == []
    assert found.drop_s is None


@pytest.mark.parametrize(("reach_s", "snaps"), [(0.25, True), (0.24, False)])
def test_the_drop_snaps_over_the_whole_reach(reach_s: float, snaps: bool) -> None:  # noqa: FBT001
    found = snapped(6.25, of_track(drop_s=10.0), CUTS_S, hand_s=4.0, reach_s=reach_s)
    assert found == (Snap(6.0, 4.0) if snaps else None)


@pytest.mark.parametrize(("strength", "count"), [(0.5, 0), (0.51, 1)])
def test_onsets_of_more_than_half_strength_are_accents(strength: float, count: int) -> None:
    timeline = sound(20, onsets_s=(3.0,))
    timeline = replace(timeline, onset_strength=np.float32(strength) * timeline.onset_strength)
    assert len(accents(timeline).onsets_s) == count


@pytest.mark.parametrize(("second_s", "kept_s"), [(3.06, [3.0]), (3.08, [3.0, 3.08])])
def test_of_onsets_within_six_hundredths_the_stronger_is_the_accent(
    second_s: float, kept_s: list[float]
) -> None:
    timeline = sound(20, onsets_s=(3.0, second_s))
    strength = timeline.onset_strength.copy()
    strength[round(50 * second_s)] = 0.9
    assert accents(replace(timeline, onset_strength=strength)).onsets_s.tolist() == kept_s


def test_beats_that_no_onset_stands_for_are_kept_wherever_they_lie() -> None:
    onsets_s, beats_s = (1.0, 2.0, 5.0), (0.0, 0.95, 1.05, 1.5, 1.93, 2.07, 4.95, 5.5)
    lonely = [beat_s for beat_s in beats_s if min(abs(beat_s - onset_s) for onset_s in onsets_s) > 0.06]
    assert of_track(*onsets_s, beats_s=beats_s).all_s.tolist() == sorted([*onsets_s, *lonely])
