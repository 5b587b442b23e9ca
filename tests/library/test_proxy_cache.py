"""The cache of proxies: found by their video, dropped when they were not used for long."""

import os
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from tivm_desktop.library.proxy_cache import ProxyCache


class Usage(NamedTuple):
    total: int
    used: int
    free: int


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "proxies"
    made.mkdir()
    return made


def video(tmp_path: Path, name: str = "clip.mp4") -> Path:
    path = tmp_path / name
    path.write_bytes(b"picture")
    return path


def kept(folder: Path, name: str, size: int, used_at_s: float) -> Path:
    path = folder / name
    path.write_bytes(b"x" * size)
    os.utime(path, (used_at_s, used_at_s))
    return path


def test_a_proxy_is_found_until_its_video_changes(tmp_path: Path, folder: Path) -> None:
    cache, clip = ProxyCache(folder), video(tmp_path)
    assert cache.find(clip) is None
    place = cache.place_for(clip)
    place.write_bytes(b"small")
    assert cache.find(clip) == place
    clip.write_bytes(b"another picture")
    assert cache.find(clip) is None


def test_a_video_that_is_gone_has_no_proxy(tmp_path: Path, folder: Path) -> None:
    assert ProxyCache(folder).find(tmp_path / "gone.mp4") is None


def test_what_was_not_used_for_longest_goes_first(folder: Path) -> None:
    old, middle, new = (kept(folder, f"{n}.mkv", 100, 1e9 + n) for n in range(3))
    ProxyCache(folder, limit_bytes=250).make_room()
    assert [path.exists() for path in (old, middle, new)] == [False, True, True]


def test_finding_a_proxy_counts_as_using_it(tmp_path: Path, folder: Path) -> None:
    cache, clip = ProxyCache(folder, limit_bytes=150), video(tmp_path)
    mine = kept(folder, cache.place_for(clip).name, 100, 1e9)
    other = kept(folder, "other.mkv", 100, 1e9 + 9)
    assert cache.find(clip) == mine
    cache.make_room()
    assert mine.exists()
    assert not other.exists()


def test_the_one_in_use_stays_however_large_it_is(folder: Path) -> None:
    mine = kept(folder, "mine.mkv", 500, 1e9)
    ProxyCache(folder, limit_bytes=100).make_room(keep=mine)
    assert mine.exists()


def test_never_more_than_a_share_of_what_is_free(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10_000, 9_800, 200))
    old, new = kept(folder, "a.mkv", 100, 1e9), kept(folder, "b.mkv", 100, 1e9 + 1)
    ProxyCache(folder).make_room()
    assert not old.exists()
    assert new.exists()


def test_what_a_crash_left_is_cleared_away_but_not_what_is_being_written(folder: Path) -> None:
    left, growing = kept(folder, ".a.mkv.1.part", 9, 1e9), folder / ".b.mkv.2.part"
    growing.write_bytes(b"x")
    ProxyCache(folder).make_room()
    assert not left.exists()
    assert growing.exists()


def test_a_cache_that_is_not_there_needs_no_tidying(tmp_path: Path) -> None:
    ProxyCache(tmp_path / "none").make_room()
    assert not (tmp_path / "none").exists()
