"""What is said of the list, of the library and of what is left to listen to."""

from pathlib import Path

import pytest

from tivm_desktop.domain.finding import Column, Order
from tivm_desktop.domain.library_status import LibraryState, LibraryStatus
from tivm_desktop.domain.suggestion import SkippedTrack
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.gui.folders_words import known, named, tracks_in
from tivm_desktop.gui.index_words import index_line, remaining
from tivm_desktop.gui.list_words import Heading, waiting_text

BY_TITLE = Order(Column.TITLE, descending=False)
RANGE = VideoRange(2.0, 7.0)
MUSIC = Path("/music")


@pytest.mark.parametrize(
    ("heading", "says"),
    [
        (Heading(total=3), "3 ranked by fit"),
        (Heading(total=3, narrowed=True), "3 found by fit"),
        (Heading(total=4000), "3 of 4,000 shown by fit"),
        (Heading(total=4000, narrowed=True, order=BY_TITLE), "3 of 4,000 found by title"),
        (Heading(RANGE, total=3), "3 ranked for 0:02–0:07"),
        (Heading(RANGE, total=3, order=BY_TITLE), "3 ranked for 0:02–0:07 by title"),
        (Heading(total=3, ranked=False), "3 tracks"),
        (Heading(total=3, ranked=False, narrowed=True), "3 tracks found"),
        (Heading(total=3, ranked=False, order=BY_TITLE), "3 tracks by title"),
        (Heading(total=4000, ranked=False), "first 3 of 4,000 shown"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_heading_says_how_many_of_what_in_which_order(heading: Heading, says: str) -> None:
    assert heading.words(3) == says


def test_what_waits_is_counted() -> None:
    assert waiting_text(3) == "3 new  ·  Update"
    assert waiting_text(0) == "New order  ·  Update"


@pytest.mark.parametrize(
    ("eta_s", "says"),
    [
        (20.0, "less than a minute left"),
        (340.0, "6 min left"),
        (5 * 3600.0, "5 h left"),
        (3 * 86400.0, "3 days left"),
    ],
)
def test_what_is_left_is_as_exact_as_anybody_can_tell(eta_s: float, says: str) -> None:
    assert remaining(eta_s) == says


@pytest.mark.parametrize(
    ("why", "says"),
    [
        ("on battery", "Waiting: on battery · 3 of 12"),
        ("The disk is full.", "The disk is full. · 3 of 12"),
        ("", "Waiting · 3 of 12"),
    ],
)
def test_what_is_waited_for_is_a_few_words_or_a_sentence(why: str, says: str) -> None:
    assert index_line(LibraryStatus((MUSIC,), 12, 3, 0, LibraryState.WAITING, why_waiting=why)) == says


def test_without_an_end_in_sight_none_is_said() -> None:
    assert index_line(LibraryStatus((MUSIC,), 12, 3, 0, LibraryState.INDEXING)) == "Listening · 3 of 12"


def test_a_library_is_named_by_its_folder_or_by_how_many_there_are() -> None:
    assert named(()) == "No music folder"
    assert named((MUSIC,)) == str(MUSIC)
    assert named((MUSIC, Path("/more"))) == "2 music folders"


@pytest.mark.parametrize(
    ("status", "says"),
    [
        (LibraryStatus((MUSIC,)), "No music found yet."),
        (LibraryStatus((MUSIC,), 1, 1, 1), "1 track, all listened to."),
        (
            LibraryStatus((MUSIC,), 3, 2, 2, failed=(SkippedTrack(MUSIC / "x", "x is empty."),)),
            "2 tracks, all listened to.",
        ),
        (
            LibraryStatus((MUSIC,), 1200, 300, 7),
            "1,200 tracks: 300 can be ranked, 7 are listened to in full.",
        ),
    ],
)
def test_what_is_known_of_the_tracks_is_a_sentence(status: LibraryStatus, says: str) -> None:
    assert known(status) == says


def test_before_the_first_track_is_seen_it_is_looked_for() -> None:
    assert tracks_in(LibraryStatus((MUSIC,), state=LibraryState.SCANNING)) == "Looking for music…"
    assert tracks_in(LibraryStatus((MUSIC,), 2, state=LibraryState.SCANNING)) == "2 tracks"
