"""About: which build it is, to be copied; the licences of all parts, to be searched and read."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from tests.gui.conftest import House
from tests.gui.settings_room import Room, furnished
from tivm_desktop.bundle import Build
from tivm_desktop.domain.errors import FileError
from tivm_desktop.gui.about_facts import as_text, facts, short
from tivm_desktop.gui.about_page import CITATION, PAPER
from tivm_desktop.gui.licences_index import read_index, read_sources, read_text
from tivm_desktop.gui.licences_page import CHECKOUT, SOURCES, LicencesPage
from tivm_desktop.gui.theme import Themes

BUILD = Build("0.1.0", "0123456789abcdef0123", "example", "2026-11-23", "https://example.org/releases")
PARTS = (
    {"name": "FFmpeg", "version": "8.1", "licence": "GPL-3.0-or-later", "files": ["a.txt", "b.txt"]},
    {
        "name": "NumPy",
        "version": "2.3",
        "licence": "BSD-3-Clause",
        "files": ["c.txt"],
        "what": "computes with tables",
        "origin": "in a wheel",
        "homepage": "https://numpy.org",
    },
    {"name": "TIVM Desktop", "version": "", "licence": "GPL-3.0-or-later", "files": ["d.txt"]},
)


@pytest.fixture
def room(house: House, themes: Themes, tmp_path: Path) -> Room:
    return furnished(house, themes, tmp_path, BUILD)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the desktop is asked to open."""
    asked: list[str] = []

    def take(url: QUrl) -> bool:
        asked.append(url.toString())
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return asked


@pytest.fixture
def licences(tmp_path: Path) -> Path:
    """What the builder collects."""
    folder = tmp_path / "licences"
    folder.mkdir()
    for name in "abcd":
        (folder / f"{name}.txt").write_text(f"Text {name}: ümläut\n", encoding="utf-8")
    (folder / "sources.txt").write_text("Here is the source.\n", encoding="utf-8")
    (folder / "index.json").write_text(json.dumps(PARTS), encoding="utf-8")
    return folder


@pytest.fixture
def page(room: Room, licences: Path) -> LicencesPage:
    made = LicencesPage(room.control.scope, lambda: licences)
    room.house.bot.addWidget(made)
    made.show()
    made.shown()
    room.house.bot.waitUntil(lambda: made.list.count() > 0)
    return made


def listed(page: LicencesPage) -> list[str]:
    items = [page.list.item(row) for row in range(page.list.count())]
    return [item.text() for item in items if not item.isHidden()]


def test_it_says_exactly_which_build_it_is(room: Room, house: House) -> None:
    house.engine.pack_named.emit("toy 1")
    house.engine.marshal.provider_active("CPU")
    room.open("about")
    for fact in ("0.1.0", "0123456789", "example", "2026-11-23", "toy 1", "CPU"):
        assert fact in room.said()
    house.bot.waitUntil(lambda: "speech 1.0.0" in room.said())
    room.press("Copy details of this build")
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("TIVM Desktop\nVersion: 0.1.0\nCommit: 0123456789\n")
    assert "Pack: toy 1\n" in copied
    assert "\nQt: 6." in copied


def test_what_comes_later_is_shown_when_it_comes(room: Room, house: House) -> None:
    room.open("about")
    assert "Computing on" not in room.said()
    house.engine.marshal.provider_active("CUDA")
    assert "Computing on" in room.said()
    assert "CUDA" in room.said()


def test_a_checkout_says_so() -> None:
    told = dict(facts(Build("0.1.0"), "", "", ""))
    assert told["Commit"] == "a checkout"
    assert "Built by" not in as_text(tuple(told.items()))
    assert short("0123456789abcdef+") == "0123456789+"


