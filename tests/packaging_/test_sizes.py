"""How much of the program is whose."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from builder.sizes import by_component, component, size_bytes

from tests.packaging_.made_onedir import put_onedir

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "dist" / "tivm-desktop"


@pytest.mark.parametrize(
    ("path", "whose"),
    [
        ("tivm", "the program, with all Python modules"),
        ("_internal/PySide6/Qt/lib/libQt6Core.so.6", "Qt and PySide6"),
        ("_internal/libicudata.so.73", "Qt and PySide6"),
        ("_internal/av.libs/libx264.so", "PyAV and FFmpeg"),
        ("_internal/numpy.libs/libopenblas.so", "NumPy"),
        ("_internal/tivm_desktop/_bundled/models/base/pack.json", "packs"),
        ("_internal/tivm_desktop/_bundled/build.json", "resources"),
        ("_internal/fallback/libportaudio.so.2", "copies of system libraries"),
        ("_internal/libpython3.11.so.1.0", "Python"),
        ("_internal/libsomething.so", "the rest"),
    ],
)
def test_each_file_is_somebodys(path: str, whose: str) -> None:
    assert component(path) == whose


def test_all_files_are_counted_once(tmp_path: Path) -> None:
    onedir = put_onedir(tmp_path / "tivm-desktop")
    found = by_component(onedir)
    everything = sum(
        path.lstat().st_size for path in onedir.rglob("*") if path.is_symlink() or path.is_file()
    )
    assert sum(size_bytes(paths) for paths in found.values()) == everything


def test_a_file_with_two_names_counts_once(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(bytes(10))
    (tmp_path / "other").hardlink_to(tmp_path / "one")
    assert size_bytes([tmp_path / "one", tmp_path / "other"]) == 10


def test_the_benchmark_prints_what_adds_up(tmp_path: Path) -> None:
    put_onedir(tmp_path / "tivm-desktop")
    (tmp_path / "tivm-desktop_1_amd64.deb").write_bytes(bytes(2_000_000))
    command: list[str | Path] = [
        sys.executable,
        ROOT / "benchmarks" / "package_size.py",
        "--quick",
        "--dist",
        tmp_path,
    ]
    told = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert told["packages_mb"] == {"tivm-desktop_1_amd64.deb": 2.0}
    table = subprocess.run([*command, "--markdown"], capture_output=True, text=True, check=True).stdout
    assert "| **all, .deb** |" in table


@pytest.mark.skipif(not BUILT.is_dir(), reason="dist/tivm-desktop is not there: ./dev package builds it")
def test_the_built_program_is_as_small_as_promised() -> None:
    found = by_component(BUILT)
    shipped = sum(size_bytes(paths) for name, paths in found.items() if name != "copies of system libraries")
    assert shipped < 420e6
    assert size_bytes(found.get("the rest", [])) < 1e6
    files = [path.relative_to(BUILT).as_posix() for paths in found.values() for path in paths]
    assert not [file for file in files if "/torch/" in file or "libQt6Quick" in file or "libQt6Qml" in file]
    assert not [file for file in files if file.startswith(("_internal/libstdc++", "_internal/libasound.so"))]
