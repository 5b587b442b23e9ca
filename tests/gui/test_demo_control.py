"""The demo is made once, film first, and costs nothing but itself where it can't be."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.gui.first_start import VIDEO, Start, made_home, starts
from tivm_desktop.demo import Demo
from tivm_desktop.demo.names import TITLES
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.welcome_control import WELCOMED


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return made_home(tmp_path, monkeypatch)


@pytest.fixture
def start(
    qtbot: QtBot, themes: Themes, icons: Icons, tmp_path: Path, home: Path
) -> Iterator[Callable[..., Start]]:
    yield from starts(qtbot, themes, icons, tmp_path)


def made_by_hand(folder: Path) -> Demo:
    """Files in the places of a whole demo."""
    demo = Demo.of(folder)
    demo.music.mkdir(parents=True)
    demo.video.touch()
    for number in range(len(TITLES)):
        demo.track(number).touch()
    return demo


def test_a_demo_that_is_there_plays_at_once(start: Callable[..., Start], tmp_path: Path) -> None:
    demo = made_by_hand(tmp_path / "demo")
    first = start()
    with first.bot.waitSignal(first.engine.taken_in):
        first.window.empty.welcome.demo.click()
    assert first.engine.video is not None
    assert first.engine.video.path == demo.video
    assert first.engine.library.folders == (demo.music,)
    assert not first.demo.busy
    assert first.settings.text(WELCOMED)


def test_a_demo_is_made_film_first_and_its_tracks_join(start: Callable[..., Start], tmp_path: Path) -> None:
    demo = made_by_hand(tmp_path / "demo")
    demo.track(3).unlink()
    first = start()
    first.window.empty.welcome.demo.click()
    first.bot.waitUntil(lambda: first.demo.busy, timeout=20_000)
    assert first.window.empty.demo.isVisible()
    first.bot.waitUntil(lambda: not first.demo.busy, timeout=60_000)
    assert first.engine.video is not None
    assert first.engine.library.folders == (demo.music,)
    assert ("rescan",) in first.session.calls
    assert demo.whole
    assert first.window.status.text() == "The demo is ready"


def test_a_demo_that_is_cancelled_leaves_the_invitation(start: Callable[..., Start]) -> None:
    first = start()
    first.window.empty.welcome.demo.click()
    first.bot.waitUntil(lambda: first.demo.busy, timeout=20_000)
    first.window.empty.demo.cancel.click()
    assert first.window.empty.start.isVisible()
    assert first.window.empty.start.demo.isVisible()
    first.bot.waitUntil(lambda: not first.demo.busy, timeout=20_000)
    assert first.engine.video is None
    assert first.window.message.text() == ""


def test_a_video_that_comes_while_the_demo_is_made_is_not_taken_away(start: Callable[..., Start]) -> None:
    first = start()
    first.window.empty.welcome.demo.click()
    first.bot.waitUntil(lambda: first.demo.busy, timeout=20_000)
    first.open(VIDEO)
    first.bot.waitUntil(lambda: not first.demo.busy, timeout=20_000)
    assert first.engine.video is not None
    assert first.engine.video.path == VIDEO
    assert first.engine.library.folders == ()


def test_a_demo_whose_folder_is_removed_is_made_no_further(
    start: Callable[..., Start], tmp_path: Path
) -> None:
    demo = made_by_hand(tmp_path / "demo")
    for number in (4, 5, 6, 7):
        demo.track(number).unlink()
    first = start()
    first.window.empty.welcome.demo.click()
    first.bot.waitUntil(lambda: first.engine.library.folders == (demo.music,), timeout=30_000)
    first.window.library.folders.remove(demo.music)
    first.bot.waitUntil(lambda: not first.demo.busy, timeout=30_000)
    assert first.engine.library.folders == ()
    assert not demo.whole


def test_a_demo_that_can_t_be_made_says_why_once(start: Callable[..., Start], tmp_path: Path) -> None:
    (tmp_path / "demo").touch()
    first = start()
    told: list[str] = []
    first.window.problem_told.connect(told.append)
    first.window.empty.welcome.demo.click()
    first.bot.waitUntil(lambda: bool(told), timeout=20_000)
    first.bot.waitUntil(lambda: not first.demo.busy, timeout=20_000)
    assert len(told) == 1
    assert told[0].startswith("The demo can't be made in ")
    assert first.window.empty.start.isVisible()


def crash(_tools: None, folder: Path, *, progress: object) -> None:
    """Be a job that kills its process."""
    os._exit(7)


def test_a_process_that_dies_costs_the_demo_only(
    start: Callable[..., Start], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_by_hand(tmp_path / "demo").video.unlink()
    monkeypatch.setattr("tivm_desktop.demo.jobs.film_job", crash)
    first = start()
    told: list[str] = []
    first.window.problem_told.connect(told.append)
    first.window.empty.welcome.demo.click()
    first.bot.waitUntil(lambda: bool(told), timeout=20_000)
    first.bot.waitUntil(lambda: not first.demo.busy, timeout=20_000)
    assert len(told) == 1
    assert "ended unexpectedly" in told[0]
    assert first.window.empty.start.isVisible()


def test_the_demo_is_in_reach_of_the_help(start: Callable[..., Start], tmp_path: Path) -> None:
    demo = made_by_hand(tmp_path / "demo")
    first = start(asked=True)
    first.window.help.toggle()
    sheet = first.window.help.sheet
    assert sheet is not None
    with first.bot.waitSignal(first.engine.taken_in):
        next(one for one in sheet.findChildren(QAbstractButton) if one.text() == "Try the demo").click()
    assert not sheet.isVisible()
    assert first.engine.library.folders == (demo.music,)
