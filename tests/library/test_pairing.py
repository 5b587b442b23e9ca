"""What moved, what is doubled, and what is neither, whatever its name, size and time say."""

import os
import shutil
from pathlib import Path

import pytest

from tests.library.shelf import LONG_AGO_NS, Shelf, moves, names, nothing, put
from tivm_desktop.domain.errors import CancelledError, FileError
from tivm_desktop.library.reconcile import scan_library
from tivm_desktop.library.sounds import LISTENS


def test_a_renamed_file_has_moved(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "a" / "1.mp3").rename(tmp_path / "b" / "one.mp3")
    changes = shelf.update()
    assert moves(tmp_path, changes.moved) == [("a/1.mp3", "b/one.mp3")]
    assert not changes.new
    assert not changes.vanished
    assert shelf.there()[tmp_path / "b" / "one.mp3"] == "sound of a/1.mp3"


def test_a_renamed_folder_has_moved_with_all_in_it(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "a").rename(tmp_path / "c")
    changes = shelf.update()
    assert moves(tmp_path, changes.moved) == [("a/1.mp3", "c/1.mp3"), ("a/2.mp3", "c/2.mp3")]
    assert not changes.vanished
    assert nothing(shelf.scan())


def test_an_album_numbered_anew_has_moved(tmp_path: Path) -> None:
    put(tmp_path, "1.mp3", "2.mp3", "3.mp3")
    shelf = Shelf(tmp_path)
    shelf.update()
    for number in (3, 2, 1):
        (tmp_path / f"{number}.mp3").rename(tmp_path / f"{number + 1}.mp3")
    put(tmp_path, "1.mp3", mtime_ns=LONG_AGO_NS + 70)
    changes = shelf.update()
    assert moves(tmp_path, changes.moved) == [("1.mp3", "2.mp3"), ("2.mp3", "3.mp3"), ("3.mp3", "4.mp3")]
    assert names(tmp_path, changes.new) == ["1.mp3"]
    assert not changes.changed
    assert [shelf.there()[tmp_path / f"{number}.mp3"] for number in (2, 3, 4)] == [
        *("sound of 1.mp3", "sound of 2.mp3", "sound of 3.mp3")
    ]


def test_two_files_that_changed_places_have_moved(shelf: Shelf, tmp_path: Path) -> None:
    one, two = tmp_path / "a" / "1.mp3", tmp_path / "a" / "2.mp3"
    one.rename(tmp_path / "aside")
    two.rename(one)
    (tmp_path / "aside").rename(two)
    changes = shelf.update()
    assert moves(tmp_path, changes.moved) == [("a/2.mp3", "a/1.mp3"), ("a/1.mp3", "a/2.mp3")]
    assert shelf.there() == {
        one: "sound of a/2.mp3",
        two: "sound of a/1.mp3",
        tmp_path / "b" / "3.mp3": "sound of b/3.mp3",
    }


def test_a_file_moved_between_two_music_folders_has_moved(tmp_path: Path) -> None:
    put(tmp_path, "one/a.mp3", "one/b.mp3", "two/c.mp3")
    shelf = Shelf(tmp_path / "one", tmp_path / "two")
    shelf.update()
    (tmp_path / "one" / "a.mp3").rename(tmp_path / "two" / "a.mp3")
    assert moves(tmp_path, shelf.update().moved) == [("one/a.mp3", "two/a.mp3")]


@pytest.mark.parametrize("listening", [True, False])
def test_a_file_copied_to_another_drive_and_deleted_here_has_moved(
    tmp_path: Path, *, listening: bool
) -> None:
    put(tmp_path, "one/a.mp3", "one/b.mp3", "two/c.mp3")
    shelf = Shelf(tmp_path / "one", tmp_path / "two", listening=listening)
    shelf.update()
    shutil.copy2(tmp_path / "one" / "a.mp3", tmp_path / "two" / "z.mp3")
    (tmp_path / "one" / "a.mp3").unlink()
    changes = shelf.update()
    assert moves(tmp_path, changes.moved) == [("one/a.mp3", "two/z.mp3")]
    assert not changes.vanished


