"""What a query asks for, in a creator's words: what chips say, and what is left when one is taken away."""

from dataclasses import replace
from math import inf
from pathlib import Path
from types import MappingProxyType

from tivm_desktop.domain.finding import Column, Order, Query, Span
from tivm_desktop.gui.wording import length

EDGE = 0.5
"""Normal scores beyond this are called by an axis's words: nearly a third of all music on either side."""
MOODS = MappingProxyType(
    {"energy": ("calm", "driving"), "valence": ("dark", "bright"), "tension": ("relaxed", "tense")}
)
"""Words for low and high on each axis, as reasons use them."""
LOW: Span = (-inf, -EDGE)
MIDDLE: Span = (-EDGE, EDGE)
HIGH: Span = (EDGE, inf)

TONICS = ("C", "C♯", "D", "E♭", "E", "F", "F♯", "G", "A♭", "A", "B♭", "B")
SORTED_BY = MappingProxyType(
    {
        Column.FIT: "Fit",
        Column.TITLE: "Title",
        Column.ARTIST: "Artist",
        Column.ALBUM: "Album",
        Column.FILE: "File name",
        Column.LENGTH: "Length",
        Column.TEMPO: "Tempo",
        Column.KEY: "Key",
        Column.LOUDNESS: "Loudness",
        Column.ENERGY: "Energy",
        Column.VALENCE: "Brightness of mood",
        Column.TENSION: "Tension",
        Column.VOCALS: "Vocals",
        Column.RATING: "Rating",
        Column.ADDED: "Date added",
    }
)
BY_FIT = Order()
RISING = frozenset({Column.TITLE, Column.ARTIST, Column.ALBUM, Column.FILE, Column.KEY})
"""What is usually read from its least on: text from A."""


def filters(query: Query) -> dict[str, str]:
    """Return what each active filter says, by the name of the query's field; the text searched isn't one."""
    said: dict[str, str] = {}
    if query.favourite:
        said["favourite"] = "favourites"
    if query.least_rating:
        said["least_rating"] = "★" * query.least_rating + (" or more" if query.least_rating < 5 else "")
    if query.tags:
        said["tags"] = ", ".join(sorted(query.tags))
    for axis in MOODS:
        span = getattr(query, axis)
        if span is not None:
            said[axis] = mood(axis, span)
    if query.vocals is not None:
        said["vocals"] = "sung" if query.vocals else "instrumental"
    for name, unit in (("length_s", ""), ("tempo_bpm", " bpm"), ("loudness_lufs", " LUFS")):
        span = getattr(query, name)
        if span is not None:
            said[name] = _span(span, unit)
    if query.keys:
        said["keys"] = ", ".join(key_name(*key) for key in sorted(query.keys))
    if query.folder:
        said["folder"] = f"in {Path(query.folder).name or query.folder}"
    if query.never:
        said["never"] = "also never suggested"
    return said


def without(query: Query, name: str) -> Query:
    """Return the query with one filter taken away."""
    return replace(query, **{name: getattr(Query(), name)})


def mood(axis: str, span: Span) -> str:
    """Name a part of an axis: calm, neither, driving."""
    low, high = MOODS[axis]
    if span == LOW:
        return low
    return high if span == HIGH else f"neither {low} nor {high}"


def mood_of(axis: str, value: float) -> str:
    """Return the word for a value on an axis; empty between the two, and where it isn't known."""
    low, high = MOODS[axis]
    return low if value <= -EDGE else high if value >= EDGE else ""


def key_name(tonic: int, mode: str) -> str:
    """Name a key: 9, minor -> A minor."""
    return f"{TONICS[tonic]} {mode}"


def sorting(order: Order) -> str:
    """Say in which order a list is, in the heading: by fit, by title."""
    return f"by {SORTED_BY[order.by].lower()}" + ("" if usual(order) else ", reversed")


def usual(order: Order) -> bool:
    """Tell whether a list runs the way it is usually read: the best, the newest, or A first."""
    return order.descending == (order.by not in RISING)


def _span(span: Span, unit: str) -> str:
    low, high = (length(end) if not unit else f"{end:.0f}".replace("-", "−") for end in _finite(span))
    if span[0] == -inf:
        return f"up to {high}{unit}"
    if span[1] == inf:
        return f"from {low}{unit}"
    return f"{low}–{high}{unit}" if not low.startswith("−") else f"{low} to {high}{unit}"


def _finite(span: Span) -> tuple[float, float]:
    return tuple(end if abs(end) < inf else 0.0 for end in span)  # type: ignore[return-value]
