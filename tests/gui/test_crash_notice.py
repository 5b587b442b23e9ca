"""An unexpected end is told in one sentence."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from tests.gui.conftest import House
from tests.gui.starting import Start, crash, started, tell_library
from tivm_desktop.gui.crash_notice import COPY, said_at


@pytest.fixture
def start(house: House, tmp_path: Path) -> Iterator[Start]:
    yield from started(house, tmp_path)


def test_the_end_is_told_in_one_sentence_and_its_report_can_be_copied(start: Start) -> None:
    start.keep(playing=True)
    start.begin(crash())
    tell_library(start)
    message = start.house.window.message
    start.wait(lambda: message.text() != "")
    assert message.text().endswith(
        "while cut.mp4 was playing. Your library is whole. You are back where you were."
    )
    assert message.action() == COPY
    message.press()
    report = QGuiApplication.clipboard().text()
    assert "Fatal Python error: Aborted" in report
    assert "Secret" not in report
    assert len(list(start.profile.log_folder.glob("crash-*.txt"))) == 1
    assert "Nothing was sent" in start.house.window.status.text()


def test_a_library_that_was_damaged_is_not_called_whole(start: Start) -> None:
    start.begin(crash(state="starting"))
    start.house.engine.marshal.warned("The library was damaged.")
    tell_library(start)
    message = start.house.window.message
    start.wait(lambda: message.action() == COPY)
    assert "while it was starting. The library was damaged." in message.text()
    assert "whole" not in message.text()


def test_what_was_said_before_is_not_wiped_away(start: Start) -> None:
    start.begin(crash())
    start.house.window.tell("No sound device was found.")
    tell_library(start)
    message = start.house.window.message
    start.wait(lambda: message.action() == COPY)
    assert message.text().endswith("Your library is whole. No sound device was found.")


def test_no_news_is_no_sentence(start: Start) -> None:
    start.begin()
    tell_library(start)
    start.wait(lambda: start.facts().server != "")
    assert start.house.window.message.text() == ""


def test_when_it_was_is_said_as_people_say_it() -> None:
    now = datetime(2026, 11, 23, 15, 0).astimezone()
    for passed, said in (
        (timedelta(minutes=58), "today at 14:02"),
        (timedelta(days=2, minutes=58), "on 21 Nov at 14:02"),
        (timedelta(days=365), "on 23 November 2025 at 15:00"),
    ):
        assert said_at((now - passed).timestamp(), now) == said
