"""What a person says of tracks: in the library's database, and in a journal beside it."""

import sqlite3
import time
from collections.abc import Mapping

from tivm_desktop.domain.marks import Marks
from tivm_desktop.library.database import Database
from tivm_desktop.library.mark_rows import LAST_NS, SELECT, Dated, dated_marks, put_marks
from tivm_desktop.library.marks_journal import MarksJournal


class MarkTable:
    """Reads and writes marks, by the sound they are of; the sound need not be known (yet, or any more)."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._journal = MarksJournal(database.path)

    def all_marks(self) -> dict[str, Marks]:
        """Marks by audio id, of every sound that anything was said of."""
        return {audio_id: marks for audio_id, (marks, _) in self.dated().items()}

    def dated(self) -> dict[str, Dated]:
        """As `all_marks`, each beside the time it was set, in nanoseconds since 1970."""
        return dict(map(dated_marks, self._database.read(SELECT, ())))

    def set_marks(self, audio_id: str, marks: Marks) -> None:
        """Replace what is said of one sound."""
        self.set_dated({audio_id: (marks, time.time_ns())})

    def set_dated(self, marks: Mapping[str, Dated]) -> None:
        """Replace what is said of several sounds; what was said before is the older, by any clock."""
        with self._database.writing() as connection:
            dated = {
                audio_id: (said, _later(connection, audio_id, changed_ns))
                for audio_id, (said, changed_ns) in marks.items()
            }
            for audio_id, (said, changed_ns) in dated.items():
                put_marks(connection, audio_id, said, changed_ns)
            self._journal.append(dated)


def _later(connection: sqlite3.Connection, audio_id: str, changed_ns: int) -> int:
    """That time or, if what is there is not older, the moment after it."""
    row = connection.execute("SELECT changed_ns FROM marks WHERE audio_id = ?", (audio_id,)).fetchone()
    return changed_ns if row is None else max(changed_ns, min(row[0] + 1, LAST_NS))
