"""A whole window on fakes, and the small things widgets are made with."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from tests.gui.fakes import FakePlayer, FakeSession, order, parts, track_analysis
from tivm_desktop.bundle import bundled
from tivm_desktop.gui.engine import Engine
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.marshal import Marshal
from tivm_desktop.gui.settings import Settings
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.timeline import Timeline
from tivm_desktop.gui.window import MainWindow

HERE = Path(__file__).parent
VIDEO = Path("/v/cut.mp4")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Qt's offscreen platform warns of what only a real screen can do; that is no fault of the window."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """Leave nothing in the clipboard.

    Offscreen it lives until the process ends, later than Python: what was made in Python would then be
    destroyed without an interpreter, which crashes.
    """
    yield
    qapp.clipboard().clear()


@dataclass
class House:
    """A window with everything behind it."""

    window: MainWindow
    engine: Engine
    player: FakePlayer
    session: FakeSession
    settings: Settings
    bot: QtBot

    def open(self, *paths: Path) -> None:
        """Take paths in as a drop does, and wait until they are."""
        with self.bot.waitSignal(self.engine.taken_in):
            self.engine.take_in(paths)

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys one after the other, where the focus is."""
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.window, key, held)

    def button(self, name: str) -> QAbstractButton:
        """Find the button that a screen reader calls `name`."""
        return next(b for b in self.window.findChildren(QAbstractButton) if b.accessibleName() == name)


@pytest.fixture
def themes(qapp: object) -> Themes:
    del qapp
    return Themes(bundled("resources") / "themes")


@pytest.fixture
def icons() -> Icons:
    return Icons(bundled("resources") / "icons")


@pytest.fixture
def house(qtbot: QtBot, themes: Themes, icons: Icons, tmp_path: Path) -> Iterator[House]:
    player, session = FakePlayer(), FakeSession()
    engine = Engine(parts(player, session), Marshal())
    settings = Settings(tmp_path / "window.ini")
    window = MainWindow(engine, settings, themes, icons)
    qtbot.addWidget(window)
    window.resize(1200, 760)
    with qtbot.waitExposed(window):
        window.show()
    with qtbot.waitSignals([engine.player_ready, engine.pack_named]):
        engine.start()
    yield House(window, engine, player, session, settings, qtbot)
    window.close()


@pytest.fixture
def timeline(qtbot: QtBot, themes: Themes) -> Timeline:
    """A hundred seconds on a thousand pixels, from 20 on."""
    made = Timeline(themes)
    qtbot.addWidget(made)
    made.resize(1040, 180)
    made.set_video(100.0)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def playing(house: House) -> House:
    house.open(VIDEO)
    tracks = order("a", "b", "c")
    for track in tracks:
        house.session.analyses[track.path] = track_analysis()
    house.engine.marshal.ranked(VIDEO, tracks)
    house.window.activateWindow()
    return house


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the desktop is asked to open."""
    asked: list[str] = []

    def take(url: QUrl) -> bool:
        asked.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return asked
