"""Whether there is a newer release: one small file is read, and only numbers in it are believed."""

import json
import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from tivm_desktop.domain.errors import OnlineError
from tivm_desktop.online.fetch import fetch_text

LATEST = "latest/download/latest.json"
LIMIT_BYTES = 64 * 1024
TIMEOUT_S = 10.0
_LONGEST_NOTES = 2000
_KEYS = ("version", "date", "notes", "page")
_NUMBERS = re.compile(r"(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})", re.ASCII)

Version = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Update:
    """A release that is newer than the program that runs."""

    version: str
    """"x.y.z"."""
    published: date
    notes: str
    """What is new, plain text; may be empty."""
    page: str
    """Address of the page that tells of it, on the server that releases are published on."""


def look_for_update(releases: str, running: str, *, timeout_s: float = TIMEOUT_S) -> Update | None:
    """Ask for the latest release and return it if it is newer. Blocks: not for the GUI thread.

    Args:
        releases: `Build.releases`: address of the page where releases are published.
        running: version of the program that runs.
        timeout_s: most that asking may take.

    Raises:
        OnlineError: the release can't be asked for, or what is published is not understood.
    """
    own, comes_before = _begin(running)
    text = fetch_text(f"{releases}/{LATEST}", limit_bytes=LIMIT_BYTES, timeout_s=timeout_s)
    latest = read_latest(text, releases)
    published = version_of(latest.version)
    return latest if published > own or (published == own and comes_before) else None


def read_latest(text: str, releases: str) -> Update:
    """Read `latest.json`.

    Args:
        text: the file.
        releases: address of the page where releases are published; the release's own page has to be there.

    Raises:
        OnlineError: it is not what is agreed upon, or leads to another server.
    """
    try:
        told = json.loads(text)
        version, day, notes, page = (told[key] for key in _KEYS)
        if not all(isinstance(value, str) for value in (version, day, notes, page)):
            raise TypeError("all four are texts")
        version_of(version)
        update = Update(version, date.fromisoformat(day), _plain(notes), page)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise OnlineError(
            f"What {releases} says of its latest release is not understood: look at that page yourself."
        ) from error
    if not _is_there(page, releases):
        raise OnlineError(
            f"What {releases} says of its latest release leads to another server: look at that page yourself."
        )
    return update


def version_of(text: str) -> Version:
    """Return the three numbers of a version, which compare as versions do.

    Raises:
        ValueError: it is no version "x.y.z".
    """
    found = _NUMBERS.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is no version")
    major, minor, patch = (int(number) for number in found.groups())
    return major, minor, patch


def _begin(running: str) -> tuple[Version, bool]:
    """Return the numbers a version begins with, and whether it comes before them: 0.2.0rc1, 0.2.0.dev3.

    Raises:
        OnlineError: it begins with none.
    """
    found = _NUMBERS.match(running)
    if found is None:
        raise OnlineError(f"This build calls itself {running}, which can't be compared with a release.")
    rest = running[found.end() :]
    return version_of(found[0]), bool(re.match(r"\.?(a|b|rc|dev)\d", rest))


def _plain(notes: str) -> str:
    """Keep what can be shown: letters, spaces and line ends."""
    return "".join(sign for sign in notes if sign.isprintable() or sign == "\n")[:_LONGEST_NOTES].strip()


def _is_there(page: str, releases: str) -> bool:
    """Tell whether a page is on the server of the releases, reached as safely."""
    if not page.isascii() or not page.isprintable() or " " in page:
        return False
    try:
        wanted, home = urlsplit(page), urlsplit(releases)
        here = (wanted.scheme, wanted.hostname, wanted.port)
        return here == (home.scheme, home.hostname, home.port) and not wanted.username and bool(home.hostname)
    except ValueError:
        return False
