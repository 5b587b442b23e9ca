"""What a person looks for in a library, and in which order it is shown."""

from dataclasses import dataclass
from enum import StrEnum

Span = tuple[float, float]
"""From, until, both included; infinite where open."""


class Column(StrEnum):
    """What a library can be sorted by."""

    FIT = "fit"
    TITLE = "title"
    ARTIST = "artist"
    ALBUM = "album"
    FILE = "file"
    LENGTH = "length"
    TEMPO = "tempo"
    KEY = "key"
    LOUDNESS = "loudness"
    ENERGY = "energy"
    VALENCE = "valence"
    TENSION = "tension"
    VOCALS = "vocals"
    RATING = "rating"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Order:
    """Sorted by one column, then by title."""

    by: Column = Column.FIT
    descending: bool = True


@dataclass(frozen=True, slots=True)
class Query:
    """All that is asked must hold; what is left at its default asks nothing.

    A track whose value is unknown is found by no span of it.
    """

    text: str = ""
    """Words, each of which must occur in title, artist, album or file name; case and accents don't count."""
    length_s: Span | None = None
    tempo_bpm: Span | None = None
    keys: frozenset[tuple[int, str]] = frozenset()
    """(pitch class, mode) pairs, one of which must hold."""
    loudness_lufs: Span | None = None
    energy: Span | None = None
    valence: Span | None = None
    tension: Span | None = None
    vocals: bool | None = None
    """True: sung; False: instrumental."""
    favourite: bool = False
    least_rating: int = 0
    tags: frozenset[str] = frozenset()
    """Tags of one's own, all of which must be there."""
    never: bool = False
    """Show what is never to be suggested, too, which otherwise is left out."""
    folder: str = ""
    """Path of a folder, as text: only what lies below it."""
