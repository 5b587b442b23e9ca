"""A key that is held down repeats itself; a key that is pressed again does not."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from tivm_desktop.gui.held_key import HeldKey

DOWN, UP = QEvent.Type.ShortcutOverride, QEvent.Type.KeyRelease
L, M = Qt.Key.Key_L, Qt.Key.Key_M


def event(what: QEvent.Type, key: Qt.Key, at_ms: int, *, repeat: bool = False) -> QKeyEvent:
    made = QKeyEvent(what, key, Qt.KeyboardModifier.NoModifier, "", repeat)
    made.setTimestamp(at_ms)
    return made


def repeats(*events: QKeyEvent) -> bool:
    held = HeldKey()
    for one in events:
        held.see(one)
    return held.repeats


def test_a_first_press_does_not_repeat() -> None:
    assert not repeats(event(DOWN, L, 100))


def test_what_qt_knows_of_repeats() -> None:
    assert repeats(event(DOWN, L, 100), event(DOWN, L, 140, repeat=True))


def test_a_release_and_a_press_at_the_same_moment_are_a_repeat() -> None:
    assert repeats(event(DOWN, L, 100), event(UP, L, 140), event(DOWN, L, 140))


def test_the_same_key_again_is_a_press() -> None:
    assert not repeats(event(DOWN, L, 100), event(UP, L, 140), event(DOWN, L, 190))


def test_another_key_at_the_same_moment_is_a_press() -> None:
    assert not repeats(event(DOWN, L, 100), event(UP, L, 140), event(DOWN, M, 140))


def test_without_times_nothing_is_guessed() -> None:
    assert not repeats(event(DOWN, L, 0), event(UP, L, 0), event(DOWN, L, 0))
