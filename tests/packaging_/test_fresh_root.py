"""A root is never deleted while something is mounted in it, and its parts say what they need."""

from pathlib import Path

import pytest
from verify.fresh_root import FreshRoot, memory_gb, mounts_below, remove
from verify.place import Sound
from verify.report import BrokenPromiseError

MOUNTS = """\
21 1 254:0 / / rw,relatime - ext4 /dev/vda rw
40 21 0:5 / /build/bare/proc rw - proc proc rw
41 21 0:6 / /build/bare/a\\040place rw - tmpfs tmpfs rw
42 21 0:7 / /build/bareness rw - tmpfs tmpfs rw
"""


def test_mounts_are_found_at_and_below_a_folder_only() -> None:
    assert mounts_below(Path("/build/bare"), MOUNTS) == ["/build/bare/proc", "/build/bare/a place"]
    assert mounts_below(Path("/build/bareness"), MOUNTS) == ["/build/bareness"]
    assert mounts_below(Path("/elsewhere"), MOUNTS) == []


def test_a_folder_with_a_mount_in_it_is_not_deleted() -> None:
    with pytest.raises(BrokenPromiseError, match="/proc is still mounted; unmount it"):
        remove(Path("/proc"))


def test_a_folder_without_one_is_deleted_and_a_link_in_it_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "file").touch()
    (tmp_path / "root").mkdir()
    (tmp_path / "root" / "link").symlink_to(tmp_path / "kept")
    remove(tmp_path / "root")
    assert not (tmp_path / "root").exists()
    assert (tmp_path / "kept" / "file").exists()


def test_free_memory_is_read() -> None:
    assert memory_gb("MemTotal: 16000000 kB\nMemAvailable:    9000000 kB\n") == 9.0
    assert memory_gb("") == 0.0


def test_the_user_has_nothing_of_the_machine_s_environment(tmp_path: Path) -> None:
    root = FreshRoot(tmp_path / "root", tmp_path / "archives", tmp_path / "log")
    command = root.command(["tivm", "doctor"], {"DISPLAY": ":7"})
    assert command[:3] == ["chroot", "--userspec=1000:1000", "--groups="]
    assert command[4:6] == ["/usr/bin/env", "-i"]
    assert "DISPLAY=:7" in command
    assert command[-2:] == ["tivm", "doctor"]
    assert not any(word.startswith("PULSE_SERVER") for word in command)
    heard = root.command(["tivm"], sound=Sound(tmp_path))
    assert "PULSE_SERVER=unix:/run/sound/socket" in heard


def test_where_the_host_finds_a_file_of_the_root(tmp_path: Path) -> None:
    root = FreshRoot(tmp_path / "root", tmp_path / "archives", tmp_path / "log")
    assert root.seen(Path("/home/creator/x")) == tmp_path / "root" / "home/creator/x"
