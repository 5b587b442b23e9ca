import sys
from pathlib import Path

import pytest

from tivm_desktop.library.drives import is_remote

MOUNTS = r"""
/dev/sda1 / ext4 rw,relatime 0 0
tmpfs /tmp tmpfs rw 0 0
//nas/music /mnt/nas cifs rw 0 0
nas:/m /mnt/my\040music nfs4 rw 0 0
/dev/sdb1 /mnt/nas/local vfat rw 0 0
phone: /mnt/phone fuse.sshfs rw 0 0
damaged
"""


@pytest.mark.parametrize("folder", ["/mnt/nas", "/mnt/nas/a/b", "/mnt/my music/a", "/mnt/phone/x"])
def test_folders_on_other_machines(folder: str) -> None:
    assert is_remote(Path(folder), MOUNTS)


@pytest.mark.parametrize("folder", ["/", "/home/a", "/mnt/nas/local/a", "/mnt/nasty", "/home/mnt/nas"])
def test_folders_on_this_machine(folder: str) -> None:
    assert not is_remote(Path(folder), MOUNTS)


def test_a_folder_of_this_machine_by_its_own_table(tmp_path: Path) -> None:
    assert not is_remote(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows is asked otherwise")
@pytest.mark.parametrize(("folder", "remote"), [("/Volumes/nas/music", True), ("/Users/a/music", False)])
def test_without_a_table_of_mounts_what_is_mounted_is_taken_for_remote(
    folder: str, *, remote: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tivm_desktop.library.drives._MOUNTS", tmp_path / "missing")
    assert is_remote(Path(folder)) is remote
