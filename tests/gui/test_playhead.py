"""Where playing stands, and whether it goes on."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.gui.fakes import FakePlayer, FakeState
from tivm_desktop.gui.parts import VideoFacts
from tivm_desktop.gui.playhead import Playhead

VIDEO = VideoFacts(Path("/v/cut.mp4"), 10.0, 640, 360, 50.0)


def playhead(player: FakePlayer, video: VideoFacts | None = VIDEO) -> Playhead:
    return Playhead(lambda call: call(player), lambda: player.state, lambda: video)


def test_what_played_before_a_scrub_goes_on_after_it() -> None:
    player = FakePlayer(FakeState(playing=True))
    moved = playhead(player)
    moved.scrub(2.0)
    moved.scrub(3.0)
    assert not player.state.playing
    moved.seek(3.0)
    assert player.state.playing


def test_what_was_held_stays_held_after_a_scrub() -> None:
    player = FakePlayer()
    moved = playhead(player)
    moved.scrub(2.0)
    moved.seek(2.0)
    assert not player.state.playing


def test_another_video_forgets_what_a_scrub_held() -> None:
    player = FakePlayer(FakeState(playing=True))
    moved = playhead(player)
    moved.scrub(2.0)
    moved.start_over()
    moved.seek(2.0)
    assert not player.state.playing


def test_holding_ends_the_shuttle() -> None:
    player = FakePlayer(FakeState(playing=True, speed=-2.0))
    playhead(player).hold()
    assert (player.state.playing, player.state.speed) == (False, 1.0)


def test_without_a_video_nothing_plays() -> None:
    player = FakePlayer()
    playhead(player, None).toggle_play()
    playhead(player, None).step_frames(1)
    assert player.calls == []


@pytest.mark.parametrize(
    ("from_s", "frames", "to_s"), [(1.0, 1, 1.02), (1.0, -2, 0.96), (0.0, -1, 0.0), (9.97, 5, 9.98)]
)
def test_a_step_is_a_frame_and_ends_at_the_last(from_s: float, frames: int, to_s: float) -> None:
    player = FakePlayer(FakeState(playing=True, position_s=from_s, duration_s=10.0))
    playhead(player).step_frames(frames)
    assert not player.state.playing
    assert player.state.position_s == pytest.approx(to_s)


def test_a_video_that_does_not_say_its_rate_is_stepped_by_a_25th() -> None:
    player = FakePlayer(FakeState(duration_s=10.0))
    playhead(player, replace(VIDEO, frame_rate=0.0)).step_frames(1)
    assert player.state.position_s == pytest.approx(0.04)
