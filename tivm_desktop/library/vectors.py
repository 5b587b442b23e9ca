"""Every track as a row of numbers, in one memory-mapped file that may be deleted at any time."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray


class VectorTable:
    """Rows by audio id, for one pack and calibration. One thread at a time may use it."""

    def __init__(self, folder: Path, key: str, width: int) -> None:
        """Open the table of `key` in `folder`, or begin an empty one where there is none or it is damaged.

        Args:
            folder: which need not exist.
            key: what the rows were computed with: the ranking key.
            width: D, the length of a row.

        Raises:
            FileError: the file can't be made or read.
        """
        raise NotImplementedError

    @property
    def ids(self) -> Sequence[str]:
        """The audio id of each row, N of them; "" for a row that was found damaged and stands for nothing."""
        raise NotImplementedError

    @property
    def rows(self) -> NDArray[np.float32]:
        """(N, D) the rows, mapped and read-only; ask again after `append`."""
        raise NotImplementedError

    def row_of(self, audio_id: str) -> int | None:
        """Where the row of a sound is, or None."""
        raise NotImplementedError

    def rows_of(self, audio_ids: Sequence[str]) -> NDArray[np.int32]:
        """(M,) where the rows of sounds are; -1 where there is none."""
        raise NotImplementedError

    def append(self, ids: Sequence[str], rows: NDArray[np.float32]) -> None:
        """Keep (M, D) rows; that of a sound that has one already is replaced in its place.

        Raises:
            FileError: the disk has no room for them.
        """
        raise NotImplementedError

    def close(self) -> None:
        """Give the file back; what was appended is in it."""
        raise NotImplementedError
