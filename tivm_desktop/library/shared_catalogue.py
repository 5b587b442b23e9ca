"""A catalogue that was analysed elsewhere, opened beside one's own library and never written to."""

import os
import re
import sqlite3
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.analysis import TrackAnalysis
from tivm_desktop.domain.errors import FileError
from tivm_desktop.library.blobs import DamagedBlobError, decode
from tivm_desktop.library.fact_rows import SELECT_FACTS, PlainFacts
from tivm_desktop.library.known import FailureKind, FailureRow, FileStamp
from tivm_desktop.library.roots import folder_named
from tivm_desktop.library.shared_format import (
    FEATURES_FOLDER,
    FORMAT,
    INDEX_NAME,
    bytes_below,
    path_below,
)
from tivm_desktop.library.track_rows import PlainFile

_FILES = (
    "SELECT roots.path, files.path, mtime_ns, audio_id, title, artist, album, duration_s"
    " FROM files JOIN roots ON roots.number = files.root ORDER BY files.root, files.path"
)
_ROOTS = "SELECT path FROM roots ORDER BY number"
_WIDTH = re.compile("[0-9]{1,7}")
_FLOAT_BYTES = 4


@dataclass(frozen=True, slots=True)
class _About:
    """What an index says of everything in it."""

    ranking_key: str
    encoder_id: str
    preprocessing: str
    width: int
    """How many numbers a vector has."""


