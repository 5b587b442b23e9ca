"""A memory whose failures cost no ranking."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from tivm_desktop.domain.analysis import VideoAnalysis
from tivm_desktop.domain.errors import FileError
from tivm_desktop.library.known import FileStamp
from tivm_desktop.matching.analysed import AnalysedTrack
from tivm_desktop.matching.jobs import Failed
from tivm_desktop.matching.recall import Memory

T = TypeVar("T")


class TolerantMemory:
    """Recalls and keeps like a `Memory`; what goes wrong with the library is told, each thing once."""

    def __init__(self, memory: Memory, warn: Callable[[str], None]) -> None:
        """Wrap `memory`; `warn` is called with sentences for the user, on the calling thread."""
        self._memory = memory
        self._tell = warn
        self._told: set[str] = set()

    def greet(self) -> None:
        """Tell what the user has to know of the library's opening, if anything."""
        self.warn(self._memory.notice)

    def track(self, path: Path) -> AnalysedTrack | str | None:
        """Return the analysis, or the sentence that says why there is none, or None if unknown."""
        return self._recall(lambda: self._memory.track(path))

    def video(self, path: Path, stamp: FileStamp | None) -> VideoAnalysis | None:
        """Return the analysis of a video that is this now, or None if it is unknown."""
        return self._recall(lambda: self._memory.video(path, stamp))

    def keep_track(self, path: Path, stamp: FileStamp | None, found: AnalysedTrack) -> None:
        """Keep what was found out about a track that had this stamp."""
        self._remember(lambda: self._memory.keep_track(path, stamp, found))

    def keep_failure(self, path: Path, stamp: FileStamp | None, failure: Failed) -> None:
        """Keep why a track that had this stamp can't be analysed, if it is itself to blame."""
        self._remember(lambda: self._memory.keep_failure(path, stamp, failure))

    def keep_video(self, path: Path, stamp: FileStamp | None, analysis: VideoAnalysis) -> None:
        """Keep what was found out about a video that had this stamp."""
        self._remember(lambda: self._memory.keep_video(path, stamp, analysis))

    def close(self) -> None:
        """Close the library."""
        self._memory.close()

    def _recall(self, look: Callable[[], T]) -> T | None:
        """Ask the memory; to one that can't be read everything is unknown."""
        try:
            return look()
        except FileError as error:
            self.warn(str(error))
            return None

    def _remember(self, keep: Callable[[], None]) -> None:
        """Store a result, if the library takes it."""
        try:
            keep()
        except FileError as error:
            self.warn(str(error))

    def warn(self, message: str) -> None:
        """Tell what goes wrong with the library, unless it was told before."""
        if message and message not in self._told:
            self._told.add(message)
            self._tell(message)
