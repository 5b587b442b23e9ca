"""What a distance between embeddings is worth: pairs that don't belong together."""

import numpy as np

from tivm_desktop.training.archives.archive import PairedArchive
from tivm_desktop.training.learning.run import Run

QUANTILES = 100
_MOST_ITEMS = 1500
_DECIMALS = 5


def reference_distances(run: Run, archive: PairedArchive) -> tuple[float, ...]:
    """Return quantiles of the distance between the video of one item and the music of another group's.

    All such pairs of the archive count (of the 1500 items spread evenly over a larger one); the quantiles are
    those of .5 %, 1.5 % .. 99.5 %, ascending; see `domain.tower_fit.TowerScale`.

    Raises:
        RunError: the archive lacks a column of the run, or all its items are of one group.
    """
    count = min(len(archive), _MOST_ITEMS)
    items = np.linspace(0, len(archive) - 1, count).round().astype(np.int64)
    groups = np.unique(np.asarray(archive.groups), return_inverse=True)[1][items]
    strangers = groups[:, np.newaxis] != groups
    cosine = run.similarity(archive, items, items)[strangers]
    if not cosine.size:
        return ()
    distances = np.sqrt(np.clip(2 - 2 * cosine, 0, 4))
    shares = (np.arange(QUANTILES) + 0.5) / QUANTILES
    return tuple(float(one) for one in np.quantile(distances, shares).round(_DECIMALS))
