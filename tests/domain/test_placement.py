from dataclasses import replace

import numpy as np
import pytest

from tests.domain.making import livelier_from, louder_from, picture, sound
from tivm_desktop.domain.analysis import PictureTimeline, SoundTimeline
from tivm_desktop.domain.placement import Placement, place
from tivm_desktop.domain.placement_course import picture_course, sound_course


def placed(timeline: PictureTimeline, track: SoundTimeline) -> Placement:
    return place(timeline, track, picture_course(timeline), sound_course(track))


def test_the_drop_meets_the_cut_where_the_picture_comes_alive() -> None:
    timeline = livelier_from(picture(60, cuts_s=(10.2, 41.0)), 41, 6.0)
    track = louder_from(sound(200, onsets_s=(121.14,), loudness_lufs=-26.0), 121, 14.0)
    placement = placed(timeline, track)
    assert placement.placement_s == pytest.approx(121.14 - 41.0)
    assert placement.turn_meets_s == 41.0
    assert placement.agreement > 0.9


def test_a_track_shorter_than_the_video_lies_within_it() -> None:
    timeline = livelier_from(picture(60, cuts_s=(41.0,)), 41, 6.0)
    track = louder_from(sound(40, onsets_s=(21.0,), loudness_lufs=-26.0), 21, 14.0)
    placement = placed(timeline, track)
    assert placement.placement_s == pytest.approx(21.0 - 41.0)
    assert placement.fit_curve[0] == 0.0
    assert placement.fit_curve[30] > 0.0


def test_onsets_are_shifted_onto_cuts() -> None:
    cuts_s = (3.3, 7.3, 11.3, 15.3)
    track = sound(120, onsets_s=tuple(np.arange(0.5, 119, 2.0)))
    placement = placed(picture(20, cuts_s=cuts_s), track)
    landed = (np.asarray(cuts_s) + placement.placement_s - 0.5) % 2.0
    np.testing.assert_allclose(np.minimum(landed, 2.0 - landed), 0.0, atol=0.021)
    assert placement.cuts_met == 4


def test_a_still_picture_gets_the_beginning_of_the_sound() -> None:
    track = sound(120)
    loudness = track.loudness_lufs.copy()
    loudness[:7] = -70.0
    assert placed(picture(20), replace(track, loudness_lufs=loudness)).placement_s == 7.0


def test_silence_is_placed_from_its_beginning() -> None:
    assert placed(picture(20), sound(60, loudness_lufs=-70.0)).placement_s == 0.0


def test_silence_under_the_picture_is_avoided() -> None:
    track = sound(60)
    loudness = track.loudness_lufs.copy()
    loudness[20:] = -70.0
    assert placed(picture(20), replace(track, loudness_lufs=loudness)).placement_s == 0.0


@pytest.mark.parametrize(("video_s", "track_s"), [(1, 1), (1, 90), (90, 1), (2, 3), (3, 2), (8, 9)])
def test_the_shortest_files_get_a_placement_within_bounds(video_s: int, track_s: int) -> None:
    placement = placed(picture(video_s, cuts_s=(0.5,)), sound(track_s, onsets_s=(0.2,)))
    assert min(0, track_s - video_s) - 1 <= placement.placement_s <= max(0, track_s - video_s) + 1
    assert len(placement.fit_curve) == video_s
    assert np.isfinite(placement.agreement)


def test_the_fit_curve_is_highest_where_both_rise_together() -> None:
    timeline = livelier_from(picture(60), 30, 6.0)
    track = louder_from(sound(60, loudness_lufs=-26.0), 30, 14.0)
    contrary = replace(track, loudness_lufs=track.loudness_lufs[::-1].copy())
    together, apart = placed(timeline, track), placed(timeline, contrary)
    assert np.mean(together.fit_curve) > np.mean(apart.fit_curve) + 0.2
    assert together.agreement > 0.9 > -0.9 > apart.agreement
