"""What keys are called, and which of them a focused control needs for itself."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QScrollArea,
    QSlider,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tivm_desktop.gui.kept_keys import keeps
from tivm_desktop.gui.keys import canonical, shown, typed

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.mark.parametrize(
    ("key", "held", "name"),
    [
        (Key.Key_P, Modifier.NoModifier, "P"),
        (Key.Key_P, Modifier.ShiftModifier, "Shift+P"),
        (Key.Key_Question, Modifier.ShiftModifier, "?"),
        (Key.Key_5, Modifier.ShiftModifier, "Shift+5"),
        (Key.Key_Left, Modifier.ShiftModifier | Modifier.KeypadModifier, "Shift+Left"),
        (Key.Key_Comma, Modifier.ControlModifier, "Ctrl+,"),
        (Key.Key_F9, Modifier.NoModifier, "F9"),
        (Key.Key_Delete, Modifier.NoModifier, "Del"),
        (Key.Key_Shift, Modifier.ShiftModifier, ""),
        (Key.Key_Control, Modifier.ControlModifier, ""),
        (Key.Key_unknown, Modifier.NoModifier, ""),
    ],
)
def test_keys_are_named_as_they_are_kept(key: Qt.Key, held: Qt.KeyboardModifier, name: str) -> None:
    assert typed(QKeyEvent(QEvent.Type.KeyPress, key, held)) == name
    assert canonical(name) == name


@pytest.mark.parametrize(
    ("written", "name"),
    [("ctrl+l", "Ctrl+L"), ("Escape", "Esc"), ("Hyper+Wave", ""), ("", ""), ("Ctrl+", "")],
)
def test_one_spelling_of_each(written: str, name: str) -> None:
    assert canonical(written) == name


def test_keys_are_shown_as_people_write_them() -> None:
    assert shown("Ctrl+L").endswith("L")


@pytest.mark.parametrize(
    ("kind", "kept", "given"),
    [
        (QPushButton, ["Space"], ["Left", "P"]),
        (QSlider, ["Left", "Up", "Home", "PgDown"], ["Space", "Shift+P", "Ctrl+Left"]),
        (QComboBox, ["Up", "Space"], ["L", "Ctrl+Up"]),
        (QSpinBox, ["Up", "5", "Left"], ["Ctrl+L", "F1", "Esc"]),
        (QLineEdit, ["P", "Space", "Shift+I", "Up"], ["Ctrl+L", "Alt+I", "F1", "Esc"]),
        (QScrollArea, ["Up", "PgDown"], ["Left", "Space", "Home"]),
        (QListView, [], ["Up", "Home", "Space"]),
        (QLabel, [], ["Up", "Space"]),
    ],
)
def test_a_control_keeps_what_it_needs(
    qtbot: QtBot, kind: type[QWidget], kept: list[str], given: list[str]
) -> None:
    widget = kind()
    qtbot.addWidget(widget)
    assert all(keeps(widget, key) for key in kept)
    assert not any(keeps(widget, key) for key in given)
    assert not keeps(widget, "Space, Space")


def test_without_a_focus_nothing_is_kept() -> None:
    assert not keeps(None, "Space")
