"""Choosing what sound goes to, and devices that come and go."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.playback.making import FakeOutput, SameTime, make_video, read_counting
from tests.waiting import until
from tivm_desktop.playback.player import Player


@pytest.fixture
def output() -> FakeOutput:
    output = FakeOutput()
    output.names = ("fake", "Headphones")
    return output


@pytest.fixture
def player(output: FakeOutput, tmp_path: Path) -> Iterator[Player]:
    player = Player(output, SameTime(output), read_counting)
    player.open_video(make_video(tmp_path / "clip.mp4"))
    until(lambda: player.state.opened and player.state.device is not None, "video and device")
    yield player
    player.close()


def plays(player: Player, output: FakeOutput) -> None:
    player.set_track(Path("counting.flac"))
    player.play()
    until(lambda: output.running, "the sound")
    output.play(0.3)


def goes_on(player: Player, output: FakeOutput, device: str) -> bool:
    output.advance(0.01)
    return player.state.device == device and output.running


def test_devices_are_told_and_one_is_chosen_while_nothing_plays(player: Player, output: FakeOutput) -> None:
    until(lambda: player.state.outputs == ("fake", "Headphones"), "the devices")
    player.set_output("Headphones")
    until(lambda: player.state.device == "Headphones", "the device")
    assert (player.state.output, player.state.error) == ("Headphones", None)
    assert output.started == 0


def test_another_device_is_opened_while_a_track_plays(player: Player, output: FakeOutput) -> None:
    plays(player, output)
    before_s = player.state.position_s
    player.set_output("Headphones")
    until(lambda: output.started == 2 or not goes_on(player, output, "Headphones"), "the device")
    until(lambda: goes_on(player, output, "Headphones"), "the sound on it")
    assert player.state.playing
    assert before_s <= player.state.position_s < before_s + 1.0


def test_a_device_that_can_be_followed_is_not_opened_again(player: Player, output: FakeOutput) -> None:
    plays(player, output)
    output.follows = True
    opened, stretch = output.opened, player.state.stretch
    player.set_output("Headphones")
    until(lambda: player.state.device == "Headphones", "the device")
    assert (output.opened, output.started, player.state.stretch) == (opened, 1, stretch)


def test_a_chosen_device_that_is_missing_is_said_and_comes_back(player: Player, output: FakeOutput) -> None:
    output.lists("fake")
    player.set_output("Headphones")
    until(lambda: player.state.output == "Headphones", "the choice")
    player.set_output("Headphones")
    until(lambda: player.state.error == "Headphones is not there.", "the sentence")
    assert player.state.device == "fake"
    output.lists("fake", "Headphones")
    until(lambda: player.state.device == "Headphones", "the device")
    assert player.state.error is None


def test_a_chosen_device_that_goes_while_it_plays_is_said_and_the_default_plays_on(
    player: Player, output: FakeOutput
) -> None:
    player.set_output("Headphones")
    until(lambda: player.state.device == "Headphones", "the device")
    plays(player, output)
    output.lists("fake")
    until(lambda: goes_on(player, output, "fake"), "the default")
    assert player.state.error == "Headphones is not there."
    assert player.state.playing


def test_a_device_chosen_while_there_is_none_is_tried_at_once(player: Player, output: FakeOutput) -> None:
    output.refuses_to_open = "No sound device was found."
    player.set_output(None)
    until(lambda: player.state.device is None, "silence")
    output.refuses_to_open = None
    player.set_output("Headphones")
    until(lambda: player.state.device == "Headphones", "the device")
    assert player.state.error is None
