"""An archive whose items have lost their ends."""

from dataclasses import replace
from itertools import pairwise

import numpy as np

from tivm_desktop.domain.inner_rows import inner_rows
from tivm_desktop.training.archives.archive import PairedArchive


def without_ends(archive: PairedArchive, ends_s: float) -> PairedArchive:
    """Return the archive without the first and last `ends_s` seconds of each item.

    Shorter items lose less, see `domain.inner_rows`. An archive that has lost as much already is returned
    as it is, and so is any archive where `ends_s` is 0.

    Raises:
        ValueError: it has lost another stretch already.
    """
    if ends_s == archive.ends_s or not ends_s:
        return archive
    if archive.ends_s:
        raise ValueError(f"the items have lost {archive.ends_s:g} s at either end already, not {ends_s:g} s")
    edge = round(ends_s * archive.rate_hz)
    kept, lengths = [], []
    for first, end in pairwise(archive.offsets.tolist()):
        inner = inner_rows(end - first, edge)
        kept.append(np.arange(first + inner.start, first + inner.stop))
        lengths.append(inner.stop - inner.start)
    rows = np.concatenate(kept)
    return replace(
        archive,
        offsets=np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64),
        ends_s=ends_s,
        video={name: column[rows] for name, column in archive.video.items()},
        music={name: column[rows] for name, column in archive.music.items()},
    )
