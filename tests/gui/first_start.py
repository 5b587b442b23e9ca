"""A window at its first start, and at the ones that follow in the same profile."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.fakes import FakePlayer, FakeSession, parts
from tivm_desktop.gui.demo_control import DemoControl
from tivm_desktop.gui.engine import Engine
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.marshal import Marshal
from tivm_desktop.gui.settings import Settings
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.welcome_control import WelcomeControl
from tivm_desktop.gui.window import MainWindow

VIDEO, MUSIC = Path("/v/cut.mp4"), Path("/music")


@dataclass
class Start:
    """A window at one of its starts."""

    window: MainWindow
    engine: Engine
    session: FakeSession
    settings: Settings
    demo: DemoControl
    bot: QtBot

    @property
    def welcoming(self) -> bool:
        return self.window.empty.is_welcoming()

    def open(self, *paths: Path) -> None:
        with self.bot.waitSignal(self.engine.taken_in):
            self.engine.take_in(paths)


def made_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of one's own, with a music folder that is empty."""
    made = tmp_path / "home"
    (made / "Music").mkdir(parents=True)
    for name in [name for name in os.environ if name.startswith("XDG_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(made))
    monkeypatch.setenv("USERPROFILE", str(made))
    monkeypatch.setenv("XDG_MUSIC_DIR", str(made / "Music"))
    return made


def starts(qtbot: QtBot, themes: Themes, icons: Icons, tmp_path: Path) -> Iterator[Callable[..., Start]]:
    """Starts the window, again and again in the same profile."""
    windows: list[MainWindow] = []

    def started(*, asked: bool = False) -> Start:
        for window in windows:
            window.close()
        session = FakeSession()
        engine = Engine(parts(FakePlayer(), session), Marshal())
        settings = Settings(tmp_path / "window.ini")
        window = MainWindow(engine, settings, themes, icons)
        WelcomeControl(window, engine, settings, asked=asked)
        demo = DemoControl(window, engine, tmp_path / "demo")
        qtbot.addWidget(window)
        window.resize(1200, 760)
        windows.append(window)
        with qtbot.waitSignal(window.usable):
            window.show()
        with qtbot.waitSignals([engine.player_ready, engine.pack_named]):
            engine.start()
        return Start(window, engine, session, settings, demo, qtbot)

    yield started
    for window in windows:
        window.close()
