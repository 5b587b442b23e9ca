"""Every track as a row of numbers, in one memory-mapped file that may be deleted at any time.

A record is an audio id, a checksum and the row; records of one table lie side by side in a file that grows
ahead of them. There is no count to be torn from what it counts: a record counts if its checksum is right, so
whatever a crash or a full disk left half written is nothing, and the rows before and after it stand. Nothing
waits for the disk, as every row can be computed again from the store.

The process that opens a table first writes it; another that opens it meanwhile has what was in it at that
moment, and keeps what it adds to itself. So does one on a file system where files can't be held.
"""

import mmap
import os
import threading
from collections.abc import Sequence
from hashlib import blake2b
from io import FileIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.errors import FileError
from tivm_desktop.library.file_lock import HeldFile
from tivm_desktop.whole_file import write_whole

_MAGIC = b"TIVMROW1"
_HEAD_BYTES = 64
_ID_BYTES = 48
_LEAST_CAPACITY = 1024
_GROWTH = 1.5
_TABLES_KEPT = 4
"""Of other packs and calibrations, which a person may come back to; 45 MB each at 100,000 tracks."""
_SUFFIX = ".rows"


class VectorTable:
    """Rows by audio id, for one pack and calibration. Any thread.

    Where a row is stays the same until the table is closed. What was handed out as `rows` stays readable; of
    a row that is replaced meanwhile it may show either, or parts of both.
    """

    def __init__(self, folder: Path, key: str, width: int) -> None:
        """Open the table of `key` in `folder`, or begin an empty one where there is none or it is damaged.

        Args:
            folder: which need not exist.
            key: what the rows were computed with: the ranking key.
            width: D, the length of a row.

        Raises:
            FileError: the file can't be made or read.
        """
        self._type = np.dtype([("id", f"S{_ID_BYTES}"), ("check", "<u4"), ("row", "<f4", (width,))])
        self._path = folder / f"{blake2b(key.encode(), digest_size=12).hexdigest()}{_SUFFIX}"
        self._lock = threading.RLock()
        self._head = (_MAGIC + width.to_bytes(4, "little") + key.encode()[: _HEAD_BYTES - 12]).ljust(
            _HEAD_BYTES, b"\0"
        )
        self._ids: list[str] = []
        self._places: dict[str, int] = {}
        self._free: list[int] = []
        self._found_for: tuple[str, ...] | None = None
        self._found = np.zeros(0, np.int32)
        self._claim: HeldFile | None = None
        self._file: FileIO | None = None
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._claim = _claim(self._path.with_name(f"{self._path.name}.lock"))
            self._file = self._begun() if self._claim is not None else None
            self._records = self._copied() if self._file is None else self._mapped(self._file)
            self._take_in()
        except OSError as error:
            self.close()
            raise self._error(error) from error

    @property
    def ids(self) -> Sequence[str]:
        """The audio id of each row, N of them; "" where a row was found damaged: it is all NaN."""
        with self._lock:
            return tuple(self._ids)

    @property
    def rows(self) -> NDArray[np.float32]:
        """(N, D) the rows, mapped and read-only; ask again after `append`."""
        with self._lock:
            rows: NDArray[np.float32] = self._records["row"][: len(self._ids)]
        rows.flags.writeable = False
        return rows

    def __len__(self) -> int:
        """N, the number of rows."""
        return len(self._ids)

    def row_of(self, audio_id: str) -> int | None:
        """Where the row of a sound is, or None."""
        return self._places.get(audio_id)

    def rows_of(self, audio_ids: Sequence[str]) -> NDArray[np.int32]:
        """(M,) where the rows of sounds are; -1 where there is none. The same tuple again costs nothing."""
        with self._lock:
            if audio_ids is self._found_for:
                return self._found
            found = np.array([self._places.get(one, -1) for one in audio_ids], np.int32)
            if isinstance(audio_ids, tuple):
                self._found_for, self._found = audio_ids, found
            return found

    def append(self, ids: Sequence[str], rows: NDArray[np.float32]) -> None:
        """Keep (M, D) rows; that of a sound that has one already is replaced in its place.

        Raises:
            FileError: the disk has no room for them; some may have been kept.
            ValueError: an id is empty, or longer than 48 bytes.
        """
        records = np.zeros(len(ids), self._type)
        for index, audio_id in enumerate(ids):
            records[index]["id"] = name = audio_id.encode()
            if not 0 < len(name) <= _ID_BYTES:
                raise ValueError(f"{audio_id!r} is no audio id")
        records["row"] = rows
        records["check"] = _checksums(records)
        with self._lock:
            try:
                self._keep(ids, records)
            except OSError as error:
                raise self._error(error) from error

    def close(self) -> None:
        """Give the file back; what was appended is in it."""
        with self._lock:
            for held in (self._file, self._claim):
                if held is not None:
                    held.close()

    def _keep(self, ids: Sequence[str], records: NDArray[np.void]) -> None:
        self._found_for = None
        fresh: dict[str, int] = {}
        for index, audio_id in enumerate(ids):
            if audio_id in self._places:
                self._write(self._places[audio_id], records[index : index + 1])
            elif self._free:
                place = self._free[-1]
                self._write(place, records[index : index + 1])
                self._free.pop()
                self._ids[place] = audio_id
                self._places[audio_id] = place
            else:
                fresh[audio_id] = index
        begin = len(self._ids)
        self._reserve(begin + len(fresh))
        self._write(begin, records[list(fresh.values())])
        self._places.update(zip(fresh, range(begin, begin + len(fresh)), strict=True))
        self._ids.extend(fresh)

    def _write(self, place: int, records: NDArray[np.void]) -> None:
        """Write records side by side.

        Into a file not through the mapping: a disk that is full is then an error, not the end of the process.
        """
        if self._file is None:
            self._records[place : place + len(records)] = records
            return
        self._file.seek(_HEAD_BYTES + place * self._type.itemsize)
        rest = memoryview(records.tobytes())
        while rest:
            rest = rest[self._file.write(rest) :]

    def _reserve(self, count: int) -> None:
        """Make room for `count` records in all."""
        if count <= len(self._records):
            return
        capacity = max(_LEAST_CAPACITY, int(count * _GROWTH))
        if self._file is None:
            grown = np.zeros(capacity, self._type)
            grown[: len(self._records)] = self._records
            self._records = grown
        else:
            self._file.truncate(_HEAD_BYTES + capacity * self._type.itemsize)
            self._records = self._mapped(self._file)

    def _begun(self) -> FileIO:
        """Open the file to write, an empty one where there is none or none that can be read."""
        if not self._path.exists() or _head_of(self._path) != self._head:
            write_whole(self._path, self._head)
        _drop_oldest(self._path)
        return FileIO(self._path, "r+b")

    def _mapped(self, file: FileIO) -> NDArray[np.void]:
        capacity = (os.fstat(file.fileno()).st_size - _HEAD_BYTES) // self._type.itemsize
        if not capacity:
            return np.zeros(0, self._type)
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)  # lives as long as the array
        return np.frombuffer(mapped, self._type, capacity, _HEAD_BYTES)

    def _copied(self) -> NDArray[np.void]:
        """What another process has written so far; nothing if it has not begun."""
        content = self._path.read_bytes() if self._path.exists() else b""
        if content[:_HEAD_BYTES] != self._head:
            return np.zeros(0, self._type)
        whole = (len(content) - _HEAD_BYTES) // self._type.itemsize
        return np.frombuffer(content, self._type, whole, _HEAD_BYTES).copy()

    def _take_in(self) -> None:
        """Find what counts, and blank what is damaged in the midst of it."""
        sound = self._records["check"] == _checksums(self._records)
        count = int(np.flatnonzero(sound)[-1]) + 1 if sound.any() else 0
        names = self._records["id"][:count].tolist()
        self._ids = [name.decode(errors="replace") for name in names]
        for place in np.flatnonzero(~sound[:count]).tolist():
            self._ids[place] = ""
        self._free = [place for place, audio_id in enumerate(self._ids) if not audio_id]
        self._places = {audio_id: place for place, audio_id in enumerate(self._ids) if audio_id}
        blank = np.zeros(1, self._type)
        blank["row"] = np.nan
        blank["check"] = _checksums(blank)
        for place in self._free:
            self._write(place, blank)

    def _error(self, error: OSError) -> FileError:
        return FileError(
            self._path,
            f"The table {self._path} can't be used ({error.strerror or error}); free space on its disk or"
            " give yourself permission: it may be deleted at any time.",
        )


def _checksums(records: NDArray[np.void]) -> NDArray[np.uint32]:
    """(N,) a number that any change of a record changes, but for one in four milliards.

    The words of each record, each times an odd number of its own, so that a single wrong word never goes
    unseen. All records at once take a tenth of what CRC-32 one by one takes. Nothing but zeros is not right.
    """
    words = np.ascontiguousarray(records).view(np.uint32).reshape(len(records), records.itemsize // 4)
    factors = np.cumprod(np.full(words.shape[1], 2_654_435_761, np.uint32), dtype=np.uint32)
    factors[_ID_BYTES // 4] = 0
    return np.asarray(np.einsum("nw,w->n", words, factors) + np.uint32(1), np.uint32)


def _claim(path: Path) -> HeldFile | None:
    """Be the one who writes; None if somebody else is, or where files can't be held."""
    try:
        return HeldFile(path)
    except OSError:
        return None


def _head_of(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEAD_BYTES)


def _drop_oldest(used: Path) -> None:
    """Delete the tables that were not opened for the longest time."""
    os.utime(used)
    found = sorted(used.parent.glob(f"*{_SUFFIX}"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in found[_TABLES_KEPT + 1 :]:
        path.unlink(missing_ok=True)
