"""What is found in a catalogue, and how it keeps up with what becomes known."""

from dataclasses import replace
from math import inf, nan
from pathlib import Path

import numpy as np
import pytest

from tivm_desktop.domain.analysis import TrackTags
from tivm_desktop.domain.finding import Column, Order, Query
from tivm_desktop.domain.marks import UNMARKED, Marks
from tivm_desktop.domain.track_facts import UNKNOWN, Depth, TrackFacts
from tivm_desktop.library.catalogue import Catalogue
from tivm_desktop.library.known import FileRow

BY_TITLE = Order(Column.TITLE, descending=False)
FACTS = replace(UNKNOWN, depth=Depth.FULL, duration_s=200.0, tempo_bpm=120.0, key=0, integrated_lufs=-14.0)


KNOWN = replace(FACTS, energy=0.5, valence=-0.5, tension=0.0, vocals=0.25)


def file(path: str, audio_id: str = "", title: str = "", artist: str = "", album: str = "") -> FileRow:
    return FileRow(
        path=Path("/music") / path,
        size=1,
        mtime_ns=1,
        audio_id=audio_id,
        tags=TrackTags(title, artist, album),
        duration_s=0.0,
        added_ns=1000,
        vanished_ns=None,
        inode=None,
        looked_into=bool(audio_id),
    )


def titled(**titles: str) -> Catalogue:
    """Tracks by their audio id, in the order of the rows."""
    catalogue = Catalogue()
    for audio_id, title in titles.items():
        catalogue.put_file(file(f"{audio_id}.mp3", audio_id, title))
    return catalogue


def found(catalogue: Catalogue, query: Query, order: Order = BY_TITLE) -> str:
    """The audio ids, one letter each."""
    ids = catalogue.audio_ids
    return "".join(ids[row] for row in catalogue.find(query, order).tolist())


def test_a_file_is_found_by_every_word_of_title_artist_album_and_name() -> None:
    catalogue = Catalogue()
    catalogue.put_file(file("Live/01 intro.mp3", "a", "Opening", "Sigur Rós", "Ágætis byrjun"))
    catalogue.put_file(file("Live/02 song.mp3", "b", "Song", "Sigur Rós", "Other"))
    assert found(catalogue, Query("sigur ros")) == "ab"
    assert found(catalogue, Query("ROS open INTRO agaetis")) == "a"
    assert found(catalogue, Query("live")) == ""
    assert found(catalogue, Query("   ")) == "ab"


def test_a_file_without_a_title_is_named_by_its_file() -> None:
    catalogue = titled(b="Bravo")
    catalogue.put_file(file("folder.x/Alpha.take 2.mp3", "a"))
    assert found(catalogue, Query()) == "ab"


def test_copies_are_one_row_at_the_place_that_was_there_first() -> None:
    catalogue = Catalogue()
    catalogue.put_file(replace(file("copy.mp3", "a", "Copy"), added_ns=2000))
    row = catalogue.put_file(replace(file("first.mp3", "a", "First"), added_ns=1000))
    catalogue.put_file(replace(file("third.mp3", "a", "Third"), added_ns=3000))
    assert len(catalogue) == 1
    (shown,) = catalogue.tracks([row])
    assert (shown.path, shown.tags.title) == (Path("/music/first.mp3"), "First")
    assert catalogue.paths(row) == tuple(
        Path("/music") / name for name in ("first.mp3", "copy.mp3", "third.mp3")
    )
    assert found(catalogue, Query("copy")) == ""
    catalogue.put_file(replace(file("first.mp3", "a", "First"), vanished_ns=5))
    assert catalogue.tracks([row])[0].path == Path("/music/copy.mp3")
    assert found(catalogue, Query("copy")) == "a"


def test_what_vanished_is_not_found_until_it_is_there_again() -> None:
    catalogue = titled(a="One", b="Two")
    row = catalogue.put_file(replace(file("a.mp3", "a", "One"), vanished_ns=5))
    catalogue.put_facts("a", KNOWN)
    assert found(catalogue, Query()) == "b"
    assert catalogue.paths(row) == ()
    assert [track.audio_id for track in catalogue.tracks([row, 1])] == ["b"]
    assert catalogue.put_file(file("a.mp3", "a", "One")) == row
    assert found(catalogue, Query()) == "ab"
    assert catalogue.facts(row) == KNOWN


