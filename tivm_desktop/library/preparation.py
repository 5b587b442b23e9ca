"""Opening the library's database: checked if need be, of the newest form, with all that can be saved."""

import logging
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from tivm_desktop.domain.errors import FileError
from tivm_desktop.library.backup import back_up
from tivm_desktop.library.file_lock import held
from tivm_desktop.library.health import find_damage
from tivm_desktop.library.marks_journal import MarksJournal
from tivm_desktop.library.openings import Opening, broken_off, in_use
from tivm_desktop.library.salvage import salvage
from tivm_desktop.library.schema import SCHEMA_VERSION, migrate, version

BUSY_TIMEOUT_S = 10.0
"""How long to wait for another running copy of the program to end its transaction."""
OPENING_PATIENCE_S = 60.0
"""How long to wait for another running copy of the program to open it: it may have much to check or save."""

_log = logging.getLogger(__name__)


class Preparation:
    """What has to be done before a database is used, and what came of it."""

    def __init__(self, database: Path) -> None:
        """Do it.

        Raises:
            FileError: a newer version of the program wrote it, it is damaged while another copy of the
                program uses it, or there is no room to change its form.
            OSError: its folder can't be written.
            sqlite3.OperationalError: it can't be made or read.
        """
        self.notice = ""
        """A sentence for the user about what happened; empty when nothing did."""
        self.to_be_checked = False
        """Whether a part is left that has to be looked through, which takes longer."""
        self._database = database
        self._journal = MarksJournal(database)
        self._unclean: list[Path] = []
        try:
            with held(database.with_name(f"{database.name}.lock"), OPENING_PATIENCE_S):
                self._prepare()
                self.opening = Opening(database)
                """Told to others before the next of them may look who has the database open."""
        except TimeoutError as error:
            raise FileError(
                database,
                f"The library {database} is being opened by another running copy of the program; "
                "wait until it has come up, or end it.",
            ) from error

    def looked_through(self) -> None:
        """Forget who ended without closing: all that they may have damaged was looked through."""
        with suppress(OSError):
            for trace in self._unclean:
                trace.unlink(missing_ok=True)

    def _prepare(self) -> None:
        database, suspicion = self._database, suspicion_of(self._database)
        self._unclean = unclean = broken_off(database)
        if repaired_of(database).exists() and not database.exists():
            self._put_in_place()
        is_new = not database.exists()
        try:
            with closing(connect(database)) as connection:
                if suspicion.exists() or unclean:
                    _log.info("%s is checked: %s", database, unclean or suspicion)
                    self.to_be_checked = not find_damage(connection, database, whole=suspicion.exists())
                self._bring_up_to_date(connection, restored=bool(unclean) or is_new)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError as error:
            self._save_what_can_be(error)
            self.to_be_checked = False
        suspicion.unlink(missing_ok=True)
        if not self.to_be_checked:
            self.looked_through()

    def _bring_up_to_date(self, connection: sqlite3.Connection, *, restored: bool) -> None:
        schema = version(connection, self._database)
        if 0 < schema < SCHEMA_VERSION:
            back_up(connection, self._database, schema)
        migrate(connection, self._database)
        connection.execute("BEGIN IMMEDIATE")
        try:
            if restored:
                self._journal.restore(connection)
            self._journal.tidy(connection)
        finally:
            connection.execute("COMMIT")

    def _save_what_can_be(self, error: sqlite3.DatabaseError) -> None:
        """Copy into a new database what can be read of a damaged one, and only then move that aside."""
        database = self._database
        if in_use(database):
            raise FileError(
                database,
                f"The library {database} is damaged ({error}) and in use; end every copy of the program "
                "and start it anew to have it repaired.",
            ) from error
        repaired = repaired_of(database)
        part = repaired.with_name(f"{repaired.name}.part")
        for left in (repaired, *_files_of(part)):
            left.unlink(missing_ok=True)
        try:
            with closing(connect(part)) as connection:
                migrate(connection, part)
                saved = salvage(database, connection)
                self._bring_up_to_date(connection, restored=True)
                marks = connection.execute("SELECT count(*) FROM marks").fetchone()[0]
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except BaseException:
            for left in _files_of(part):
                left.unlink(missing_ok=True)
            raise
        part.rename(repaired)
        aside = self._put_in_place()
        self.notice = (
            f"The library {database} was damaged ({error}) and is kept as {aside.name}; {marks} of your "
            f"ratings and notes and {saved['analyses']} analyses were saved, and what is missing is analysed "
            "again."
        )

    def _put_in_place(self) -> Path:
        """Use what was saved whole, and no log of the damaged one; return what that is called now."""
        database = self._database
        aside = database.with_name(f"{database.name}.damaged-{datetime.now().astimezone():%Y%m%d-%H%M%S-%f}")
        for old, new in zip(_files_of(database), _files_of(aside), strict=True):
            if old.exists():
                old.rename(new)
        repaired_of(database).rename(database)
        return aside


def repaired_of(database: Path) -> Path:
    """Where a database is that was saved whole out of a damaged one, until that is moved aside."""
    return database.with_name(f"{database.name}.repaired")


def _files_of(database: Path) -> list[Path]:
    return [database.with_name(database.name + suffix) for suffix in ("", "-wal", "-shm")]


def connect(database: Path) -> sqlite3.Connection:
    """Open a connection in autocommit mode that waits for its turn."""
    connection = sqlite3.connect(
        database, timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA trusted_schema = OFF")
    except BaseException:
        connection.close()
        raise
    return connection


def suspicion_of(database: Path) -> Path:
    """A mark beside a database: damage was met while reading, have it checked at the next opening."""
    return database.with_name(f"{database.name}.check")


def suspect(database: Path) -> None:
    """Have the database looked through at the next opening."""
    with suppress(OSError):
        suspicion_of(database).touch()
