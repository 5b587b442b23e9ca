"""Libraries that PyInstaller copied from the build machine: of which Debian package, under which terms."""

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

from .known import known_debian
from .texts import as_text

# What Debian's copyright files call the licences, by SPDX.
_SPDX = {
    "apache-2.0": "Apache-2.0",
    "bsd-2-clause": "BSD-2-Clause",
    "bsd-3-clause": "BSD-3-Clause",
    "cc0-1.0": "CC0-1.0",
    "expat": "MIT",
    "mit": "MIT",
    "mit/x11": "MIT",
    "x11": "X11",
    "isc": "ISC",
    "zlib": "Zlib",
    "gpl-2": "GPL-2.0-only",
    "gpl-2+": "GPL-2.0-or-later",
    "gpl-3": "GPL-3.0-only",
    "gpl-3+": "GPL-3.0-or-later",
    "lgpl-2": "LGPL-2.0-only",
    "lgpl-2+": "LGPL-2.0-or-later",
    "lgpl-2.0+": "LGPL-2.0-or-later",
    "lgpl-2.1": "LGPL-2.1-only",
    "lgpl-2.1+": "LGPL-2.1-or-later",
    "lgpl-3": "LGPL-3.0-only",
    "lgpl-3+": "LGPL-3.0-or-later",
    "mpl-2.0": "MPL-2.0",
}


def debian_package(library: str) -> str:
    """Return the Debian package with a library of the file name `library`; empty where none has or this is no Debian."""
    return _libraries().get(library, "")


@cache
def _libraries() -> dict[str, str]:
    """Return the Debian package of each installed library, by file names."""
    if shutil.which("dpkg-query") is None:
        return {}
    found = {}
    for line in _query("-S", "*.so*").splitlines():
        packages, _, path = line.partition(": ")
        if Path(path).parent.name in ("lib", "lib64") or Path(path).parent.parent.name == "lib":
            found[Path(path).name] = packages.split(",")[0].split(":")[0]
    return found


def version(package: str) -> str:
    """Return the installed version of a Debian package."""
    return _query("-W", "-f=${Version}\n", package).split("\n", 1)[0]


def source(package: str) -> tuple[str, str]:
    """Return the name and the version of the source package that a Debian package is built from."""
    told = _query("-W", "-f=${source:Package}\t${source:Version}\n", package).split("\n", 1)[0]
    name, _, number = told.partition("\t")
    return name, number


def _query(*arguments: str) -> str:
    return subprocess.run(["dpkg-query", *arguments], capture_output=True, text=True, check=False).stdout  # noqa: S603, S607


def copyright_text(package: str) -> str:
    """Return what Debian says of the package's copyright, with the common licences that it refers to left to the reader.

    Raises:
        FileNotFoundError: the machine was set up without documentation.
    """
    return as_text(Path("/usr/share/doc", package, "copyright").resolve(strict=True))


def licence(text: str) -> str:
    """Return the SPDX expression of a machine-readable copyright file: that of most of its files; empty if it can't be told."""
    if "/copyright-format/1" not in text and "/dep5" not in text.lower():
        return ""
    for stanza in re.split(r"\n\s*\n", text):
        files = re.search(r"^Files:\s*\*\s*$", stanza, re.M)
        named = re.search(r"^License:[ \t]*(\S.*)$", stanza, re.M)
        if files and named:
            return _expression(named[1])
    return ""


def _expression(told: str) -> str:
    words = re.split(r"\s+(and|or)\s+", told.strip().rstrip(","), flags=re.I)
    spdx = [word.upper() if word.lower() in ("and", "or") else _SPDX.get(word.strip(", ").lower(), "") for word in words]
    return " ".join(spdx) if all(spdx) else ""


def told_licence(package: str) -> str:
    """Return the licence of a Debian package whose copyright file no program can read, by the table; empty if it isn't in it."""
    return known_debian().get(package, "")
