"""What is only on Windows and macOS: icons, version resource, application bundle, signing scripts."""

import plistlib
import re
import shutil
import struct
import subprocess
from pathlib import Path

import pytest
from builder import mac_app, native
from builder.films import suffixes
from builder.icon_files import write_icns, write_ico
from builder.program import ROOT, project_version
from builder.windows_version import VersionError, four_numbers, write_version

from tivm_desktop.library.scan import VIDEO_EXTENSIONS

PNG = b"\x89PNG\r\n\x1a\n"
MACOS = ROOT / "packaging" / "macos"


def test_it_opens_what_the_window_opens() -> None:
    assert set(suffixes()) == VIDEO_EXTENSIONS


def test_windows_icon_has_all_sizes_as_pictures(tmp_path: Path, qapp: object) -> None:
    file = tmp_path / "icon.ico"
    write_ico(file)
    data = file.read_bytes()
    _, kind, count = struct.unpack_from("<HHH", data)
    assert kind == 1
    widths = []
    for index in range(count):
        width, _, _, _, _, bits, length, offset = struct.unpack_from("<BBBBHHII", data, 6 + 16 * index)
        assert bits == 32
        assert data[offset : offset + 8] == PNG
        assert len(data) >= offset + length
        widths.append(width or 256)
    assert widths == [16, 24, 32, 48, 64, 128, 256]


def test_the_icon_of_macos_has_blocks_that_fill_it(tmp_path: Path, qapp: object) -> None:
    file = tmp_path / "icon.icns"
    write_icns(file)
    data = file.read_bytes()
    assert struct.unpack_from(">4sI", data) == (b"icns", len(data))
    position, names = 8, []
    while position < len(data):
        name, length = struct.unpack_from(">4sI", data, position)
        assert data[position + 8 : position + 16] == PNG
        names.append(name)
        position += length
    assert position == len(data)
    assert {b"ic07", b"ic10", b"ic14"} <= set(names)


def test_a_version_without_numbers_is_refused() -> None:
    with pytest.raises(VersionError, match="next"):
        four_numbers("next")


def test_four_numbers_of_a_version_with_more_to_it() -> None:
    assert four_numbers("1.2.3.dev4+g5") == "1.2.3.0"


def test_windows_is_told_what_each_program_is(tmp_path: Path, qapp: object) -> None:
    told = native.executable("tivm", tmp_path, "win32")
    assert Path(told["icon"]).is_file()
    text = Path(told["version"]).read_text(encoding="utf-8")
    assert "TIVM Desktop, command line" in text
    compile(text, "version", "eval")  # PyInstaller evaluates it


def test_the_version_resource_has_both_forms_of_the_version(tmp_path: Path) -> None:
    write_version(tmp_path / "version.txt", "tivm", "1.2.3rc1")
    text = (tmp_path / "version.txt").read_text(encoding="utf-8")
    assert "filevers=(1, 2, 0, 0)" in text
    assert "'1.2.3rc1'" in text


def test_linux_is_told_nothing(tmp_path: Path) -> None:
    assert native.executable("tivm-desktop", tmp_path, "linux") == {}


def test_macos_hands_films_over_to_the_window_only(tmp_path: Path) -> None:
    assert native.executable("tivm-desktop", tmp_path, "darwin")["argv_emulation"]
    assert not native.executable("tivm", tmp_path, "darwin")["argv_emulation"]


def test_the_bundles_information_can_be_written_and_says_what_it_must(tmp_path: Path, qapp: object) -> None:
    told = native.application(tmp_path)
    information = plistlib.loads(plistlib.dumps(told["info_plist"]))
    assert information["CFBundleShortVersionString"] == project_version()
    assert information["NSHighResolutionCapable"] is True
    assert "NSMicrophoneUsageDescription" not in information
    opened = [entry.get("CFBundleTypeExtensions", []) for entry in information["CFBundleDocumentTypes"]]
    assert {f".{name}" for names in opened for name in names} == VIDEO_EXTENSIONS
    assert all(entry["LSHandlerRank"] == "Alternate" for entry in information["CFBundleDocumentTypes"])
    assert re.fullmatch(r"[A-Za-z0-9.-]+", told["bundle_identifier"])
    assert Path(told["icon"]).suffix == ".icns"
    assert told["name"] == mac_app.APP


def test_as_little_is_permitted_as_is_needed() -> None:
    permitted = plistlib.loads((MACOS / "entitlements.plist").read_bytes())
    assert permitted == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


@pytest.mark.skipif(shutil.which("shellcheck") is None, reason="shellcheck isn't installed")
@pytest.mark.parametrize("script", sorted(MACOS.glob("*.sh")), ids=lambda path: path.name)
def test_scripts_are_clean(script: Path) -> None:
    done = subprocess.run(["shellcheck", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash isn't installed")
@pytest.mark.parametrize("arguments", [[], ["nowhere.app", "out.dmg"]])
def test_signing_says_what_it_is_called_with(arguments: list[str], tmp_path: Path) -> None:
    command = ["bash", str(MACOS / "sign_and_notarise.sh"), *arguments]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("sign_and_notarise: ")