def test_what_does_not_belong_to_the_library_is_not_found() -> None:
    catalogue = Catalogue(lambda path: "away" not in path.parts)
    catalogue.put_file(file("here/a.mp3", "a"))
    catalogue.put_file(file("away/b.mp3", "b"))
    catalogue.put_file(file("away/a.mp3", "a"))
    assert found(catalogue, Query()) == "a"
    assert len(catalogue.paths(0)) == 1


def test_a_file_is_a_row_of_its_own_until_it_is_identified() -> None:
    catalogue = Catalogue()
    first = catalogue.put_file(file("first.mp3"))
    second = catalogue.put_file(file("second.mp3"))
    assert catalogue.audio_ids == ("", "")
    assert catalogue.put_file(file("first.mp3", "a", "Title")) == first
    assert catalogue.audio_ids == ("a", "")
    assert catalogue.put_file(file("second.mp3", "a", "Title")) == first
    assert catalogue.row_at(Path("/music/second.mp3")) == first
    assert catalogue.paths(second) == ()
    assert (catalogue.row_of("a"), catalogue.row_of("b"), catalogue.row_of("")) == (first, None, None)
    assert catalogue.row_at(Path("/music/third.mp3")) is None
    assert second == 1


def test_another_sound_at_a_path_is_another_row() -> None:
    catalogue = titled(a="Old")
    catalogue.put_marks("a", Marks(rating=5))
    row = catalogue.put_file(file("a.mp3", "b", "New"))
    assert catalogue.audio_ids == ("a", "b")
    assert catalogue.tracks([row])[0].marks == UNMARKED
    assert found(catalogue, Query()) == "b"


def test_facts_and_marks_may_come_before_their_file() -> None:
    catalogue = Catalogue()
    row = catalogue.put_facts("a", FACTS)
    assert catalogue.put_marks("a", Marks(favourite=True)) == row
    assert found(catalogue, Query()) == ""
    assert catalogue.put_file(file("a.mp3", "a")) == row
    assert found(catalogue, Query(favourite=True, tempo_bpm=(120, 120))) == "a"


def test_deeper_facts_replace_shallower_ones() -> None:
    catalogue = titled(a="One")
    row = catalogue.put_facts("a", replace(KNOWN, depth=Depth.COARSE, key=-1, tempo_bpm=0.0))
    assert catalogue.facts(row) == replace(KNOWN, depth=Depth.COARSE, key=-1, tempo_bpm=0.0)
    assert found(catalogue, Query(tempo_bpm=(0, inf))) == ""
    catalogue.put_facts("a", replace(KNOWN, key=11, mode="minor"))
    assert catalogue.facts(row) == replace(KNOWN, key=11, mode="minor")
    assert found(catalogue, Query(tempo_bpm=(0, inf))) == "a"
    assert catalogue.tracks([row])[0].facts == catalogue.facts(row)


