import errno
import os
from pathlib import Path

import pytest

from tivm_desktop.domain.errors import FileError
from tivm_desktop.library.scan import find_videos, is_audio_file, scan_folder


def names(folder: Path) -> list[str]:
    return [str(path.relative_to(folder)) for path in scan_folder(folder)]


def put(folder: Path, *files: str) -> None:
    for file in files:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).touch()


def test_audio_is_found_by_extension_in_any_case(tmp_path: Path) -> None:
    put(tmp_path, "a.mp3", "b.FLAC", "c.Opus", "cover.jpg", "list.m3u", "film.mp4", "mp3", "noext")
    assert names(tmp_path) == ["a.mp3", "b.FLAC", "c.Opus"]


def test_the_order_is_a_persons(tmp_path: Path) -> None:
    put(tmp_path, "track 10.mp3", "Track 2.mp3", "b/1.mp3", "album 9/x.mp3", "album 10/x.mp3", "Ähre.mp3")
    assert names(tmp_path) == [
        *("Track 2.mp3", "track 10.mp3", "Ähre.mp3"),
        *("album 9/x.mp3", "album 10/x.mp3", "b/1.mp3"),
    ]


def test_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    put(tmp_path, ".hidden.mp3", "._a.mp3", ".trash/a.mp3", "a.mp3")
    assert names(tmp_path) == ["a.mp3"]


def test_loops_of_links_end(tmp_path: Path) -> None:
    put(tmp_path, "a/one.mp3")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert names(tmp_path) == ["a/one.mp3"]


def test_links_to_music_elsewhere_are_followed(tmp_path: Path) -> None:
    put(tmp_path, "elsewhere/one.mp3", "two.mp3")
    library = tmp_path / "library"
    library.mkdir()
    (library / "linked").symlink_to(tmp_path / "elsewhere")
    (library / "two.mp3").symlink_to(tmp_path / "two.mp3")
    (library / "broken.mp3").symlink_to(tmp_path / "nothing.mp3")
    assert names(library) == ["two.mp3", "linked/one.mp3"]


def test_a_folder_named_like_music_is_a_folder(tmp_path: Path) -> None:
    put(tmp_path, "best of.mp3/one.mp3")
    assert names(tmp_path) == ["best of.mp3/one.mp3"]


def test_a_subfolder_that_vanishes_is_reported_and_the_rest_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "a.mp3", "b/one.mp3", "c/two.mp3")
    open_folder = os.open

    def open_too_late(path: str, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        if path == str(tmp_path / "b"):
            (tmp_path / "b" / "one.mp3").unlink()
            (tmp_path / "b").rmdir()
        return open_folder(path, flags, mode, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", open_too_late)
    reported: list[tuple[Path, str]] = []
    found = list(scan_folder(tmp_path, lambda path, why: reported.append((path, why))))
    assert found == [tmp_path / "a.mp3", tmp_path / "c" / "two.mp3"]
    assert reported == [
        (tmp_path / "b", f"The folder {tmp_path / 'b'} is not there any more; choose the music folder again.")
    ]


@pytest.fixture
def forbidden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that may not be listed, whoever asks, root included."""
    folder = tmp_path / "forbidden"
    folder.mkdir()
    open_folder = os.open

    def open_what_is_allowed(path: str, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        if path == str(folder):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return open_folder(path, flags, mode, dir_fd=dir_fd)

    monkeypatch.setattr(os, "open", open_what_is_allowed)
    return folder


def test_a_subfolder_without_permission_is_reported(tmp_path: Path, forbidden: Path) -> None:
    put(tmp_path, "forbidden/one.mp3", "open/two.mp3")
    reported: list[tuple[Path, str]] = []
    found = list(scan_folder(tmp_path, lambda path, why: reported.append((path, why))))
    assert found == [tmp_path / "open" / "two.mp3"]
    assert reported == [
        (forbidden, f"The folder {forbidden} may not be read; give yourself permission or choose another.")
    ]
    assert list(scan_folder(tmp_path)) == found


def test_a_folder_without_permission_is_one_sentence(forbidden: Path) -> None:
    with pytest.raises(FileError, match="may not be read; give yourself permission"):
        list(scan_folder(forbidden))


def test_a_folder_that_is_gone_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="is not there any more; choose"):
        list(scan_folder(tmp_path / "gone"))


def test_a_file_is_not_a_folder(tmp_path: Path) -> None:
    put(tmp_path, "a.mp3")
    with pytest.raises(FileError, match="is not a folder"):
        list(scan_folder(tmp_path / "a.mp3"))


def test_numbers_in_other_scripts_do_not_stop_the_scan(tmp_path: Path) -> None:
    put(tmp_path, "²x.mp3", "٣.mp3", "3.mp3")
    assert sorted(names(tmp_path)) == sorted(["²x.mp3", "٣.mp3", "3.mp3"])


def test_the_extension_decides_about_a_path_that_need_not_exist() -> None:
    assert is_audio_file(Path("/x/y.M4A"))
    assert not is_audio_file(Path("/x/y.mp4"))


def test_videos_are_found_below_a_folder_in_a_persons_order(tmp_path: Path) -> None:
    put(tmp_path, "cut 10.MOV", "cut 9.mp4", "a/b.mkv", ".hidden/c.mp4", ".d.mp4", "song.mp3", "notes.txt")
    (tmp_path / "folder.mp4").mkdir()
    assert find_videos(tmp_path) == [
        *(tmp_path / "a" / "b.mkv", tmp_path / "cut 9.mp4", tmp_path / "cut 10.MOV")
    ]


def test_where_no_video_is_to_be_had_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, pattern: str) -> list[Path]:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    put(tmp_path, "song.mp3")
    with pytest.raises(FileError, match="is not a folder; give the folder"):
        find_videos(tmp_path / "song.mp3")
    with pytest.raises(FileError, match="holds no video; give a folder"):
        find_videos(tmp_path)
    monkeypatch.setattr(Path, "rglob", refuse)
    with pytest.raises(FileError, match=r"can't be read \(Permission denied\); check"):
        find_videos(tmp_path)
