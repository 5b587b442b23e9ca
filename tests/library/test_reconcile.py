"""What a scan tells apart: new, changed, returned, vanished, and what it leaves alone."""

import os
import shutil
import unicodedata
from pathlib import Path

import pytest

from tests.library.shelf import LONG_AGO_NS, Shelf, moves, names, nothing, put, sound
from tivm_desktop.domain.errors import CancelledError
from tivm_desktop.library.changes import Changes


def test_the_first_scan_finds_everything_new_in_a_persons_order(tmp_path: Path) -> None:
    put(
        tmp_path,
        "z.mp3",
        "b/Track 10.mp3",
        "b/track 9.mp3",
        "a 10/x.mp3",
        "a 9/y/x.mp3",
        "a 9/z.flac",
        "cover.jpg",
    )
    changes = Shelf(tmp_path).scan()
    assert names(tmp_path, changes.new) == [
        *("z.mp3", "a 9/z.flac", "a 9/y/x.mp3", "a 10/x.mp3", "b/track 9.mp3", "b/Track 10.mp3")
    ]
    assert changes.total == 6
    assert not changes.unsettled


def test_an_unchanged_tree_is_told_by_its_folders_alone(shelf: Shelf, tmp_path: Path) -> None:
    loads = shelf.loads
    changes = shelf.scan()
    assert nothing(changes)
    assert changes.total == 3
    assert shelf.loads == loads


def test_new_changed_and_vanished_files(shelf: Shelf, tmp_path: Path) -> None:
    put(tmp_path, "b/4.mp3", mtime_ns=LONG_AGO_NS + 50)
    (tmp_path / "a" / "1.mp3").unlink()
    (tmp_path / "a" / "2.mp3").write_text("another sound\n")
    changes = shelf.update()
    assert names(tmp_path, changes.new) == ["b/4.mp3"]
    assert names(tmp_path, changes.changed) == ["a/2.mp3"]
    assert changes.vanished == (tmp_path / "a" / "1.mp3",)
    assert set(shelf.there()) == {
        tmp_path / "a" / "2.mp3",
        tmp_path / "b" / "3.mp3",
        tmp_path / "b" / "4.mp3",
    }


def test_a_file_rewritten_where_it_is_has_changed_though_its_folder_has_not(
    shelf: Shelf, tmp_path: Path
) -> None:
    before = (tmp_path / "a").stat().st_mtime_ns
    with (tmp_path / "a" / "1.mp3").open("a") as file:
        file.write("new tags")
    assert (tmp_path / "a").stat().st_mtime_ns == before
    assert names(tmp_path, shelf.scan().changed) == ["a/1.mp3"]


def test_a_vanished_file_that_is_there_again_has_returned(shelf: Shelf, tmp_path: Path) -> None:
    aside = (tmp_path / "a" / "1.mp3").rename(tmp_path / "aside")
    assert shelf.update().vanished == (tmp_path / "a" / "1.mp3",)
    aside.rename(tmp_path / "a" / "1.mp3")
    changes = shelf.update()
    assert names(tmp_path, changes.returned) == ["a/1.mp3"]
    assert not changes.new
    assert tmp_path / "a" / "1.mp3" in shelf.there()


def test_a_vanished_file_that_turns_up_elsewhere_has_moved(shelf: Shelf, tmp_path: Path) -> None:
    aside = (tmp_path / "a" / "1.mp3").rename(tmp_path / "aside")
    shelf.update()
    aside.rename(tmp_path / "b" / "9.mp3")
    assert moves(tmp_path, shelf.update().moved) == [("a/1.mp3", "b/9.mp3")]


def test_a_vanished_file_that_returns_changed_is_changed(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "a" / "1.mp3").unlink()
    shelf.update()
    put(tmp_path, "a/1.mp3", mtime_ns=LONG_AGO_NS + 5)
    assert names(tmp_path, shelf.update().changed) == ["a/1.mp3"]
    assert nothing(shelf.scan())


def test_a_scan_that_is_cancelled_says_nothing(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "a" / "1.mp3").unlink()
    with pytest.raises(CancelledError):
        shelf.scan(cancelled=lambda: True)


