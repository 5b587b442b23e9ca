"""Names of files that leave the program: safe on every system, and never one that is taken."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

LONGEST_BYTES = 180
"""Of a name without its suffix, in UTF-8: file systems take 255, and a number and a suffix may follow."""

_SEPARATORS = re.compile(r'[/\\:|<>"?*]+')
_SPACES = re.compile(r"\s+")
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}


def preview_name(video: Path, title: str, suffix: str) -> str:
    """Return what the preview of a track under a video is called: `cut – Title.mp4`.

    Args:
        video: The video.
        title: The track's title as its tags say it, so anything at all.
        suffix: With its dot.
    """
    parts = [part for part in (safe(video.stem), safe(title)) if part]
    return _cut(" – ".join(parts) or "preview") + suffix


def safe(text: str) -> str:
    """Return `text` as part of a file's name: one line, no folder, nothing a file system refuses.

    Separators become dashes; control and invisible characters, dots and spaces at the ends go. Empty where
    nothing is left.
    """
    known = unicodedata.normalize("NFC", text).encode("utf-8", "replace").decode("utf-8")
    visible = "".join(" " if c.isspace() else c for c in known if c.isspace() or _is_visible(c))
    name = _SPACES.sub(" ", _SEPARATORS.sub("-", visible)).strip(" .-")
    return f"_{name}" if name.split(".")[0].lower() in _DEVICES else name


def free_names(wanted: Path) -> Iterator[Path]:
    """Yield `wanted`, then the same with 2, 3... before the suffix, taken or not."""
    yield wanted
    number = 1
    while True:
        number += 1
        yield wanted.with_name(f"{wanted.stem} {number}{wanted.suffix}")


def first_free(wanted: Path) -> Path:
    """Return the first of `free_names` that is not there at this moment."""
    return next(path for path in free_names(wanted) if not path.exists() and not path.is_symlink())


def _is_visible(character: str) -> bool:
    return unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn"}


def _cut(name: str) -> str:
    """Cut a name to `LONGEST_BYTES` without cutting a character in two."""
    return name.encode("utf-8")[:LONGEST_BYTES].decode("utf-8", "ignore").rstrip(" .-–")
