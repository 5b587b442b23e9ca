"""What a Linux desktop wants to know of the program: menu entry, icons, manual, software centre."""

import re
from pathlib import Path

from builder.changes import appstream_release
from builder.icon_set import write_icons
from builder.man_pages import write_pages
from builder.program import NAME, Program

LINUX = Path(__file__).resolve().parents[1] / "linux"


def write_share(program: Program, share: Path) -> None:
    """Write all of it below `share`, which stands for /usr/share or ~/.local/share.

    Raises:
        OSError: a file can't be written.
    """
    entry = (LINUX / f"{NAME}.desktop").read_text(encoding="utf-8")
    write_text(share / "applications" / f"{NAME}.desktop", entry)
    write_icons(share / "icons" / "hicolor")
    write_pages(share / "man" / "man1", program.version, program.day)
    write_text(share / "metainfo" / f"{NAME}.metainfo.xml", metainfo(program, media_types(entry)))


def media_types(entry: str) -> list[str]:
    """Return the media types that a desktop entry says its program opens."""
    found = re.search(r"^MimeType=(.*)$", entry, re.M)
    return [kind for kind in found[1].split(";") if kind] if found else []


def metainfo(program: Program, opened: list[str]) -> str:
    """Return the AppStream description of the program.

    Args:
        program: whose version and day the release is.
        opened: media types.
    """
    described = (LINUX / f"{NAME}.metainfo.xml").read_text(encoding="utf-8")
    described = described.replace(
        "@MEDIA_TYPES@", "\n".join(f"    <mediatype>{kind}</mediatype>" for kind in opened)
    )
    described = described.replace(
        "@HOMEPAGE@\n", f'  <url type="homepage">{program.releases}</url>\n' if program.releases else ""
    )
    return described.replace("@RELEASE@", appstream_release(program))


def write_text(file: Path, text: str, mode: int = 0o644) -> None:
    """Write a text file and the folders above it.

    Raises:
        OSError: it can't be written.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    file.chmod(mode)
