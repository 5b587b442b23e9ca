"""Moods and keys in a creator's words, as filters, chips and rows without a video say them."""

from math import inf
from types import MappingProxyType

from tivm_desktop.domain.finding import Span
from tivm_desktop.gui.language import tr, tr_noop

EDGE = 0.5
"""Normal scores beyond this are called by an axis's words: nearly a third of all music on either side."""
MOODS = MappingProxyType(
    {
        "energy": (tr_noop("calm"), tr_noop("driving")),
        "valence": (tr_noop("dark"), tr_noop("bright")),
        "tension": (tr_noop("relaxed"), tr_noop("tense")),
    }
)
"""English words for low and high on each axis, as reasons use them."""
LOW: Span = (-inf, -EDGE)
MIDDLE: Span = (-EDGE, EDGE)
HIGH: Span = (EDGE, inf)

KEYS = {
    "major": (
        tr_noop("C major"),
        tr_noop("C♯ major"),
        tr_noop("D major"),
        tr_noop("E♭ major"),
        tr_noop("E major"),
        tr_noop("F major"),
        tr_noop("F♯ major"),
        tr_noop("G major"),
        tr_noop("A♭ major"),
        tr_noop("A major"),
        tr_noop("B♭ major"),
        tr_noop("B major"),
    ),
    "minor": (
        tr_noop("C minor"),
        tr_noop("C♯ minor"),
        tr_noop("D minor"),
        tr_noop("E♭ minor"),
        tr_noop("E minor"),
        tr_noop("F minor"),
        tr_noop("F♯ minor"),
        tr_noop("G minor"),
        tr_noop("A♭ minor"),
        tr_noop("A minor"),
        tr_noop("B♭ minor"),
        tr_noop("B minor"),
    ),
}
"""Names of keys by mode, C first: German writes minor ones small."""


def mood(axis: str, span: Span) -> str:
    """Name a part of an axis: calm, neither calm nor driving, driving."""
    low, high = map(tr, MOODS[axis])
    if span == LOW:
        return low
    return high if span == HIGH else tr("neither {low} nor {high}").format(low=low, high=high)


def mood_of(axis: str, value: float) -> str:
    """Return the word for a value on an axis; empty between the two, and where it isn't known."""
    low, high = MOODS[axis]
    return tr(low) if value <= -EDGE else tr(high) if value >= EDGE else ""


def key_name(tonic: int, mode: str) -> str:
    """Name a key: 9, minor -> A minor."""
    return tr(KEYS["major" if mode == "major" else "minor"][tonic])
