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
    """Return the Debian package with a library of the file name `library`; empty where there is none."""
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


def source(package: str) -> str:
    """Return name and version of the source package that a Debian package is built from."""
    return _query("-W", "-f=${source:Package} ${source:Version}\n", package).split("\n", 1)[0]


def _query(*arguments: str) -> str:
    return subprocess.run(["dpkg-query", *arguments], capture_output=True, text=True, check=False).stdout


def copyright_text(package: str) -> str:
    """Return what Debian says of the package's copyright.

    Raises:
        FileNotFoundError: the machine was set up without documentation.
    """
    return as_text(Path("/usr/share/doc", package, "copyright").resolve(strict=True))


def licence(package: str, text: str) -> str:
    """Return the SPDX expression of a Debian package; empty if it can't be told.

    Args:
        package: its name.
        text: its copyright file. A machine-readable one tells the licence of most of the files; else there is
            the table.
    """
    named = known_debian().get(package, "")
    if named or ("/copyright-format/1" not in text and "/dep5" not in text.lower()):
        return named
    for stanza in re.split(r"\n\s*\n", text):
        files = re.search(r"^Files:\s*\*\s*$", stanza, re.M)
        terms = re.search(r"^License:[ \t]*(\S.*)$", stanza, re.M)
        if files and terms:
            return _expression(terms[1])
    return ""


def _expression(told: str) -> str:
    words = re.split(r"\s+(and|or)\s+", told.strip().rstrip(","), flags=re.I)
    spdx = [
        word.upper() if word.lower() in ("and", "or") else _SPDX.get(word.strip(", ").lower(), "")
        for word in words
    ]
    return " ".join(spdx) if all(spdx) else ""
