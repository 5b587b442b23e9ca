"""What a scan found is written in one transaction, and identities go with their files."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.library.make_released import KNOWN, SONG, STAMP
from tivm_desktop.domain.analysis import TrackTags
from tivm_desktop.library.changes import Changes, FoundFile, KnownFile, Moved
from tivm_desktop.library.known import FailureKind, FailureRow, FileStamp
from tivm_desktop.library.store import FeatureStore

OTHER = Path("/music/other.flac")
HERE = FoundFile(SONG, STAMP.size, STAMP.mtime_ns, 7)
CHANGED = FoundFile(SONG, 99, 100, 8)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[FeatureStore]:
    """A store that knows one song."""
    store = FeatureStore(tmp_path / "library.sqlite3")
    store.save_known_track(SONG, STAMP, KNOWN)
    yield store
    store.close()


def test_a_new_file_is_there_by_its_name_until_somebody_looks_into_it(store: FeatureStore) -> None:
    store.apply(Changes(new=(FoundFile(OTHER, 1, 2, -3),)))
    row = store.file(OTHER)
    assert row is not None
    assert (row.stamp, row.inode, row.audio_id, row.tags) == (FileStamp(1, 2), -3, "", TrackTags("other"))
    assert not row.looked_into
    assert store.known_track(OTHER, row.stamp) is None
    store.save_known_track(OTHER, row.stamp, KNOWN)
    again = store.file(OTHER)
    assert again is not None
    assert (again.added_ns, again.inode, again.looked_into) == (row.added_ns, -3, True)


def test_a_new_file_that_became_known_while_the_scan_went_on_stays_known(store: FeatureStore) -> None:
    store.apply(Changes(new=(HERE,)))
    assert store.known_track(SONG, STAMP) == KNOWN
    store.apply(Changes(new=(CHANGED,)))
    assert store.known_track(SONG, FileStamp(99, 100)) is None


def test_a_changed_file_is_taken_for_what_it_was_until_somebody_looks_into_it(store: FeatureStore) -> None:
    store.apply(Changes(changed=(CHANGED,)))
    row = store.file(SONG)
    assert row is not None
    assert (row.audio_id, row.tags, row.looked_into, row.stamp) == (
        "c0ffee",
        KNOWN.tags,
        False,
        FileStamp(99, 100),
    )
    assert store.known_track(SONG, row.stamp) is None
    store.save_known_track(SONG, row.stamp, replace(KNOWN, audio_id="new"))
    assert store.known_track(SONG, row.stamp) == replace(KNOWN, audio_id="new")
    store.apply(Changes(changed=(CHANGED,)))
    assert store.known_track(SONG, row.stamp) is not None


def test_a_moved_file_takes_all_that_is_known_with_it(store: FeatureStore) -> None:
    store.save_failure(SONG, STAMP, "music-1", "reason", FailureKind.TIME)
    before = store.file(SONG)
    store.apply(Changes(vanished=(SONG,)))
    store.apply(Changes(moved=(Moved(SONG, replace(HERE, path=OTHER, inode=9)),)))
    assert store.file(SONG) is None
    assert before is not None
    assert store.file(OTHER) == replace(before, path=OTHER, inode=9)
    assert store.failures("music-1") == [FailureRow(OTHER, STAMP, FailureKind.TIME, "reason")]


def test_a_file_moved_and_retagged_is_to_be_looked_into_again(store: FeatureStore) -> None:
    store.save_failure(SONG, STAMP, "music-1", "reason")
    store.apply(Changes(moved=(Moved(SONG, replace(CHANGED, path=OTHER)),)))
    row = store.file(OTHER)
    assert row is not None
    assert (row.audio_id, row.stamp, row.looked_into) == ("c0ffee", FileStamp(99, 100), False)
    assert store.known_track(OTHER, row.stamp) is None
    assert store.failure(OTHER, row.stamp, "music-1") is None


def test_two_files_that_change_places_keep_their_identities(store: FeatureStore) -> None:
    store.save_known_track(OTHER, STAMP, replace(KNOWN, audio_id="other"))
    store.apply(Changes(moved=(Moved(SONG, replace(HERE, path=OTHER)), Moved(OTHER, HERE))))
    assert {row.path: row.audio_id for row in store.all_files()} == {SONG: "other", OTHER: "c0ffee"}


def test_a_new_file_may_take_the_place_of_one_that_moved(store: FeatureStore) -> None:
    store.apply(Changes(new=(CHANGED,), moved=(Moved(SONG, replace(HERE, path=OTHER)),)))
    assert {row.path: row.audio_id for row in store.all_files()} == {SONG: "", OTHER: "c0ffee"}


def test_a_file_moved_over_another_takes_its_place(store: FeatureStore) -> None:
    store.save_known_track(OTHER, STAMP, replace(KNOWN, audio_id="other"))
    store.apply(Changes(moved=(Moved(SONG, replace(HERE, path=OTHER)),)))
    assert [(row.path, row.audio_id) for row in store.all_files()] == [(OTHER, "c0ffee")]


def test_a_second_place_holds_what_the_first_holds(store: FeatureStore) -> None:
    store.apply(Changes(duplicates=(Moved(SONG, FoundFile(OTHER, 5, 6, 7)),)))
    assert store.known_track(OTHER, FileStamp(5, 6)) == KNOWN
    assert [row.path for row in store.files_of("c0ffee")] == [OTHER, SONG]


def test_what_vanished_is_marked_and_what_returns_is_not(store: FeatureStore) -> None:
    store.apply(Changes(vanished=(SONG,)))
    gone = store.file(SONG)
    assert gone is not None
    assert gone.vanished_ns is not None
    assert store.known_track(SONG, STAMP) == KNOWN
    store.apply(Changes(vanished=(SONG,)))
    assert store.file(SONG) == gone
    store.apply(Changes(returned=(HERE,)))
    assert store.file(SONG) == replace(gone, vanished_ns=None, inode=7)


def test_folders_are_stamped_and_forgotten(store: FeatureStore) -> None:
    store.apply(Changes(folder_stamps={b"/music": b"1", b"/music/caf\xe9": b"2"}))
    store.apply(Changes(folder_stamps={b"/music": b"3", b"/music/caf\xe9": None}))
    assert store.known_tree().folder_stamps == {b"/music": b"3"}


def test_a_scan_compares_with_all_files_and_stamps(store: FeatureStore) -> None:
    store.apply(Changes(vanished=(SONG,), folder_stamps={b"/music": b"1"}))
    tree = store.known_tree()
    assert tree.folder_stamps == {b"/music": b"1"}
    known = KnownFile(os.fsencode(SONG), STAMP.size, STAMP.mtime_ns, None, "c0ffee", vanished=True)
    assert tree.files == (known,)


def test_changes_are_written_whole_or_not_at_all(store: FeatureStore) -> None:
    broken = Changes(vanished=(SONG,), folder_stamps={b"/music": object()})  # type: ignore[dict-item]
    with pytest.raises(Exception, match="type"):
        store.apply(broken)
    row = store.file(SONG)
    assert row is not None
    assert row.vanished_ns is None


def test_roots_keep_their_order_and_count_once(store: FeatureStore) -> None:
    store.apply(Changes(), [Path("/b"), Path("/a"), Path("/b")])
    store.apply(Changes())
    assert store.roots() == [Path("/b"), Path("/a")]
    store.apply(Changes(), [])
    assert store.roots() == []
    assert store.known_track(SONG, STAMP) == KNOWN
