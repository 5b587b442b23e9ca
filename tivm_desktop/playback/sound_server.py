"""What a PulseAudio or PipeWire server plays on, which PortAudio can't tell: its sinks."""

import os
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from importlib import import_module
from threading import Event, Thread
from typing import Any

_TRY_AGAIN_S = 0.25
"""Asking a server that is not there costs half a millisecond."""
_LOOK_UP_S = 0.1
"""How often the watching thread looks whether it is to end; news reach it at once."""
_JOIN_S = 1.0
_CLIENT = "tivm-desktop watches sinks"


@dataclass(frozen=True, slots=True)
class Sinks:
    """The sinks of a server at one moment."""

    names: Mapping[str, str] = field(default_factory=dict)
    """The server's name of each sink by what the user calls it."""
    default: str | None = None
    """What the user calls the one that sound goes to if nothing else is asked for."""
    answers: bool = False
    """Whether there is a server."""


class SoundServer:
    """Keeps the list of sinks up to date on a thread of its own; nothing without libpulse or its binding."""

    def __init__(self, changed: Callable[[], None]) -> None:
        """Ask once at once, then watch.

        Args:
            changed: called on the watching thread after a change.
        """
        self._changed = changed
        self._sinks = Sinks()
        self._stopped = Event()
        self._news = False
        self._thread: Thread | None = None
        self._failures: tuple[type[Exception], ...] = ()
        try:
            self._pulsectl: Any = import_module("pulsectl")
        except (ImportError, OSError):
            return
        self._failures = (self._pulsectl.PulseError, self._pulsectl.PulseDisconnected)
        self._ask_once()
        self._thread = Thread(target=self._watch, name="playback-sound-server", daemon=True)
        self._thread.start()

    @property
    def sinks(self) -> Sinks:
        """The sinks as they were told last."""
        return self._sinks

    def move(self, name: str) -> bool:
        """Move what this process plays to another sink, without a gap; tell whether there was something.

        Args:
            name: the server's name of the sink.
        """
        if self._thread is None:
            return False
        own = str(os.getpid())
        try:
            with closing(self._connect()) as connection:
                sink = connection.get_sink_by_name(name)
                playing = [
                    stream
                    for stream in connection.sink_input_list()
                    if stream.proplist.get("application.process.id") == own
                ]
                for stream in playing:
                    connection.sink_input_move(stream.index, sink.index)
        except self._failures:
            return False
        return bool(playing)

    def close(self) -> None:
        """End the thread."""
        self._stopped.set()
        if self._thread is not None:
            self._thread.join(_JOIN_S)

    def _ask_once(self) -> None:
        try:
            with closing(self._connect()) as connection:
                self._sinks = _ask(connection)
        except self._failures:
            self._sinks = Sinks()

    def _watch(self) -> None:
        while not self._stopped.is_set():
            try:
                with closing(self._connect()) as connection:
                    self._listen(connection)
            except self._failures:
                pass
            self._tell(Sinks())
            self._stopped.wait(_TRY_AGAIN_S)

    def _connect(self) -> Any:  # noqa: ANN401 - the binding has no types
        connection = self._pulsectl.Pulse(_CLIENT, connect=False)
        try:
            connection.connect(autospawn=False)
        except self._failures:
            connection.close()
            raise
        return connection

    def _listen(self, connection: Any) -> None:  # noqa: ANN401
        def stop_listening(_: object) -> None:
            self._news = True
            raise self._pulsectl.PulseLoopStop

        connection.event_mask_set("sink", "server")
        connection.event_callback_set(stop_listening)
        while not self._stopped.is_set():
            self._tell(_ask(connection))
            self._news = False
            while not self._news and not self._stopped.is_set():
                connection.event_listen(_LOOK_UP_S)

    def _tell(self, sinks: Sinks) -> None:
        if sinks != self._sinks and not self._stopped.is_set():
            self._sinks = sinks
            self._changed()


def _ask(connection: Any) -> Sinks:  # noqa: ANN401
    sinks = connection.sink_list()
    default = connection.server_info().default_sink_name
    said = [sink.description or sink.name for sink in sinks]
    titles = [
        title if said.count(title) == 1 else f"{title} ({sink.name})"
        for title, sink in zip(said, sinks, strict=True)
    ]
    names = {title: str(sink.name) for title, sink in zip(titles, sinks, strict=True)}
    return Sinks(names, next((title for title, name in names.items() if name == default), None), answers=True)
