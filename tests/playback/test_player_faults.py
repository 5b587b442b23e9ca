from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.playback.making import FakeOutput, SameTime, counting, make_video, read_counting
from tests.waiting import until
from tivm_desktop.playback.output import OutputDevice, Render
from tivm_desktop.playback.player import Player
from tivm_desktop.playback.reconnection import TRY_EVERY_S

GONE = Path("gone.flac")
COUNTING = Path("counting.flac")
FADE = 720


@pytest.fixture
def output() -> FakeOutput:
    return FakeOutput()


@pytest.fixture
def fallback(output: FakeOutput) -> SameTime:
    return SameTime(output)


@pytest.fixture
def player(output: FakeOutput, fallback: SameTime) -> Iterator[Player]:
    player = Player(output, fallback, read_counting)
    yield player
    player.close()


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    return make_video(tmp_path / "clip.mp4")


def says(player: Player, sentence: str) -> None:
    until(lambda: player.state.error == sentence, f"“{sentence}”, not “{player.state.error}”")


def test_a_track_that_is_gone_is_said_and_the_picture_plays(
    player: Player, output: FakeOutput, clip: Path
) -> None:
    player.open_video(clip)
    player.set_track(GONE)
    player.play()
    says(player, "gone.flac is not there: choose it again.")
    until(lambda: output.running, "the picture's clock")
    output.advance(0.2)
    assert player.state.position_s == pytest.approx(0.2)


def test_a_track_that_is_gone_is_said_while_another_plays(
    player: Player, output: FakeOutput, clip: Path
) -> None:
    player.open_video(clip)
    player.set_track(Path("level0.25.flac"))
    player.play()
    until(lambda: output.running, "the sound")
    player.set_track(GONE)
    says(player, "gone.flac is not there: choose it again.")
    assert player.state.playing
    player.set_track(Path("level0.5.flac"))
    assert player.state.error is None

    def sounds() -> bool:
        output.advance(0.01)
        return bool((output.heard()[-10:] == 0.5).all())

    until(sounds, "the next track")


def test_a_video_that_vanishes_after_opening_goes_on_without_its_sound(
    output: FakeOutput, fallback: SameTime, tmp_path: Path
) -> None:
    player = Player(output, fallback)
    try:
        clip = make_video(tmp_path / "clip.mkv", sound_s=1.0)
        player.open_video(clip)
        until(lambda: player.state.opened, "the video")
        clip.unlink()
        player.play()
        until(lambda: player.state.error is not None, "the sentence")
        assert player.state.error == (
            "clip.mkv is not there: it may have been moved or its drive unplugged, so choose it again."
        )
        until(lambda: output.running, "the picture's clock")
        assert player.state.playing
    finally:
        player.close()


def test_a_video_that_is_gone_is_said_and_another_one_opens(player: Player, clip: Path) -> None:
    player.open_video(clip.with_name("gone.mp4"))
    player.play()
    until(lambda: player.state.error is not None, "the sentence")
    assert "gone.mp4 is not there" in str(player.state.error)
    assert not player.state.playing
    assert player.frame_due() is None
    player.open_video(clip)
    assert player.state.error is None
    until(lambda: player.frame_due() is not None, "the first picture")


def test_a_file_without_a_picture_is_said(player: Player, tmp_path: Path) -> None:
    path = tmp_path / "text.mp4"
    path.write_bytes(b"just text " * 1000)
    player.open_video(path)
    until(lambda: player.state.error is not None, "the sentence")
    assert str(player.state.error).startswith("text.mp4 is not a media file")


def test_without_a_device_it_says_so_and_plays_silently(
    output: FakeOutput, fallback: SameTime, clip: Path
) -> None:
    output.refuses_to_open = "No sound device was found."
    player = Player(output, fallback, read_counting)
    try:
        says(player, "No sound device was found.")
        player.open_video(clip)
        player.play()
        until(lambda: fallback.running, "the silent clock")
        assert player.state.device is None
        assert player.state.playing
        output.advance(0.05)
        assert player.state.position_s == pytest.approx(0.05)
        says(player, "No sound device was found.")
    finally:
        player.close()


def test_a_device_that_was_switched_on_is_found_by_the_next_play(
    player: Player, output: FakeOutput, fallback: SameTime, clip: Path
) -> None:
    output.refuses_to_open = "No sound device was found."
    player.open_video(clip)
    player.play()
    until(lambda: fallback.running, "the silent clock")
    output.refuses_to_open = None
    player.pause()
    player.play()
    until(lambda: output.running, "the sound")
    assert (player.state.device, player.state.error) == ("fake", None)
    assert not fallback.running


def test_a_device_that_does_not_start_is_said(
    player: Player, output: FakeOutput, fallback: SameTime, clip: Path
) -> None:
    output.refuses_to_start = "The device is busy."
    player.open_video(clip)
    player.play()
    says(player, "The device is busy.")
    until(lambda: fallback.running, "the silent clock")
    assert player.state.device is None


def playing_counting(player: Player, output: FakeOutput, clip: Path) -> None:
    player.open_video(clip)
    player.set_track(COUNTING)
    player.play()
    until(lambda: output.running, "the sound")
    output.advance(1.2)
    assert player.state.position_s == pytest.approx(1.2)


def goes_on_at(output: FakeOutput, position_s: float) -> bool:
    start = round(position_s * 48_000)
    heard = output.heard(since_start=True)[:, 0]
    return np.array_equal(heard[FADE:4000], counting(np.arange(start + FADE, start + 4000)))


