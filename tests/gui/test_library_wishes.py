"""What the window wants of the library before there is a session is told to it once there is one."""

from pathlib import Path

from tests.gui.fakes import FakeSession
from tivm_desktop.domain.finding import Order, Query
from tivm_desktop.domain.indexing import IndexPace
from tivm_desktop.gui.library_wishes import LibraryWishes

FOLDERS = (Path("/music"), Path("/more"))


def test_what_holds_is_told_to_a_session_that_begins_later() -> None:
    session = FakeSession()
    wishes = LibraryWishes(lambda: None)
    pace, query, order = IndexPace(workers=2), Query(text="piano"), Order()
    wishes.set_folders(FOLDERS)
    wishes.look_for(query, order)
    wishes.set_pace(pace)
    wishes.hold_indexing(held=True)
    wishes.rescan()
    wishes.tell(session)
    assert session.calls == [
        ("set_pace", pace),
        ("pause_indexing",),
        ("set_query", query, order),
        ("set_music_folders", FOLDERS),
    ]


def test_a_session_that_begins_is_told_nothing_where_nothing_is_wanted() -> None:
    session = FakeSession()
    LibraryWishes(lambda: None).tell(session)
    assert session.calls == []


def test_what_is_wanted_of_a_session_is_told_at_once() -> None:
    session = FakeSession()
    wishes = LibraryWishes(lambda: session)
    wishes.set_folders(FOLDERS)
    wishes.hold_indexing(held=False)
    wishes.try_again([Path("/music/a.mp3")])
    assert wishes.folders == FOLDERS
    assert session.calls == [
        ("set_music_folders", FOLDERS),
        ("resume_indexing",),
        ("try_again", [Path("/music/a.mp3")]),
    ]
