"""The best places of a track: first what is suggested, then what truly differs, told in the video's time."""

from dataclasses import replace

import numpy as np
import pytest

from tests.domain.making import livelier_from, louder_from, picture, sound, video
from tivm_desktop.domain.analysis import PictureTimeline, SoundTimeline
from tivm_desktop.domain.placement import place
from tivm_desktop.domain.placement_candidates import places
from tivm_desktop.domain.placement_course import fit_curve_at, picture_course, sound_course
from tivm_desktop.domain.video_range import VideoRange


def uneven_sound(length_s: int = 180, tempo_bpm: float = 0.0) -> SoundTimeline:
    noise = np.random.default_rng(3)
    made = sound(length_s, onsets_s=tuple(np.unique(noise.integers(0, 50 * length_s, 300)) / 50))
    loudness = (made.loudness_lufs + noise.normal(0, 5, length_s)).astype(np.float32)
    return replace(made, loudness_lufs=loudness, tempo_bpm=tempo_bpm)


def uneven_picture(length_s: int = 40) -> PictureTimeline:
    noise = np.random.default_rng(5)
    made = picture(length_s, cuts_s=(4.0, 9.4, 22.0, 31.7))
    return replace(made, activity=noise.gamma(2.0, 10.0, length_s).astype(np.float32))


def test_the_first_is_where_the_track_is_suggested() -> None:
    timeline, track = uneven_picture(), uneven_sound()
    suggested = place(timeline, track, picture_course(timeline), sound_course(track))
    assert places(video(timeline), track).candidates[0].placement == suggested


@pytest.mark.parametrize(("tempo_bpm", "apart_s"), [(0.0, 4.0), (120.0, 4.0), (60.0, 8.0)])
def test_three_places_truly_differ_and_are_in_order(tempo_bpm: float, apart_s: float) -> None:
    found = places(video(uneven_picture()), uneven_sound(tempo_bpm=tempo_bpm))
    at_s = np.sort([one.placement.placement_s for one in found.candidates])
    scores = [one.score for one in found.candidates]
    assert len(at_s) == 3
    assert np.diff(at_s).min() >= apart_s
    assert scores == sorted(scores, reverse=True)
    assert scores[0] == found.score.max()


def summits(score: np.ndarray, tempo_bpm: float) -> list[int]:
    """The best of all, then the best far enough away: none within 2 s is better, some around are worse."""
    apart_s = max(4.0, 8 * 60 / tempo_bpm) if tempo_bpm else 4.0
    places_s = range(len(score))
    free = [
        at
        for at in places_s
        if score[at] == max(score[max(at - 2, 0) : at + 3])
        and score[at] - min(score[max(at - int(apart_s), 0) : at + int(apart_s) + 1]) > 1e-6
    ]
    chosen = [int(np.argmax(score))]
    while len(chosen) < 3 and (free := [at for at in free if abs(at - chosen[-1]) >= apart_s + 1]):
        chosen.append(max(free, key=lambda at: float(score[at])))
    return chosen


@pytest.mark.parametrize("tempo_bpm", [0.0, 60.0, 97.0, 119.0, 121.0, 200.0])
@pytest.mark.parametrize("length_s", [48, 60, 180])
def test_places_are_those_of_the_definition(tempo_bpm: float, length_s: int) -> None:
    found = places(video(uneven_picture()), uneven_sound(length_s, tempo_bpm))
    chosen = summits(found.score, tempo_bpm)
    assert [one.score for one in found.candidates] == [found.score[at] for at in chosen]


def test_each_place_comes_with_its_own_fit_curve() -> None:
    timeline, track = uneven_picture(), uneven_sound()
    found = places(video(timeline), track)
    for candidate in found.candidates:
        assert found.fit_curve_at(candidate.placement.placement_s) == candidate.placement.fit_curve
    curves = {candidate.placement.fit_curve for candidate in found.candidates}
    assert len(curves) == 3


def test_where_nothing_changes_there_is_one_place_only() -> None:
    silent = replace(sound(120), loudness_lufs=np.full(120, -70.0, np.float32))
    assert len(places(video(picture(30)), silent).candidates) == 1


def test_where_the_track_fits_alike_everywhere_there_is_one_place_only() -> None:
    beats = sound(120, onsets_s=tuple(np.arange(0.5, 120.0)))
    found = places(video(picture(30, cuts_s=(15.5,))), beats)
    assert found.score.min() > 0
    assert len(found.candidates) == 1


@pytest.mark.parametrize(("video_s", "track_s"), [(1, 1), (1, 90), (90, 1), (3, 2), (5, 8)])
def test_the_shortest_files_have_at_least_one_place(video_s: int, track_s: int) -> None:
    found = places(video(picture(video_s, cuts_s=(0.5,))), sound(track_s, onsets_s=(0.2,)))
    assert 1 <= len(found.candidates) <= 3
    assert len(found.fit_curve_at(0.3)) == video_s
    assert len(found.offsets_s) == len(found.score) == abs(video_s - track_s) + 1


def test_places_of_a_range_are_told_in_the_whole_videos_time() -> None:
    timeline = livelier_from(picture(60, cuts_s=(10.0, 41.0)), 41, 6.0)
    track = louder_from(sound(200, onsets_s=(121.14,), loudness_lufs=-26.0), 121, 14.0)
    found = places(video(timeline), track, VideoRange(30.0, 55.0))
    best = found.candidates[0].placement
    assert best.placement_s == pytest.approx(121.14 - 41.0)
    assert best.turn_meets_s == 41.0
    curve = found.fit_curve_at(best.placement_s)
    assert curve == best.fit_curve
    assert len(curve) == 60
    assert not any(curve[:30])
    assert not any(curve[55:])
    assert found.offsets_s[0] == -30.0
    assert found.best_near(best.placement_s + 1.0, 2.0) == best


def test_the_best_place_near_a_click_is_a_summit_there() -> None:
    found = places(video(uneven_picture()), uneven_sound())
    second = found.candidates[1].placement
    assert found.best_near(second.placement_s + 1.6, 3.0) == second
    assert abs(found.best_near(50.2, 0.0).placement_s - 50.0) <= 0.5
    assert found.best_near(9999.0, 1.0).placement_s >= found.offsets_s[-1] - 0.5


def test_between_whole_seconds_the_fit_lies_between() -> None:
    timeline = livelier_from(picture(60), 30, 6.0)
    track = louder_from(sound(60, loudness_lufs=-26.0), 30, 14.0)
    courses = picture_course(timeline), sound_course(track)
    sums = [sum(fit_curve_at(*courses, placement_s)) for placement_s in (0.0, 0.5, 1.0, 1.5, 2.0)]
    assert sums == sorted(sums, reverse=True)
    assert len(set(sums)) == 5


def test_a_second_counts_where_the_track_sounds_for_its_larger_half() -> None:
    courses = picture_course(picture(4)), sound_course(sound(4))
    assert fit_curve_at(*courses, -1.4) == (0.0, 1.0, 1.0, 1.0)
    assert fit_curve_at(*courses, -1.6) == (0.0, 0.0, 1.0, 1.0)
    assert fit_curve_at(*courses, 1.4) == (1.0, 1.0, 1.0, 0.0)
    assert fit_curve_at(*courses, 9.0) == (0.0, 0.0, 0.0, 0.0)
