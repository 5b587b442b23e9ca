"""The watch of a sound server, against a binding that is made up; `test_real_sound` has the real one."""

from collections.abc import Iterator
from types import ModuleType, SimpleNamespace

import pytest

from tests.playback.fake_pulse import Binding
from tests.waiting import until
from tivm_desktop.playback.sound_server import Sinks, SoundServer


@pytest.fixture
def binding(monkeypatch: pytest.MonkeyPatch) -> Binding:
    binding = Binding()
    monkeypatch.setitem(__import__("sys").modules, "pulsectl", binding)
    return binding


@pytest.fixture
def told(binding: Binding) -> Iterator[tuple[SoundServer, list[Sinks]]]:
    assert binding.runs
    heard: list[Sinks] = []
    server = SoundServer(lambda: heard.append(server.sinks))
    yield server, heard
    server.close()


def test_the_sinks_are_known_at_once(told: tuple[SoundServer, list[Sinks]]) -> None:
    assert told[0].sinks == Sinks({"Built-in": "alsa_1"}, "Built-in", answers=True)


def test_a_sink_that_comes_is_told_and_two_of_one_name_are_told_apart(
    binding: Binding, told: tuple[SoundServer, list[Sinks]]
) -> None:
    binding.sinks = [*binding.sinks, *(SimpleNamespace(name=f"usb_{n}", description="USB") for n in (1, 2))]
    binding.news.set()
    until(lambda: len(told[1]) == 1, "the news")
    assert list(told[0].sinks.names) == ["Built-in", "USB (usb_1)", "USB (usb_2)"]


def test_a_server_that_goes_and_comes_back_is_told(
    binding: Binding, told: tuple[SoundServer, list[Sinks]]
) -> None:
    binding.runs = False
    binding.news.set()
    until(lambda: not told[0].sinks.answers, "that it went")
    assert not told[0].move("alsa_1")
    binding.runs = True
    until(lambda: told[0].sinks.answers, "that it came back")
    assert [sinks.answers for sinks in told[1]] == [False, True]


def test_only_what_this_process_plays_is_moved(
    binding: Binding, told: tuple[SoundServer, list[Sinks]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tivm_desktop.playback.sound_server.os.getpid", lambda: 42)
    assert not told[0].move("alsa_1")
    binding.streams = [
        SimpleNamespace(index=index, proplist={"application.process.id": str(process)})
        for index, process in ((7, 41), (8, 42))
    ]
    assert told[0].move("alsa_1")
    assert binding.moved == [(8, "alsa_1")]


def test_without_the_binding_there_are_no_sinks(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> ModuleType:
        raise ImportError(name)

    monkeypatch.setattr("tivm_desktop.playback.sound_server.import_module", missing)
    server = SoundServer(lambda: None)
    assert server.sinks == Sinks()
    assert not server.move("alsa_1")
    server.close()