def test_a_device_that_stalls_is_opened_again_and_sound_goes_on_from_there(
    player: Player, output: FakeOutput, fallback: SameTime, clip: Path
) -> None:
    playing_counting(player, output, clip)
    opened = output.opened
    output.failure = "The device stopped taking sound."
    until(lambda: output.started == 2, "the sound")
    assert output.opened == opened + 1
    assert (player.state.device, player.state.error, player.state.playing) == ("fake", None, True)
    assert not fallback.running
    assert goes_on_at(output, 1.2)
    output.advance(0.2)
    assert player.state.position_s == pytest.approx(1.4)


def test_a_device_that_returns_with_another_rate_plays_on(
    player: Player, output: FakeOutput, clip: Path
) -> None:
    playing_counting(player, output, clip)
    output.device = OutputDevice("other", 44_100)
    output.failure = "The device stopped taking sound."
    until(lambda: output.started == 2, "the sound")
    assert player.state.device == "other"
    heard = output.heard(since_start=True)[:, 0]
    start = round(1.2 * 44_100)
    assert np.array_equal(heard[FADE:4000], counting(np.arange(start + FADE, start + 4000)))


def test_a_device_that_ran_dry_is_started_anew_without_being_looked_for(
    player: Player, output: FakeOutput, clip: Path
) -> None:
    playing_counting(player, output, clip)
    opened = output.opened
    output.starved = True
    until(lambda: output.started == 2, "the sound")
    assert output.opened == opened
    assert player.state.error is None
    assert goes_on_at(output, 1.2)


def test_a_device_lost_while_playing_is_said_and_the_picture_goes_on_from_there(
    player: Player, output: FakeOutput, fallback: SameTime, clip: Path
) -> None:
    playing_counting(player, output, clip)
    output.refuses_to_open = "No sound device was found."
    output.failure = "The device was unplugged."
    says(player, "The device was unplugged.")
    until(lambda: fallback.running, "the silent clock")
    assert not output.running
    assert player.state.device is None
    assert player.state.position_s == pytest.approx(1.2)


def test_a_device_that_fails_again_at_once_is_given_up(
    player: Player, output: FakeOutput, fallback: SameTime, clip: Path
) -> None:
    playing_counting(player, output, clip)
    output.failure = "The device stopped taking sound."
    until(lambda: output.started == 2, "the sound")
    output.failure = "The device stopped taking sound."
    says(player, "The device stopped taking sound.")
    until(lambda: fallback.running, "the silent clock")


def test_a_device_that_only_seems_to_be_there_does_not_disturb_the_picture(
    player: Player, output: FakeOutput, fallback: SameTime, clip: Path
) -> None:
    playing_counting(player, output, clip)
    output.refuses_to_start = "The device is busy."
    output.failure = "The device was unplugged."
    says(player, "The device is busy.")
    until(lambda: fallback.running, "the silent clock")
    stretch = player.state.stretch
    for _ in range(2):
        opened = output.opened
        output.advance(TRY_EVERY_S + 0.1)
        until(lambda opened=opened: output.opened > opened, "another try")  # type: ignore[misc]
    assert player.state.stretch == stretch
    assert fallback.running
    player.pause()
    until(lambda: not fallback.running, "the rest")
    opened = output.opened
    output.advance(TRY_EVERY_S + 0.1)
    assert output.opened == opened


def test_a_pause_while_the_device_is_tried_lets_go_of_it(
    player: Player, output: FakeOutput, fallback: SameTime, clip: Path
) -> None:
    output.refuses_to_open = "No sound device was found."
    player.open_video(clip)
    player.play()
    until(lambda: fallback.running, "the silent clock")
    output.refuses_to_open = None
    output.advance(TRY_EVERY_S + 0.1)
    until(lambda: output.running, "the try")
    player.pause()
    until(lambda: not output.running and not fallback.running, "the rest")
    assert player.state.device is None
    player.play()
    until(lambda: player.state.device == "fake", "the device")
    assert player.state.error is None


def test_another_rate_is_taken_up(output: FakeOutput, fallback: SameTime, clip: Path) -> None:
    slower = FakeOutput(rate_hz=44_100)
    player = Player(slower, fallback, read_counting)
    try:
        player.open_video(clip)
        player.set_track(Path("level0.25.flac"))
        player.play()
        until(lambda: slower.running, "the sound")
        slower.advance(0.5)
        assert player.state.position_s == pytest.approx(0.5)
        assert np.allclose(slower.heard(), 0.25)
        assert player.underruns == 0
    finally:
        player.close()


def test_a_fault_of_our_own_is_said_and_the_player_lives_on(
    output: FakeOutput, fallback: SameTime, clip: Path, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken(FakeOutput):
        broken = True

        def start(self, render: Render) -> None:
            if self.broken:
                raise ZeroDivisionError
            super().start(render)

    broken = Broken()
    player = Player(broken, fallback, read_counting)
    try:
        player.open_video(clip)
        player.play()
        says(player, "Playback failed for an unknown reason: press play to try again.")
        until(lambda: not player.state.playing, "the pause")
        assert "ZeroDivisionError" in caplog.text
        broken.broken = False
        player.play()
        until(lambda: broken.running, "the sound")
    finally:
        player.close()


def test_closing_in_the_middle_of_everything_leaves_nothing(
    output: FakeOutput, fallback: SameTime, clip: Path
) -> None:
    player = Player(output, fallback, read_counting)
    player.open_video(clip)
    player.set_track(Path("level0.25.flac"))
    player.play()
    player.seek(1.0)
    player.open_video(clip)
    player.play()
    player.close()
    player.close()
    assert not output.running
    assert not fallback.running
