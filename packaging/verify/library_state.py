"""What a user's library holds, read from outside."""

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from urllib.parse import quote

RATING = {"rating": 5, "favourite": True, "tags": ["kept"], "notes": "said before the upgrade"}
_RATED_SINCE = 2
"""The first schema that knew ratings."""


@dataclass(frozen=True, slots=True)
class LibraryState:
    """Everything that must not be lost."""

    tracks: dict[str, str]
    """Name of each file, and the identity of its sound."""
    analyses: dict[str, str]
    """Of each analysis, the row it was stored as and a digest of its bytes: another row was analysed anew."""
    marks: dict[str, tuple[int, bool, str]]
    """Of each rated sound: rating, favourite, notes."""


def library_state(database: Path, *, open_elsewhere: bool = False) -> LibraryState:
    """Read a library without leaving anything beside it.

    Args:
        database: the library.
        open_elsewhere: whether a program has it open now.
    """
    how = "mode=ro" if open_elsewhere else "immutable=1"
    with closing(sqlite3.connect(f"file:{quote(str(database))}?{how}", uri=True)) as connection:
        tracks = connection.execute("SELECT path, audio_id FROM files").fetchall()
        analyses = connection.execute(
            "SELECT rowid, kind, media_id, encoder_id, preprocessing, analysis FROM analyses"
        ).fetchall()
        rated = connection.execute("PRAGMA user_version").fetchone()[0] >= _RATED_SINCE
        ask = "SELECT audio_id, rating, favourite, notes FROM marks"
        marks = connection.execute(ask).fetchall() if rated else []
    return LibraryState(
        {Path(path.decode()).name: audio_id for path, audio_id in tracks},
        {
            f"{kind} {media} {encoder} {preprocessing}": f"{row} {blake2b(blob, digest_size=8).hexdigest()}"
            for row, kind, media, encoder, preprocessing, blob in analyses
        },
        {audio_id: (rating, bool(favourite), notes) for audio_id, rating, favourite, notes in marks},
    )


def marks_file(audio_id: str) -> str:
    """Return what `tivm library import` takes to rate one sound."""
    entry = {**RATING, "never": False, "changed_ns": 1_700_000_000_000_000_000}
    return json.dumps({"format": "tivm-marks", "version": 1, "tracks": {audio_id: entry}})