def test_a_name_in_other_letters_or_another_form_of_accents_is_the_same_file(tmp_path: Path) -> None:
    """As a drive that knows no case, or one form of accents, tells it after it was mounted another way."""
    put(tmp_path, "Café/Ä.mp3", "Café/bc.mp3")
    shelf = Shelf(tmp_path, listening=False)
    shelf.update()
    folder = tmp_path / unicodedata.normalize("NFD", "café")
    shutil.copytree(tmp_path / "Café", folder)
    shutil.rmtree(tmp_path / "Café")
    (folder / "Ä.mp3").rename(folder / unicodedata.normalize("NFD", "ä.MP3"))
    for path in folder.iterdir():
        os.utime(path, (1_600_000_000, 1_600_000_000))
    shelf.rows = {path: row._replace(mtime_ns=1_600_000_000 * 10**9) for path, row in shelf.rows.items()}
    assert len({row.size for row in shelf.rows.values()}) == 1
    changes = shelf.update()
    assert [(one.was.name, one.file.path) for one in changes.moved] == [
        ("Ä.mp3", folder / unicodedata.normalize("NFD", "ä.MP3")),
        ("bc.mp3", folder / "bc.mp3"),
    ]
    assert not changes.vanished


def test_names_that_differ_only_in_case_are_two_files_where_the_drive_says_so(tmp_path: Path) -> None:
    put(tmp_path, "song.mp3", "Song.mp3", "caf\u00e9.mp3", "cafe\u0301.mp3")
    shelf = Shelf(tmp_path)
    there = len(list(tmp_path.iterdir()))
    assert len(shelf.update().new) == there
    put(tmp_path, "song.mp3", mtime_ns=LONG_AGO_NS + 9)
    changes = shelf.update()
    assert [file.path.name for file in changes.changed] == ["song.mp3"]
    assert not changes.moved


def test_a_file_renamed_in_case_only_has_moved(shelf: Shelf, tmp_path: Path) -> None:
    put(tmp_path, "b/song.mp3")
    shelf.update()
    (tmp_path / "b" / "song.mp3").rename(tmp_path / "b" / "Song.mp3")
    assert moves(tmp_path, shelf.update().moved) == [("b/song.mp3", "b/Song.mp3")]


def test_files_written_a_moment_ago_are_looked_at_again(shelf: Shelf, tmp_path: Path) -> None:
    path = tmp_path / "a" / "9.mp3"
    path.write_text("half")
    changes = shelf.update()
    assert [file.path for file in changes.new] == [path]
    assert changes.unsettled
    stamp = path.stat()
    path.write_text("done")
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert shelf.scan().unsettled
    os.utime(path, ns=(LONG_AGO_NS, LONG_AGO_NS))
    assert names(tmp_path, shelf.update().changed) == ["a/9.mp3"]
    assert nothing(shelf.scan())


def test_a_root_taken_out_of_the_library_is_no_loss(tmp_path: Path) -> None:
    put(tmp_path, "one/a.mp3", "two/b.mp3")
    shelf = Shelf(tmp_path / "one", tmp_path / "two")
    shelf.update()
    shelf.roots = (tmp_path / "two",)
    assert nothing(shelf.scan())
    (tmp_path / "one" / "a.mp3").rename(tmp_path / "two" / "a.mp3")
    assert moves(tmp_path, shelf.update().moved) == [("one/a.mp3", "two/a.mp3")]


def test_a_copy_of_what_lies_in_a_root_taken_out_is_a_duplicate(tmp_path: Path) -> None:
    put(tmp_path, "one/a.mp3", "two/b.mp3")
    shelf = Shelf(tmp_path / "one", tmp_path / "two")
    shelf.update()
    shelf.roots = (tmp_path / "two",)
    (tmp_path / "two" / "a.mp3").hardlink_to(tmp_path / "one" / "a.mp3")
    assert moves(tmp_path, shelf.update().duplicates) == [("one/a.mp3", "two/a.mp3")]


def test_files_known_before_folders_had_stamps_are_missed_too(tmp_path: Path) -> None:
    put(tmp_path, "a/1.mp3", "b/2.mp3")
    shelf = Shelf(tmp_path)
    shelf.update()
    shelf.stamps.clear()
    (tmp_path / "a" / "1.mp3").unlink()
    (tmp_path / "b" / "2.mp3").unlink()
    put(tmp_path, "c.mp3", mtime_ns=LONG_AGO_NS + 44)
    assert len(shelf.update().vanished) == 2


def test_what_is_told_is_counted(shelf: Shelf, tmp_path: Path) -> None:
    assert not Changes()
    assert Changes(vanished=(tmp_path,))
    assert sound(tmp_path / "a" / "1.mp3") == "sound of a/1.mp3"
