"""What a library holds, in numbers, and whether all of it can be read."""

from dataclasses import dataclass

from tivm_desktop.library.backup import backups
from tivm_desktop.library.blobs import is_altered
from tivm_desktop.library.database import Database
from tivm_desktop.library.preparation import suspect
from tivm_desktop.library.schema import SCHEMA_VERSION

_AT_ONCE = 64
_MARKED = (
    "SELECT count(*) FROM marks WHERE (rating OR favourite OR never OR notes != ''"
    " OR audio_id IN (SELECT audio_id FROM own_tags))"
)
_WAITING = f"{_MARKED} AND audio_id NOT IN (SELECT audio_id FROM files)"  # noqa: S608 - made of the above


@dataclass(frozen=True, slots=True)
class Summary:
    """What a library holds."""

    schema: int
    size_bytes: int
    files: int
    """That were there at the last look."""
    vanished: int
    """Files that were there once; what is known of them is kept."""
    to_be_looked_into: int
    """Files that are new or have changed since somebody looked into them."""
    tracks: int
    """Different sounds in all these files."""
    analyses: dict[tuple[str, str], int]
    """By encoder and preprocessing."""
    failures: dict[str, int]
    """By kind."""
    marked: int
    """Sounds of which something was said."""
    waiting_marks: int
    """Of those, in no file that is or was in the library."""
    backups: tuple[str, ...]
    """Names of the copies made before the form was changed, the newest first."""


def summarise(database: Database) -> Summary:
    """Count what is there.

    Raises:
        FileError: it can't be read.
    """

    def count(statement: str) -> int:
        return int(database.read(statement, ())[0][0])

    analyses = database.read(
        "SELECT encoder_id, preprocessing, count(*) FROM analyses WHERE kind = 'track' GROUP BY 1, 2", ()
    )
    return Summary(
        schema=SCHEMA_VERSION,
        size_bytes=database.path.stat().st_size,
        files=count("SELECT count(*) FROM files WHERE vanished_ns IS NULL"),
        vanished=count("SELECT count(*) FROM files WHERE vanished_ns IS NOT NULL"),
        to_be_looked_into=count("SELECT count(*) FROM files WHERE vanished_ns IS NULL AND NOT looked_into"),
        tracks=count("SELECT count(DISTINCT audio_id) FROM files WHERE audio_id != ''"),
        analyses={(encoder, preprocessing): number for encoder, preprocessing, number in analyses},
        failures=dict(database.read("SELECT kind, count(*) FROM failures GROUP BY kind", ())),
        marked=count(_MARKED),
        waiting_marks=count(_WAITING),
        backups=tuple(copy.name for copy in backups(database.path)),
    )


def integrity(database: Database) -> list[str]:
    """Read the whole database as SQLite knows it; return what is wrong, in SQLite's words.

    A damaged one is repaired at the next opening.

    Raises:
        FileError: it is damaged so that it can't be read.
    """
    found = [str(row[0]) for row in database.read("PRAGMA integrity_check", ())]
    if found == ["ok"]:
        return []
    suspect(database.path)
    return found


def drop_altered(database: Database) -> tuple[int, int]:
    """Read every analysis and drop those that are not as they were written: they are made again.

    Returns:
        How many were read, and how many of these dropped.

    Raises:
        FileError: the database can't be read or written.
    """
    last, read, dropped = 0, 0, 0
    while rows := database.read(
        "SELECT rowid, analysis FROM analyses WHERE rowid > ? ORDER BY rowid LIMIT ?", (last, _AT_ONCE)
    ):
        last = rows[-1][0]
        read += len(rows)
        altered = [(number,) for number, blob in rows if not isinstance(blob, bytes) or is_altered(blob)]
        if altered:
            dropped += len(altered)
            with database.writing() as connection:
                connection.executemany("DELETE FROM analyses WHERE rowid = ?", altered)
    return read, dropped
