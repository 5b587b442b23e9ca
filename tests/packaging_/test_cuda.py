"""What a release offers of GPU support is what the program will take."""

import json
import sys
from pathlib import Path

import pytest
from builder import cuda

from tests.encoders.gpu_making import lock_of, make_wheels
from tivm_desktop.domain.errors import RuntimeFolderError
from tivm_desktop.encoders.runtime_unpack import unpacked_size
from tivm_desktop.online.gpu_offer import manifest_name

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="wheels for Linux")


@linux
def test_the_list_has_every_wheel_of_the_lock_and_nothing_else(tmp_path: Path) -> None:
    wheels = make_wheels(tmp_path)
    (tmp_path / "else-1.0-py3-none-any.whl").write_bytes(b"x")
    lock = lock_of(wheels)
    made = cuda.write_manifest(tmp_path, lock)
    assert made == tmp_path / manifest_name()
    listed = json.loads(made.read_text())
    assert listed["lock"] == lock.digest
    assert {file["name"] for file in listed["files"]} == {wheel.name for wheel in wheels}
    assert {file["sha256"] for file in listed["files"]} == {
        h for locked in lock.wheels for h in locked.hashes
    }
    assert sum(file["size"] for file in listed["files"]) == sum(wheel.stat().st_size for wheel in wheels)
    assert sum(file["unpacked"] for file in listed["files"]) == unpacked_size(wheels)


@linux
def test_a_wheel_that_is_lacking_or_another_ends_the_build(tmp_path: Path) -> None:
    wheels = make_wheels(tmp_path)
    lock = lock_of(wheels)
    wheels[0].write_bytes(b"another")
    with pytest.raises(RuntimeFolderError, match="get it anew"):
        cuda.write_manifest(tmp_path, lock)
    wheels[0].unlink()
    with pytest.raises(RuntimeFolderError, match="lacks onnxruntime-gpu"):
        cuda.write_manifest(tmp_path, lock)


def test_pip_takes_only_what_the_lock_names(tmp_path: Path) -> None:
    command = cuda.pip_command(tmp_path)
    assert {"--require-hashes", "--no-deps", "--only-binary"} <= set(command)
    assert command[command.index("-r") + 1] == str(cuda.LOCK)
    assert cuda.LOCK.is_file()
