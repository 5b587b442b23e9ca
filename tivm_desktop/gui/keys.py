"""What keys are called, which ones can be given away, and which a focused control needs for itself."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

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
RESERVED = {
    "Tab": "Tab moves between the controls",
    "Shift+Tab": "Tab moves between the controls",
    "Backtab": "Tab moves between the controls",
    "Shift+Backtab": "Tab moves between the controls",
    "Esc": "Esc always leads out",
    "Return": "Enter plays the track that is marked in the list",
    "Enter": "Enter plays the track that is marked in the list",
}
"""Keys that stay what they are, and why."""

_UP_DOWN = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_ARROWS = {*_UP_DOWN, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End}
_KEEPS: tuple[tuple[type[QWidget], set[Qt.Key]], ...] = (
    (QAbstractButton, {Qt.Key.Key_Space}),
    (QAbstractSlider, _ARROWS),
    (QComboBox, {*_ARROWS, Qt.Key.Key_Space}),
    (QScrollArea, _UP_DOWN),
)
_TEXT = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)
_COMMANDING = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def portable(sequence: QKeySequence) -> str:
    """Return the name of a key sequence as it is kept, the same on every system."""
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)


def canonical(name: str) -> str:
    """Return the one spelling of a key sequence's name; empty where it names no key."""
    sequence = QKeySequence.fromString(name, QKeySequence.SequenceFormat.PortableText)
    known = all(pressed.key() not in _MODIFIERS for pressed in _pressed(sequence))
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


def keeps(widget: QWidget | None, name: str) -> bool:
    """Tell whether a control that has the focus needs a key for itself.

    Buttons keep Space, sliders the keys that move them, text fields all that can be typed or moves in them.
    """
    together = _pressed(QKeySequence(name))
    if widget is None or len(together) != 1:
        return False
    pressed = together[0]
    if pressed.keyboardModifiers() & _COMMANDING:
        return False
    if isinstance(widget, _TEXT):
        return pressed.key() in _ARROWS or pressed.key().value < Qt.Key.Key_Escape.value
    return any(isinstance(widget, kind) and pressed.key() in keys for kind, keys in _KEEPS)


def hand_on(widget: QWidget, name: str) -> None:
    """Give a control the press of a key that it keeps; the release reaches it by itself."""
    pressed = _pressed(QKeySequence(name))[0]
    text = " " if pressed.key() == Qt.Key.Key_Space else ""
    QApplication.sendEvent(
        widget, QKeyEvent(QEvent.Type.KeyPress, pressed.key(), pressed.keyboardModifiers(), text)
    )


def _pressed(sequence: QKeySequence) -> list[QKeyCombination]:
    """Return what is pressed one after the other."""
    held = cast("Sequence[QKeyCombination]", sequence)
    return [held[place] for place in range(sequence.count())]
