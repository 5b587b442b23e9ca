"""The offer of source code that goes with the program, as the GPL asks (docs/adr/0122)."""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from .part import PROGRAM, Part

FILE = "sources.txt"
_COPYLEFT = re.compile(r"GPL|MPL-|Sleepycat")

_HEAD = """Source code of TIVM Desktop {version}
{line}

TIVM Desktop is free software under the GNU General Public License, version 3 or later. You may use it,
study it, change it and pass it on. Whoever passes it on has to offer the source code of all of it.

This build: commit {commit}, built {date} by "{origin}".
{where}

Parts by others whose licences ask for their source code too (GPL, LGPL, MPL) follow, with the versions that
are shipped and where each is published. FFmpeg and the libraries in its folder were built by
PyAV-Org/pyav-ffmpeg: its scripts name each archive with its checksum, its patches are in the same place, and
PyAV {av} names its release. Libraries under the LGPL are files of their own in the program's folder: replace
them to use versions of your own.
"""
_PUBLISHED = """The program's own source code and these parts' lie where the program does: {releases},
version {version}, tivm-desktop-{version}-sources.tar."""
_LOCAL = """Nobody publishes this build. If it was passed on to you, ask whoever did for its source code."""


def stamp(files: Mapping[str, Path]) -> dict[str, str]:
    """Return the build's stamp as it is shipped; empty if there is none."""
    file = files.get("tivm_desktop/_bundled/build.json")
    try:
        return dict(json.loads(file.read_text(encoding="utf-8"))) if file else {}
    except (OSError, ValueError):
        return {}


def owing(parts: Sequence[Part]) -> list[Part]:
    """Return the parts by others whose licences ask for their source code."""
    return [part for part in parts if part.name != PROGRAM and _COPYLEFT.search(part.licence)]


def offer(parts: Sequence[Part], told: Mapping[str, str]) -> str:
    """Return the text of the offer, for the build with the stamp `told`."""
    version = next((part.version for part in parts if part.name == PROGRAM), "")
    av = next((part.version for part in parts if part.name == "av"), "")
    where = _PUBLISHED if told.get("releases") else _LOCAL
    text = _HEAD.format(
        version=version,
        line="=" * (28 + len(version)),
        commit=told.get("commit") or "unknown",
        date=told.get("date") or "on an unknown day",
        origin=told.get("origin") or "unknown",
        where=where.format(releases=told.get("releases"), version=version),
        av=av,
    )
    entries = [
        f"\n{part.name} {part.version}".rstrip(" ")
        + f"\n  licence: {part.licence}\n  source: {part.source}\n"
        for part in owing(parts)
    ]
    return text + "".join(entries)
