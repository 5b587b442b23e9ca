"""Which keys a focused control needs for itself, and how they reach it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSlider,
    QTextEdit,
    QWidget,
)

from tivm_desktop.gui.keys import pressed

_UP_DOWN = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_ARROWS = {*_UP_DOWN, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End}
_KEEPS: tuple[tuple[type[QWidget], set[Qt.Key]], ...] = (
    (QAbstractButton, {Qt.Key.Key_Space}),
    (QSlider, _ARROWS),
    (QComboBox, {*_ARROWS, Qt.Key.Key_Space}),
    (QScrollArea, _UP_DOWN),
)
_TEXT = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)
_COMMANDING = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def keeps(widget: QWidget | None, name: str) -> bool:
    """Tell whether a control that has the focus needs a key for itself.

    Buttons keep Space, sliders the keys that move them, text fields all that can be typed or moves in them.
    """
    together = pressed(QKeySequence(name))
    if widget is None or len(together) != 1 or together[0].keyboardModifiers() & _COMMANDING:
        return False
    key = together[0].key()
    if isinstance(widget, _TEXT):
        return key in _ARROWS or key.value < Qt.Key.Key_Escape.value
    return any(isinstance(widget, kind) and key in keys for kind, keys in _KEEPS)


def hand_on(widget: QWidget, name: str) -> None:
    """Give a control the press of a key that it keeps; the release reaches it by itself."""
    first = pressed(QKeySequence(name))[0]
    text = " " if first.key() == Qt.Key.Key_Space else ""
    QApplication.sendEvent(
        widget, QKeyEvent(QEvent.Type.KeyPress, first.key(), first.keyboardModifiers(), text)
    )
