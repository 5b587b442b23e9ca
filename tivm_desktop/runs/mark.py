"""The mark of a run: a file of the profile that the running window holds, and what it says of that run.

The system lets go of the file when the process ends, however it ends. So whoever can hold it is the only
window of the profile; and what its last holder did not bring to an orderly end, ended unexpectedly: killed,
crashed, or the power failed. The file stays: if an ending run removed it, two starts at once could hold two.
"""

import json
import time
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from threading import Lock
from typing import Any

from tivm_desktop.library.file_lock import HeldFile

_SIZE = 1000
"""Bytes that are written each time, so that nothing of an earlier text stays behind a shorter one."""
_LONGEST = 60

STARTING, RUNNING, ENDING, ENDED = "starting", "running", "ending", "ended"


@dataclass(frozen=True, slots=True)
class RunFacts:
    """What a run says of itself while it lasts."""

    state: str = STARTING
    """starting; running, once the window was painted; ending, once asked to; ended, when all is kept."""
    started: float = 0.0
    """`time.time()` at its start."""
    steady: bool = False
    """Whether it lasted for a minute."""
    restored: bool = False
    """Whether it brought back a session."""
    failed_before: int = 0
    """How many runs in a row before it brought back a session and ended unexpectedly within a minute."""
    faults_from: int = 0
    """Where in the file of stacks its own would begin."""
    server: str = ""
    """Name under which it listens to later starts; empty while it doesn't."""
    device: str = ""
    """The sound device it plays on."""
    provider: str = ""
    """What its networks are computed with."""

    @property
    def failed_restores(self) -> int:
        """How many runs in a row, this one included, it would be if it ended unexpectedly now."""
        return self.failed_before + 1 if self.restored and not self.steady else 0


class RunMark:
    """Held from when it is made until the process ends."""

    def __init__(self, path: Path, faults_from: int = 0) -> None:
        """Hold the mark, and say that the window is starting.

        Args:
            path: the mark's file.
            faults_from: see `RunFacts`.

        Raises:
            BlockingIOError: another window of the profile holds it.
            OSError: its folder can't be written, or its file system knows no holding.
        """
        self._file = HeldFile(path)
        last = _read(self._file.read())
        self.last = last if last is not None and last.state != ENDED else None
        """What the run before said of itself, if it did not come to its end."""
        self.last_seen = _changed(path) if self.last is not None else 0.0
        """`time.time()` when the run before last said something."""
        self._writing = Lock()
        self._is_open = True
        failed = self.last.failed_restores if self.last is not None else 0
        self.facts = RunFacts(started=time.time(), failed_before=failed, faults_from=faults_from)
        self._write()

    def note(self, **changes: Any) -> None:  # noqa: ANN401 - fields of RunFacts
        """Keep what changed of `facts`; what can't be kept is left out. May be called on any thread."""
        with self._writing:
            if self._is_open:
                self.facts = replace(self.facts, **changes)
                self._write()

    def end(self) -> None:
        """Everything is kept: the run came to its end."""
        self.note(state=ENDED)
        with self._writing, suppress(OSError):
            self._is_open = False
            self._file.close()

    def _write(self) -> None:
        kept = {name: _short(value) for name, value in asdict(self.facts).items()}
        with suppress(OSError):
            self._file.write(json.dumps(kept).encode().ljust(_SIZE), durably=False)


def peek(path: Path) -> RunFacts | None:
    """Return what the run that holds the mark says of itself; None where nothing can be read."""
    try:
        with path.open("rb") as file:
            return _read(file.read(_SIZE))
    except OSError:
        return None


def _read(content: bytes) -> RunFacts | None:
    try:
        kept = json.loads(content)
    except ValueError:
        return None
    if not isinstance(kept, dict):
        return None
    plain = RunFacts()
    known = {part.name: kept.get(part.name) for part in fields(RunFacts)}
    fitting: dict[str, Any] = {name: one for name, one in known.items() if _fits(one, getattr(plain, name))}
    return replace(plain, **fitting)


def _fits(value: object, like: object) -> bool:
    return type(value) is type(like) or (isinstance(like, float) and isinstance(value, int))


def _short(value: object) -> object:
    """Keep a device's name from growing over the room there is; a server's name is never long."""
    return value[:_LONGEST] if isinstance(value, str) and not Path(value).is_absolute() else value


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
