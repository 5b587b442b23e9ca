"""Marks as rows of the library's database, and as JSON."""

import json
import sqlite3
from collections.abc import Mapping
from typing import Any, TypeAlias

from tivm_desktop.domain.marks import RATINGS, Marks
from tivm_desktop.library.sqlite_values import plain_text

Dated: TypeAlias = tuple[Marks, int]
"""Marks, and when they were set: nanoseconds since 1970."""
LAST_NS = (1 << 63) - 1
"""The largest time that SQLite takes."""

SELECT = (
    "SELECT audio_id, rating, favourite, never, notes, changed_ns, (SELECT json_group_array(tag)"
    " FROM own_tags WHERE own_tags.audio_id = marks.audio_id) FROM marks"
)


def dated_marks(row: tuple[Any, ...]) -> tuple[str, Dated]:
    """What a row of `SELECT` says, beside its audio id."""
    audio_id, rating, favourite, never, notes, changed_ns, tags = row
    words = tuple(sorted(json.loads(tags)))
    return audio_id, (Marks(rating, bool(favourite), bool(never), words, notes), changed_ns)


def put_marks(connection: sqlite3.Connection, audio_id: str, marks: Marks, changed_ns: int) -> None:
    """Within a transaction: replace the marks of one sound; marks that say nothing are kept as that."""
    connection.execute(
        "INSERT OR REPLACE INTO marks (audio_id, rating, favourite, never, notes, changed_ns)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (audio_id, marks.rating, marks.favourite, marks.never, plain_text(marks.notes), changed_ns),
    )
    connection.execute("DELETE FROM own_tags WHERE audio_id = ?", (audio_id,))
    connection.executemany(
        "INSERT OR IGNORE INTO own_tags (audio_id, tag) VALUES (?, ?)",
        [(audio_id, plain_text(tag)) for tag in marks.tags],
    )


def marks_document(marks: Marks, changed_ns: int) -> dict[str, object]:
    """Marks as JSON has them."""
    return {
        "rating": marks.rating,
        "favourite": marks.favourite,
        "never": marks.never,
        "tags": [plain_text(tag) for tag in marks.tags],
        "notes": plain_text(marks.notes),
        "changed_ns": changed_ns,
    }


def read_marks(document: object) -> Dated:
    """Marks of what `marks_document` gives; what is not there says nothing.

    Raises:
        ValueError: this is not it.
    """
    if not isinstance(document, Mapping):
        raise ValueError("no marks")
    rating, changed_ns = document.get("rating", 0), document.get("changed_ns", 0)
    tags, notes = document.get("tags", []), document.get("notes", "")
    flags = document.get("favourite", False), document.get("never", False)
    if (
        not (type(rating) is int and rating in RATINGS)
        or not (type(changed_ns) is int and 0 <= changed_ns <= LAST_NS)
        or not (isinstance(tags, list) and all(isinstance(tag, str) and tag for tag in tags))
        or not isinstance(notes, str)
        or not all(isinstance(flag, bool) for flag in flags)
    ):
        raise ValueError("marks that can't be")
    return Marks(rating, *flags, tuple(sorted(set(tags))), notes), changed_ns


def read_audio_id(value: object) -> str:
    """What marks are of.

    Raises:
        ValueError: it is empty, or nothing that SQLite and UTF-8 take as it is.
    """
    if not isinstance(value, str) or not value:
        raise ValueError("no audio id")
    value.encode()
    return value