def test_links_open_only_when_they_are_pressed_and_a_missing_browser_is_told(
    room: Room, house: House, opened: list[str]
) -> None:
    room.open("about")
    assert opened == []
    room.press("Open the paper at arxiv.org in the browser")
    assert opened == [PAPER]
    assert PAPER in house.window.message.text()
    room.press("Open the licence at gnu.org in the browser")
    assert opened[1].startswith("https://www.gnu.org/")
    room.press("Copy the citation")
    assert QGuiApplication.clipboard().text() == f"{CITATION}. {PAPER}"


def test_about_leads_to_the_licences_of_a_checkout(room: Room, house: House) -> None:
    room.open("about")
    room.press("Licences and source code of all parts")
    page = room.window.page
    assert isinstance(page, LicencesPage)
    house.bot.waitUntil(lambda: CHECKOUT in room.said())
    assert "GNU GENERAL PUBLIC LICENSE" in page.text.toPlainText()
    assert page.list.isHidden()


def test_every_part_is_listed_with_its_text(page: LicencesPage, room: Room) -> None:
    assert listed(page) == [
        SOURCES,
        "FFmpeg 8.1   GPL-3.0-or-later",
        "NumPy 2.3   BSD-3-Clause",
        "TIVM Desktop   GPL-3.0-or-later",
    ]
    wait = room.house.bot.waitUntil
    wait(lambda: page.text.toPlainText() == "Text a: ümläut\n\nText b: ümläut\n")
    assert page.text.isReadOnly()
    page.list.setCurrentRow(0)
    wait(lambda: page.text.toPlainText() == "Here is the source.\n")
    assert page.text.accessibleName() == f"Text: {SOURCES}"


def test_a_search_leaves_what_it_finds(page: LicencesPage, room: Room) -> None:
    page.search.setText("bsd tables")
    assert listed(page) == ["NumPy 2.3   BSD-3-Clause"]
    room.house.bot.waitUntil(lambda: page.text.toPlainText() == "Text c: ümläut\n")
    page.search.setText("no such thing")
    assert listed(page) == []
    page.search.clear()
    assert len(listed(page)) == 4


def test_a_lost_text_is_told_in_its_place(page: LicencesPage, room: Room, licences: Path) -> None:
    (licences / "c.txt").unlink()
    page.search.setText("numpy")
    room.house.bot.waitUntil(lambda: "install the program again" in page.text.toPlainText())


def test_the_index_is_read_as_it_was_agreed(licences: Path) -> None:
    ffmpeg, numpy, own = read_index(licences)
    assert (ffmpeg.name, ffmpeg.version, ffmpeg.licence, ffmpeg.homepage) == (
        "FFmpeg",
        "8.1",
        "GPL-3.0-or-later",
        "",
    )
    assert numpy.homepage == "https://numpy.org"
    assert read_text(own) == "Text d: ümläut\n"
    assert read_sources(licences) == "Here is the source.\n"


@pytest.mark.parametrize(
    "spoilt",
    [
        "",
        "{}x",
        "[1]",
        '[{"name": "x"}]',
        '[{"name": "x", "licence": "MIT", "files": "a.txt"}]',
        '[{"name": "x", "licence": "MIT", "files": ["../secret"]}]',
        '[{"name": "x", "licence": "MIT", "files": ["/etc/passwd"]}]',
    ],
)
def test_a_damaged_index_is_one_sentence(licences: Path, spoilt: str) -> None:
    (licences / "index.json").write_text(spoilt, encoding="utf-8")
    with pytest.raises(FileError, match=r"index\.json can't be read .*: install the program again\.$"):
        read_index(licences)


def test_an_index_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="install the program again"):
        read_index(tmp_path)


def test_a_damaged_index_is_told_on_the_page(room: Room, licences: Path) -> None:
    (licences / "index.json").unlink()
    made = LicencesPage(room.control.scope, lambda: licences)
    room.house.bot.addWidget(made)
    made.shown()
    room.house.bot.waitUntil(lambda: "install the program again" in made.text.toPlainText())
