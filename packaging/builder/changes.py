"""What a version changed, from CHANGELOG.md, in the forms that packages want."""

import re
import textwrap
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape
from pathlib import Path

from builder.program import NAME, Program

CHANGELOG = Path(__file__).resolve().parents[2] / "CHANGELOG.md"
_WIDTH = 76


def changes_of(version: str, changelog: str) -> list[str]:
    """Return what `version` changed, a sentence or more each, without markup; nothing if it isn't told.

    Args:
        version: as in the heading, such as "0.1.0".
        changelog: in the form of Keep a Changelog.
    """
    found = re.search(rf"^## \[{re.escape(version)}\].*?$(.*?)(?=^## |\Z)", changelog, re.M | re.S)
    items = re.findall(r"^- (.*?)(?=^\S|^$|\Z)", found[1], re.M | re.S) if found else []
    return [re.sub(r"[`*]|\[([^\]]*)\]\([^)]*\)", r"\1", " ".join(item.split())) for item in items]


def debian_changelog(program: Program, maintainer: str) -> str:
    """Return Debian's changelog, with the one entry of this version."""
    moment = format_datetime(datetime.fromtimestamp(program.epoch_s, UTC))
    lines = [f"{NAME} ({program.version}) stable; urgency=medium", ""]
    for change in _told(program):
        lines += _wrapped(change)
    return "\n".join([*lines, "", f" -- {maintainer}  {moment}", ""])


def appstream_release(program: Program) -> str:
    """Return the `<release>` element of this version."""
    items = "".join(f"        <li>{escape(change)}</li>\n" for change in _told(program))
    return (
        f'    <release version="{escape(program.version)}" date="{program.day.isoformat()}">\n'
        f"      <description>\n      <ul>\n{items}      </ul>\n      </description>\n    </release>"
    )


def _told(program: Program) -> list[str]:
    changes = changes_of(program.version, CHANGELOG.read_text(encoding="utf-8"))
    return changes or [f"Version {program.version}."]


def _wrapped(change: str) -> list[str]:
    return textwrap.wrap(
        change, _WIDTH, initial_indent="  * ", subsequent_indent="    ", break_on_hyphens=False
    )
