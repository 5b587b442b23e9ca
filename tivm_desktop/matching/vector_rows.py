"""The row of numbers of every track, on disk as far as there is room for it."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.errors import FileError
from tivm_desktop.library.vectors import VectorTable


class VectorRows:
    """A table of rows by audio id; one that can't be written is kept in memory. One thread, but for `has`."""

    def __init__(self, folder: Path, key: str, width: int, warn: Callable[[str], None]) -> None:
        """Open the table, or begin one.

        Args:
            folder: where tables are kept.
            key: what the rows are computed with.
            width: D, numbers in a row.
            warn: called with what goes wrong with the disk.
        """
        self._warn = warn
        self._width = width
        self._extra: dict[str, FloatArray] = {}
        self._table: VectorTable | None = None
        try:
            self._table = VectorTable(folder, key, width)
        except FileError as error:
            warn(str(error))
        self._ids = set(self._table.ids) if self._table is not None else set()

    def has(self, audio_id: str) -> bool:
        """Tell whether there is a row for a sound. Any thread."""
        return audio_id in self._ids

    def put(self, audio_id: str, row: FloatArray) -> None:
        """Keep a sound's (D,) row."""
        self._ids.add(audio_id)
        if self._table is not None and audio_id not in self._extra:
            try:
                self._table.append([audio_id], row[None])
            except FileError as error:
                self._warn(str(error))
            else:
                return
        self._extra[audio_id] = row

    def put_all(self, ids: Sequence[str], rows: FloatArray) -> None:
        """Keep (M, D) rows where there are none yet; what can't be written is told and left out."""
        new = [place for place, audio_id in enumerate(ids) if audio_id not in self._ids]
        if self._table is None or not new:
            return
        try:
            self._table.append([ids[place] for place in new], rows[new])
        except (FileError, ValueError) as error:
            self._warn(str(error))
        else:
            self._ids.update(ids)

    def rows(self, audio_ids: Sequence[str]) -> list[FloatArray | None]:
        """Return the (D,) rows of sounds, None for one without."""
        found: list[FloatArray | None] = [None] * len(audio_ids)
        if self._table is not None:
            places = self._table.rows_of(audio_ids)
            known = np.flatnonzero(places >= 0)
            for place, row in zip(known.tolist(), self._table.rows[places[known]], strict=True):
                found[place] = row
        if self._extra:
            return [self._extra.get(one, row) for one, row in zip(audio_ids, found, strict=True)]
        return found

    def spread(
        self,
        audio_ids: Sequence[str],
        compute: Callable[[FloatArray], tuple[FloatArray, FloatArray]],
    ) -> tuple[FloatArray, FloatArray]:
        """Compute two numbers of each row and lay them out by `audio_ids`.

        Args:
            audio_ids: N of them.
            compute: of (M, D) rows the two numbers, (M,) each.

        Returns:
            (N,) each, NaN for what has no row.
        """
        first, second = (np.full(len(audio_ids), np.nan, np.float32) for _ in range(2))
        if self._table is not None and len(self._table.rows):
            where: NDArray[np.int32] = self._table.rows_of(audio_ids)
            known = np.flatnonzero(where >= 0)
            for column, values in zip((first, second), compute(self._table.rows), strict=True):
                column[known] = values[where[known]]
        places = [place for place, one in enumerate(audio_ids) if one in self._extra] if self._extra else []
        if places:
            extra = np.stack([self._extra[audio_ids[place]] for place in places])
            for column, values in zip((first, second), compute(extra), strict=True):
                column[places] = values
        return first, second

    def close(self) -> None:
        """Give the table back."""
        if self._table is not None:
            self._table.close()
            self._table = None
