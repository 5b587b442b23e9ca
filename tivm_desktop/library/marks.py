"""What a person says of tracks, as rows of the library's database."""

import json
import sqlite3
import time

from tivm_desktop.domain.marks import Marks
from tivm_desktop.library.database import Database
from tivm_desktop.library.track_rows import plain_text

_MARKS = (
    "SELECT audio_id, rating, favourite, never, notes, changed_ns, (SELECT json_group_array(tag)"
    " FROM own_tags WHERE own_tags.audio_id = marks.audio_id) FROM marks"
)


class MarkRows:
    """Reads and writes marks, by the sound they are of; the sound need not be known (yet, or any more)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def marks(self, audio_id: str) -> Marks:
        """What was said of one sound; nothing, if nothing was."""
        return self._read(" WHERE audio_id = ?", (audio_id,)).get(audio_id, (Marks(), 0))[0]

    def all_marks(self) -> dict[str, Marks]:
        """Marks by audio id, of every sound that anything was said of."""
        return {audio_id: marks for audio_id, (marks, _) in self._read("", ()).items()}

    def dated(self) -> dict[str, tuple[Marks, int]]:
        """As `all_marks`, each beside the time it was set, in nanoseconds since 1970."""
        return self._read("", ())

    def set_marks(self, audio_id: str, marks: Marks) -> None:
        """Replace what is said of one sound."""
        with self._database.writing() as connection:
            put_marks(connection, audio_id, marks, time.time_ns())

    def _read(self, where: str, values: tuple[str, ...]) -> dict[str, tuple[Marks, int]]:
        return {
            audio_id: (
                Marks(rating, bool(favourite), bool(never), tuple(sorted(json.loads(tags))), notes),
                changed_ns,
            )
            for audio_id, rating, favourite, never, notes, changed_ns, tags in self._database.read(
                f"{_MARKS}{where}", values
            )
        }


def put_marks(connection: sqlite3.Connection, audio_id: str, marks: Marks, changed_ns: int) -> None:
    """Within a transaction: replace the marks of one sound; marks that say nothing are kept as that."""
    connection.execute(
        "INSERT OR REPLACE INTO marks VALUES (?, ?, ?, ?, ?, ?)",
        (audio_id, marks.rating, marks.favourite, marks.never, plain_text(marks.notes), changed_ns),
    )
    connection.execute("DELETE FROM own_tags WHERE audio_id = ?", (audio_id,))
    connection.executemany(
        "INSERT OR IGNORE INTO own_tags VALUES (?, ?)", [(audio_id, plain_text(tag)) for tag in marks.tags]
    )
