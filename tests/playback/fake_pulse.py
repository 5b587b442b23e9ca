"""A sound server that is made up, as its binding shows it."""

from collections.abc import Callable
from threading import Event
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest


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
