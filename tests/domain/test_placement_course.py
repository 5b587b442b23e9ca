"""Courses against their definition, computed one second at a time."""

from dataclasses import replace
from math import exp, log1p

import numpy as np
import pytest

from tests.domain.making import picture, sound
from tivm_desktop.domain.analysis import PictureTimeline, SoundTimeline
from tivm_desktop.domain.pace import cutting_pace
from tivm_desktop.domain.placement_course import Course, fit_curve_at, picture_course, sound_course

RNG = np.random.default_rng


def smoothed(values: list[float]) -> list[float]:
    """By a bell of 1.5 s, the first and the last second going on beyond the ends."""
    bell = {apart: exp(-0.5 * (apart / 1.5) ** 2) for apart in range(-6, 7)}
    last = len(values) - 1
    return [
        sum(weight * values[min(max(second + apart, 0), last)] for apart, weight in bell.items())
        / sum(bell.values())
        for second in range(len(values))
    ]


def rises(values: list[float]) -> list[float]:
    """Mean of the four seconds from each on, less that of the four before it."""
    found = [0.0] * len(values)
    if len(values) > 8:
        for second in range(4, len(values) - 3):
            found[second] = float(np.mean(values[second : second + 4]) - np.mean(values[second - 4 : second]))
    return found


def standardised(values: list[float]) -> np.ndarray:
    return (np.array(values) - np.mean(values)) / np.std(values)


def moving(length_s: int, seed: int, cuts_s: tuple[float, ...] = ()) -> PictureTimeline:
    noise = RNG(seed)
    motion, activity = (noise.gamma(1.0, 4.0, length_s).astype(np.float32) for _ in range(2))
    return replace(picture(length_s, cuts_s), motion=motion, activity=activity)


def paces(length_s: int, cuts_s: tuple[float, ...]) -> list[float]:
    found = []
    for second in range(length_s):
        weights = {other: 5 - abs(other - second) for other in range(length_s) if abs(other - second) < 5}
        counts = {other: sum(int(cut_s) == other for cut_s in cuts_s) for other in weights}
        found.append(sum(weights[o] * counts[o] for o in weights) / sum(weights.values()))
    return found


@pytest.mark.parametrize("length_s", [1, 3, 8, 9, 20])
def test_the_pace_is_that_of_cuts_around_each_second(length_s: int) -> None:
    cuts_s = tuple(np.sort(RNG(length_s).uniform(0, length_s, 6)).astype(np.float32).tolist())
    assert cutting_pace(picture(length_s, cuts_s)) == pytest.approx(paces(length_s, cuts_s))


@pytest.mark.parametrize("cuts_s", [(), (3.0, 3.5, 11.25, 12.0, 12.5)])
@pytest.mark.parametrize("length_s", [8, 9, 16, 30])
def test_a_pictures_course_is_that_of_the_definition(length_s: int, cuts_s: tuple[float, ...]) -> None:
    timeline = moving(length_s, length_s, tuple(cut_s for cut_s in cuts_s if cut_s < length_s))
    parts = [[log1p(one) for one in table] for table in (timeline.activity, timeline.motion)]
    if cuts_s:
        parts.append([4 * one for one in paces(length_s, tuple(timeline.cuts_s.tolist()))])
    raw = smoothed(np.mean(parts, axis=0).tolist())
    found = picture_course(timeline)
    assert found.curve == pytest.approx(standardised(raw), abs=1e-5)
    assert found.liveliness == pytest.approx(min(np.std(raw) / 0.3, 1.0), abs=1e-6)
    rise = rises(raw)
    if max(rise) <= 0.25:
        assert found.turn_s is None
        return
    second = float(np.argmax(rise))
    near = [cut_s for cut_s in timeline.cuts_s.tolist() if abs(cut_s - second) <= 2.0]
    assert found.turn_s == min(near, key=lambda cut_s: abs(cut_s - second), default=second)


@pytest.mark.parametrize(("cut_s", "turn_s"), [(18.0, 18.0), (22.0, 22.0), (17.9, 20.0), (22.1, 20.0)])
def test_a_cut_within_two_seconds_is_the_turn(cut_s: float, turn_s: float) -> None:
    """The picture comes alive at 20 s; a cut's own pace is too little to move that."""
    activity = np.where(np.arange(40) < 20, 1.0, 1e4).astype(np.float32)
    found = picture_course(replace(picture(40, (cut_s,)), activity=activity))
    assert found.turn_s == pytest.approx(turn_s)


