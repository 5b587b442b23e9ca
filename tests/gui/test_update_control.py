"""Updates are looked for when the user says so, told in one line, and never get in the way."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from tests.gui.conftest import House
from tests.gui.settings_room import Room, furnished
from tests.online.serving import Served, serving
from tivm_desktop.bundle import Build
from tivm_desktop.gui.settings_values import LOOKED, keep_weekly, today
from tivm_desktop.gui.theme import Themes

LATEST = "/releases/latest/download/latest.json"


@pytest.fixture
def server() -> Iterator[Served]:
    with serving() as served:
        yield served


@pytest.fixture
def room(house: House, themes: Themes, tmp_path: Path, server: Served) -> Room:
    return furnished(house, themes, tmp_path, Build("0.1.0", releases=server.url("/releases")))


def publish(server: Served, version: str) -> str:
    page = server.url(f"/releases/tag/v{version}")
    told = {"version": version, "date": "2026-12-01", "notes": "Quicker.", "page": page}
    server.files[LATEST] = json.dumps(told).encode()
    return page


def test_a_newer_version_is_told_with_a_way_to_its_page(
    room: Room, house: House, server: Served, opened: list[str]
) -> None:
    page = publish(server, "0.2.0")
    room.open("updates")
    room.press("Check for updates")
    assert "Looking for updates…" in room.said()
    message = house.window.message
    house.bot.waitUntil(lambda: message.text() == "TIVM Desktop 0.2.0 is out.")
    assert "Version 0.2.0 of 1 December 2026 is published." in room.said()
    assert "Quicker." in room.said()
    assert message.action() == "Open page"
    assert opened == []
    message.press()
    room.press("Open the page of the update in the browser")
    assert opened == [page, page]
    assert house.settings.text(LOOKED) == today().isoformat()
    assert len(server.asked) == 1


def test_the_latest_version_is_told_on_the_page_only(room: Room, house: House, server: Served) -> None:
    publish(server, "0.1.0")
    room.open("updates")
    room.press("Check for updates")
    house.bot.waitUntil(lambda: "TIVM Desktop 0.1.0 is the latest version." in room.said())
    assert house.window.message.text() == ""


def test_no_answer_is_one_sentence_on_the_page(room: Room, house: House) -> None:
    room.open("updates")
    room.press("Check for updates")
    house.bot.waitUntil(lambda: "has no latest.json" in room.said())
    assert house.window.message.text() == ""
    assert house.settings.text(LOOKED) == ""


def test_without_having_been_asked_no_answer_is_silence(room: Room, house: House) -> None:
    updates = room.control.scope.updates()
    updates.look(asked=False)
    assert updates.looking
    house.bot.waitUntil(lambda: not updates.looking)
    assert updates.sentence == ""
    assert house.window.message.text() == ""


def test_asked_twice_at_once_is_asked_once(room: Room, house: House, server: Served) -> None:
    publish(server, "0.2.0")
    updates = room.control.scope.updates()
    updates.look(asked=False)
    updates.look(asked=True)
    house.bot.waitUntil(lambda: updates.found is not None)
    assert len(server.asked) == 1


def test_what_is_said_at_the_moment_is_not_replaced(room: Room, house: House, server: Served) -> None:
    publish(server, "0.2.0")
    house.window.tell("Something is wrong: do something about it.")
    updates = room.control.scope.updates()
    updates.look(asked=False)
    house.bot.waitUntil(lambda: updates.found is not None)
    assert house.window.message.text() == "Something is wrong: do something about it."


def start(house: House, themes: Themes, folder: Path, build: Build) -> Room:
    """Make the settings of a window that comes to be usable."""
    room = furnished(house, themes, folder, build)
    house.window.usable.emit()
    return room


@pytest.mark.parametrize("days", [None, 7, 30])
def test_a_start_looks_where_the_user_wants_it_and_a_week_has_passed(
    house: House, themes: Themes, tmp_path: Path, server: Served, days: int | None
) -> None:
    publish(server, "0.2.0")
    keep_weekly(house.settings, on=True)
    if days is not None:
        house.settings.remember(LOOKED, (today() - timedelta(days=days)).isoformat())
    start(house, themes, tmp_path, Build("0.1.0", releases=server.url("/releases")))
    house.bot.waitUntil(lambda: house.window.message.text() == "TIVM Desktop 0.2.0 is out.")


def test_a_start_asks_nobody_unless_the_user_wants_it(
    house: House, themes: Themes, tmp_path: Path, server: Served
) -> None:
    publish(server, "0.2.0")
    build = Build("0.1.0", releases=server.url("/releases"))
    start(house, themes, tmp_path, build)
    house.settings.remember("updates/check", "yes")
    start(house, themes, tmp_path, build)
    keep_weekly(house.settings, on=True)
    house.settings.remember(LOOKED, today().isoformat())
    start(house, themes, tmp_path, build)
    with house.bot.waitSignal(house.engine.marshal.warning_given):
        QTimer.singleShot(50, house.window, lambda: house.engine.marshal.warning_given.emit("later"))
    assert server.asked == []


def test_a_build_that_knows_nobody_asks_nobody(house: House, themes: Themes, tmp_path: Path) -> None:
    room = furnished(house, themes, tmp_path, Build("0.1.0"))
    updates = room.control.scope.updates()
    updates.look(asked=True)
    assert not updates.looking
    assert updates.sentence == ""
