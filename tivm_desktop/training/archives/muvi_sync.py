"""MuVi-Sync as packed in one .npz: real music videos second by second, each column an array of its own.

Source: J. Kang, S. Poria, D. Herremans, "Video2Music: Suitable music generation from videos using an
Affective Multimodal Transformer model", Expert Systems with Applications 249, 2024.
"""

from collections.abc import Callable
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.columns import relative_loudness
from tivm_desktop.domain.errors import ArchiveError
from tivm_desktop.training.archives.npz import NpzArrays

CHORD_ROOTS: Final = 13
"""None (-1) and C to B."""
CHORD_QUALITIES: Final = 14
"""N maj dim sus4 min7 min sus2 aug dim7 maj6 hdim7 7 min6 maj7, as 0 to 13."""

_NEEDS: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "video": {name: (name,) for name in ("clip", "emotion", "motion", "scene_offset")},
    "music": {
        "loudness": ("loudness",),
        "relative_loudness": ("loudness",),
        "note_density": ("note_density",),
        "chord": ("chord_root", "chord_quality"),
        "key": ("major",),
    },
}


ON_REQUEST: Final = frozenset({"relative_loudness"})
"""Columns that say another way what another column says: only there where they are asked for."""


def is_packed_muvi_sync(arrays: NpzArrays) -> bool:
    """Whether a file has at least one column of either side in this layout."""
    return all(
        any(arrays.names.issuperset(needs) for needs in _NEEDS[side].values()) for side in ("video", "music")
    )


def packed_columns(arrays: NpzArrays, side: str, offsets: NDArray[np.int64]) -> dict[str, FloatArray]:
    """Every column of `side` that the file has: name -> (N, D) float32.

    Video: `clip` (128), `emotion` (6), `motion` (1), `scene_offset` (1). Music: `loudness` (1),
    `relative_loudness` (1, in medians of the song), `note_density` (1), `chord` (27: one-hot of no root and
    C to B, then one-hot of the quality, 0 being none) and `key` (1: the song is in major, the same in all
    of its rows).

    Raises:
        ArchiveError: an array can't be read, or a chord or key is out of its range.
    """
    readers: dict[str, Callable[[], FloatArray]] = {
        "chord": lambda: _chords(arrays),
        "key": lambda: _keys(arrays, offsets),
        "relative_loudness": lambda: _relative_loudness(arrays, offsets),
    }
    return {
        name: readers.get(name, lambda name=name: arrays.matrix(name))()
        for name, needs in _NEEDS[side].items()
        if arrays.names.issuperset(needs)
    }


def _relative_loudness(arrays: NpzArrays, offsets: NDArray[np.int64]) -> FloatArray:
    loudness = arrays.matrix("loudness")
    parts = [relative_loudness(loudness[first:end]) for first, end in pairwise(offsets.tolist())]
    return np.concatenate(parts)


def _chords(arrays: NpzArrays) -> FloatArray:
    root = _one_hot(arrays, "chord_root", -1, CHORD_ROOTS)
    quality = _one_hot(arrays, "chord_quality", 0, CHORD_QUALITIES)
    if len(root) != len(quality):
        raise ArchiveError(
            arrays.path,
            f"{arrays.path}: `chord_root` has {len(root)} rows and `chord_quality` {len(quality)}; "
            "make the archive again.",
        )
    return np.concatenate([root, quality], axis=1)


def _one_hot(arrays: NpzArrays, name: str, lowest: int, count: int) -> FloatArray:
    values = arrays.integers(name) - lowest
    if values.size and not 0 <= values.min() <= values.max() < count:
        raise ArchiveError(
            arrays.path,
            f"{arrays.path}: `{name}` holds values outside {lowest} to {lowest + count - 1}; "
            "make the archive again.",
        )
    return np.eye(count, dtype=np.float32)[values]


def _keys(arrays: NpzArrays, offsets: NDArray[np.int64]) -> FloatArray:
    major = arrays.matrix("major")
    if major.shape != (len(offsets) - 1, 1):
        raise ArchiveError(
            arrays.path,
            f"{arrays.path}: `major` has shape {major.shape} for {len(offsets) - 1} items; "
            "make the archive again.",
        )
    return np.repeat(major, np.diff(offsets), axis=0)
