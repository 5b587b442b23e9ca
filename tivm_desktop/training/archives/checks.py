"""What must hold for a paired archive before anything is trained on it or written to it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.errors import ArchiveError
from tivm_desktop.training.archives.npz import told


def check_items(
    path: Path,
    songs: Sequence[str],
    splits: Sequence[str],
    groups: Sequence[str],
    offsets: NDArray[np.int64],
    rate_hz: float,
) -> None:
    """Check ids, splits, groups, offsets and rate against each other.

    Raises:
        ArchiveError: their sizes differ, an id is there twice, there are fewer than two items, offsets don't
            ascend from 0, or the rate is not a positive number.
    """
    if len(songs) < 2:
        raise ArchiveError(
            path,
            f"{path} holds {len(songs)} item(s), and nothing can be compared with fewer than two; add items.",
        )
    for name, values in (("split", splits), ("group", groups)):
        if len(values) != len(songs):
            raise ArchiveError(
                path,
                f"{path}: `{name}` has {len(values)} values for {len(songs)} items; make the archive again.",
            )
    song, times = Counter(songs).most_common(1)[0]
    if times > 1:
        raise ArchiveError(path, f"{path} holds item {song} {times} times; give each item an id of its own.")
    if len(offsets) != len(songs) + 1:
        raise ArchiveError(
            path,
            f"{path}: `offsets` has {len(offsets)} values for {len(songs)} items, but one more than items is "
            "wanted; make the archive again.",
        )
    if offsets[0] != 0 or not (np.diff(offsets) > 0).all():
        raise ArchiveError(
            path, f"{path}: `offsets` don't ascend from 0 with a row for each item; make the archive again."
        )
    if not (np.isfinite(rate_hz) and rate_hz > 0):
        raise ArchiveError(
            path, f"{path}: `rate_hz` is {rate_hz}, not a positive number; make the archive again."
        )


def check_columns(
    path: Path, side: str, columns: Mapping[str, FloatArray], songs: Sequence[str], offsets: NDArray[np.int64]
) -> None:
    """Check the columns of one side.

    Raises:
        ArchiveError: there is none, one is not (N, D) with D >= 1 and as many rows as `offsets` says, or one
            holds a NaN or an infinity; the item is named.
    """
    if not columns:
        raise ArchiveError(path, f"{path} has no {side} column; make the archive with at least one.")
    rows = int(offsets[-1])
    for name, column in columns.items():
        if column.ndim != 2 or column.shape[1] < 1:
            raise ArchiveError(
                path,
                f"{path}: {side} column `{name}` has shape {column.shape}, not (rows, width); make it again.",
            )
        if len(column) != rows:
            raise ArchiveError(
                path,
                f"{path}: {side} column `{name}` has {len(column)} rows, but `offsets` end at {rows}; "
                "make the archive again.",
            )
        unfit = np.flatnonzero(~np.isfinite(column).all(axis=1))
        if unfit.size:
            item = int(np.searchsorted(offsets, unfit[0], side="right")) - 1
            raise ArchiveError(
                path,
                f"{path}: {side} column `{name}` holds NaN or infinity in {unfit.size} row(s), first in item "
                f"{songs[item]}, row {unfit[0] - offsets[item]}; remove the item or compute it again.",
            )


def check_wanted(path: Path, side: str, wanted: Sequence[str], there: Sequence[str]) -> None:
    """Check the names of columns that somebody asks for.

    Raises:
        ArchiveError: none is asked for, one twice, or one that is not `there`.
    """
    if not wanted:
        raise ArchiveError(path, f"{path}: no {side} column is asked for; name some of {told(there)}.")
    missing = [name for name in wanted if name not in there]
    if missing:
        raise ArchiveError(
            path, f"{path} has no {side} column {told(missing)}; its {side} columns are {told(there)}."
        )
    if len(set(wanted)) < len(wanted):
        raise ArchiveError(
            path, f"{path}: a {side} column is asked for twice in {told(wanted)}; name it once."
        )
