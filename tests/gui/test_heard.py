"""What a screen reader finds: everything has a role, a name, a state, and something to be done with."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from tests.gui.conftest import VIDEO, House
from tests.gui.fakes import suggestion
from tests.gui.heard import OPERATED, Heard, hear
from tests.gui.settings_room import NAMES, furnished
from tivm_desktop.bundle import Build, bundled
from tivm_desktop.domain.finding import Query
from tivm_desktop.domain.library_status import LibraryState, LibraryStatus
from tivm_desktop.domain.marks import Marks
from tivm_desktop.domain.suggestion import SkippedTrack
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.gui.theme import Themes

ROLE = QAccessible.Role
MUSIC = Path("/music")
ICONS = {file.stem for file in (bundled("resources") / "icons").glob("*.svg")}
QUANTITY = re.compile(r"\d ?(%|dB|ms|s|LUFS)|\d:\d\d")
NOTHING_DONE = (ROLE.ProgressBar, ROLE.PopupMenu)
BY_KEYS = {"Fit by placement": "place.1"}
"""What only a pointer works, and a command that does the same."""


@pytest.fixture
def full(playing: House) -> House:
    """A window in which everything is going on."""
    marshal = playing.engine.marshal
    playing.window.open_folder(MUSIC)
    failed = (
        SkippedTrack(MUSIC / "x.mp3", "x.mp3 is empty."),
        SkippedTrack(MUSIC / "y.mp3", "y.mp3 is empty."),
    )
    marshal.library_changed(LibraryStatus((MUSIC,), 9, 2, 1, LibraryState.INDEXING, failed=failed))
    playing.engine.set_range(VideoRange(2.0, 7.0))
    first = playing.window.tracks.model.suggestion(0)
    with playing.bot.waitSignal(playing.engine.auditions.entered):
        playing.window.tracks.view.chosen.emit(first)
    playing.window.library.search.look_for(Query(favourite=True, least_rating=3))
    playing.window.message.notice("a is never suggested again.", "Undo", lambda: None)
    return playing


def faults(heard: Heard) -> Iterator[str]:
    """Say what of a window a screen reader could not use."""
    for one in heard.all():
        where = f"{one.role.name} {one.name!r} ({type(one.widget).__name__})"
        if one.role in OPERATED or one.role is ROLE.ProgressBar:
            if not one.name.strip() or one.name in ICONS or one.name.endswith(".svg"):
                yield f"{where} has no name"
            if not (one.actions or one.disabled or one.role in NOTHING_DONE or one.name in BY_KEYS):
                yield f"{where} can't be operated"
            if one.role is ROLE.CheckBox and not one.checkable:
                yield f"{where} has no state"
        if one.role is ROLE.Slider and not (QUANTITY.search(one.description) or one.disabled):
            yield f"{where} says no quantity but {one.description!r}"
        for name, count in Counter(child.name for child in one.inside if child.role in OPERATED).items():
            if count > 1:
                yield f"{count} controls in {where} are called {name!r}"


def test_everything_in_the_window_can_be_used_by_ear(full: House) -> None:
    heard = hear(full.window)
    assert list(faults(heard)) == []
    roles = Counter(one.role for one in heard.operated())
    commands = {command.name for command in full.window.shortcuts.commands}
    assert set(BY_KEYS.values()) <= commands
    assert roles[ROLE.Slider] == 4
    assert roles[ROLE.Button] > 15
    assert roles[ROLE.CheckBox] > 8
    assert {"Video and music", "Tracks", "Timeline and placement", "Playback", "Status"} <= {
        one.name for one in heard.all()
    }


def test_everything_that_opens_can_be_used_by_ear(full: House) -> None:
    window, library = full.window, full.window.library
    shown = window.tracks.model.suggestion(0)
    assert shown is not None
    openers = (
        (library.folders.open, library.folders.popover),
        (library.left_out.open, library.left_out.list),
        (library.search.open_filters, library.search.popover),
        (library.index.open, library.index.popover),
        (window.mix.open, window.mix.popover),
        (lambda: library.marks.write(shown), library.marks.editor),
        (window.tracks.search.open_menu, window.tracks.search.menu),
        (lambda: window.carry.menu.open_for(shown, QPoint(9, 9)), window.carry.menu.menu),
    )
    for opened, popover in openers:
        opened()
        assert popover.isVisible()
        heard = hear(popover)
        assert list(faults(heard)) == []
        assert heard.name
        assert heard.operated()
        popover.close()


def test_the_help_can_be_used_by_ear(full: House) -> None:
    full.window.help.toggle()
    sheet = full.window.help.sheet
    assert sheet is not None
    with full.bot.waitSignal(sheet.list.filled):
        pass
    heard = hear(sheet)
    assert list(faults(heard)) == []
    assert heard.name == "Keys"
    assert len(heard.operated()) > 100


def test_the_start_and_the_welcome_can_be_used_by_ear(house: House) -> None:
    empty = house.window.empty
    empty.start.offer_continue("cut.mp4")
    empty.start.offer_demo(offered=True)
    assert {"Open a video", "Continue with cut.mp4", "Try the demo"} <= {
        one.name for one in hear(empty).all()
    }
    assert list(faults(hear(house.window))) == []
    empty.show_welcome()
    cards = {one.name: one.description for one in hear(empty).operated()}
    assert cards["Choose your music folder…"] == "Music is read, never changed or moved."
    assert list(faults(hear(house.window))) == []


def test_every_page_of_the_settings_can_be_used_by_ear(house: House, themes: Themes, tmp_path: Path) -> None:
    room = furnished(house, themes, tmp_path, Build("0.1.0", releases="https://example.org/releases"))
    for name in NAMES:
        room.open(name)
        heard = hear(room.window)
        assert list(faults(heard)) == [], name
        assert heard.operated(), name


def test_a_row_says_all_that_it_shows(full: House) -> None:
    marks = Marks(favourite=True, rating=4)
    full.engine.marshal.ranked(VIDEO, (suggestion("Embers", marks=marks),))
    full.bot.waitUntil(lambda: full.window.tracks.model.rowCount() == 1)
    (row,) = (one for one in hear(full.window).all() if one.role is ROLE.ListItem)
    assert row.name == (
        "1. Embers, by Somebody, fit 80 of 100, 3:05, 120 beats a minute, enters at 0:12 of the track, "
        "favourite, rated 4 of 5, both calm, its drop meets your cut at 0:41"
    )


def test_what_is_painted_says_where_it_stands_and_can_be_set(full: House) -> None:
    timeline, places = full.window.timeline.timeline, full.window.timeline.map
    timeline.set_position(4.2)
    assert (hear(timeline).role, hear(timeline).description) == (ROLE.Slider, "0:04 of 0:10, range 0:02–0:07")
    assert (hear(places).role, hear(places).name) == (ROLE.Slider, "Fit by placement")
    value = QAccessible.queryAccessibleInterface(timeline).valueInterface()
    assert (value.currentValue(), value.minimumValue(), value.maximumValue()) == (4, 0, 10)
    with full.bot.waitSignal(timeline.seek_requested) as sought:
        value.setCurrentValue(7)
    assert sought.args == [7.0]


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """What a screen reader is asked to say, and how soon."""
    said: list[tuple[str, str]] = []

    def take(event: QAccessibleEvent) -> None:
        assert isinstance(event, QAccessibleAnnouncementEvent)
        said.append((event.message(), event.politeness().name))

    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(take))
    return said


def test_what_happens_is_announced_once(full: House, announced: list[tuple[str, str]]) -> None:
    full.window.tell("Something is wrong: do something about it.")
    full.window.message.notice("a is never suggested again.", "Undo", lambda: None)
    full.window.status.say("Analysis stopped")
    full.window.status.say("Analysis stopped")
    full.window.status.say("")
    assert announced == [
        ("Something is wrong: do something about it.", "Assertive"),
        ("a is never suggested again.", "Polite"),
        ("Analysis stopped", "Polite"),
    ]


def test_a_name_that_looks_like_markup_is_said_as_it_is(house: House) -> None:
    house.open(Path("/v/<b>cut.mp4"))
    said = [f"{one.name} {one.description}" for one in hear(house.window).all()]
    assert any("<b>cut.mp4" in one for one in said)
    assert not any("&lt;" in one or "<span>" in one for one in said)
