"""A file is the old one or the new one, whatever happens while it is written."""

import os
import time
from pathlib import Path

import pytest

from tivm_desktop.whole_file import ABANDONED_S, part_beside, write_new, write_whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def no_links(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)


@pytest.mark.parametrize("durable", [False, True])
def test_a_file_takes_the_place_of_the_one_before(tmp_path: Path, *, durable: bool) -> None:
    for content in (b"old", b"new"):
        write_whole(tmp_path / "a", content, durable=durable)
        assert (tmp_path / "a").read_bytes() == content
    assert names(tmp_path) == ["a"]


@pytest.mark.parametrize("durable", [False, True])
def test_what_is_durable_is_synced_before_it_gets_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, durable: bool
) -> None:
    named_when_synced: list[bool] = []
    monkeypatch.setattr(os, "fsync", lambda _: named_when_synced.append((tmp_path / "a").exists()))
    write_whole(tmp_path / "a", b"content", durable=durable)
    assert named_when_synced == ([False, True] if durable else [])


def test_what_can_not_be_written_leaves_what_was(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_whole(tmp_path / "a", b"content")
    assert names(tmp_path) == ["a"]


def test_while_it_is_written_there_is_no_file_of_that_name(tmp_path: Path) -> None:
    with part_beside(tmp_path / "a") as part:
        part.stream.write(b"half")
        assert "a" not in names(tmp_path)
    assert names(tmp_path) == []


@pytest.mark.parametrize("links", [True, False])
def test_a_new_file_takes_no_name_from_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, links: bool
) -> None:
    if not links:
        no_links(monkeypatch)
    write_new(tmp_path / "a", b"first")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "a", b"second")
    assert (tmp_path / "a").read_bytes() == b"first"
    assert names(tmp_path) == ["a"]


def test_who_is_refused_a_name_can_take_another(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"theirs")
    with part_beside(tmp_path / "a") as part:
        part.stream.write(b"ours")
        with pytest.raises(FileExistsError):
            part.become_new(tmp_path / "a")
        part.become_new(tmp_path / "b")
    assert [(tmp_path / name).read_bytes() for name in names(tmp_path)] == [b"theirs", b"ours"]


def test_a_name_that_can_not_be_given_is_free_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    no_links(monkeypatch)

    def refuse(path: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="No space left"):
        write_new(tmp_path / "a", b"content")
    assert names(tmp_path) == []


def test_what_a_killed_process_left_goes_with_the_next_writing(tmp_path: Path) -> None:
    old, new = tmp_path / ".tivm-old.part", tmp_path / ".tivm-new.part"
    for part in (old, new):
        part.touch()
    long_ago_s = time.time() - ABANDONED_S - 1
    os.utime(old, (long_ago_s, long_ago_s))
    write_whole(tmp_path / "a", b"content")
    assert names(tmp_path) == [new.name, "a"]
