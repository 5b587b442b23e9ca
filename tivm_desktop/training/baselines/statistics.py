"""One vector per item: what its timelines are like, whatever their length."""

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.training.archives.archive import PairedArchive, Side
from tivm_desktop.training.archives.kinds import COUNTED
from tivm_desktop.training.model.config import PERCENTILES

STATISTICS = 2 + len(PERCENTILES) + 2


def item_statistics(
    archive: PairedArchive, side: Side, column: str, items: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Describe one column of each item, without using how long the item is.

    Mean, deviation, the percentiles 1 to 99, and the mean and the root mean square of the step from row to
    row. Both sides of an item are equally long, so a number of rows on both sides would name the pair:
    percentiles are read off the empirical distribution, which does not change when an item is repeated.

    Args:
        archive: where the items are.
        side: of the column.
        column: its name; `D` wide.
        items: `(n,)` indices.

    Returns:
        `(n, STATISTICS * D)`: all of the first statistic, then all of the second, and so on.
    """
    values = archive.columns(side)[column]
    return np.stack([_describe(values[archive.offsets[i] : archive.offsets[i + 1]], column) for i in items])


def _describe(rows: NDArray[np.float32], column: str) -> NDArray[np.float64]:
    values = rows.astype(np.float64)
    if column in COUNTED:
        values = np.log1p(np.maximum(values, 0.0))
    steps = np.abs(np.diff(values, axis=0)) if len(values) > 1 else np.zeros_like(values)
    percentiles = np.percentile(values, PERCENTILES, axis=0, method="averaged_inverted_cdf")
    spread = [values.mean(axis=0), values.std(axis=0)]
    return np.concatenate([*spread, *percentiles, steps.mean(axis=0), np.sqrt((steps**2).mean(axis=0))])
