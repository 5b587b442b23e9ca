"""What runs before the program on Linux: the system's libraries first, ours where it has none."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import ctypes.util, os, runpy, sys
sys.frozen, sys._MEIPASS = True, sys.argv[1]
runpy.run_path(sys.argv[2])
found = [ctypes.util.find_library(name) for name in ("portaudio", "nothing-such")]
print(os.environ.get("LD_LIBRARY_PATH"), *found)
print(open("/proc/self/maps").read())
"""

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="serves Linux")


def after_it(inside: Path, **environment: str) -> str:
    """What a process says in which it ran, with what it has loaded."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, inside, ROOT / "packaging" / "hooks" / "system_libraries.py"],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.fixture
def inside(tmp_path: Path) -> Path:
    """A folder with copies of a library that no system has, and of one that all have."""
    some = next(Path(np.__file__).parent.rglob("*.so"))
    fallback = tmp_path / "fallback"
    fallback.mkdir()
    for name in ("libtivm-nowhere.so.1", "libc.so.6"):
        shutil.copy(some, fallback / name)
    (fallback / "order.txt").write_text("libc.so.6\nlibtivm-nowhere.so.1\nlibtivm-lacking.so.1\n")
    return tmp_path


def test_only_what_the_system_lacks_is_loaded(inside: Path) -> None:
    loaded = after_it(inside)
    assert str(inside / "fallback" / "libtivm-nowhere.so.1") in loaded
    assert str(inside / "fallback" / "libc.so.6") not in loaded


def test_without_copies_nothing_happens(tmp_path: Path) -> None:
    assert "fallback" not in after_it(tmp_path)


def test_other_programs_find_the_environment_as_it_was(tmp_path: Path) -> None:
    given = {"LD_LIBRARY_PATH": str(tmp_path), "LD_LIBRARY_PATH_ORIG": "/before"}
    assert after_it(tmp_path, **given).startswith("/before ")


def test_libraries_are_found_by_name_without_asking_other_programs(tmp_path: Path) -> None:
    named = after_it(tmp_path, PATH="/nowhere").splitlines()[0].split()
    assert named[1] in ("libportaudio.so.2", "None")
    assert named[2] == "None"
