"""Runs before the program on Linux: the system's libraries come first, and our copies where it has none.

`fallback/` holds copies of libraries that a bare desktop may lack, and `order.txt` their names, each after
those it needs. What the system lacks is loaded here, once; whoever needs it later finds it loaded. Where
there is no `fallback/`, as in the Debian package, the system has them all.
"""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

_BY_NAME = {"portaudio": "libportaudio.so.2", "pulse": "libpulse.so.0", "libpulse": "libpulse.so.0"}
_ORDER = "order.txt"


def _give_back_the_environment() -> None:
    """Take the starter's search path out of the environment: other programs would find our libraries."""
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is None:
        os.environ.pop("LD_LIBRARY_PATH", None)
    else:
        os.environ["LD_LIBRARY_PATH"] = before


def _folders() -> Iterator[Path]:
    for path in os.environ.get("LD_LIBRARY_PATH", "").split(":"):
        if path:
            yield Path(path)
    for name in (f"{os.uname().machine}-linux-gnu", "../lib64", "."):
        yield Path("/usr/lib") / name
    yield Path("/usr/local/lib")


def _system_has(name: str, folders: list[Path]) -> bool:
    return any((folder / name).exists() for folder in folders) or _loads(name)


def _loads(path: str) -> bool:
    import ctypes

    try:
        ctypes.CDLL(path)
    except OSError:
        return False
    return True


def _load_what_is_missing(fallback: Path) -> None:
    try:
        names = (fallback / _ORDER).read_text(encoding="utf-8").split()
    except FileNotFoundError:
        return
    folders = list(_folders())
    for name in names:
        if not _system_has(name, folders):
            _loads(str(fallback / name))


def _finding(otherwise: Callable[[str], str | None]) -> Callable[[str], str | None]:
    def find_library(name: str) -> str | None:
        known = _BY_NAME.get(name)
        if known is None:
            return otherwise(name)
        return known if _loads(known) else None

    return find_library


def _answer_by_loading() -> None:
    """Have libraries found by loading them, not by asking ldconfig and a compiler."""
    import ctypes.util

    ctypes.util.find_library = _finding(ctypes.util.find_library)  # type: ignore[assignment]


if getattr(sys, "frozen", False):
    _give_back_the_environment()
    _load_what_is_missing(Path(sys._MEIPASS) / "fallback")  # type: ignore[attr-defined]  # noqa: SLF001
    _answer_by_loading()
