"""What the workers find out of tracks is stored; a library that can't be written costs no ranking."""

import time
from collections import deque
from collections.abc import Callable
from pathlib import Path

from tivm_desktop.domain.analysis import TrackAnalysis
from tivm_desktop.domain.errors import FileError
from tivm_desktop.library.known import FailureKind, FileRow, FileStamp, KnownTrack, file_stamp
from tivm_desktop.library.store import FeatureStore
from tivm_desktop.matching.analysed import SOUND_VERSIONS, AnalysedTrack
from tivm_desktop.matching.index_queue import Wanted
from tivm_desktop.matching.jobs import Failed
from tivm_desktop.matching.pack_ids import PackIds

MOST_UNSAVED = 200
"""Results kept in memory for a library that can't be written, 0.3 MB each; then indexing waits."""
PATIENCE_S = 30.0
"""How long to wait before such a library is written to again."""


class Keeping:
    """Stores results on the indexer's thread, or keeps them until the library can be written again."""

    def __init__(self, store: FeatureStore, ids: PackIds, warn: Callable[[str], None]) -> None:
        """Begin.

        Args:
            store: where to.
            ids: of the pack.
            warn: called with what goes wrong, on the thread that calls.
        """
        self._store = store
        self._ids = ids
        self._warn = warn
        self._unsaved: deque[tuple[Wanted, AnalysedTrack]] = deque()
        self._trouble: FileError | None = None
        """Why the library could not be written when that was tried last."""
        self._next_try_s = 0.0

    def keep(self, wanted: Wanted, found: AnalysedTrack) -> FileRow | FileStamp:
        """Store what became known of a file; return what it is now.

        Only its stamp if a scan, perhaps another program's, has found the file changed since it was wanted:
        what was heard may be half of it and is not kept; it is to be listened to again.

        Raises:
            FileError: the file is gone; or the library can't be written, and has not for so long that no
                more is kept for it.
        """
        row = self._row(wanted, found)
        if isinstance(row, FileStamp):
            return row
        if time.monotonic() >= self._next_try_s:
            self._save_all()
        if self._trouble is not None and len(self._unsaved) >= MOST_UNSAVED:
            raise FileError(self._trouble.path, str(self._trouble))
        self._unsaved.append((wanted, found))
        if self._trouble is None:
            self._save_all()
        return row

    def keep_failure(self, wanted: Wanted, failure: Failed) -> FileStamp | None:
        """Remember that a file can't be analysed, if it is itself to blame, and is there.

        Returns:
            None; or what the file is now if it has changed since it was wanted, as for `keep`: what was said
            of half a file is not held against the whole one.
        """
        path = wanted.path
        seen = self._seen(path)
        if seen is not None and _has_changed(wanted, seen):
            return seen.stamp
        if failure.lasting:
            try:
                now = file_stamp(path)
                stamp = wanted.stamp or (seen.stamp if seen is not None else now)
                kind = FailureKind(failure.kind)
                self._store.save_failure(path, stamp, self._ids.failure, failure.sentence, kind)
            except FileError as error:
                if error.path != path:
                    self._warn(str(error))
        return None

    def flush(self) -> None:
        """Try once more to store what could not be stored."""
        self._save_all()

    @property
    def waiting(self) -> int:
        """How many results the library could not be given so far."""
        return len(self._unsaved)

    def unsaved(self, audio_id: str) -> TrackAnalysis | None:
        """Return an analysis that could not be stored. Any thread."""
        for _, found in list(self._unsaved):
            if found.audio_id == audio_id:
                return found.analysis
        return None

    def _save_all(self) -> None:
        while self._unsaved:
            wanted, found = self._unsaved[0]
            try:
                self._save(wanted, found)
            except FileError as error:
                if error.path != wanted.path:
                    self._warn(str(error))
                    self._trouble = FileError(error.path, str(error))
                    self._next_try_s = time.monotonic() + PATIENCE_S
                    return
            self._unsaved.popleft()
        self._trouble = None

    def _save(self, wanted: Wanted, found: AnalysedTrack) -> None:
        known = KnownTrack(found.audio_id, found.tags, found.facts.duration_s)
        row = self._row(wanted, found)
        if isinstance(row, FileRow):
            version, ranking = SOUND_VERSIONS[found.depth], self._ids.ranking
            self._store.save_analysed(
                wanted.path, row.stamp, known, found.analysis, version, found.facts, ranking
            )

    def _row(self, wanted: Wanted, found: AnalysedTrack) -> FileRow | FileStamp:
        """What the file is, as the scan saw it, so that a change since is noticed by the next.

        Only its stamp if that has noticed one already.

        Raises:
            FileError: the scan did not see it here, and it is gone.
        """
        path, seen = wanted.path, self._seen(wanted.path)
        if seen is not None and _has_changed(wanted, seen):
            return seen.stamp
        there = seen.stamp if seen is not None and seen.vanished_ns is None else file_stamp(path)
        stamp = wanted.stamp or there
        return FileRow(
            path=path,
            size=stamp.size,
            mtime_ns=stamp.mtime_ns,
            audio_id=found.audio_id,
            tags=found.tags,
            duration_s=found.facts.duration_s,
            added_ns=seen.added_ns if seen is not None else time.time_ns(),
            vanished_ns=None,
            inode=seen.inode if seen is not None else None,
            looked_into=True,
        )

    def _seen(self, path: Path) -> FileRow | None:
        """What the scan saw of a file, if it came to it."""
        try:
            return self._store.file(path)
        except FileError as error:
            self._warn(str(error))
            return None


def _has_changed(wanted: Wanted, seen: FileRow) -> bool:
    """Tell whether a scan has found a file changed since it was wanted."""
    return wanted.stamp is not None and seen.stamp != wanted.stamp
