"""The watch of a sound server, against a binding that is made up; `test_real_sound` has the real one."""

from collections.abc import Callable, Iterator
from threading import Event
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from tests.playback.making import until
from tivm_desktop.playback.sound_server import Sinks, SoundServer


class PulseError(Exception):
    pass


class PulseDisconnected(Exception):  # noqa: N818 - the binding's name
    pass


class PulseLoopStop(Exception):  # noqa: N818 - the binding's name
    pass


class Binding(ModuleType):
    """A server of which the tests say what it has."""

    PulseError, PulseDisconnected, PulseLoopStop = PulseError, PulseDisconnected, PulseLoopStop

    def __init__(self) -> None:
        super().__init__("pulsectl")
        self.sinks = [SimpleNamespace(name="alsa_1", description="Built-in")]
        self.streams: list[SimpleNamespace] = []
        self.runs = True
        self.news = Event()
        self.moved: list[tuple[int, str]] = []

    def Pulse(self, _client: str, *, connect: bool) -> "Connection":  # noqa: N802
        assert not connect
        return Connection(self)


class Connection:
    def __init__(self, server: Binding) -> None:
        self._server = server
        self._heard: Callable[[Any], None] | None = None

    def connect(self, *, autospawn: bool) -> None:
        assert not autospawn
        if not self._server.runs:
            raise PulseError("Failed to connect")

    def close(self) -> None:
        return

    def sink_list(self) -> list[SimpleNamespace]:
        return self._server.sinks

    def server_info(self) -> SimpleNamespace:
        return SimpleNamespace(default_sink_name="alsa_1")

    def event_mask_set(self, *kinds: str) -> None:
        assert kinds == ("sink", "server")

    def event_callback_set(self, heard: Callable[[Any], None]) -> None:
        self._heard = heard

    def event_listen(self, timeout: float) -> None:
        if not self._server.news.wait(timeout):
            return
        self._server.news.clear()
        if not self._server.runs:
            raise PulseDisconnected
        assert self._heard is not None
        with pytest.raises(PulseLoopStop):
            self._heard(None)

    def get_sink_by_name(self, name: str) -> SimpleNamespace:
        return SimpleNamespace(index=name)

    def sink_input_list(self) -> list[SimpleNamespace]:
        return self._server.streams

    def sink_input_move(self, stream: int, sink: str) -> None:
        self._server.moved.append((stream, sink))


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
