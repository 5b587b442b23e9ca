"""How much room the folders take, and that emptying the cache takes nothing that is needed."""

import os
from pathlib import Path

import pytest

from tivm_desktop.domain.errors import FileError
from tivm_desktop.library.disk_use import DiskUse, disk_use, empty_cache
from tivm_desktop.library.profile import Profile
from tivm_desktop.library.proxy_cache import ProxyCache


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    made = Profile(tmp_path / "profile")
    made.create()
    return made


def write(file: Path, size: int) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"." * size)
    return file


def test_sizes_are_of_all_that_lies_in_the_folders(profile: Profile) -> None:
    write(profile.config_folder / "window.ini", 10)
    write(profile.database, 200)
    write(profile.packs_folder / "mine" / "pack.json", 50)
    write(profile.proxies_folder / "a.mkv", 3000)
    write(profile.speech_folder / "a.json", 400)
    write(profile.vectors_folder / "rows", 7000)
    write(profile.log_file, 1)
    assert disk_use(profile) == DiskUse(config=10, data=250, cache=10400, log=1, emptied=3400)


def test_folders_that_are_not_there_count_nothing(tmp_path: Path) -> None:
    assert disk_use(Profile(tmp_path / "none")) == DiskUse(0, 0, 0, 0, 0)


def test_links_are_not_followed(profile: Profile, tmp_path: Path) -> None:
    music = write(tmp_path / "music" / "song.flac", 5000)
    profile.proxies_folder.mkdir()
    (profile.proxies_folder / "linked").symlink_to(music.parent)
    (profile.proxies_folder / "song").symlink_to(music)
    assert disk_use(profile).cache == 0
    assert empty_cache(profile) == 0
    assert music.exists()


def test_the_copy_of_the_open_video_stays(profile: Profile, tmp_path: Path) -> None:
    video = write(tmp_path / "cut.mp4", 9)
    own = write(ProxyCache(profile.proxies_folder).place_for(video), 300)
    other = write(profile.proxies_folder / "other.mkv", 70)
    os.utime(own, (1e9, 1e9))
    assert disk_use(profile, video).emptied == 70
    assert own.stat().st_mtime == 1e9, "asking is no use of it"
    assert empty_cache(profile, video) == 70
    assert own.exists()
    assert not other.exists()
    assert empty_cache(profile) == 300


def test_the_copy_of_a_video_that_is_gone_goes(profile: Profile, tmp_path: Path) -> None:
    write(profile.proxies_folder / "other.mkv", 70)
    assert disk_use(profile, tmp_path / "gone.mp4").emptied == 70
    assert empty_cache(profile, tmp_path / "gone.mp4") == 70


def test_what_is_being_written_and_what_is_in_use_stays(profile: Profile) -> None:
    kept = [
        write(profile.proxies_folder / ".a.mkv.part", 5),
        write(profile.vectors_folder / "rows", 5),
        write(profile.cache_folder / "demo" / "film.mp4", 5),
        write(profile.database, 5),
    ]
    assert empty_cache(profile) == 0
    assert all(file.exists() for file in kept)


def test_what_can_not_be_deleted_is_told_and_the_rest_goes(
    profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = write(profile.proxies_folder / "held.mkv", 5)
    free = [write(profile.proxies_folder / name, 5) for name in ("a.mkv", "z.mkv")]
    unlink = Path.unlink

    def refuse(self: Path, *, missing_ok: bool = False) -> None:
        if self == held:
            raise PermissionError(13, "in use")
        unlink(self, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(FileError, match=r"held\.mkv can't be deleted \(in use\): close"):
        empty_cache(profile)
    assert not any(file.exists() for file in free)
