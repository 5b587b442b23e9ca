"""What a music file says of itself."""

import unicodedata
from pathlib import Path

import mutagen

from tivm_desktop.domain.analysis import TrackTags

_LONGEST = 500
_BLANK = " "
_BREAKS = {"Cc", "Zl", "Zp"}
_NO_TEXT = {"Cs", "Co", "Cn"}
_TURNS_TEXT = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that turn the direction of what follows, and so could disguise a name."""
_ASF = {"title": "Title", "artist": "Author", "album": "WM/AlbumTitle"}
_ID3 = {"title": "TIT2", "artist": "TPE1", "album": "TALB"}


def read_tags(path: Path) -> TrackTags:
    """Title, artist and album of a file; never raises.

    Several artists are joined with commas, control characters and surplus space are taken out. Where the
    file gives no title, the title is its name without the ending; what can't be read is empty.
    """
    try:
        file = mutagen.File(path, easy=True)
        tags = file.tags if file is not None else None
    except Exception:  # mutagen raises errors of any type on damaged tags
        tags = None
    found = {name: _text(tags, name) for name in ("title", "artist", "album")}
    return TrackTags(
        title=found["title"] or _clean(path.stem) or path.name,
        artist=found["artist"],
        album=found["album"],
    )


def _text(tags: object, name: str) -> str:
    for key in (name, _ID3[name], _ASF[name]):
        try:
            values = tags[key]  # type: ignore[index]
        except Exception:  # noqa: S112 each kind of tag has its own idea of a missing or bad key
            continue
        values = getattr(values, "text", values)
        values = values if isinstance(values, list) else [values]
        text = ", ".join(filter(None, (_clean(str(value)) for value in values)))
        if text:
            return text[:_LONGEST]
    return ""


def _clean(text: str) -> str:
    shown = (_BLANK if unicodedata.category(letter) in _BREAKS else letter for letter in text)
    return " ".join("".join(letter for letter in shown if not _is_hidden(letter)).split())


def _is_hidden(letter: str) -> bool:
    return unicodedata.category(letter) in _NO_TEXT or letter in _TURNS_TEXT
