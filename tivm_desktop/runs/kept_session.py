"""What the window was at, kept in one JSON file: read whatever is in it, written whole or not at all."""

import json
import logging
import math
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path

from tivm_desktop.domain.errors import FileError
from tivm_desktop.domain.finding import Query, Span
from tivm_desktop.domain.marks import RATINGS
from tivm_desktop.whole_file import write_whole

FORMAT = 1
"""A file of another format is not read."""
_LARGEST = 1 << 20
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class KeptSession:
    """A video, where it stands, and what lies under it."""

    video: Path
    position_s: float = 0.0
    playing: bool = False
    range: tuple[float, float] | None = None
    """(in point, out point), seconds of the video; None: all of it."""
    loop: bool = False
    track: Path | None = None
    """What lies under the video."""
    placement_s: float | None = None
    """Second of it that sounds at the video's second 0."""
    moved: Mapping[Path, float] = field(default_factory=dict)
    """Where the user put tracks: second of each that sounds at the video's second 0."""
    pinned: tuple[Path, ...] = ()
    query: Query = field(default_factory=Query)


def read_session(file: Path) -> KeptSession | None:
    """Return what was kept; None where nothing was, or nothing that can be understood."""
    try:
        with file.open("rb") as stream:
            kept = json.loads(stream.read(_LARGEST))
        return _session(kept)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        _log.warning("the kept session can't be read: %s", error)
        return None


def write_session(file: Path, session: KeptSession) -> None:
    """Keep a session, in place of what was kept before.

    Raises:
        FileError: it can't be written; what was kept before still is.
    """
    try:
        write_whole(file, json.dumps(_plain(session)).encode(), durable=True)
    except OSError as error:
        raise FileError(
            file,
            f"What you are at can't be kept in {file} ({error.strerror or error}); make room there, or it "
            "won't come back after an unexpected end.",
        ) from error


def _plain(session: KeptSession) -> dict[str, object]:
    return {
        "format": FORMAT,
        "video": str(session.video),
        "position_s": session.position_s,
        "playing": session.playing,
        "range": _closed(session.range),
        "loop": session.loop,
        "track": None if session.track is None else str(session.track),
        "placement_s": session.placement_s,
        "moved": {str(path): placement_s for path, placement_s in session.moved.items()},
        "pinned": [str(path) for path in session.pinned],
        "query": _plain_query(session.query),
    }


def _session(kept: dict[str, object]) -> KeptSession:
    if kept["format"] != FORMAT:
        raise ValueError(f"its format is {kept['format']!r}")
    moved = kept.get("moved")
    video = _path(kept["video"])
    if video is None:
        raise ValueError("it names no video")
    position_s = _seconds(kept.get("position_s"))
    return KeptSession(
        video=video,
        position_s=max(position_s or 0.0, 0.0),
        playing=kept.get("playing") is True,
        range=_open(kept.get("range")),
        loop=kept.get("loop") is True,
        track=_path(kept.get("track")),
        placement_s=_seconds(kept.get("placement_s")),
        moved=_moved(moved if isinstance(moved, dict) else {}),
        pinned=tuple(path for text in _listed(kept.get("pinned")) if (path := _path(text)) is not None),
        query=_query(kept.get("query")),
    )


def _moved(kept: Mapping[str, object]) -> dict[Path, float]:
    both = ((_path(text), _seconds(value)) for text, value in kept.items())
    return {path: placement_s for path, placement_s in both if path is not None and placement_s is not None}


def _path(text: object) -> Path | None:
    """Take what can be a file's absolute path."""
    if not isinstance(text, str) or "\0" in text:
        return None
    path = Path(text)
    return path if path.is_absolute() else None


def _seconds(value: object) -> float | None:
    number = value if isinstance(value, int | float) and not isinstance(value, bool) else math.nan
    return float(number) if math.isfinite(number) else None


def _closed(span: Span | None) -> list[float | None] | None:
    """JSON knows no infinity: an open end is null."""
    return None if span is None else [end if math.isfinite(end) else None for end in span]


def _open(kept: object) -> Span | None:
    if not isinstance(kept, list) or len(kept) != 2:
        return None
    low, high = (_seconds(end) for end in kept)
    return (-math.inf if low is None else low, math.inf if high is None else high)


def _plain_query(query: Query) -> dict[str, object]:
    plain: dict[str, object] = {}
    for part in fields(query):
        value = getattr(query, part.name)
        if value == part.default:
            continue
        if isinstance(value, frozenset):
            plain[part.name] = sorted(value)
        else:
            plain[part.name] = _closed(value) if isinstance(value, tuple) else value
    return plain


def _query(kept: object) -> Query:
    """Take each part that is of its kind; what isn't asks nothing."""
    if not isinstance(kept, dict):
        return Query()
    text, folder, rating, vocals = (kept.get(name) for name in ("text", "folder", "least_rating", "vocals"))
    return Query(
        text=text if isinstance(text, str) else "",
        length_s=_open(kept.get("length_s")),
        tempo_bpm=_open(kept.get("tempo_bpm")),
        keys=_keys(kept.get("keys")),
        loudness_lufs=_open(kept.get("loudness_lufs")),
        energy=_open(kept.get("energy")),
        valence=_open(kept.get("valence")),
        tension=_open(kept.get("tension")),
        vocals=vocals if isinstance(vocals, bool) else None,
        favourite=kept.get("favourite") is True,
        least_rating=rating if type(rating) is int and rating in RATINGS else 0,
        tags=frozenset(tag for tag in _listed(kept.get("tags")) if isinstance(tag, str)),
        never=kept.get("never") is True,
        folder=folder if isinstance(folder, str) else "",
    )


def _listed(kept: object) -> list[object]:
    return kept if isinstance(kept, list) else []


def _keys(kept: object) -> frozenset[tuple[int, str]]:
    pairs = (pair for pair in _listed(kept) if isinstance(pair, list) and len(pair) == 2)
    return frozenset(
        (tonic, mode) for tonic, mode in pairs if tonic in range(12) and mode in ("major", "minor")
    )
