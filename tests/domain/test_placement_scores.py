"""Scores of placements against their definition, computed one offset and one cut at a time."""

from dataclasses import replace
from math import exp

import numpy as np
import pytest

from tests.domain.making import picture, sound
from tivm_desktop.domain.analysis import PictureTimeline, SoundTimeline
from tivm_desktop.domain.placement import PlacementScores, placement_scores
from tivm_desktop.domain.placement_course import Course

SHIFTS = range(-25, 26)
"""In fiftieths of a second."""
LENGTHS = [(6, 20), (20, 6), (9, 9), (3, 7), (7, 3)]
"""Of video and track, in seconds."""


def course(length_s: int, seed: int, turn_s: float | None) -> Course:
    noise = np.random.default_rng(seed)
    return Course(noise.normal(size=length_s), float(noise.uniform(0.3, 0.9)), turn_s)


def track_of(length_s: int, seed: int) -> SoundTimeline:
    """Loud and silent seconds, the first silent, the last not full; onsets of any strength, some beyond 1."""
    noise = np.random.default_rng(seed)
    loudness = np.where(noise.random(length_s) < 0.3, -70.0, -20.0).astype(np.float32)
    loudness[0], loudness[1] = -55.0, -54.9
    strength = noise.gamma(0.3, 0.7, 50 * length_s - 30).astype(np.float32)
    return replace(sound(length_s), loudness_lufs=loudness, onset_strength=strength)


