"""Timestamps as they come out of decoders, and the seconds they are taken for."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from av.container import InputContainer
from av.packet import Packet
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from tivm_desktop.domain.errors import MediaError
from tivm_desktop.media.frame_clock import FrameClock

RATE = 25


def clock(stated_s: float | None = 60.0, start_s: float = 0.0, *, timed: bool = True) -> FrameClock:
    """Of a file with 25 pictures a second; without a base of time where it is not `timed`."""
    container = SimpleNamespace(
        start_time=round(start_s * 1e6), duration=None if stated_s is None else stated_s * 1e6, streams=[]
    )
    stream = SimpleNamespace(
        average_rate=Fraction(RATE), guessed_rate=None, time_base=Fraction(1, 1000) if timed else None
    )
    return FrameClock(Path("clip.ts"), cast("InputContainer", container), cast("VideoStream", stream))


def frame(time_s: float | None, *, dts_s: float | None = None, length_s: float = 0.0) -> VideoFrame:
    stamps = SimpleNamespace(
        pts=None if time_s is None else round(time_s * 1000),
        dts=None if dts_s is None else round(dts_s * 1000),
        duration=round(length_s * 1000),
    )
    return cast("VideoFrame", stamps)


def packet(time_s: float | None, length_s: float = 0.04) -> "Packet[VideoStream]":
    pts = None if time_s is None else round(time_s * 1000)
    return cast("Packet[VideoStream]", SimpleNamespace(pts=pts, duration=round(length_s * 1000)))


def shown(times_s: Sequence[float], made: FrameClock) -> list[float]:
    return [round(made.time_s(frame(time_s)), 6) for time_s in times_s]


def steady(from_s: float, count: int) -> list[float]:
    return [round(from_s + number / RATE, 3) for number in range(count)]


def test_second_0_is_the_start_of_the_file() -> None:
    assert shown(steady(100.0, 3), clock(start_s=100.0)) == [0.0, 0.04, 0.08]


def test_frames_without_times_follow_at_the_frame_rate() -> None:
    made = clock()
    assert [round(made.time_s(frame(None)), 6) for _ in range(3)] == [0.0, 0.04, 0.08]
    assert made.time_s(frame(None, dts_s=0.5)) == 0.5
    untimed = clock(timed=False)
    assert [round(untimed.time_s(frame(7.0)), 6) for _ in range(2)] == [0.0, 0.04]


def test_small_steps_back_are_jitter() -> None:
    assert shown([0.0, 0.04, 1.0, 0.5, 1.04], clock()) == [0.0, 0.04, 1.0, 1.0, 1.04]


def test_one_stamp_set_back_is_damage() -> None:
    assert shown([*steady(10.0, 3), 0.2, *steady(10.16, 30)], clock(start_s=10.0)) == [
        *steady(0.0, 3),
        0.12,
        *(round(0.12 + 9.96 + number / RATE, 3) for number in range(30)),
    ]


def test_one_stamp_far_beyond_the_end_makes_no_hours() -> None:
    made = clock(stated_s=60.0)
    assert shown([0.0, 0.04, 9000.0, 0.12, 0.16], made) == [0.0, 0.04, 0.08, 0.12, 0.16]
    unstated = clock(stated_s=None)
    assert shown([0.0, 3000.0, 9000.0], unstated) == [0.0, 3000.0, 3000.04]


@pytest.mark.parametrize("damaged", [1, 2, 10])
def test_after_stamps_far_beyond_the_end_the_clock_goes_on(damaged: int) -> None:
    stamps = [*steady(0.0, 5), *steady(5000.2, damaged), *steady((5 + damaged) / RATE, 40)]
    assert shown(stamps, clock()) == steady(0.0, 45 + damaged)


def test_recordings_joined_after_a_stamp_far_beyond_the_end_are_refused() -> None:
    recording = [*steady(0.0, 100), 5000.0, *steady(101 / RATE, 99)]
    made = clock(stated_s=8.0)
    shown(recording, made)
    with pytest.raises(MediaError, match="several recordings joined"):
        shown(recording, made)


def test_a_clock_that_stays_set_back_is_that_of_joined_recordings() -> None:
    made = clock(stated_s=8.0)
    shown(steady(0.0, 8 * RATE), made)
    assert shown(steady(0.0, 12), made)[-1] == pytest.approx(8.44)
    with pytest.raises(MediaError, match=r"clip\.ts is several recordings joined end to end"):
        shown(steady(0.48, 2), made)


def test_the_last_frame_is_shown_for_its_length_or_a_frames() -> None:
    made = clock()
    made.time_s(frame(2.0, length_s=0.5))
    assert made.end_s == 2.5
    made.time_s(frame(3.0))
    assert made.end_s == pytest.approx(3.04)
    made.time_s(frame(4.0, length_s=500.0))
    assert made.end_s == pytest.approx(4.04)


def test_packets_that_are_not_decoded_count_for_a_second_at_the_end() -> None:
    made = clock()
    made.time_s(frame(2.0))
    made.note(packet(None))
    made.note(packet(2.2))
    assert made.end_s == pytest.approx(2.24)
    made.note(packet(40.0))
    assert made.end_s == pytest.approx(3.0)


def test_what_has_no_frame_ends_where_one_would() -> None:
    assert clock().end_s == pytest.approx(0.04)
    assert clock(stated_s=60.0).total_s == 60.0
    assert clock(stated_s=None).total_s == 0.0
