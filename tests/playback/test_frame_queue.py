from collections.abc import Callable
from threading import Thread

import numpy as np
import pytest

from tests.waiting import until
from tivm_desktop.playback.frame_queue import FrameQueue, VideoFrame


def frame(pts_s: float, height: int = 2) -> VideoFrame:
    return VideoFrame(np.zeros((height, 2, 3), np.uint8), pts_s)


def filled(*times_s: float) -> FrameQueue:
    queue = FrameQueue(byte_limit=10_000)
    for pts_s in times_s:
        assert queue.put(frame(pts_s), 0)
    return queue


def taken(queue: FrameQueue, position_s: float) -> float | None:
    found = queue.take_due(position_s)
    return None if found is None else found.pts_s


def test_gives_the_newest_picture_that_is_due_and_drops_the_older_ones() -> None:
    queue = filled(0.0, 0.04, 0.08, 0.12)
    assert taken(queue, 0.09) == 0.08
    assert taken(queue, 0.09) is None
    assert taken(queue, 0.13) == 0.12


def test_the_first_picture_is_due_wherever_the_clock_stands() -> None:
    queue = filled(0.5, 0.54)
    assert taken(queue, 0.1) == 0.5
    assert taken(queue, 0.1) is None


def test_a_seek_drops_everything_and_refuses_what_comes_late() -> None:
    queue = filled(0.0, 0.04)
    queue.restart(7.0)
    assert queue.target.time_s == 7.0
    assert taken(queue, 1.0) is None
    assert not queue.put(frame(0.08), 0)
    assert not queue.has_first
    assert queue.put(frame(6.99), queue.target.number)
    assert queue.has_first
    assert taken(queue, 7.0) == 6.99


def test_is_full_by_count() -> None:
    queue = filled(*(index / 25 for index in range(7)))
    assert not queue.is_full
    queue.put(frame(1.0), 0)
    assert queue.is_full
    queue.take_due(0.0)
    assert not queue.is_full


def test_is_full_by_size_but_never_below_three() -> None:
    queue = FrameQueue(byte_limit=1000)
    for index in range(2):
        queue.put(frame(index / 25, height=1000), 0)
    assert not queue.is_full
    queue.put(frame(0.08, height=1000), 0)
    assert queue.is_full


def take(queue: FrameQueue) -> None:
    queue.take_due(9.0)


def seek(queue: FrameQueue) -> None:
    queue.restart(1.0)


@pytest.mark.parametrize("make_room", [take, seek])
def test_a_wait_for_room_ends_when_there_is_room(make_room: Callable[[FrameQueue], None]) -> None:
    queue = filled(*(index / 25 for index in range(8)))
    waiter = Thread(target=queue.wait_until, args=(lambda: not queue.is_full,))
    waiter.start()
    make_room(queue)
    until(lambda: not waiter.is_alive(), "the end of the wait")


def test_a_wait_can_be_woken() -> None:
    stopped: list[bool] = []
    queue = filled()
    waiter = Thread(target=queue.wait_until, args=(lambda: bool(stopped),))
    waiter.start()
    stopped.append(True)
    queue.wake()
    until(lambda: not waiter.is_alive(), "the end of the wait")


def test_a_seek_to_an_exact_picture_that_waits_keeps_it_and_what_follows() -> None:
    queue = FrameQueue(byte_limit=10_000)
    for number in range(4):
        queue.put(VideoFrame(frame(0.0).rgb, number / 10, (number + 1) / 10), 0)
    before = queue.target
    queue.restart(0.25)
    assert queue.target == before
    assert queue.has_first
    assert taken(queue, 0.25) == 0.2
    assert taken(queue, 0.35) == 0.3


def test_a_seek_beyond_the_exact_pictures_that_wait_is_a_new_one() -> None:
    queue = FrameQueue(byte_limit=10_000)
    queue.put(VideoFrame(frame(0.0).rgb, 0.0, 0.1), 0)
    queue.put(frame(0.1), 0)
    queue.restart(0.15)
    assert queue.target.number == 1
    assert not queue.has_first


def test_a_seek_that_goes_on_backwards_keeps_nothing() -> None:
    queue = FrameQueue(byte_limit=10_000)
    queue.put(VideoFrame(frame(0.0).rgb, 0.0, 0.1), 0)
    queue.restart(0.05, "back")
    assert queue.target == (1, 0.05, "back")
    assert taken(queue, 0.05) is None


def test_backwards_a_picture_is_due_once_the_clock_is_before_the_last_one() -> None:
    queue = FrameQueue(byte_limit=10_000)
    queue.restart(1.0, "back")
    for pts_s in (1.0, 0.9, 0.8, 0.7):
        queue.put(frame(pts_s), 1)
    assert taken(queue, 1.0) == 1.0
    assert taken(queue, 1.0) is None
    assert taken(queue, 0.95) == 0.9
    assert taken(queue, 0.75) == 0.7


def test_while_scrubbing_a_picture_of_an_earlier_move_is_better_than_none() -> None:
    queue = FrameQueue(byte_limit=10_000)
    queue.restart(1.0, "scrub")
    queue.restart(2.0, "scrub")
    assert queue.put(frame(1.0), 1)
    assert taken(queue, 2.0) == 1.0
    assert queue.put(frame(2.1), 2)
    assert taken(queue, 2.0) == 2.1


def test_after_scrubbing_only_the_exact_picture_counts() -> None:
    queue = FrameQueue(byte_limit=10_000)
    queue.restart(1.0, "scrub")
    queue.restart(1.0)
    assert not queue.put(frame(1.0), 1)
    assert queue.put(frame(1.0), 2)


def test_waiting_ends_after_its_time() -> None:
    queue = FrameQueue(byte_limit=10_000)
    assert not queue.wait_until(lambda: False, timeout_s=0.01)
    assert queue.wait_until(lambda: True, timeout_s=0.01)
