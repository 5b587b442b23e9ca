"""In which order a list is: what the menu offers, and how the heading says it."""

from dataclasses import replace
from types import MappingProxyType

from tivm_desktop.domain.finding import Column, Order
from tivm_desktop.gui.language import tr, tr_noop

BY_FIT = Order()
_RISING = frozenset({Column.TITLE, Column.ARTIST, Column.ALBUM, Column.FILE, Column.KEY})
"""What is usually read from its least on: text from A."""
_SAID = MappingProxyType(
    {
        Column.FIT: (tr_noop("Fit"), tr_noop("by fit")),
        Column.TITLE: (tr_noop("Title"), tr_noop("by title")),
        Column.ARTIST: (tr_noop("Artist"), tr_noop("by artist")),
        Column.ALBUM: (tr_noop("Album"), tr_noop("by album")),
        Column.FILE: (tr_noop("File name"), tr_noop("by file name")),
        Column.LENGTH: (tr_noop("Length"), tr_noop("by length")),
        Column.TEMPO: (tr_noop("Tempo"), tr_noop("by tempo")),
        Column.KEY: (tr_noop("Key"), tr_noop("by key")),
        Column.LOUDNESS: (tr_noop("Loudness"), tr_noop("by loudness")),
        Column.ENERGY: (tr_noop("Energy"), tr_noop("by energy")),
        Column.VALENCE: (tr_noop("Brightness of mood"), tr_noop("by brightness of mood")),
        Column.TENSION: (tr_noop("Tension"), tr_noop("by tension")),
        Column.VOCALS: (tr_noop("Vocals"), tr_noop("by vocals")),
        Column.RATING: (tr_noop("Rating"), tr_noop("by rating")),
        Column.ADDED: (tr_noop("Date added"), tr_noop("by date added")),
    }
)
COLUMNS = tuple(_SAID)
"""What a list can be sorted by, as the menu has it from top to bottom."""


def column_name(column: Column) -> str:
    """Name what is sorted by: Title."""
    return tr(_SAID[column][0])


def order_text(order: Order) -> str:
    """Say in which order a list is: by fit; by title, reversed."""
    by = tr(_SAID[order.by][1])
    return by if is_usual(order) else tr("{order}, reversed").format(order=by)


def usual(column: Column) -> Order:
    """Return the order in which a list is usually read: the best, the newest, or A first."""
    return Order(column, descending=column not in _RISING)


def is_usual(order: Order) -> bool:
    """Tell whether a list runs the way it is usually read."""
    return order == usual(order.by)


def turned(order: Order) -> Order:
    """Return the order from the other end."""
    return replace(order, descending=not order.descending)
