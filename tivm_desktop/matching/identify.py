"""The identity of a sound, found out by a worker: a file that crashes its demuxer must not end the window."""

from collections.abc import Callable
from pathlib import Path

from tivm_desktop.domain.errors import CancelledError, MediaError
from tivm_desktop.domain.progress import Progress
from tivm_desktop.matching.jobs import Done, Failed
from tivm_desktop.matching.workers import AnalysisPool
from tivm_desktop.media.identity import audio_identity

TIMEOUT_S = 30.0
"""How long a drive may take to give the next packets of a file."""
_LOOK_S = 0.1

Identify = Callable[[Path, Callable[[], bool]], str]
"""Returns a file's audio id; raises `MediaError`, or `CancelledError` once it is told to stop."""


def identify(tools: object, path: Path, *, progress: Progress) -> str:
    """Return the audio id of a file. For a worker.

    Raises:
        MediaError: the file can't be read or has no sound.
        CancelledError: `progress` raised it.
    """
    del tools
    return audio_identity(path, progress)


class Identifier:
    """Has a pool identify one file after the other; whoever asks waits."""

    def __init__(self, pool: AnalysisPool) -> None:
        """Use that pool's identifying lane."""
        self._pool = pool

    def __call__(self, path: Path, cancelled: Callable[[], bool]) -> str:
        """Return the audio id of a file.

        Args:
            path: the file.
            cancelled: asked ten times a second; True ends the waiting.

        Raises:
            MediaError: the file can't be read, has no sound, or ends or holds up its worker.
            CancelledError: `cancelled` said so, or the pool was closed.
        """
        try:
            job = self._pool.submit(identify, path, subject=path, lane="identifying", timeout_s=TIMEOUT_S)
        except RuntimeError:
            raise CancelledError from None
        while (outcome := job.wait(_LOOK_S)) is None:
            if cancelled():
                job.cancel()
                raise CancelledError
        match outcome:
            case Done():
                return outcome.result
            case Failed():
                raise MediaError(path, outcome.sentence)
            case _:
                raise CancelledError
