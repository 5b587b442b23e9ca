"""What keys are called, and which of them stay what they are."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from tivm_desktop.gui.language import tr_noop

_MODIFIERS = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_Super_L,
    Qt.Key.Key_Super_R,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
    Qt.Key.Key_ScrollLock,
    Qt.Key.Key_Mode_switch,
    Qt.Key.Key_Multi_key,
    Qt.Key.Key_unknown,
    Qt.Key(0),
}
_TAB = tr_noop("Tab moves between the controls.")
_ENTER = tr_noop("Enter plays the track that is marked in the list.")
RESERVED = {
    "Tab": _TAB,
    "Shift+Tab": _TAB,
    "Backtab": _TAB,
    "Shift+Backtab": _TAB,
    "Esc": tr_noop("Esc always leads out."),
    "Return": _ENTER,
    "Enter": _ENTER,
}
"""Keys that stay what they are, and why: for `tr`."""


def portable(sequence: QKeySequence) -> str:
    """Return the name of a key sequence as it is kept, the same on every system."""
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)


def canonical(name: str) -> str:
    """Return the one spelling of a key sequence's name; empty where it names no key."""
    sequence = QKeySequence.fromString(name, QKeySequence.SequenceFormat.PortableText)
    known = all(one.key() not in _MODIFIERS for one in pressed(sequence))
    return portable(sequence) if known else ""


def shown(name: str) -> str:
    """Return a key sequence as this system's people write it."""
    return QKeySequence(name).toString(QKeySequence.SequenceFormat.NativeText)


def typed(event: QKeyEvent) -> str:
    """Return the name of what is pressed; empty for Shift and its like alone.

    Signs that need Shift are named by the sign: `?`, not Shift+?, which differs from layout to layout.
    """
    key = Qt.Key(event.key())
    if key in _MODIFIERS:
        return ""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    sign = 0x21 <= key.value <= 0x7E and not (Qt.Key.Key_A <= key <= Qt.Key.Key_Z)
    if sign and not Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
        held &= ~Qt.KeyboardModifier.ShiftModifier
    return portable(QKeySequence(QKeyCombination(held, key)))


def pressed(sequence: QKeySequence) -> list[QKeyCombination]:
    """Return what is pressed one after the other."""
    held = cast("Sequence[QKeyCombination]", sequence)
    return [held[place] for place in range(sequence.count())]
