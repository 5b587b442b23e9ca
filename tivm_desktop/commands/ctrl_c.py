"""Ctrl-C ends the work of a command, never the clearing up after it."""

import signal
from types import FrameType, TracebackType


class CtrlC:
    """Has Ctrl-C raise KeyboardInterrupt once, within `with`; at other times it is only noted.

    As a context manager it begins and ends the work that may be interrupted. `close` gives the signal back to
    who had it before. Belongs to the main thread, as signals do.
    """

    def __init__(self) -> None:
        self.came = False
        """Whether Ctrl-C was pressed since."""
        self._working = False
        self._before = signal.signal(signal.SIGINT, self._hear)

    def __enter__(self) -> "CtrlC":
        self._working = True
        if self.came:
            self._working = False
            raise KeyboardInterrupt
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        """End the work; that it was interrupted is known from `came`."""
        self._working = False
        return kind is KeyboardInterrupt

    def close(self) -> None:
        """Let Ctrl-C mean what it meant before."""
        signal.signal(signal.SIGINT, self._before)

    def _hear(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        self.came = True
        if self._working:
            self._working = False
            raise KeyboardInterrupt
