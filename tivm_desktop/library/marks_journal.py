"""A second place for marks, beside the database: a line for each change, on the drive before it is done.

What a person said can't be computed again. Should the database be damaged or lost, the marks come from here.
"""

import json
import logging
import os
import sqlite3
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from tivm_desktop.library.mark_rows import (
    SELECT,
    Dated,
    dated_marks,
    marks_document,
    put_marks,
    read_audio_id,
    read_marks,
)
from tivm_desktop.whole_file import write_whole

REWRITTEN_BYTES = 1024**2
"""A journal that grew larger is written anew if that makes it less than half as long."""

_log = logging.getLogger(__name__)


class MarksJournal:
    """The lines; used within the database's transactions only, so that one process writes at a time."""

    def __init__(self, database: Path) -> None:
        """Use the journal of a database; none is made before the first mark."""
        self.path = database.with_name(f"{database.name}.marks")

    def append(self, marks: Mapping[str, Dated]) -> None:
        """Add changes; a disk that has no room for them costs the second place, not the mark."""
        if not marks:
            return
        try:
            with self.path.open("ab") as stream:
                stream.write(_lines(marks))
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as error:
            _log.warning("%s can't be written: %s", self.path, error)

    def read(self) -> dict[str, Dated]:
        """What was said of each sound last, whatever the clock said; lines that broke off are left out."""
        found: dict[str, Dated] = {}
        with suppress(OSError):
            for line in self.path.read_bytes().splitlines():
                with suppress(ValueError, KeyError, TypeError, RecursionError):
                    document = json.loads(line)
                    found[read_audio_id(document["audio_id"])] = read_marks(document)
        return found

    def restore(self, connection: sqlite3.Connection) -> int:
        """Within a transaction: bring in what the database lost or has not yet; return how much."""
        known = dict(map(dated_marks, connection.execute(SELECT)))
        newer = {
            audio_id: (marks, changed_ns)
            for audio_id, (marks, changed_ns) in self.read().items()
            if known.get(audio_id, (None, -1)) != (marks, changed_ns)
            and known.get(audio_id, (None, -1))[1] <= changed_ns
        }
        for audio_id, (marks, changed_ns) in newer.items():
            put_marks(connection, audio_id, marks, changed_ns)
        return len(newer)

    def tidy(self, connection: sqlite3.Connection) -> None:
        """Within a transaction: write the journal anew, a line for each sound, once it has grown long."""
        with suppress(OSError):
            if not self.path.exists() or self.path.stat().st_size < REWRITTEN_BYTES:
                return
            content = _lines(dict(map(dated_marks, connection.execute(SELECT))))
            if 2 * len(content) < self.path.stat().st_size:
                write_whole(self.path, content, durable=True)


def _lines(marks: Mapping[str, Dated]) -> bytes:
    """Each line after the end of the one before it, whole or not."""
    documents = ({"audio_id": audio_id, **marks_document(*dated)} for audio_id, dated in marks.items())
    return "".join("\n" + json.dumps(document, ensure_ascii=False) for document in documents).encode()
