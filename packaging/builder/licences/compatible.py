"""Whether everything shipped may be one work under the GPL, version 3 or later (docs/adr/0122)."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from .part import Part

# By the Free Software Foundation's list; "-or-later" of the GPL reaches version 3, "GPL-2.0-only" does not.
_LISTS = tomllib.loads(Path(__file__).with_name("compatible.toml").read_text(encoding="utf-8"))
_COMPATIBLE = frozenset([*_LISTS["licences"], *_LISTS["beside"]])
_FFMPEG_MAY = frozenset(_LISTS["ffmpeg"])

_ENABLED = re.compile(r"--enable-([a-z0-9_-]+)")
_CONFIGURATION = re.compile(rb"--(?:enable|disable|prefix)[ -~]{80,}")


class IncompatibleError(RuntimeError):
    """Something shipped must not be passed on together with a program under the GPL, version 3 or later."""


def check(parts: Iterable[Part]) -> None:
    """Look at every part's licence.

    Raises:
        IncompatibleError: some don't go with GPL-3.0-or-later, or are no SPDX expressions; all are named.
    """
    faults = []
    for part in parts:
        try:
            if not compatible(part.licence):
                faults.append(f"{part.name}: {part.licence}")
        except InvalidLicenseExpression as error:
            faults.append(f"{part.name}: {error}")
    if faults:
        raise IncompatibleError("These don't go with GPL-3.0-or-later (docs/adr/0122): " + "; ".join(faults))


def compatible(expression: str) -> bool:
    """Return whether a work under the SPDX `expression` may be part of one under GPL-3.0-or-later.

    Raises:
        InvalidLicenseExpression: SPDX has no such name, or it is no expression.
    """
    words = re.findall(r"[()]|[^\s()]+", canonicalize_license_expression(expression))
    words.reverse()
    return _either(words)


def _either(words: list[str]) -> bool:
    good = _all(words)
    while words and words[-1] == "OR":
        words.pop()
        good = _all(words) or good
    return good


def _all(words: list[str]) -> bool:
    good = _one(words)
    while words and words[-1] == "AND":
        words.pop()
        good = _one(words) and good
    return good


def _one(words: list[str]) -> bool:
    word = words.pop()
    if word == "(":
        good = _either(words)
        words.pop()
        return good
    if words and words[-1] == "WITH":
        del words[-2:]  # an exception only permits more
    return word in _COMPATIBLE


def check_ffmpeg(library: str, data: bytes) -> None:
    """Look at how the FFmpeg in `library` was configured, which its `data` say.

    Raises:
        IncompatibleError: it may not be passed on, has something in it that nobody looked at, or doesn't say.
    """
    told = max((match.decode() for match in _CONFIGURATION.findall(data)), key=len, default="")
    if not told:
        raise IncompatibleError(f"{library} doesn't say how it was configured: its licence can't be told.")
    faults = sorted(_faults(told))
    if faults:
        raise IncompatibleError(f"{library} was configured with {', '.join(faults)}: see docs/adr/0122.")


def _faults(configuration: str) -> Iterator[str]:
    enabled = set(_ENABLED.findall(configuration))
    yield from (
        f"--enable-{name}" for name in enabled if name not in _FFMPEG_MAY and not name.startswith("encoder")
    )
    if not enabled & {"version3", "gpl"}:
        yield "neither --enable-version3 nor --enable-gpl"
