"""Parts of items against whole items: half a minute of picture, and whole tracks to choose from."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.arrays import IntArray
from tivm_desktop.domain.evaluation.figures import Ranking
from tivm_desktop.domain.evaluation.ranks import ranks
from tivm_desktop.training.archives.archive import PairedArchive
from tivm_desktop.training.evaluation.judging import Scorer, TwoWayRanking

SEGMENTS_S = (10, 30)
MOST_PER_ITEM = 8


def with_segments(
    archive: PairedArchive, items: IntArray, length_s: float, most: int = MOST_PER_ITEM
) -> tuple[PairedArchive, IntArray]:
    """Return an archive of the items followed by segments of them, and whose segment each is.

    Segments don't overlap; of an item that has more than `most` of them, `most` are taken, spread evenly. An
    item shorter than one segment is its own only segment.

    Args:
        archive: where the items are.
        items: `(n,)` indices into it.
        length_s: length of a segment in seconds.
        most: the most segments of one item.

    Returns:
        The archive (whole items first, in the order of `items`), and `(m,)` the position within `items` that
        each of the m segments is cut from.
    """
    rows = max(1, round(length_s * archive.rate_hz))
    begins = [_begins(int(archive.lengths[item]), rows, most) for item in items]
    source = np.repeat(np.arange(len(items)), [len(each) for each in begins])
    first = archive.offsets[items]
    starts = np.concatenate([first, *(first[at] + each for at, each in enumerate(begins))])
    stops = np.concatenate(
        [
            archive.offsets[items + 1],
            np.minimum(starts[len(items) :] + rows, archive.offsets[items + 1][source]),
        ]
    )
    index = np.concatenate([np.arange(start, stop) for start, stop in zip(starts, stops, strict=True)])
    songs = [archive.songs[item] for item in items]
    number = [at for each in begins for at in range(len(each))]
    named = [f"{songs[at]} segment {count}" for at, count in zip(source, number, strict=True)]
    of = [*items, *items[source]]
    whole_and_cut = replace(
        archive,
        path=None,
        songs=(*songs, *named),
        splits=tuple(archive.splits[item] for item in of),
        groups=tuple(archive.groups[item] for item in of),
        offsets=np.concatenate([[0], np.cumsum(stops - starts)]).astype(np.int64),
        video={name: column[index] for name, column in archive.video.items()},
        music={name: column[index] for name, column in archive.music.items()},
    )
    return whole_and_cut, source


def _begins(length: int, rows: int, most: int) -> NDArray[np.int64]:
    count = max(1, length // rows)
    chosen = np.unique(np.linspace(0, count - 1, min(count, most)).round().astype(np.int64))
    return np.asarray(chosen * rows)


def judge_segments(
    scorer: Scorer, archive: PairedArchive, items: IntArray, length_s: float, fold: int = 0
) -> TwoWayRanking:
    """Rank whole music for each segment of a video, and whole videos for each segment of music.

    A query's truth is the item that it is cut from; the pool is the whole items.

    Raises:
        ValueError: there are fewer than two items, or the scorer gives numbers that are not finite.
    """
    if len(items) < 2:
        raise ValueError("a pool of fewer than two items ranks nothing")
    both, source = with_segments(archive, items, length_s)
    whole = np.arange(len(items))
    parts = np.arange(len(items), len(both))
    folds, pools = np.full(len(parts), fold), np.full(len(parts), len(items))
    there = ranks(scorer.similarity(both, parts, whole), source)
    back = ranks(scorer.similarity(both, whole, parts).T, source)
    return TwoWayRanking(
        Ranking(items[source], folds, pools, there), Ranking(items[source], folds, pools, back)
    )
