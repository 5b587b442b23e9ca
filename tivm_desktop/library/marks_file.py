"""Marks as one JSON file that another library can take in."""

import json
import os
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tivm_desktop.domain.errors import FileError
from tivm_desktop.domain.marks import Marks
from tivm_desktop.library.mark_rows import Dated, marks_document, read_audio_id, read_marks
from tivm_desktop.library.marks_merge import merged
from tivm_desktop.library.store import FeatureStore
from tivm_desktop.whole_file import write_new, write_whole

FORMAT = "tivm-marks"
VERSION = 1
LARGEST_BYTES = 1024**3
"""A larger file is not read."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of the marks in a file, in sounds."""

    added: int = 0
    """Of which nothing was said here before."""
    merged: int = 0
    """Of which both said something: what was set last, and all tags and notes."""
    unchanged: int = 0
    """Of which the file says nothing new."""
    waiting: int = 0
    """Of those above, in no file that is or was in this library: kept until their music is."""
    refused: int = 0
    """Entries that are no marks."""


def export_marks(store: FeatureStore, path: Path, *, replace: bool = False) -> int:
    """Write all marks into a new file, by audio id, and beside them title, artist and places for the reader.

    Args:
        store: the library.
        path: of the file, which is whole or not there.
        replace: give up a file that is there already.

    Returns:
        The number of sounds that are in it.

    Raises:
        FileError: there is such a file already, it can't be written, or the library can't be read.
    """
    marks = {audio_id: dated for audio_id, dated in store.dated_marks().items() if dated[0] != Marks()}
    tracks = {}
    for audio_id, (said, changed_ns) in sorted(marks.items()):
        files = store.files_of(audio_id)
        tags = files[0].tags if files else None
        tracks[audio_id] = {
            "title": tags.title if tags else "",
            "artist": tags.artist if tags else "",
            "files": [os.fsencode(file.path).decode("utf-8", "replace") for file in files],
            **marks_document(said, changed_ns),
        }
    document = {"format": FORMAT, "version": VERSION, "tracks": tracks}
    _write(path, json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n", replace=replace)
    return len(tracks)


def import_marks(store: FeatureStore, path: Path) -> ImportReport:
    """Take in a file of `export_marks`: nothing said here is lost, and sounds not known here wait for theirs.

    All of it or, if the library can't be written, nothing. What bears a date in the future was said now.

    Raises:
        FileError: it can't be read or is no such file, or the library can't be used.
    """
    found, refused = _read(path)
    ours, now_ns = store.dated_marks(), time.time_ns()
    added, changed = {}, {}
    for audio_id, (said, changed_ns) in found.items():
        theirs = said, min(changed_ns, now_ns)
        if ours.get(audio_id, (Marks(), 0))[0] == Marks():
            added[audio_id] = theirs
        elif (both := merged(ours[audio_id], theirs))[0] != ours[audio_id][0]:
            changed[audio_id] = both
    store.set_dated_marks(added | changed)
    known = {file.audio_id for file in store.all_files()}
    return ImportReport(
        added=len(added),
        merged=len(changed),
        unchanged=len(found) - len(added) - len(changed),
        waiting=len(found.keys() - known),
        refused=refused,
    )


def _read(path: Path) -> tuple[dict[str, Dated], int]:
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise ValueError("too large")
        document = json.loads(path.read_bytes())
        if document["format"] != FORMAT:
            raise ValueError("another format")
        if document["version"] != VERSION:
            raise FileError(
                path, f"{path.name} was written by a newer version of TIVM Desktop; update the program."
            )
        entries = dict(document["tracks"])
    except OSError as error:
        raise FileError(
            path, f"{path.name} can't be read ({error.strerror or error}); choose it again."
        ) from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise FileError(
            path, f"{path.name} is no file of ratings; choose one that `tivm library export` wrote."
        ) from error
    found: dict[str, Dated] = {}
    for audio_id, entry in entries.items():
        with suppress(ValueError):
            dated = read_marks(entry)
            if dated[0] != Marks():
                found[read_audio_id(audio_id)] = dated
    return found, len(entries) - len(found)


def _write(path: Path, content: bytes, *, replace: bool) -> None:
    try:
        if replace:
            write_whole(path, content, durable=True)
        else:
            write_new(path, content)
    except FileExistsError as error:
        raise FileError(
            path, f"{path.name} is there already; choose another name, or have it replaced."
        ) from error
    except OSError as error:
        raise FileError(
            path,
            f"{path.name} can't be written ({error.strerror or error}); choose another folder or free space.",
        ) from error
