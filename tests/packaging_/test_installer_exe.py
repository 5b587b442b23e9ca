"""The installer for Windows: what it is told, that it compiles, and what it does in a Windows (by Wine)."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from builder import installer_exe
from builder.installer_exe import InstallerError
from builder.program import program_of

from tests.packaging_.made_program import put
from tests.packaging_.windows_desk import Windows
from tests.waiting import until

needs_makensis = pytest.mark.skipif(shutil.which("makensis") is None, reason="makensis isn't installed")
needs_wine = pytest.mark.skipif(shutil.which("wine") is None, reason="Wine isn't installed")

PROGRAM = "Programs/tivm-desktop"
UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\tivm-desktop"


@pytest.fixture
def onedir(tmp_path: Path) -> Path:
    """What PyInstaller makes on Windows, with a program that does nothing."""
    folder = tmp_path / "onedir"
    for name in ("tivm-desktop.exe", "tivm.exe"):
        put(folder, name, b"MZ")
    put(folder, "_internal/tivm_desktop/_bundled/build.json", '{"date": "2026-11-23"}')
    return folder


def _header(onedir: Path, version: str = "0.1.0") -> str:
    program = program_of(onedir, version)
    return installer_exe.header(program, Path("/out/setup.exe"), Path("/icon.ico"), [".mkv", ".mp4"])


def test_the_script_is_told_version_size_and_suffixes(onedir: Path) -> None:
    header = _header(onedir)
    assert '!define VERSION "0.1.0"' in header
    assert '!define VERSION4 "0.1.0.0"' in header
    assert header.count("!insertmacro ${do} .m") == 2


def test_a_path_too_long_for_windows_is_named(onedir: Path) -> None:
    put(onedir, "_internal/" + "a" * 100 + "/" + "b" * 100)
    with pytest.raises(InstallerError, match="bbbb has more than"):
        _header(onedir)


def test_a_linux_build_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "tivm-desktop")
    with pytest.raises(FileNotFoundError, match=r"no tivm-desktop\.exe"):
        installer_exe.build(tmp_path, tmp_path / "out")


def test_every_sentence_is_there_in_three_languages() -> None:
    script = installer_exe.SCRIPT.read_text(encoding="utf-8")
    said = re.findall(r"^LangString (\w+) \$\{LANG_(\w+)\}", script, re.M)
    names = {name for name, _ in said}
    assert {(name, tongue) for name in names for tongue in ("ENGLISH", "GERMAN", "FRENCH")} == set(said)
    assert set(re.findall(r"\$\((\w+)\)", script)) <= names


@needs_makensis
def test_it_compiles_without_a_warning(onedir: Path, tmp_path: Path, qapp: object) -> None:
    installer = installer_exe.build(onedir, tmp_path / "out")
    assert installer.name == f"tivm-desktop-{program_of(onedir).version}-setup.exe"
    assert installer.read_bytes()[:2] == b"MZ"


@needs_makensis
def test_what_the_compiler_says_is_passed_on(
    onedir: Path, tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = put(tmp_path, "broken.nsi", 'Name "x"\nNoSuchCommand\n')
    monkeypatch.setattr(installer_exe, "SCRIPT", broken)
    with pytest.raises(InstallerError, match="NoSuchCommand"):
        installer_exe.build(onedir, tmp_path / "out")


@pytest.fixture
def windows(tmp_path: Path) -> Iterator[Windows]:
    """A fresh Windows."""
    made = Windows(tmp_path / "wine")
    try:
        made.boot()
        yield made
    finally:
        made.end()


@pytest.mark.slow
@needs_makensis
@needs_wine
def test_installing_upgrading_and_removing_by_wine(
    onedir: Path, tmp_path: Path, windows: Windows, qapp: object
) -> None:
    put(onedir, "_internal/old.txt")
    program = windows.local / PROGRAM
    installer = installer_exe.build(onedir, tmp_path / "out", "amd64-unicode")
    windows.run("winecfg", "-v", "win7")
    assert windows.run(str(installer), "/S").returncode == 3
    assert not program.exists()

    windows.run("winecfg", "-v", "win10")
    assert windows.run(str(installer), "/S").returncode == 0
    assert (program / "_internal/old.txt").is_file()
    assert (windows.start_menu / "TIVM Desktop.lnk").is_file()
    assert "TIVM Desktop" in windows.registry(UNINSTALL)
    assert "TIVMDesktop.Video" in windows.registry(r"Software\Classes\.mp4\OpenWithProgids")
    assert ".mkv" in windows.registry(r"Software\Classes\Applications\tivm-desktop.exe\SupportedTypes")

    # An upgrade leaves no old file, and touches nothing of the user's.
    (onedir / "_internal/old.txt").rename(onedir / "_internal/new.txt")
    own = put(program, "notes of the user.txt")
    library = put(windows.local, "tivm-desktop/library.sqlite3")
    assert (
        windows.run(str(installer_exe.build(onedir, tmp_path / "out", "amd64-unicode")), "/S").returncode == 0
    )
    inside = {path.name for path in (program / "_internal").iterdir()}
    assert inside == {"new.txt", "tivm_desktop"}
    assert not (program / "_internal.old").exists()

    # Removing keeps the library, unless it is asked for.
    windows.run(str(program / "uninstall.exe"), "/S")
    until(lambda: not windows.registry(UNINSTALL), "the uninstaller")
    assert [path.name for path in program.iterdir()] == [own.name]
    assert library.is_file()
    assert "tivm" not in windows.registry(r"Software\Classes").lower()
    assert not (windows.start_menu / "TIVM Desktop.lnk").exists()

    assert windows.run(str(installer), "/S").returncode == 0
    windows.run(str(program / "uninstall.exe"), "/S", "/LIBRARY")
    until(lambda: not library.exists(), "the library to go")
