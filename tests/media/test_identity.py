"""The same track is the same track, however it is tagged and wherever it lies."""

import shutil
from pathlib import Path

import mutagen
import numpy as np
import pytest
from mutagen.flac import Picture
from mutagen.id3 import APIC, TALB, TIT2, TPE1

from tests.media.sounds import tone, write_sound
from tivm_desktop.domain.errors import CancelledError, MediaError
from tivm_desktop.media.identity import audio_identity

ENDINGS = ["mp3", "flac", "m4a", "alac.m4a", "ogg", "opus", "wav", "aiff", "wma"]


def song(tmp_path: Path, ending: str, hz: float = 440) -> Path:
    noise = np.random.default_rng(2).normal(scale=0.02, size=(3 * 48_000, 2)).astype(np.float32)
    return write_sound(tmp_path / f"song.{ending}", noise + tone(hz, 3.0, 48_000, channels=2), 48_000)


def retag(path: Path, title: str) -> None:
    file = mutagen.File(path)
    if file.tags is None:
        file.add_tags()
    if path.suffix in {".mp3", ".wav", ".aiff"}:
        file.tags.setall("TIT2", [TIT2(encoding=3, text=title)])
        file.tags.add(TPE1(encoding=3, text="Someone"))
        file.tags.add(TALB(encoding=3, text="Something"))
        file.tags.add(APIC(encoding=3, mime="image/png", type=3, desc="", data=bytes(70_000)))
    elif path.suffix == ".m4a":
        file.tags["\xa9nam"] = [title]
        file.tags["\xa9cmt"] = ["x" * 20_000]
    elif path.suffix == ".wma":
        file.tags["Title"] = [title]
    else:
        file.tags["title"] = [title]
        file.tags["comment"] = ["x" * 20_000]
    if path.suffix == ".flac":
        picture = Picture()
        picture.data, picture.mime = bytes(70_000), "image/png"
        file.add_picture(picture)
    file.save()


@pytest.mark.parametrize("ending", ENDINGS)
def test_new_tags_and_a_cover_leave_the_identity(tmp_path: Path, ending: str) -> None:
    path = song(tmp_path, ending)
    before, size = audio_identity(path), path.stat().st_size
    retag(path, "A new title that is somewhat longer")
    assert path.stat().st_size != size
    assert audio_identity(path) == before


def test_a_copy_under_another_name_is_the_same(tmp_path: Path) -> None:
    path = song(tmp_path, "flac")
    copy = tmp_path / "elsewhere.bin"
    shutil.copy(path, copy)
    assert audio_identity(copy) == audio_identity(path)


@pytest.mark.parametrize("ending", ENDINGS)
def test_other_music_is_another(tmp_path: Path, ending: str) -> None:
    first = audio_identity(song(tmp_path, ending))
    assert audio_identity(song(tmp_path, ending, hz=441)) != first


def test_every_encoding_of_one_music_is_another(tmp_path: Path) -> None:
    assert len({audio_identity(song(tmp_path, ending)) for ending in ENDINGS}) == len(ENDINGS)


def test_the_same_bytes_at_another_rate_are_another(tmp_path: Path) -> None:
    samples = tone(440, 1.0, 44_100)
    slow = write_sound(tmp_path / "slow.wav", samples, 22_050)
    fast = write_sound(tmp_path / "fast.wav", samples, 44_100)
    assert audio_identity(slow) != audio_identity(fast)


def test_who_waits_hears_of_it_and_can_cancel(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "long.wav", np.zeros((40 * 48_000, 2), np.float32), 48_000)
    told: list[tuple[float, float]] = []
    identity = audio_identity(path, lambda done_s, total_s: told.append((done_s, total_s)))
    assert identity == audio_identity(path)
    assert len(told) > 1
    assert set(told) == {(0.0, 40.0)}

    def cancel(done_s: float, total_s: float) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        audio_identity(path, cancel)


def test_an_identity_is_32_hex_digits(tmp_path: Path) -> None:
    identity = audio_identity(song(tmp_path, "mp3"))
    assert len(identity) == 32
    int(identity, 16)


@pytest.mark.parametrize("content", [b"", b"this is no music\n" * 100])
def test_what_has_no_sound_has_no_identity(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "song.mp3"
    path.write_bytes(content)
    with pytest.raises(MediaError, match=r"^song\.mp3 "):
        audio_identity(path)