FILTERED = {
    "a": FACTS,
    "b": replace(FACTS, duration_s=30.0, tempo_bpm=0.0, key=-1, integrated_lufs=-30.0, vocals=0.9),
    "c": replace(FACTS, key=9, mode="minor", energy=1.0, valence=-1.0, tension=0.5, vocals=0.1),
    "d": replace(FACTS, key=9, mode="major", energy=-1.0, valence=1.0, tension=-0.5),
}
MARKED = {
    "a": Marks(rating=3, favourite=True, tags=("b-roll", "intro")),
    "b": Marks(rating=5, tags=("intro",)),
    "c": Marks(never=True, notes="no"),
}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (Query(length_s=(30, 199)), "b"),
        (Query(length_s=(200, inf)), "ad"),
        (Query(tempo_bpm=(-inf, inf)), "ad"),
        (Query(keys=frozenset({(0, "major"), (9, "minor")})), "a"),
        (Query(keys=frozenset({(-1, "major")})), ""),
        (Query(loudness_lufs=(-40, -20)), "b"),
        (Query(energy=(-1, -1)), "d"),
        (Query(valence=(0, 2)), "d"),
        (Query(tension=(-inf, inf)), "d"),
        (Query(vocals=True), "b"),
        (Query(vocals=False), ""),
        (Query(vocals=False, never=True), "c"),
        (Query(favourite=True), "a"),
        (Query(least_rating=3), "ab"),
        (Query(least_rating=4), "b"),
        (Query(tags=frozenset({"intro"})), "ab"),
        (Query(tags=frozenset({"intro", "b-roll"})), "a"),
        (Query(tags=frozenset({"outro"})), ""),
        (Query(never=True), "abcde"),
        (Query(), "abde"),
        (Query(folder="/music"), "abde"),
        (Query(folder="/music/"), "abde"),
        (Query(folder="/mus"), ""),
        (Query(folder="/music/sub"), "e"),
        (Query("e", folder="/music/sub"), "e"),
        (Query("x", folder="/music/sub"), ""),
        (Query(length_s=(200, 200), tempo_bpm=(100, 130), least_rating=1, favourite=True, text="a mp3"), "a"),
    ],
)
def test_all_that_is_asked_must_hold(query: Query, expected: str) -> None:
    catalogue = titled(a="A", b="B", c="C", d="D")
    for audio_id, facts in FILTERED.items():
        catalogue.put_facts(audio_id, facts)
    for audio_id, marks in MARKED.items():
        catalogue.put_marks(audio_id, marks)
    catalogue.put_file(file("sub/e.mp3", "e", "E"))
    assert found(catalogue, query) == expected


def test_a_track_with_a_copy_in_a_folder_is_found_there() -> None:
    catalogue = titled(a="A", b="B")
    catalogue.put_file(replace(file("copies/again.mp3", "b", "B"), added_ns=9000))
    assert found(catalogue, Query(folder="/music/copies")) == "b"
    assert found(Catalogue(), Query(folder="/music")) == ""


def test_the_length_a_file_states_counts_until_it_was_heard() -> None:
    catalogue = Catalogue()
    catalogue.put_file(replace(file("a.mp3", "a"), duration_s=100.0))
    catalogue.put_file(file("b.mp3", "b"))
    assert found(catalogue, Query(length_s=(0, inf))) == "a"
    assert found(catalogue, Query(length_s=(100, 100))) == "a"
    catalogue.put_facts("a", FACTS)
    assert found(catalogue, Query(length_s=(200, 200))) == "a"


SORTED = {
    Column.TITLE: "abcd",
    Column.ARTIST: "cbad",
    Column.ALBUM: "bacd",
    Column.FILE: "abcd",
    Column.LENGTH: "bcad",
    Column.TEMPO: "cabd",
    Column.KEY: "acbd",
    Column.LOUDNESS: "abcd",
    Column.ENERGY: "bcad",
    Column.VALENCE: "cbad",
    Column.TENSION: "abcd",
    Column.VOCALS: "cabd",
    Column.RATING: "bacd",
    Column.ADDED: "dabc",
    Column.FIT: "bcad",
}


def to_be_sorted() -> tuple[Catalogue, np.ndarray]:
    """Three tracks with values of all kinds, and a fourth of which nothing is known; and their fits."""
    catalogue = Catalogue()
    catalogue.put_file(replace(file("Track 1.mp3", "a", "Alpha", "Øz", "2 b"), added_ns=2))
    catalogue.put_file(replace(file("track 2.mp3", "b", "Beta", "nu", "1 b"), added_ns=3))
    catalogue.put_file(replace(file("Track 10.mp3", "c", "cé", "Ma"), added_ns=4))
    catalogue.put_file(replace(file("zzz.mp3", "d", "Delta"), added_ns=1))
    known = {
        "a": TrackFacts(Depth.FULL, 300, 110, 0, "major", -20, 3, 3, -1, 0.5),
        "b": TrackFacts(Depth.FULL, 100, 130, 4, "minor", -10, 1, 2, 0, 0.9),
        "c": TrackFacts(Depth.FULL, 200, 90, 4, "major", -8, 2, 1, 1, 0.1),
    }
    for audio_id, facts in known.items():
        catalogue.put_facts(audio_id, facts)
    catalogue.put_marks("a", Marks(rating=3))
    catalogue.put_marks("b", Marks(rating=1))
    return catalogue, np.array([3.0, 1.0, 2.0, nan], np.float32)


