"""Writing a paired archive item by item: memory holds one item, the file appears whole or not at all."""

import os
import shutil
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Final, Self

import numpy as np
from numpy.typing import DTypeLike, NDArray

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.errors import ArchiveError
from tivm_desktop.training.archives.checks import check_columns, check_items
from tivm_desktop.training.archives.duplicates import fingerprint, joined

_SIDES: Final = ("video", "music")
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_CHUNK: Final = 1 << 22


class ArchiveWriter:
    """A context manager: `add` items, and the archive is at `path` when the block ends without an error.

    Rows are spooled into a hidden folder beside `path`, which is removed however the block ends (a killed
    process leaves it behind, and never a half-written archive). The same items give the same bytes.
    """

    def __init__(
        self,
        path: Path,
        video: Mapping[str, int],
        music: Mapping[str, int],
        rate_hz: float,
        dtype: DTypeLike = np.float16,
        encoders: Mapping[str, str] | None = None,
    ) -> None:
        """Take what the archive will be like.

        Args:
            path: where it goes.
            video: column name -> width, in their order; those of the first item where empty.
            music: the same of the music.
            rate_hz: rows a second.
            dtype: float16 or float32.
            encoders: "video" and "music" -> id of the encoder that gave columns of that side, where one did.
        """
        self._path = path
        self._widths = {"video": dict(video), "music": dict(music)}
        self._rate_hz = rate_hz
        self._dtype = np.dtype(dtype)
        self._encoders = dict(encoders or {})
        self._songs: list[str] = []
        self._splits: list[str] = []
        self._groups: list[str] = []
        self._offsets = [0]
        self._prints: dict[str, list[bytes | None]] = {side: [] for side in _SIDES}
        self._spools: dict[str, BinaryIO] = {}
        self._open = ExitStack()

    @property
    def path(self) -> Path:
        """Where the archive goes."""
        return self._path

    @property
    def rate_hz(self) -> float:
        """Rows a second."""
        return self._rate_hz

    @property
    def groups(self) -> tuple[str, ...]:
        """(S,) groups of the items added so far; items with equal rows on one side share one."""
        return joined(self._groups, *self._prints.values())

    @property
    def splits(self) -> tuple[str, ...]:
        """(S,) splits of the items added so far."""
        return tuple(self._splits)

    @property
    def items(self) -> int:
        """Items added so far."""
        return len(self._songs)

    @property
    def rows(self) -> int:
        """Rows added so far."""
        return self._offsets[-1]

    def widths(self, side: str) -> dict[str, int]:
        """Column name -> width of "video" or "music"."""
        return dict(self._widths[side])

    def assign(self, splits: Sequence[str]) -> None:
        """Give every item added so far its split, (S,) in their order, in place of what `add` was told."""
        self._splits = list(splits)

    def __enter__(self) -> Self:
        """Make the spool.

        Raises:
            ArchiveError: nothing can be written beside `path`, or `path` is a folder.
        """
        if self._path.is_dir():
            raise ArchiveError(self._path, f"{self._path} is a folder; name a file to write the archive to.")
        try:
            folder = self._open.enter_context(
                tempfile.TemporaryDirectory(prefix=f".{self._path.name}-", dir=self._path.absolute().parent)
            )
            self._folder = Path(folder)
            for side in _SIDES:
                self._spools[side] = self._open.enter_context((self._folder / side).open("w+b"))
        except OSError as error:
            self._open.close()
            raise self._unwritable(error) from error
        return self

    def add(
        self,
        song: str,
        group: str,
        video: Mapping[str, FloatArray],
        music: Mapping[str, FloatArray],
        split: str = "train",
    ) -> None:
        """Add one item: columns by name, (T, D) each, T equal on both sides.

        Raises:
            ArchiveError: a column is missing, of another width or length, not finite, or beyond what the
                archive's type holds; or the disk is full.
        """
        sides: tuple[tuple[str, Mapping[str, FloatArray]], ...] = (("video", video), ("music", music))
        length = next((len(column) for column in video.values()), 0)
        blocks = {side: self._block(song, side, columns, length) for side, columns in sides}
        for side, columns in sides:
            self._widths[side] = self._widths[side] or {name: one.shape[1] for name, one in columns.items()}
        try:
            for side, block in blocks.items():
                self._spools[side].write(block.tobytes())
        except OSError as error:
            raise self._unwritable(error) from error
        for side, block in blocks.items():
            self._prints[side].append(fingerprint(np.asarray(block, np.float32)))
        self._songs.append(song)
        self._splits.append(split)
        self._groups.append(group)
        self._offsets.append(self._offsets[-1] + length)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Put the archive in place, unless the block failed; remove the spool.

        Raises:
            ArchiveError: fewer than two items were added, an id twice, or the file can't be written.
        """
        try:
            if kind is None:
                self._finish()
        finally:
            with suppress(OSError):  # a full disk fails the closing of a spool once more
                self._open.close()

    def _block(
        self, song: str, side: str, columns: Mapping[str, FloatArray], length: int
    ) -> NDArray[np.floating]:
        there = {name: column.shape[1] if column.ndim == 2 else 0 for name, column in columns.items()}
        widths = self._widths[side] or there
        if there != widths:
            raise ArchiveError(
                self._path,
                f"{self._path}: item {song} has {side} columns {there} where {widths} were promised; "
                "make its features again.",
            )
        check_columns(self._path, side, columns, (song,), np.array([0, length]))
        block = np.concatenate([columns[name] for name in widths], axis=1)
        limit = float(np.finfo(self._dtype).max)
        if length and float(np.abs(block).max()) > limit:
            raise ArchiveError(
                self._path,
                f"{self._path}: item {song} has {side} values beyond {limit:g}, the most that {self._dtype} "
                "holds; write float32 instead.",
            )
        return block.astype(self._dtype)

    def _finish(self) -> None:
        offsets = np.array(self._offsets, np.int64)
        check_items(self._path, self._songs, self._splits, self._groups, offsets, self._rate_hz)
        whole = self._folder / "archive.npz"
        try:
            with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
                for name, texts in (("song", self._songs), ("split", self._splits), ("group", self.groups)):
                    _write(archive, name, np.array(texts, np.str_))
                _write(archive, "offsets", offsets)
                _write(archive, "rate_hz", np.array(self._rate_hz))
                for side, encoder in sorted(self._encoders.items()):
                    _write(archive, f"{side}_encoder", np.array([encoder], np.str_))
                for side in _SIDES:
                    widths = self._widths[side]
                    _write(archive, f"{side}_columns", np.array(list(widths), np.str_))
                    _write(archive, f"{side}_widths", np.array(list(widths.values()), np.int64))
                    shape = (self.rows, sum(widths.values()))
                    _copy(archive, side, self._spools[side], shape, self._dtype)
            with whole.open("rb") as written:
                os.fsync(written.fileno())
            whole.replace(self._path)
        except OSError as error:
            raise self._unwritable(error) from error

    def _unwritable(self, error: OSError) -> ArchiveError:
        return ArchiveError(
            self._path,
            f"{self._path} can't be written ({error.strerror or error}); free space or choose another place.",
        )


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(f"{name}.npy", _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


def _write(archive: zipfile.ZipFile, name: str, array: NDArray[np.generic]) -> None:
    with archive.open(_entry(name), "w", force_zip64=True) as member:
        np.lib.format.write_array(member, array, allow_pickle=False)


def _copy(
    archive: zipfile.ZipFile, name: str, spool: BinaryIO, shape: Sequence[int], dtype: np.dtype[np.generic]
) -> None:
    """Write a spool of rows as an array, now that the number of rows is known."""
    spool.seek(0)
    header = {"descr": np.lib.format.dtype_to_descr(dtype), "fortran_order": False, "shape": tuple(shape)}
    with archive.open(_entry(name), "w", force_zip64=True) as member:
        np.lib.format.write_array_header_1_0(member, header)
        shutil.copyfileobj(spool, member, _CHUNK)