def alike(folder: Path, *files: str) -> None:
    """Files of one size and one time by the second, as unpacked collections of samples have them."""
    put(folder, *files)
    for name in files:
        os.utime(folder / name, (1_600_000_000, 1_600_000_000))


def test_files_of_one_size_and_time_are_not_mistaken_for_each_other(tmp_path: Path) -> None:
    alike(tmp_path, "one/kick.wav", "one/clap.wav", "two/tick.wav", "two/tock.wav")
    music = tmp_path / "music"
    shutil.copytree(tmp_path / "one", music / "one")
    shelf = Shelf(music)
    shelf.update()
    shutil.rmtree(music / "one")
    shutil.copytree(tmp_path / "two", music / "two")
    changes = shelf.update()
    assert not changes.moved
    assert names(music, changes.new) == ["two/tick.wav", "two/tock.wav"]
    assert len(changes.vanished) == 2


def test_nobody_guesses_among_files_of_one_size_and_time(tmp_path: Path) -> None:
    alike(tmp_path, "one/kick.wav", "one/clap.wav")
    shelf = Shelf(tmp_path, listening=False)
    shelf.update()
    for name in ("kick", "clap"):
        shutil.copy2(tmp_path / "one" / f"{name}.wav", tmp_path / f"{name} 2.wav")
    shutil.rmtree(tmp_path / "one")
    changes = shelf.scan()
    assert not changes.moved
    assert len(changes.new) == len(changes.vanished) == 2


def test_a_library_copied_to_another_drive_is_known_without_listening(tmp_path: Path) -> None:
    put(tmp_path, "old/a/1.mp3", "old/a/2.mp3", "old/b/1.mp3")
    shelf = Shelf(tmp_path / "old")
    shelf.update()
    shutil.copytree(tmp_path / "old", tmp_path / "new")
    heard: list[Path] = []

    def listen(path: Path) -> str:
        heard.append(path)
        return ""

    roots = [tmp_path / "new"]
    doubled = scan_library(roots, shelf.known(), identify=listen)
    assert moves(tmp_path, doubled.duplicates) == [
        *(("old/a/1.mp3", "new/a/1.mp3"), ("old/a/2.mp3", "new/a/2.mp3"), ("old/b/1.mp3", "new/b/1.mp3"))
    ]
    shutil.rmtree(tmp_path / "old")
    moved = scan_library(roots, shelf.known(), identify=listen)
    assert moved.moved == doubled.duplicates
    assert not heard


def test_only_so_many_files_are_listened_to(tmp_path: Path) -> None:
    count = LISTENS + 20
    alike(tmp_path, *(f"one/{number:03}.wav" for number in range(count)))
    shelf = Shelf(tmp_path)
    shelf.update()
    for number in range(count):
        shutil.copy2(tmp_path / "one" / f"{number:03}.wav", tmp_path / f"{number:03}.wav")
    changes = shelf.scan()
    assert len(changes.duplicates) == LISTENS
    assert len(changes.new) == count - LISTENS


def test_what_was_not_listened_to_has_moved_if_it_is_the_only_one_of_its_kind(tmp_path: Path) -> None:
    count = LISTENS + 20
    put(tmp_path, *(f"one/{number:03}.wav" for number in range(count)))
    for number in range(count):
        os.utime(tmp_path / "one" / f"{number:03}.wav", (1_600_000_000 + number, 1_600_000_000 + number))
    shelf = Shelf(tmp_path)
    shelf.update()
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    shutil.rmtree(tmp_path / "one")
    assert len(shelf.scan().moved) == count


def test_a_scan_can_be_cancelled_while_it_listens(tmp_path: Path) -> None:
    alike(tmp_path, "one/kick.wav", "one/clap.wav")
    shelf = Shelf(tmp_path)
    shelf.update()
    for name in ("kick", "clap"):
        shutil.copy2(tmp_path / "one" / f"{name}.wav", tmp_path / f"{name}.wav")
    heard: list[Path] = []

    def listen(path: Path) -> str:
        heard.append(path)
        return ""

    with pytest.raises(CancelledError):
        scan_library([tmp_path], shelf.known(), lambda: bool(heard), identify=listen)
    assert len(heard) == 1