@pytest.mark.parametrize("by", list(Column))
def test_rows_are_sorted_either_way_with_the_unknown_last(by: Column) -> None:
    catalogue, fits = to_be_sorted()
    ids = catalogue.audio_ids
    known = SORTED[by] if by is Column.ADDED or by in (Column.TITLE, Column.FILE) else SORTED[by][:-1]
    unknown = SORTED[by][len(known) :]
    if by is Column.ALBUM:
        known, unknown = "ba", "cd"
    if by is Column.RATING:
        known, unknown = "ba", "cd"
    for descending in (False, True):
        rows = catalogue.find(Query(), Order(by, descending=descending), fits)
        expected = (known[::-1] if descending else known) + unknown
        assert "".join(ids[row] for row in rows.tolist()) == expected


@pytest.mark.parametrize("by", list(Column))
def test_equal_rows_are_sorted_by_title_either_way(by: Column) -> None:
    catalogue = Catalogue()
    for audio_id, title in (("a", "Same 10"), ("b", "same 2"), ("c", "Sáme 1")):
        folder = file(f"{audio_id}/name.mp3", audio_id, title, "Artist", "Album")
        catalogue.put_file(folder)
        catalogue.put_facts(audio_id, replace(FACTS, energy=1.0, valence=1.0, tension=1.0, vocals=1.0))
    fits = np.full(3, 50, np.float32)
    ids = catalogue.audio_ids
    for descending in (False, True):
        rows = catalogue.find(Query(), Order(by, descending=descending), fits)
        expected = "abc" if by is Column.TITLE and descending else "cba"
        assert "".join(ids[row] for row in rows.tolist()) == expected


def test_an_order_by_fit_without_fits_is_one_by_title() -> None:
    catalogue = titled(b="Two", a="One")
    for descending in (False, True):
        assert found(catalogue, Query(), Order(Column.FIT, descending=descending)) == "ab"


def test_signs_and_zeros_of_fits_are_in_order() -> None:
    catalogue = titled(**{chr(ord("a") + place): str(place) for place in range(7)})
    fits = np.array([0.0, -0.0, -1.5, 2.5, nan, -1e30, 1e30], np.float32)
    ids = catalogue.audio_ids
    rising = catalogue.find(Query(), Order(Column.FIT, descending=False), fits)
    assert "".join(ids[row] for row in rising.tolist()) == "fcabdge"
    falling = catalogue.find(Query(), Order(Column.FIT, descending=True), fits)
    assert "".join(ids[row] for row in falling.tolist()) == "gdabcfe"


def test_orders_follow_what_becomes_known() -> None:
    catalogue = titled(a="One", b="Two", c="Three")
    assert found(catalogue, Query(), Order(Column.TEMPO)) == "acb"
    catalogue.put_facts("b", FACTS)
    assert found(catalogue, Query(), Order(Column.TEMPO)) == "bac"
    assert found(catalogue, Query(), Order(Column.RATING)) == "acb"
    catalogue.put_marks("c", Marks(rating=1))
    assert found(catalogue, Query(), Order(Column.RATING)) == "cab"
    assert found(catalogue, Query("zero")) == ""
    catalogue.put_file(file("a.mp3", "a", "Zero"))
    assert found(catalogue, Query("zero")) == "a"
    assert found(catalogue, Query()) == "cba"
    catalogue.put_file(file("d.mp3", "d", "Aaa"))
    assert found(catalogue, Query()) == "dcba"
    catalogue.put_file(file("a.mp3", "a", "Zero"))
    assert found(catalogue, Query()) == "dcba"


def test_the_ids_told_are_the_same_until_something_changes() -> None:
    catalogue = titled(a="One")
    told = catalogue.audio_ids
    catalogue.put_facts("a", FACTS)
    assert catalogue.audio_ids is told
    catalogue.put_file(file("new.mp3"))
    assert catalogue.audio_ids == ("a", "")
    catalogue.put_file(file("new.mp3", "b"))
    assert catalogue.audio_ids == ("a", "b")
