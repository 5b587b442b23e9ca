"""Wheels are unpacked checked and whole, or nothing is there."""

import errno
import os
from pathlib import Path

import pytest

from tests.encoders.gpu_making import CONTENTS, CUDNN, UNPACKED, lock_of, make_wheel, make_wheels
from tests.encoders.making import is_one_sentence
from tivm_desktop.domain.errors import CancelledError, RuntimeFolderError
from tivm_desktop.encoders.runtime_folder import MARK, look_at
from tivm_desktop.encoders.runtime_unpack import check_wheel, remove_leftovers, unpack, unpacked_size


def never() -> bool:
    return False


def nothing(done: int, of: int) -> None:
    """Hear no progress."""


def files_of(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_only_what_is_needed_is_there_and_it_is_whole(tmp_path: Path) -> None:
    wheels = make_wheels(tmp_path / "wheels")
    lock = lock_of(wheels)
    heard: list[tuple[int, int]] = []
    used: list[Path] = []
    folder = unpack(wheels, tmp_path / "gpu", lock, lambda *how: heard.append(how), never, used.append)
    assert files_of(folder) == UNPACKED | {MARK}
    everything = {name: content for files in CONTENTS.values() for name, content in files.items()}
    assert all((folder / name).read_bytes() == everything[name] for name in UNPACKED)
    assert heard[-1] == (unpacked_size(wheels), unpacked_size(wheels))
    assert used == wheels
    support = look_at(tmp_path / "gpu", lock)
    assert (support.state, support.folder, support.size_bytes) == ("complete", folder, unpacked_size(wheels))
    assert dict(support.versions) == {"onnxruntime-gpu": "1.26.0", "nvidia-cudnn-cu12": "9.28.0.42"}


def test_a_wheel_that_is_another_is_refused(tmp_path: Path) -> None:
    wheels = make_wheels(tmp_path)
    lock = lock_of(wheels)
    check_wheel(wheels[0], lock, never)
    wheels[0].write_bytes(wheels[0].read_bytes() + b"!")
    with pytest.raises(RuntimeFolderError, match="not the file that this version") as caught:
        check_wheel(wheels[0], lock, never)
    assert is_one_sentence(caught.value)
    wheels[1].unlink()
    with pytest.raises(RuntimeFolderError, match="can't be read"):
        check_wheel(wheels[1], lock, never)
    with pytest.raises(CancelledError):
        check_wheel(wheels[0], lock, lambda: True)


@pytest.mark.parametrize(
    "name", ["../evil.so", "/etc/evil.so", "nvidia/../../evil.so", "nvidia\\..\\evil.dll", "c:evil.dll"]
)
def test_nothing_of_an_archive_that_wants_out_is_unpacked(tmp_path: Path, name: str) -> None:
    wheel = make_wheel(tmp_path / "wheels", CUDNN, {"nvidia/cudnn/lib/libcudnn.so.9": b"x", name: b"evil"})
    with pytest.raises(RuntimeFolderError, match="outside its folder"):
        unpack([wheel], tmp_path / "gpu", lock_of([wheel]), nothing, never)
    assert files_of(tmp_path) == {f"wheels/{wheel.name}"}


def test_a_truncated_wheel_is_a_sentence(tmp_path: Path) -> None:
    wheel = make_wheel(tmp_path / "wheels", CUDNN)
    wheel.write_bytes(wheel.read_bytes()[:-200])
    with pytest.raises(RuntimeFolderError, match="is damaged"):
        unpack([wheel], tmp_path / "gpu", lock_of([wheel]), nothing, never)


def test_damage_inside_an_archive_is_a_sentence(tmp_path: Path) -> None:
    wheel = make_wheel(tmp_path / "wheels", CUDNN)
    content = bytearray(wheel.read_bytes())
    content[60:70] = b"damageddam"
    wheel.write_bytes(content)
    with pytest.raises(RuntimeFolderError, match="damaged"):
        unpack([wheel], tmp_path / "gpu", lock_of([wheel]), nothing, never)
    assert files_of(tmp_path / "gpu") == set()


def test_cancelling_leaves_what_was_there(tmp_path: Path) -> None:
    wheels = make_wheels(tmp_path / "wheels")
    lock, root = lock_of(wheels), tmp_path / "gpu"
    folder = unpack(wheels, root, lock, nothing, never)
    with pytest.raises(CancelledError):
        unpack(wheels, root, lock, nothing, lambda: True)
    assert [path.name for path in root.iterdir()] == [folder.name]
    assert look_at(root, lock).state == "complete"


def test_a_full_drive_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wheels = make_wheels(tmp_path / "wheels")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(RuntimeFolderError, match="is full: free some space") as caught:
        unpack(wheels, tmp_path / "gpu", lock_of(wheels), nothing, never)
    assert is_one_sentence(caught.value)
    assert files_of(tmp_path / "gpu") == set()


def test_what_a_killed_installation_left_goes(tmp_path: Path) -> None:
    wheels = make_wheels(tmp_path / "wheels")
    folder = unpack(wheels, tmp_path / "gpu", lock_of(wheels), nothing, never)
    left = tmp_path / "gpu" / ".new-12345678"
    left.mkdir()
    (left / "libcudnn.so.9").write_bytes(b"half")
    remove_leftovers(tmp_path / "gpu")
    remove_leftovers(tmp_path / "none")
    assert list((tmp_path / "gpu").iterdir()) == [folder]
