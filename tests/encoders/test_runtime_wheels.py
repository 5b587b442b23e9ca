"""The lock that comes with the program is understood, and wheels are told apart by their names."""

import re
import sys
from pathlib import Path

import pytest

from tests.encoders.gpu_making import CUDNN, RUNTIME, TAGS, lock_of, make_wheels
from tivm_desktop.domain.errors import RuntimeFolderError
from tivm_desktop.encoders.runtime_wheels import PYTHON, read_lock, runtime_lock

ROOT = Path(__file__).resolve().parents[2]
LINUX = sys.platform.startswith("linux")


def test_the_program_s_lock_has_the_runtime_and_what_it_needs() -> None:
    text = (ROOT / "requirements" / "cuda.txt").read_text()
    names = {wheel.name for wheel in runtime_lock().wheels}
    assert names == set(re.findall(r"^([\w-]+)==", text, re.M))
    assert {"onnxruntime-gpu", "nvidia-cudnn-cu12", "nvidia-cublas-cu12", "nvidia-cuda-runtime-cu12"} <= names
    hashes = [digest for wheel in runtime_lock().wheels for digest in wheel.hashes]
    assert sorted(hashes) == sorted(re.findall(r"sha256:([0-9a-f]{64})", text))


def test_line_ends_make_no_other_lock() -> None:
    content = (ROOT / "requirements" / "cuda.txt").read_bytes()
    assert read_lock(content.replace(b"\n", b"\r\n")) == read_lock(content) == runtime_lock()
    assert read_lock(content.replace(b"1.26.0", b"1.26.1")).digest != runtime_lock().digest


@pytest.mark.skipif(not LINUX, reason="names of wheels for Linux")
@pytest.mark.parametrize(
    ("name", "known"),
    [
        (f"{RUNTIME}-{TAGS[RUNTIME]}.whl", True),
        (f"{CUDNN}-{TAGS[CUDNN]}.whl", True),
        (f"{CUDNN}-py3-none-win_amd64.whl", False),
        (f"{CUDNN}-py3-none-manylinux_2_27_ppc64.whl", False),
        (f"{RUNTIME}-cp27-cp27m-manylinux_2_28_x86_64.whl", False),
        (f"{RUNTIME}-{PYTHON}-{PYTHON}t-manylinux_2_28_x86_64.whl", False),
        ("onnxruntime_gpu-1.25.0-" + TAGS[RUNTIME] + ".whl", False),
        (f"../{CUDNN}-{TAGS[CUDNN]}.whl", False),
        ("numpy-2.4.6-cp311-cp311-manylinux_2_28_x86_64.whl", False),
        ("notes.txt", False),
    ],
)
def test_a_wheel_is_known_by_its_name(tmp_path: Path, name: str, known: bool) -> None:  # noqa: FBT001
    assert (lock_of(make_wheels(tmp_path)).package_of(name) is not None) is known


@pytest.mark.skipif(not LINUX, reason="names of wheels for Linux")
def test_what_is_lacking_is_named(tmp_path: Path) -> None:
    wheels = make_wheels(tmp_path)
    lock = lock_of(wheels)
    assert set(lock.one_of_each({wheel.name: 1 for wheel in wheels} | {"else.txt": 2}, "it")) == {
        wheel.name for wheel in wheels
    }
    with pytest.raises(RuntimeFolderError, match=r"^Here lacks nvidia-cudnn-cu12 9\.28\.0\.42 for linux"):
        lock.one_of_each({wheels[0].name: 1}, "Here")
    with pytest.raises(RuntimeFolderError, match=r"onnxruntime-gpu 1\.26\.0 and nvidia-cudnn-cu12"):
        lock.one_of_each({}, "Here")
