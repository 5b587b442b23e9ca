"""What the frame thread does, on the test's own thread: it stops when it is told to from within."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.playback.making import make_video, number_of
from tests.playback.watching import ActingDecoder, Listener, acting
from tivm_desktop.playback.frame_queue import FrameQueue
from tivm_desktop.playback.picture_source import PictureSource
from tivm_desktop.playback.showing import Showing, Wishes


class Rehearsal:
    """An open video of ten seconds with a key frame at its start only, and what is shown of it."""

    def __init__(self, source: PictureSource, decoder: ActingDecoder) -> None:
        self.decoder = decoder
        self.queue = FrameQueue(10**9)
        self.wishes = Wishes((64, 48))
        self.listener = Listener()
        self.position: Callable[[], float] = lambda: 0.0
        self._showing = Showing(source, self.queue, self.wishes, self._tell_position, self.listener)

    def _tell_position(self) -> float:
        return self.position()

    def stop(self) -> None:
        self.wishes.stopped = True

    def run(self) -> None:
        self._showing.run()

    def shown(self, until_s: float = 1e9) -> int | None:
        frame = self.queue.take_due(until_s)
        return None if frame is None else number_of(frame.rgb)


@pytest.fixture
def rehearsal(tmp_path: Path) -> Iterator[Rehearsal]:
    with ExitStack() as stack:
        clip = make_video(tmp_path / "clip.mp4", frames=250, gop=250, b_frames=0)
        yield Rehearsal(*stack.enter_context(acting(clip)))


def test_a_seek_that_is_overtaken_while_it_is_decoded_shows_nothing(rehearsal: Rehearsal) -> None:
    rehearsal.queue.restart(9.0)
    rehearsal.decoder.acts = {20: lambda: rehearsal.queue.restart(1.0), 50: rehearsal.stop}
    rehearsal.run()
    assert rehearsal.listener.firsts == 1
    assert rehearsal.shown(1.0) == 25
    assert rehearsal.decoder.asked == 50


def test_the_exact_picture_of_a_scrub_is_given_up_once_a_seek_goes_elsewhere(rehearsal: Rehearsal) -> None:
    rehearsal.queue.restart(9.0, "scrub")
    rehearsal.decoder.acts = {20: lambda: rehearsal.queue.restart(1.0), 50: rehearsal.stop}
    rehearsal.run()
    assert rehearsal.listener.firsts == 2
    assert rehearsal.shown(1.0) == 25


def test_a_seek_to_where_a_scrub_rests_takes_its_exact_picture_over(rehearsal: Rehearsal) -> None:
    rehearsal.queue.restart(4.0, "scrub")
    rehearsal.decoder.acts = {50: lambda: rehearsal.queue.restart(4.0), 105: rehearsal.stop}
    rehearsal.run()
    assert rehearsal.shown(4.0) == 100
    assert rehearsal.decoder.asked == 105


@pytest.mark.parametrize("mode", ["on", "scrub"])
def test_where_nothing_can_be_decoded_any_more_nothing_is_shown(rehearsal: Rehearsal, mode: str) -> None:
    rehearsal.queue.restart(4.0, "scrub" if mode == "scrub" else "on")
    rehearsal.decoder.ends = lambda _: True
    rehearsal.decoder.acts = {3: rehearsal.stop}
    rehearsal.run()
    assert rehearsal.shown() is None
    assert not rehearsal.listener.failures


def test_backwards_pictures_far_ahead_of_the_clock_are_left_out(rehearsal: Rehearsal) -> None:
    rehearsal.queue.restart(2.0, "back")
    asked = iter(range(30))

    def position() -> float:
        if next(asked, None) is None:
            rehearsal.stop()
        return 1.0

    rehearsal.position = position
    rehearsal.run()
    assert rehearsal.shown(2.0) == 50
    assert rehearsal.shown(1.9) == 26


def test_backwards_the_first_picture_of_a_group_is_shown_however_far_ahead_it_is(
    rehearsal: Rehearsal,
) -> None:
    rehearsal.queue.restart(2.0, "back")
    asked = iter(range(51))

    def position() -> float:
        if next(asked, None) is None:
            rehearsal.stop()
        return -10.0

    rehearsal.position = position
    rehearsal.run()
    assert rehearsal.shown(2.0) == 50
    assert rehearsal.shown(0.0) == 0
