"""Noticing that music folders changed, only to have the same scan done again."""

import logging
import os
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

from tivm_desktop.library.drives import is_remote
from tivm_desktop.library.roots import folder_named
from tivm_desktop.library.scan import is_audio_file

_END_S = 2.0
_EVENTS: list[type[FileSystemEvent]] = [
    *(DirCreatedEvent, DirDeletedEvent, DirMovedEvent, FileCreatedEvent, FileDeletedEvent),
    *(FileModifiedEvent, FileMovedEvent, FileClosedEvent),
]
"""Not those of reading: analysis reads every file."""
_REMOTE = (-1, -1)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class WatchPace:
    """How eager watching is, in seconds."""

    quiet_s: float = 2.0
    """So long nothing may have happened before a change is told: an album is copied as one."""
    longest_s: float = 30.0
    """A change is told after this time even if things go on happening."""
    look_s: float = 10.0
    """How often it is looked whether the folders themselves are there."""
    poll_s: float = 300.0
    """How often a scan is asked for where nobody tells of changes."""
    rest_s: float = 3600.0
    """How often it is asked for where somebody does: links lead to where nobody looks."""


class Watcher:
    """Watches folders on a thread of its own and asks for a scan when something changed.

    Folders that can't be watched - on other machines, or more than the system can watch - are polled: a scan
    is asked for from time to time. A folder that comes, goes or is another asks for one as well. So does the
    beginning: of what happened before it nothing is known.
    """

    def __init__(
        self,
        roots: Sequence[Path],
        changed: Callable[[], None],
        notice: Callable[[str], None] | None = None,
        *,
        pace: WatchPace | None = None,
        observer: Callable[[], BaseObserver] = Observer,
        remote: Callable[[Path], bool] = is_remote,
    ) -> None:
        """Begin to watch; returns at once.

        Args:
            roots: the music folders; they need not be there.
            changed: called on the watcher's thread when a scan is due.
            notice: told in one sentence, on that thread too, that folders are polled since the system can't
                watch any more of them.
            pace: how eager it is.
            observer: makes what watches; the system's own where it is left out.
            remote: tells whether a folder lies on another machine; those are not even looked at here, since
                looking may hang.
        """
        self._roots = tuple(dict.fromkeys(map(folder_named, roots)))
        self._changed = changed
        self._notice = notice
        self._pace = pace or WatchPace()
        self._make_observer = observer
        self._remote = remote
        self._observer: BaseObserver | None = None
        self._watches: dict[Path, ObservedWatch] = {}
        self._seen: dict[Path, tuple[int, int] | None] = {}
        self._first_s: float | None = None
        self._last_s = 0.0
        self._wake = threading.Event()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="folder-watch", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End; nothing is told afterwards. Waits for at most two seconds, also on drives that hang."""
        self._ended.set()
        self._wake.set()
        if threading.current_thread() is not self._thread:
            self._thread.join(_END_S)

    def stir(self) -> None:
        """Something happened in a folder: a scan is asked for once it is quiet. From any thread."""
        self._last_s = time.monotonic()
        if self._first_s is None:
            self._first_s = self._last_s
            self._wake.set()

    def _run(self) -> None:
        try:
            self._look()
            self.stir()
            self._watch_until_end()
        finally:
            self._stop_observer()

    def _watch_until_end(self) -> None:
        looked_s = asked_s = time.monotonic()
        while not self._ended.is_set():
            now_s = time.monotonic()
            if now_s - looked_s >= self._pace.look_s:
                looked_s = now_s
                if self._look():
                    self.stir()
            all_watched = len(self._watches) == len(self._roots)
            due_s = asked_s + (self._pace.rest_s if all_watched else self._pace.poll_s)
            if self._first_s is not None:
                due_s = min(self._last_s + self._pace.quiet_s, self._first_s + self._pace.longest_s, due_s)
            if now_s >= due_s:
                self._first_s, asked_s = None, now_s
                self._changed()
                continue
            self._wake.wait(max(min(due_s, looked_s + self._pace.look_s) - time.monotonic(), 0.0))
            self._wake.clear()

    def _look(self) -> bool:
        """Watch the roots that are there; tell whether any came, went or is another folder now."""
        differs = self._forget_dead()
        for root in self._roots:
            identity = _REMOTE if self._remote(root) else _identity(root)
            known = root in self._seen
            if known and self._seen[root] == identity:
                continue
            differs = differs or known
            self._seen[root] = identity
            self._unwatch(root)
            if identity not in (None, _REMOTE):
                self._watch(root)
        return differs

    def _forget_dead(self) -> bool:
        """Begin anew if a thread that listens to the system died; tell whether one did."""
        observer = self._observer
        if observer is None or all(emitter.is_alive() for emitter in observer.emitters):
            return False
        self._stop_observer()
        self._observer = None
        self._watches.clear()
        self._seen.clear()
        return True

    def _watch(self, root: Path) -> None:
        try:
            if self._observer is None:
                observer = self._make_observer()
                observer.start()
                self._observer = observer
            self._watches[root] = self._observer.schedule(
                _Listener(self.stir), str(root), recursive=True, event_filter=_EVENTS
            )
        except (OSError, RuntimeError) as error:
            _log.warning("%s can't be watched: %s", root, error)
            if self._notice is not None:
                reason = error.strerror if isinstance(error, OSError) else error
                self._notice(
                    f"The folder {root} can't be watched for changes ({reason}); it is looked through from"
                    " time to time instead."
                )

    def _unwatch(self, root: Path) -> None:
        watch = self._watches.pop(root, None)
        if watch is not None and self._observer is not None:
            self._observer.unschedule(watch)

    def _stop_observer(self) -> None:
        if self._observer is not None:
            self._observer.stop()
            self._observer.join(_END_S)


class _Listener(FileSystemEventHandler):
    """Hears of what happens to music files and folders; hidden ones are none."""

    def __init__(self, stir: Callable[[], None]) -> None:
        self._stir = stir

    def on_any_event(self, event: FileSystemEvent) -> None:
        for path in (event.src_path, event.dest_path):
            place = Path(os.fsdecode(path))
            if place.name and not place.name.startswith(".") and (event.is_directory or is_audio_file(place)):
                self._stir()
                return


def _identity(folder: Path) -> tuple[int, int] | None:
    """What folder it is that lies there, or None."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