class SharedCatalogue:
    """Reads the folder that `tivm index --engine ray --output` fills. May be used from any thread.

    It answers like a `FeatureStore` (`plain_files`, `plain_facts`, `track`), so that it can be a second
    source of the same things. Nothing of it is held in memory. It shows what was there when it was opened; a
    newer index is seen by whoever opens it anew.
    """

    def __init__(self, folder: Path, places: Mapping[Path, Path] = MappingProxyType({})) -> None:
        """Open the catalogue in `folder`.

        Args:
            folder: holds the index and the fragments; may be read-only, a network drive, in use by others.
            places: for folders of music as they are called where they were analysed, where they lie here. A
                folder that isn't named lies here as it does there, or not at all: its tracks can be ranked,
                not played.

        Raises:
            FileError: there is no such catalogue, it is damaged, or a newer version of the program wrote it.
        """
        self.folder = folder_named(folder)
        self._places = {there: folder_named(here) for there, here in places.items()}
        self._lock = threading.Lock()
        index = self.folder / INDEX_NAME
        if not index.is_file():
            raise FileError(
                index,
                f"{self.folder} is no shared catalogue (there is no {INDEX_NAME} in it); choose the folder"
                " that `tivm index --engine ray --output` filled.",
            )
        with self._explained():
            # Immutable: no lock and no journal beside it, so that it can lie where nothing may be written.
            place = f"file:{quote(str(index))}?mode=ro&immutable=1"
            self._connection = sqlite3.connect(place, uri=True, check_same_thread=False)
        try:
            with self._explained():
                rows = self._connection.execute("SELECT name, value FROM about").fetchall()
            self._about = self._checked(dict(rows))
        except BaseException:
            self._connection.close()
            raise

    @property
    def ranking_key(self) -> str:
        """What the facts and vectors were made with."""
        return self._about.ranking_key

    @property
    def encoder_id(self) -> str:
        """What the features were made with."""
        return self._about.encoder_id

    @property
    def preprocessing(self) -> str:
        """The way from file to encoder."""
        return self._about.preprocessing

    @property
    def count(self) -> int:
        """How many sounds there are."""
        return int(self._read("SELECT count(*) FROM tracks")[0][0])

    @property
    def roots(self) -> list[Path]:
        """The folders of music, as they are called where they were analysed."""
        return [Path(os.fsdecode(path)) for (path,) in self._read(_ROOTS)]

    def place_of(self, root: Path) -> Path:
        """Return where one of the `roots` lies here."""
        return self._places.get(root, root)

    def plain_files(self) -> list[PlainFile]:
        """Every file that was analysed, at its place here, in the form of `TrackRows.plain_files`."""
        heads = {root: os.fsencode(self.place_of(Path(os.fsdecode(root)))) for (root,) in self._read(_ROOTS)}
        return [
            (bytes_below(heads[root], path), audio_id, title, artist, album, duration_s, mtime_ns, 0)
            for root, path, mtime_ns, audio_id, title, artist, album, duration_s in self._read(_FILES)
        ]

    def plain_facts(self, ranking_key: str) -> list[PlainFacts]:
        """Facts of every sound; none where the catalogue was made with another key."""
        if ranking_key != self.ranking_key:
            return []
        return self._read(f"{SELECT_FACTS} tracks ORDER BY audio_id")

    def vector_ids(self) -> list[str]:
        """The audio ids of all that have a vector."""
        return [audio_id for (audio_id,) in self._read("SELECT audio_id FROM vectors")]

    def vectors(self, ranking_key: str) -> tuple[list[str], NDArray[np.float32]]:
        """Return audio ids and their (N, D) vectors; none where the catalogue was made with another key.

        Raises:
            FileError: the index can't be read, or one of the vectors is no D numbers.
        """
        rows, width = [], self._about.width
        if ranking_key == self.ranking_key:
            rows = self._read("SELECT audio_id, vector FROM vectors ORDER BY audio_id")
        if any(not isinstance(vector, bytes) or len(vector) != _FLOAT_BYTES * width for _, vector in rows):
            raise self._unusable("a vector of it has another length than the others")
        matrix = np.frombuffer(b"".join(vector for _, vector in rows), "<f4").astype(np.float32, copy=False)
        return [audio_id for audio_id, _ in rows], matrix.reshape(len(rows), width)

    def track(self, audio_id: str, encoder_id: str, preprocessing: str) -> TrackAnalysis | None:
        """The analysis of a sound, or None; a fragment that is gone or damaged knows none."""
        if (encoder_id, preprocessing) != (self.encoder_id, self.preprocessing):
            return None
        rows = self._read(
            "SELECT fragments.name, offset, length FROM tracks"
            " JOIN fragments ON fragments.number = tracks.fragment WHERE audio_id = ?",
            audio_id,
        )
        for name, offset, length in rows:
            try:
                with (self.folder / FEATURES_FOLDER / name).open("rb") as fragment:
                    fragment.seek(offset)
                    return decode(fragment.read(length), TrackAnalysis)
            except (OSError, DamagedBlobError):
                return None
        return None

    def failures(self) -> list[FailureRow]:
        """Every file that could not be analysed."""
        rows = self._read(
            "SELECT roots.path, failures.path, size, mtime_ns, kind, reason FROM failures"
            " JOIN roots ON roots.number = failures.root ORDER BY failures.root, failures.path"
        )
        return [
            FailureRow(self._path(root, path), FileStamp(size, mtime_ns), FailureKind(kind), reason)
            for root, path, size, mtime_ns, kind, reason in rows
        ]

    def close(self) -> None:
        """Close the index."""
        with self._lock:
            self._connection.close()

    def _read(self, statement: str, *values: str) -> list[tuple[Any, ...]]:
        with self._explained(), self._lock:
            return self._connection.execute(statement, values).fetchall()

    def _checked(self, values: Mapping[str, object]) -> "_About":
        """Return what the index says of itself.

        Raises:
            FileError: it is of another format, or doesn't say all.
        """
        found = values.get("format")
        if found != str(FORMAT):
            index = self.folder / INDEX_NAME
            raise FileError(
                index,
                f"{index} is of another version of TIVM Desktop (format {found},"
                f" known here: {FORMAT}); update the program, or index the catalogue again.",
            )
        texts = {name: values.get(name) for name in ("ranking_key", "encoder_id", "preprocessing")}
        for name, text in texts.items():
            if not isinstance(text, str):
                raise self._unusable(f"it doesn't say its {name}")
        width = values.get("width")
        if not isinstance(width, str) or _WIDTH.fullmatch(width) is None:
            raise self._unusable("it doesn't say its width")
        return _About(**{name: str(text) for name, text in texts.items()}, width=int(width))

    def _path(self, root: bytes, relative: bytes) -> Path:
        return path_below(self.place_of(Path(os.fsdecode(root))), relative)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn what SQLite says into a sentence."""
        try:
            yield
        except sqlite3.ProgrammingError:
            raise
        except sqlite3.DatabaseError as error:
            raise self._unusable(error) from error

    def _unusable(self, why: object) -> FileError:
        sentence = f"The shared catalogue {self.folder} can't be read ({why}); copy or index it again."
        return FileError(self.folder / INDEX_NAME, sentence)