@pytest.mark.parametrize(("step", "turns"), [(0.35, False), (0.9, True)])
def test_a_small_rise_is_no_turn(step: float, turns: bool) -> None:  # noqa: FBT001
    activity = np.where(np.arange(40) < 20, 0.0, np.expm1(step)).astype(np.float32)
    assert (picture_course(replace(picture(40), activity=activity)).turn_s is not None) == turns


def uneven(length_s: int, seed: int, integrated_lufs: float = -20.0) -> SoundTimeline:
    noise = RNG(seed)
    made = sound(length_s, integrated_lufs=integrated_lufs)
    return replace(
        made,
        loudness_lufs=noise.uniform(-70, -5, length_s).astype(np.float32),
        onset_density=noise.integers(0, 9, length_s).astype(np.float32),
        onset_strength=noise.random(50 * length_s).astype(np.float32),
    )


@pytest.mark.parametrize("integrated_lufs", [-20.0, -60.0])
@pytest.mark.parametrize("length_s", [8, 9, 25])
def test_a_tracks_course_is_that_of_the_definition(length_s: int, integrated_lufs: float) -> None:
    track = uneven(length_s, length_s, integrated_lufs)
    floor = max(integrated_lufs - 25.0, -70.0)
    loudness = [max(float(one), floor) for one in track.loudness_lufs]
    raw = smoothed(
        [loud / 6 + log1p(onsets) for loud, onsets in zip(loudness, track.onset_density, strict=True)]
    )
    found = sound_course(track)
    assert found.curve == pytest.approx(standardised(raw), abs=1e-5)
    assert found.liveliness == pytest.approx(min(np.std(raw) / 0.5, 1.0), abs=1e-6)
    rise = rises(loudness)
    if max(rise) < 3.0:
        assert found.turn_s is None
        return
    second = int(np.argmax(rise))
    frames = range(50 * (second - 1), 50 * (second + 1))
    assert found.turn_s == max(frames, key=lambda frame: float(track.onset_strength[frame])) / 50


@pytest.mark.parametrize(("by_db", "drops"), [(2.9, False), (3.0, True)])
def test_a_drop_is_a_rise_by_three_decibels(by_db: float, drops: bool) -> None:  # noqa: FBT001
    loudness = np.where(np.arange(30) < 12, -20.0, -20.0 + by_db).astype(np.float32)
    found = sound_course(replace(sound(30, onsets_s=(12.3,)), loudness_lufs=loudness))
    assert found.turn_s == (12.3 if drops else None)


@pytest.mark.parametrize(("louder_s", "drop_s"), [(12.9, 12.9), (13.1, 12.2)])
def test_a_drop_is_at_the_strongest_onset_within_a_second(louder_s: float, drop_s: float) -> None:
    loudness = np.where(np.arange(30) < 12, -30.0, -10.0).astype(np.float32)
    strength = np.zeros(1500, np.float32)
    strength[[round(50 * 12.2), round(50 * louder_s)]] = 0.5, 0.9
    assert sound_course(replace(sound(30), loudness_lufs=loudness, onset_strength=strength)).turn_s == drop_s


def test_what_changes_much_is_trusted_fully_and_no_more() -> None:
    step = np.arange(40) < 20
    livelier = replace(picture(40), activity=np.where(step, 1.0, 100.0).astype(np.float32))
    louder = replace(sound(40), loudness_lufs=np.where(step, -30.0, -10.0).astype(np.float32))
    assert picture_course(livelier).liveliness == 1.0
    assert sound_course(louder).liveliness == 1.0


def test_a_drop_of_a_sound_whose_onsets_end_before_it_is_at_its_second() -> None:
    loudness = np.where(np.arange(30) < 12, -30.0, -10.0).astype(np.float32)
    short = replace(sound(30), loudness_lufs=loudness, onset_strength=np.zeros(500, np.float32))
    assert sound_course(short).turn_s == 12.0


def test_courses_agree_by_a_bell_of_their_difference() -> None:
    video, track = Course(np.array([0.0, 1.0, -1.0]), 1.0, None), Course(np.array([0.0, 2.0, 2.0]), 1.0, None)
    assert fit_curve_at(video, track, 0.0) == (1.0, 0.6065, 0.0111)
    assert fit_curve_at(video, track, 0.25) == (0.8825, 0.6065, 0.0111)
    assert fit_curve_at(video, track, 0.5) == (0.6065, 0.6065, 0.0)
    assert fit_curve_at(video, track, -0.5) == (1.0, 1.0, 0.0111)


def test_where_nothing_changes_a_course_is_flat() -> None:
    assert not picture_course(picture(12)).curve.any()
    assert not sound_course(sound(12)).curve.any()
    assert sound_course(sound(12)).liveliness == pytest.approx(0.0, abs=1e-12)