def test_a_file_that_cannot_be_listened_to_is_new(tmp_path: Path) -> None:
    alike(tmp_path, "one/kick.wav")
    shelf = Shelf(tmp_path)
    shelf.update()
    shutil.copy2(tmp_path / "one" / "kick.wav", tmp_path / "kick.wav")

    def listen(path: Path) -> str:
        raise FileError(path, f"{path} is damaged; replace it.")

    changes = scan_library([tmp_path], shelf.known(), identify=listen)
    assert names(tmp_path, changes.new) == ["kick.wav"]


def test_a_file_moved_and_retagged_has_moved_by_its_sound(shelf: Shelf, tmp_path: Path) -> None:
    moved = (tmp_path / "a" / "1.mp3").rename(tmp_path / "b" / "Title.mp3")
    with moved.open("a") as file:
        file.write("new tags")
    changes = shelf.update()
    assert moves(tmp_path, changes.moved) == [("a/1.mp3", "b/Title.mp3")]
    assert not changes.vanished


def test_another_sound_under_the_name_of_a_vanished_one_is_new(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "a" / "1.mp3").unlink()
    put(tmp_path, "b/1.mp3", mtime_ns=LONG_AGO_NS + 90)
    changes = shelf.update()
    assert names(tmp_path, changes.new) == ["b/1.mp3"]
    assert changes.vanished == (tmp_path / "a" / "1.mp3",)


def test_a_link_and_a_copy_of_a_known_file_are_duplicates(shelf: Shelf, tmp_path: Path) -> None:
    one = tmp_path / "a" / "1.mp3"
    (tmp_path / "b" / "hard.mp3").hardlink_to(one)
    (tmp_path / "b" / "soft.mp3").symlink_to(one)
    shutil.copy2(one, tmp_path / "b" / "copy.mp3")
    changes = shelf.update()
    assert moves(tmp_path, changes.duplicates) == [
        *(("a/1.mp3", "b/copy.mp3"), ("a/1.mp3", "b/hard.mp3"), ("a/1.mp3", "b/soft.mp3"))
    ]
    assert not changes.new
    assert not changes.moved


def test_a_duplicate_of_a_file_that_moves_names_where_it_is_now(shelf: Shelf, tmp_path: Path) -> None:
    one = (tmp_path / "a" / "1.mp3").rename(tmp_path / "a" / "one.mp3")
    (tmp_path / "b" / "one.mp3").hardlink_to(one)
    changes = shelf.update()
    assert moves(tmp_path, changes.moved) == [("a/1.mp3", "a/one.mp3")]
    assert moves(tmp_path, changes.duplicates) == [("a/one.mp3", "b/one.mp3")]


def test_empty_files_are_not_taken_for_each_other(shelf: Shelf, tmp_path: Path) -> None:
    for name in ("a/empty.mp3", "b/other.mp3"):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, ns=(LONG_AGO_NS, LONG_AGO_NS))
    (tmp_path / "b" / "other.mp3").unlink()
    shelf.update()
    (tmp_path / "a" / "empty.mp3").unlink()
    (tmp_path / "b" / "other.mp3").touch()
    os.utime(tmp_path / "b" / "other.mp3", ns=(LONG_AGO_NS, LONG_AGO_NS))
    shelf.rows = {path: row._replace(inode=0) for path, row in shelf.rows.items()}
    changes = shelf.update()
    assert names(tmp_path, changes.new) == ["b/other.mp3"]
    assert changes.vanished == (tmp_path / "a" / "empty.mp3",)


def test_what_has_no_number_and_was_never_identified_is_not_told_by_its_sound(
    shelf: Shelf, tmp_path: Path
) -> None:
    """As in libraries of the first version, and of files nobody looked into yet."""
    shelf.rows = {
        path: row._replace(inode=0, audio_id=row.audio_id if path.endswith(b"1.mp3") else "")
        for path, row in shelf.rows.items()
    }
    for name in ("1.mp3", "2.mp3"):
        with (tmp_path / "a" / name).rename(tmp_path / "b" / name).open("a") as file:
            file.write("new tags")
    changes = shelf.update()
    assert moves(tmp_path, changes.moved) == [("a/1.mp3", "b/1.mp3")]
    assert names(tmp_path, changes.new) == ["b/2.mp3"]
