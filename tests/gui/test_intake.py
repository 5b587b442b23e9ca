"""Every kind of drop is understood, or refused in a sentence."""

from pathlib import Path

import pytest

from tests.gui.fakes import look_by_name
from tivm_desktop.gui.intake import promise, read_paths


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("cut.mp4", "other.mp4", "song.mp3", "song.flac", "speech.mp4a", "notes.txt"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "tunes").mkdir()
    return tmp_path


def test_a_video_is_the_video(folder: Path) -> None:
    found = read_paths([folder / "cut.mp4"], look_by_name)
    assert found.video is not None
    assert (found.video.path, found.music, found.problem) == (folder / "cut.mp4", None, "")


def test_a_folder_is_the_music_folder(folder: Path) -> None:
    assert read_paths([folder / "tunes"], look_by_name).music == folder / "tunes"


def test_music_stands_for_its_folder(folder: Path) -> None:
    found = read_paths([folder / "song.mp3", folder / "song.flac"], look_by_name)
    assert (found.video, found.music) == (None, folder)


def test_sound_in_an_unusual_file_is_music_too(folder: Path) -> None:
    assert read_paths([folder / "speech.mp4a"], look_by_name).music == folder


def test_a_folder_counts_before_the_folder_of_a_file(folder: Path) -> None:
    found = read_paths([folder / "song.mp3", folder / "tunes"], look_by_name)
    assert found.music == folder / "tunes"


def test_video_and_folder_together(folder: Path) -> None:
    found = read_paths([folder / "tunes", folder / "cut.mp4"], look_by_name)
    assert found.video is not None
    assert (found.video.path.name, found.music) == ("cut.mp4", folder / "tunes")


def test_anything_else_is_refused_by_name(folder: Path) -> None:
    found = read_paths([folder / "notes.txt"], look_by_name)
    assert (found.video, found.music) == (None, None)
    assert found.problem == "notes.txt is not a video or a sound: choose another file."


def test_what_can_be_used_is_used_beside_what_cannot(folder: Path) -> None:
    found = read_paths([folder / "notes.txt", folder / "cut.mp4"], look_by_name)
    assert found.video is not None
    assert "notes.txt" in found.problem


def test_of_two_videos_the_first_is_opened_and_it_says_so(folder: Path) -> None:
    found = read_paths([folder / "cut.mp4", folder / "other.mp4"], look_by_name)
    assert found.video is not None
    assert found.video.path.name == "cut.mp4"
    assert found.problem == "cut.mp4 is open, 1 other video was left out: drop one at a time."


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["a.MP4"], "Drop to open the video"),
        (["Music"], "Drop to add this music to your library"),
        (["a.flac", "b.mp3"], "Drop to add this music to your library"),
        (["a.mkv", "Music"], "Drop to open the video with this music"),
        (["a.txt"], "Drop a video, a music folder or music files"),
    ],
)
def test_a_drag_is_told_what_its_drop_will_do(names: list[str], said: str) -> None:
    assert promise([Path(name) for name in names]) == said
