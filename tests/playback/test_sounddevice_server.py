"""The output where a sound server plays, with both made up; `test_real_sound` has the real ones."""

import os
import sys
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from tests.playback.fake_portaudio import FakePortAudio, device
from tests.playback.fake_pulse import Binding
from tests.waiting import until
from tivm_desktop.playback.sounddevice_output import SounddeviceOutput

HEADPHONES = SimpleNamespace(name="usb_1", description="Headphones")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Binding:
    server = Binding()
    server.sinks.append(HEADPHONES)
    monkeypatch.setitem(sys.modules, "pulsectl", server)
    return server


@pytest.fixture
def output(server: Binding, monkeypatch: pytest.MonkeyPatch) -> Iterator[SounddeviceOutput]:
    portaudio = FakePortAudio()
    portaudio.device = device("pulse", 0)
    monkeypatch.setitem(sys.modules, "sounddevice", portaudio)
    monkeypatch.setenv("PULSE_SINK", "the_users")
    assert server.runs
    output = SounddeviceOutput()
    output.watch(lambda: None)
    yield output
    output.close()
    output.watch(None)


def plays(output: SounddeviceOutput, server: Binding) -> None:
    output.open()
    output.start(lambda out, _: out.fill(0.0))
    server.streams = [SimpleNamespace(index=7, proplist={"application.process.id": str(os.getpid())})]


def test_the_sinks_are_its_devices(output: SounddeviceOutput) -> None:
    assert output.open().name == "Built-in"
    assert output.names == ("Built-in", "Headphones")
    assert (output.title, output.moved, os.environ["PULSE_SINK"]) == ("Built-in", False, "the_users")


def test_a_chosen_sink_is_asked_for_by_the_servers_name(output: SounddeviceOutput) -> None:
    output.choose("Headphones")
    assert output.open().name == "Headphones"
    assert os.environ["PULSE_SINK"] == "usb_1"


def test_what_plays_is_moved_to_the_sink_that_is_chosen_and_back(
    output: SounddeviceOutput, server: Binding
) -> None:
    plays(output, server)
    output.choose("Headphones")
    assert output.moved
    followed = output.follow()
    assert followed is not None
    assert (followed.name, followed.note, output.title, output.moved) == (
        "Headphones", None, "Headphones", False
    )  # fmt: skip
    assert os.environ["PULSE_SINK"] == "usb_1"
    output.choose(None)
    assert output.moved
    assert output.follow() is not None
    assert (output.title, os.environ["PULSE_SINK"]) == ("Built-in", "the_users")
    assert server.moved == [(7, "usb_1"), (7, "alsa_1")]


def test_it_need_not_be_opened_to_know_that_it_is_there(output: SounddeviceOutput, server: Binding) -> None:
    assert not output.current
    plays(output, server)
    assert output.current
    output.choose("Headphones")
    assert not output.current
    output.open()
    assert output.current
    output.choose("Speakers that are not there")
    output.open()
    assert not output.current


def test_nothing_is_moved_before_it_plays_or_where_the_server_has_nothing_of_it(
    output: SounddeviceOutput, server: Binding
) -> None:
    assert output.follow() is None
    output.open()
    output.choose("Headphones")
    assert output.follow() is None
    plays(output, server)
    server.streams = []
    assert output.follow() is None
    assert output.moved is False


def test_a_server_that_goes_takes_the_sound_with_it(output: SounddeviceOutput, server: Binding) -> None:
    plays(output, server)
    assert output.failure is None
    server.runs = False
    server.news.set()
    until(lambda: output.failure is not None, "the loss")
    assert str(output.failure).startswith("The sound device Built-in was lost")
    assert not output.current
    assert not output.moved


def test_a_server_that_is_not_there_leaves_portaudios_devices(
    output: SounddeviceOutput, server: Binding
) -> None:
    server.runs = False
    server.news.set()
    output.watch(lambda: None)
    assert output.open().name == "pulse"
    assert output.names == ("pulse",)
