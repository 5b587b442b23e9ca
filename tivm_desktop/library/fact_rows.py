"""What analysis says of a sound in a few numbers, as rows of one's own database or of a shared catalogue."""

import math
import sqlite3

from tivm_desktop.domain.track_facts import TrackFacts
from tivm_desktop.library.database import Database

FACTS_COLUMNS = (
    *("depth", "duration_s", "tempo_bpm", "tonic", "mode"),
    *("integrated_lufs", "energy", "valence", "tension", "vocals"),
)
"""What `TrackFacts` has, as both databases call it."""
SELECT_FACTS = f"SELECT audio_id, {', '.join(FACTS_COLUMNS)} FROM"

_Number = float | None
PlainFacts = tuple[str, int, float, float, int, str, _Number, _Number, _Number, _Number, _Number]
"""Audio id, and what `facts_values` gives; one row of `SELECT_FACTS`."""

_PUT = (
    f"INSERT INTO facts (audio_id, ranking_key, {', '.join(FACTS_COLUMNS)})"  # noqa: S608 - the names above
    f" VALUES ({', '.join('?' * (len(FACTS_COLUMNS) + 2))}) ON CONFLICT (audio_id, ranking_key) DO UPDATE"
    f" SET {', '.join(f'{column} = excluded.{column}' for column in FACTS_COLUMNS)}"
    " WHERE excluded.depth >= facts.depth"
)


class FactRows:
    """Reads facts."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def plain_facts(self, ranking_key: str) -> list[PlainFacts]:
        """Facts of every sound that was analysed for that key, as the database has them."""
        return self._database.read(f"{SELECT_FACTS} facts WHERE ranking_key = ?", (ranking_key,))


def facts_values(facts: TrackFacts) -> tuple[int | float | str | None, ...]:
    """Return what stands for `facts` in the order of `FACTS_COLUMNS`; None where a number is unknown."""
    numbers = (facts.integrated_lufs, facts.energy, facts.valence, facts.tension, facts.vocals)
    known = (float(number) if math.isfinite(number) else None for number in numbers)
    return (
        *(int(facts.depth), float(facts.duration_s), float(facts.tempo_bpm), int(facts.key), str(facts.mode)),
        *known,
    )


def put_facts(connection: sqlite3.Connection, audio_id: str, ranking_key: str, facts: TrackFacts) -> None:
    """Within a transaction: facts of a sound, unless those of a deeper look are there already."""
    connection.execute(_PUT, (audio_id, ranking_key, *facts_values(facts)))
