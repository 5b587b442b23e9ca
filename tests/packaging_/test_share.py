"""What a Linux desktop is told of the program."""

import configparser
import shutil
import subprocess
from pathlib import Path

import pytest
from builder.icon_set import SIZES, drawn, write_icons
from builder.program import ROOT, program_of
from builder.share import LINUX, media_types, write_share
from PySide6.QtGui import QImage

from tests.packaging_.made_onedir import put_onedir
from tivm_desktop.library.scan import VIDEO_EXTENSIONS

ENTRY = LINUX / "tivm-desktop.desktop"
GLOBS = Path("/usr/share/mime/globs2")


@pytest.fixture(scope="module")
def share(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All of it, written once."""
    folder = tmp_path_factory.mktemp("share")
    write_share(program_of(put_onedir(folder / "onedir"), "0.1.0"), folder / "share")
    return folder / "share"


def validated(*command: str | Path) -> None:
    """Fail with what a checker of the system says; skip where it isn't installed."""
    if shutil.which(str(command[0])) is None:
        pytest.skip(f"no {command[0]} here")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.count("E:"), done.stdout.count("W:")) == (0, 0, 0), done.stdout


def test_the_menu_entry_is_valid(share: Path) -> None:
    validated("desktop-file-validate", share / "applications" / "tivm-desktop.desktop")


def test_the_software_centre_gets_a_valid_description(share: Path) -> None:
    validated("appstreamcli", "validate", "--no-net", share / "metainfo" / "tivm-desktop.metainfo.xml")


def test_no_mark_is_left_in_what_is_written(share: Path) -> None:
    texts = [file.read_text() for file in share.rglob("*") if file.suffix in (".desktop", ".xml")]
    assert len(texts) == 2
    assert not [text for text in texts if "@" in text]


def test_the_entry_speaks_german_and_french() -> None:
    entry = configparser.ConfigParser(interpolation=None, delimiters="=")
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(ENTRY, encoding="utf-8")
    for key in ("GenericName", "Comment", "Keywords"):
        said = {entry["Desktop Entry"][f"{key}{language}"] for language in ("", "[de]", "[fr]")}
        assert len(said) == 3


def test_every_kind_of_video_that_is_opened_is_offered() -> None:
    if not GLOBS.is_file():
        pytest.skip("no database of media types here")
    kinds: dict[str, set[str]] = {}
    for line in GLOBS.read_text().splitlines():
        if not line.startswith("#"):
            _, kind, pattern = line.split(":")[:3]
            kinds.setdefault(pattern.removeprefix("*"), set()).add(kind)
    offered = set(media_types(ENTRY.read_text()))
    assert [suffix for suffix in sorted(VIDEO_EXTENSIONS) if not kinds[suffix] & offered] == []


def test_neither_folders_nor_music_are_taken_from_others() -> None:
    kinds = media_types(ENTRY.read_text())
    assert [kind for kind in kinds if kind.startswith(("inode/", "audio/"))] == []


def test_icons_have_the_sizes_they_are_filed_under(tmp_path: Path) -> None:
    files = write_icons(tmp_path)
    pictures = [file for file in files if file.suffix == ".png"]
    assert {file.parent.parent.name for file in pictures} == {f"{size}x{size}" for size in SIZES}
    for file in pictures:
        picture = QImage(str(file))
        assert f"{picture.width()}x{picture.height()}" == file.parent.parent.name
        assert picture.pixelColor(0, 0).alpha() < 255
        assert picture.pixelColor(picture.width() // 3, picture.height() // 2).lightness() > 200
    assert (tmp_path / "scalable/apps/tivm-desktop.svg").is_file()


@pytest.mark.parametrize("size", [16, 22, 24, 32])
def test_the_bars_of_a_small_icon_stay_apart(size: int) -> None:
    picture = drawn(ROOT / "resources" / "icons" / f"{SIZES[size]}.svg", size)
    row = [picture.pixelColor(x, size // 2) for x in range(size // 2, size)]
    green = "".join("#" if colour.green() > 180 and colour.red() < 120 else "." for colour in row)
    assert len(green.strip(".").replace(".", " ").split()) == 3, green


@pytest.mark.no_qt_log
def test_what_is_no_drawing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "broken.svg").write_text("<svg")
    with pytest.raises(ValueError, match="no SVG"):
        drawn(tmp_path / "broken.svg", 16)
