"""What a file says of itself, whatever it says."""

from pathlib import Path

import mutagen
import pytest
from mutagen.id3 import TALB, TIT2, TPE1

from tests.media.sounds import tone, write_sound
from tivm_desktop.domain.analysis import TrackTags
from tivm_desktop.media.tags import read_tags


def song(tmp_path: Path, ending: str) -> Path:
    return write_sound(tmp_path / f"My song.{ending}", tone(440, 0.5, 44_100, channels=2), 44_100)


def write_tags(path: Path, title: str, artist: str, album: str) -> Path:
    file = mutagen.File(path)
    if file.tags is None:
        file.add_tags()
    if path.suffix in {".mp3", ".wav", ".aiff"}:
        file.tags.add(TIT2(encoding=3, text=title))
        file.tags.add(TPE1(encoding=3, text=artist))
        file.tags.add(TALB(encoding=3, text=album))
    else:
        keys = {".m4a": ("\xa9nam", "\xa9ART", "\xa9alb"), ".wma": ("Title", "Author", "WM/AlbumTitle")}
        for key, value in zip(
            keys.get(path.suffix, ("title", "artist", "album")), (title, artist, album), strict=True
        ):
            file.tags[key] = [value]
    file.save()
    return path


@pytest.mark.parametrize("ending", ["mp3", "flac", "m4a", "ogg", "opus", "wav", "aiff", "wma"])
def test_every_kind_of_tag_is_read(tmp_path: Path, ending: str) -> None:
    path = song(tmp_path, ending) if ending != "opus" else song48(tmp_path)
    write_tags(path, "Ærlig ☂ 夜", "Someone", "Something")
    assert read_tags(path) == TrackTags("Ærlig ☂ 夜", "Someone", "Something")


def song48(tmp_path: Path) -> Path:
    return write_sound(tmp_path / "My song.opus", tone(440, 0.5, 48_000, channels=2), 48_000)


def test_a_file_without_tags_is_called_by_its_name(tmp_path: Path) -> None:
    assert read_tags(song(tmp_path, "flac")) == TrackTags(title="My song")


def test_several_artists_are_joined(tmp_path: Path) -> None:
    path = song(tmp_path, "flac")
    file = mutagen.File(path)
    file["artist"] = ["One", "", "Two"]
    file.save()
    assert read_tags(path).artist == "One, Two"


def test_control_characters_and_marks_that_turn_text_are_taken_out(tmp_path: Path) -> None:
    path = write_tags(song(tmp_path, "flac"), " a\x00b\r\n\tc\u202egnp.exe\ufffe ", "\x07", "x\u2029y")
    assert read_tags(path) == TrackTags(title="a b cgnp.exe", album="x y")


def test_markup_is_plain_text(tmp_path: Path) -> None:
    path = write_tags(song(tmp_path, "mp3"), "<b>bold</b> & <img src='x'>", "a", "b")
    assert read_tags(path).title == "<b>bold</b> & <img src='x'>"


def test_a_title_without_end_is_cut(tmp_path: Path) -> None:
    path = write_tags(song(tmp_path, "flac"), "x" * 100_000, "a", "b")
    assert len(read_tags(path).title) == 500


@pytest.mark.parametrize(
    "content", [b"", b"ID3\x04\x00\x00\x7f\x7f\x7f\x7f" + bytes(50), b"fLaC" + b"\xff" * 90]
)
@pytest.mark.parametrize("name", ["Odd one.mp3", "Odd one.flac", "Odd one.m4a", "Odd one.ogg", "Odd one.txt"])
def test_damaged_tags_and_what_is_no_music_fall_back_to_the_name(
    tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert read_tags(path) == TrackTags(title="Odd one")


def test_a_missing_file_and_a_folder_fall_back_to_the_name(tmp_path: Path) -> None:
    assert read_tags(tmp_path / "gone.mp3") == TrackTags(title="gone")
    assert read_tags(tmp_path).title == tmp_path.name
