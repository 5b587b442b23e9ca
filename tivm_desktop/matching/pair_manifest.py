"""The list of pairs that a ranking is judged by: which music belongs to which video."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tivm_desktop.domain.errors import FileError

_KEYS = ("id", "video", "music", "group")
_WANTED = "a JSON list of {id, video, music, group}"


@dataclass(frozen=True, slots=True)
class Pair:
    """A video and the music that was made or chosen for it."""

    id: str
    video: Path
    music: Path
    group: str


def read_pairs(path: Path) -> tuple[Pair, ...]:
    """Read a manifest of pairs: a JSON list of `{id, video, music, group}`, all text.

    Relative paths are relative to the manifest's folder; other keys are passed over.

    Raises:
        FileError: it can't be read or is no such list, an id is there twice, a file is missing, or there are
            fewer than two pairs.
    """
    document = _document(path)
    if not isinstance(document, list):
        raise FileError(path, f"{path} is JSON, but no list; give {_WANTED}.")
    pairs = tuple(_pair(path, place, entry) for place, entry in enumerate(document, start=1))
    if len(pairs) < 2:
        raise FileError(path, f"{path} has {len(pairs)} of the two pairs that it takes at least; add some.")
    seen: set[str] = set()
    for pair in pairs:
        if pair.id in seen:
            raise FileError(path, f"{path} has the id {pair.id} twice; give each pair an id of its own.")
        seen.add(pair.id)
    for pair in pairs:
        for file in (pair.video, pair.music):
            if not _is_there(file):
                raise FileError(
                    file, f"{file}, of the pair {pair.id} in {path}, is not there; put it back or correct it."
                )
    return pairs


def _document(path: Path) -> object:
    try:
        return json.loads(path.read_bytes())
    except OSError as error:
        reason = error.strerror or error
        raise FileError(path, f"{path} can't be read ({reason}); check the path of the manifest.") from error
    except (ValueError, RecursionError) as error:
        raise FileError(path, f"{path} is not JSON ({error}); give {_WANTED}.") from error


def _pair(path: Path, place: int, entry: object) -> Pair:
    if not isinstance(entry, Mapping):
        raise FileError(path, f"Entry {place} of {path} is not an object; give {_WANTED}.")
    name, video, music, group = (_text(path, place, entry, key) for key in _KEYS)
    folder = path.absolute().parent
    return Pair(name, folder / video, folder / music, group)


def _text(path: Path, place: int, entry: Mapping[object, object], key: str) -> str:
    if key not in entry:
        raise FileError(path, f"Entry {place} of {path} has no `{key}`; give {_WANTED}.")
    value = entry[key]
    if not isinstance(value, str) or not value:
        raise FileError(path, f"`{key}` of entry {place} of {path} is no text; give {_WANTED}.")
    return value


def _is_there(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:
        return False