def picture_of(length_s: int, seed: int) -> PictureTimeline:
    """Cuts all over it, but for the last seed in its first seconds only."""
    until_s = 2.0 if seed == 3 else length_s
    cuts_s = np.sort(np.random.default_rng(seed).uniform(0.02, until_s, max(1, length_s // 2)))
    return picture(length_s, cuts_s=tuple(cuts_s.tolist()))


def pearson(one: np.ndarray, other: np.ndarray) -> float:
    if len(one) < 3:
        return 0.0
    return float(np.corrcoef(one, other)[0, 1])


def strength_at(track: SoundTimeline, frame: int) -> float:
    """The strongest of an onset frame and its neighbours, at most 1; 0 beyond the ends."""
    if not 0 <= frame < len(track.onset_strength):
        return 0.0
    return min(1.0, float(track.onset_strength[max(frame - 1, 0) : frame + 2].max()))


def hit(clip: PictureTimeline, track: SoundTimeline, offset_s: int, shift: int) -> float:
    frames = [round(float(cut_s) * 50) + 50 * offset_s + shift for cut_s in clip.cuts_s]
    return float(np.mean([strength_at(track, frame) for frame in frames])) - 1e-4 * abs(shift) / 50


def wanted(
    clip: PictureTimeline, track: SoundTimeline, video: Course, music: Course, offsets: list[int]
) -> list[float]:
    length_s, sounding = clip.length_s, np.flatnonzero(track.loudness_lufs > -55.0)
    start = min(max(int(sounding[0]), offsets[0]), offsets[-1])
    found = []
    for offset in offsets:
        under = [second for second in range(length_s) if 0 <= second + offset < track.length_s]
        heard = [second + offset for second in under]
        score = pearson(video.curve[under], music.curve[heard]) * video.liveliness * music.liveliness
        if video.turn_s is not None and music.turn_s is not None:
            score += 0.5 * exp(-0.5 * ((music.turn_s - video.turn_s - offset) / 0.5) ** 2)
        score -= float(np.mean(track.loudness_lufs[heard] <= -55.0))
        score += 0.25 * max(
            hit(clip, track, offset, shift)
            for shift in SHIFTS
            if offsets[0] <= offset + shift / 50 <= offsets[-1]
        )
        score -= 0.4 * max(-offset, 0) / length_s
        found.append(score + 0.1 * (offset == start))
    return found


@pytest.mark.parametrize("lengths", LENGTHS)
@pytest.mark.parametrize("seed", range(4))
def test_scores_are_those_of_the_definition(lengths: tuple[int, int], seed: int) -> None:
    video_s, track_s = lengths
    clip, track = picture_of(video_s, seed), track_of(track_s, seed + 10)
    turns = [(None, None), (2.0, 2.5), (None, 1.0), (1.5, 2.0)][seed]
    video, music = course(video_s, seed + 20, turns[0]), course(track_s, seed + 30, turns[1])
    scores = placement_scores(clip, track, video, music)
    offsets = list(range(min(0, track_s - video_s), max(0, track_s - video_s) + 1))
    assert scores.offsets_s.tolist() == offsets
    assert scores.score == pytest.approx(wanted(clip, track, video, music, offsets), abs=1e-6)
    for index, offset in enumerate(offsets):
        for place, shift in enumerate(SHIFTS):
            inside = offsets[0] <= offset + shift / 50 <= offsets[-1]
            expected = hit(clip, track, offset, shift) if inside else -1.0
            assert scores.hits[index, place] == pytest.approx(expected, abs=1e-6)


def test_what_does_not_change_agrees_with_nothing() -> None:
    still, lively = Course(np.zeros(4), 0.5, None), course(8, 1, None)
    silent = sound(8)
    scores = placement_scores(picture(4), silent, still, lively)
    assert scores.agreement.tolist() == [0.0] * 5
    flat = placement_scores(picture(4), silent, course(4, 1, None), Course(np.full(8, 2.0), 0.5, None))
    assert flat.agreement == pytest.approx(0.0, abs=1e-9)


def test_curves_shorter_than_three_seconds_say_nothing() -> None:
    for video_s, agrees in ((2, False), (3, True)):
        scores = placement_scores(picture(video_s), sound(6), course(video_s, 1, None), course(6, 2, None))
        assert scores.agreement.any() == agrees


def test_a_curve_agrees_wholly_with_itself_and_with_its_opposite_not_at_all() -> None:
    curve = course(9, 3, None)
    for sign in (1.0, -1.0):
        other = replace(curve, curve=sign * curve.curve)
        scores = placement_scores(picture(9), sound(9), curve, other)
        assert scores.agreement == pytest.approx(sign)


def test_without_cuts_or_onsets_no_shift_is_better_than_none() -> None:
    some = course(4, 1, None)
    for clip, track in ((picture(4), sound(4, onsets_s=(1.0,))), (picture(4, cuts_s=(1.0,)), sound(4))):
        scores = placement_scores(clip, track, some, some)
        assert scores.placement(0).placement_s == 0.0
        assert int(np.argmax(scores.hits[0])) == 25


def meeting(turn_s: float, clip_s: int = 10, track_s: int = 40) -> PlacementScores:
    """The track's drop lies that much later than the picture's turn at 4 s; an onset pulls elsewhere."""
    video, music = course(clip_s, 1, 4.0), course(track_s, 2, 4.0 + turn_s)
    return placement_scores(picture(clip_s, cuts_s=(4.0,)), sound(track_s, onsets_s=(24.2,)), video, music)


@pytest.mark.parametrize(("turn_s", "placement_s"), [(20.5, 20.5), (19.5, 19.5), (20.1234, 20.123)])
def test_turns_half_a_second_apart_are_made_to_meet(turn_s: float, placement_s: float) -> None:
    found = meeting(turn_s).placement(20)
    assert found.placement_s == placement_s
    assert found.turn_meets_s == 4.0


@pytest.mark.parametrize("turn_s", [20.52, 19.48, 25.0])
def test_where_turns_do_not_meet_the_onset_falls_on_the_cut(turn_s: float) -> None:
    """Within a fiftieth of a second, which is as near as a shift has to come."""
    found = meeting(turn_s).placement(20)
    assert found.placement_s == 20.18
    assert found.turn_meets_s is None


@pytest.mark.parametrize(("index", "turn_s"), [(0, -0.2), (30, 30.2)])
def test_turns_that_meet_only_beyond_the_last_placement_do_not(index: int, turn_s: float) -> None:
    assert meeting(turn_s).placement(index).turn_meets_s is None


@pytest.mark.parametrize(("index", "turn_s"), [(0, 0.0), (30, 30.0)])
def test_turns_may_meet_at_the_first_and_at_the_last_placement(index: int, turn_s: float) -> None:
    found = meeting(turn_s).placement(index)
    assert (found.placement_s, found.turn_meets_s) == (turn_s, 4.0)


def test_a_placement_is_told_with_its_own_agreement() -> None:
    scores = meeting(25.0)
    assert scores.placement(7).agreement == scores.agreement[7]


@pytest.mark.parametrize(("strength", "met"), [(0.5, 0), (0.51, 1)])
def test_a_cut_is_met_by_onsets_of_more_than_half_strength(strength: float, met: int) -> None:
    track = sound(10, onsets_s=(4.0,))
    track = replace(track, onset_strength=np.float32(strength) * track.onset_strength)
    assert placed_at_zero(track, (4.0,)) == met


@pytest.mark.parametrize(("cut_s", "met"), [(4.0, 1), (4.06, 1), (3.94, 1), (4.08, 0), (3.92, 0)])
def test_a_cut_is_met_by_onsets_within_six_hundredths(cut_s: float, met: int) -> None:
    assert placed_at_zero(sound(10, onsets_s=(4.0,)), (cut_s,)) == met


def test_cuts_at_the_ends_of_the_track_count_and_those_beyond_do_not() -> None:
    track = sound(4, onsets_s=(0.0, 3.98))
    assert placed_at_zero(track, (0.0, 2.0, 3.98)) == 2
    assert placed_at_zero(track, (5.0, 9.0), clip_s=10) == 0


def placed_at_zero(track: SoundTimeline, cuts_s: tuple[float, ...], clip_s: int = 0) -> int:
    """How many cuts are met where the track begins with the video."""
    clip = picture(clip_s or track.length_s, cuts_s=cuts_s)
    flat = Course(np.zeros(clip.length_s), 0.0, 0.0), Course(np.zeros(track.length_s), 0.0, 0.0)
    scores = placement_scores(clip, track, *flat)
    found = scores.placement(scores.offsets_s.tolist().index(0.0))
    assert found.placement_s == 0.0
    return found.cuts_met
