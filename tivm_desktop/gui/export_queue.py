"""Exports, one after the other on a thread of their own, while everything else goes on."""

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread

from PySide6.QtCore import QObject, Signal

from tivm_desktop.domain.errors import CancelledError, TivmError
from tivm_desktop.domain.progress import Progress
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.marshal import Marshal

JOIN_S = 5.0
_STEP = 0.01

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class Export:
    """One file to be written."""

    name: str
    """What the user knows it by."""
    write: Callable[[Progress], Path]
    """Writes it and returns where it is; runs on the queue's thread and leaves nothing behind when the
    progress raises."""


class ExportQueue(QObject):
    """Writes what was added, in that order; belongs to the GUI thread but for the work itself."""

    moved = Signal(object, float)
    """`Export`, share of it that is done."""
    written = Signal(object, object)
    """`Export`, `Path` of its file."""
    failed = Signal(object, str)
    """`Export`, one sentence."""
    cancelled = Signal(object)
    """`Export`: nothing of it is left."""

    def __init__(self, marshal: Marshal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marshal = marshal
        self._waiting: deque[Export] = deque()
        self._running: Export | None = None
        self._unwanted = Event()
        self._thread: Thread | None = None
        self._closed = False

    @property
    def running(self) -> Export | None:
        """What is written now."""
        return self._running

    @property
    def waiting(self) -> int:
        """How many come after it."""
        return len(self._waiting)

    def add(self, export: Export) -> None:
        """Write something, after what was added before."""
        self._waiting.append(export)
        if self._running is None:
            self._next()

    def cancel(self) -> None:
        """Give up what is written now; what waits comes next."""
        self._unwanted.set()

    def close(self) -> None:
        """Give everything up and wait for the thread, a bounded time."""
        self._closed = True
        self._waiting.clear()
        self._unwanted.set()
        if self._thread is not None:
            self._thread.join(JOIN_S)

    def _next(self) -> None:
        self._running = self._waiting.popleft() if self._waiting else None
        if self._running is None:
            return
        self._unwanted = Event()
        self._thread = Thread(
            target=self._work, args=(self._running, self._unwanted), name="export", daemon=True
        )
        self._thread.start()
        self.moved.emit(self._running, 0.0)

    def _work(self, export: Export, unwanted: Event) -> None:
        told = 0.0

        def progress(done_s: float, total_s: float) -> None:
            nonlocal told
            if unwanted.is_set():
                raise CancelledError
            share = min(done_s / total_s, 1.0) if total_s > 0 else 0.0
            if share - told >= _STEP or share < told:
                told = share
                self._post(lambda: self.moved.emit(export, share))

        try:
            path = export.write(progress)
        except CancelledError:
            self._end(lambda: self.cancelled.emit(export))
        except TivmError as error:
            sentence = str(error)
            self._end(lambda: self.failed.emit(export, sentence))
        except Exception as error:
            _log.exception("exporting %s failed", export.name)
            said = tr("{name} could not be exported, something went wrong inside: {error}")
            sentence = said.format(name=export.name, error=error)
            self._end(lambda: self.failed.emit(export, sentence))
        else:
            self._end(lambda: self.written.emit(export, path))

    def _end(self, tell: Callable[[], None]) -> None:
        def ended() -> None:
            if self._thread is not None:
                self._thread.join()
            self._running = None
            tell()
            if self._running is None:
                self._next()

        self._post(ended)

    def _post(self, call: Callable[[], None]) -> None:
        self._marshal.post(lambda: None if self._closed else call())
