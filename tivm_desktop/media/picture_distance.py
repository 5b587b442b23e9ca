"""How far a small picture is from the ones just before it, in the three ways in which shots differ."""

from collections import deque
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.media.colour import luma_of

Thumbnail = NDArray[np.uint8]

THUMBNAIL_SIZE = (64, 36)
"""Width and height of the pictures compared."""
MEASURES = 3
"""Distances that are measured: of blocks, of colours, of structure."""
LAGS = 7
"""How many earlier pictures each one is compared with."""

_BLOCK = 2
_ROWS, _COLUMNS = THUMBNAIL_SIZE[1] // _BLOCK, THUMBNAIL_SIZE[0] // _BLOCK
_BAR_LUMA = 24
"""Rows and columns that were never lighter than this are the bars of a letterbox."""
_LEVEL_FLOOR = 4.0
_STRUCTURE_FLOOR = 20.0
_COLOUR_BINS = 8
_COLOUR_BIN = (np.sqrt(np.arange(256) / 256) * _COLOUR_BINS).astype(np.intp)
"""Finer in the dark, so that shots at night differ too."""


class RecentPictures:
    """Compare each picture with up to `LAGS` earlier ones.

    Black bars are left out: rows and columns at the edge that have not been lit since the start of the file.
    """

    def __init__(self) -> None:
        self._blocks: deque[FloatArray] = deque(maxlen=LAGS + 1)
        self._views: deque[_View] = deque(maxlen=LAGS + 1)
        self._colours: deque[FloatArray] = deque(maxlen=LAGS + 1)
        self._lit_rows = np.zeros(THUMBNAIL_SIZE[1], bool)
        self._lit_columns = np.zeros(THUMBNAIL_SIZE[0], bool)
        self._lit = (slice(None), slice(None))

    def distances(self, picture: Thumbnail) -> FloatArray:
        """Take the next (36, 64, 3) RGB picture.

        Returns:
            (LAGS, MEASURES) float32, row m - 1 is the distance to the picture m before; inf where there is
            none. Measures: mean absolute RGB difference of 2x2 blocks in units of the contrast and brightness
            of both; half the L1 distance of 8x8x8 histograms of the roots of RGB, 0..1; half the squared
            distance of luma structure (9x16, mean removed, softly normalised: 1 is unrelated, plain pictures
            are alike).
        """
        result = np.full((LAGS, MEASURES), np.inf, np.float32)
        known = min(len(self._blocks), LAGS)
        self._blocks.appendleft(_halved(picture.astype(np.float32)))
        self._colours.appendleft(_histogram(picture))
        if self._more_is_lit(picture):
            self._views = deque((_view(blocks[self._lit]) for blocks in self._blocks), maxlen=LAGS + 1)
        else:
            self._views.appendleft(_view(self._blocks[0][self._lit]))
        new, earlier = self._views[0], list(self._views)[1 : known + 1]
        if not earlier:
            return result

        difference = np.abs(np.array([view.pixels for view in earlier]) - new.pixels)
        levels = np.array([view.level for view in earlier], np.float32)
        result[:known, 0] = difference.mean(axis=1) / ((levels + new.level) / 2 + _LEVEL_FLOOR)
        lit_share = new.pixels.size / (_ROWS * _COLUMNS * 3)
        moved = np.abs(np.array(list(self._colours)[1 : known + 1]) - self._colours[0])
        result[:known, 1] = moved.sum(axis=1) / (2 * lit_share)
        apart = np.array([view.structure for view in earlier]) - new.structure
        result[:known, 2] = np.einsum("ij,ij->i", apart, apart) / 2
        return result

    def _more_is_lit(self, picture: Thumbnail) -> bool:
        if self._lit_rows.all() and self._lit_columns.all():
            return False
        brightest = np.maximum(np.maximum(picture[..., 0], picture[..., 1]), picture[..., 2])
        self._lit_rows |= brightest.max(axis=1) > _BAR_LUMA
        self._lit_columns |= brightest.max(axis=0) > _BAR_LUMA
        lit = _whole_blocks(self._lit_rows), _whole_blocks(self._lit_columns)
        changed = lit != self._lit
        self._lit = lit
        return changed


@dataclass(frozen=True, slots=True, eq=False)
class _View:
    """The lit part of one picture."""

    pixels: FloatArray
    level: float
    structure: FloatArray


def mean_difference(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> float:
    """Return the mean absolute difference of two pictures of one shape, 0..255."""
    return float(np.abs(one.astype(np.int16) - other).mean(dtype=np.float64))


def _view(blocks: FloatArray) -> _View:
    pixels = np.ascontiguousarray(blocks).reshape(-1)
    return _View(pixels, float(pixels.std() + 0.3 * pixels.mean()), _structure(blocks))


def _halved(picture: FloatArray) -> FloatArray:
    """Means of 2x2 pixels."""
    upper = picture[0::2, 0::2] + picture[0::2, 1::2]
    lower = picture[1::2, 0::2] + picture[1::2, 1::2]
    return np.asarray((upper + lower) / 4, np.float32)


def _histogram(picture: Thumbnail) -> FloatArray:
    """Share of the pixels in each of 8x8x8 colours."""
    coarse = _COLOUR_BIN[picture]
    colour = (coarse[..., 0] * _COLOUR_BINS + coarse[..., 1]) * _COLOUR_BINS + coarse[..., 2]
    counts = np.bincount(colour.ravel(), minlength=_COLOUR_BINS**3)
    return (counts / colour.size).astype(np.float32)


def _structure(blocks: FloatArray) -> FloatArray:
    """(H, W, 3) -> (K,): luma of 2x2 blocks, without the mean, at most of length 1."""
    height, width = blocks.shape[:2]
    luma = luma_of(blocks[: height // 2 * 2, : width // 2 * 2])
    flat = _halved(luma).reshape(-1)
    flat = flat - flat.mean()
    return np.asarray(flat / (np.sqrt((flat * flat).sum()) + _STRUCTURE_FLOOR), np.float32)


def _whole_blocks(lit: NDArray[np.bool_]) -> slice:
    """The blocks between the first and the last lit line; all where nothing or next to nothing is lit."""
    lines = np.flatnonzero(lit)
    if len(lines) == 0:
        return slice(None)
    first, last = -(-int(lines[0]) // _BLOCK), (int(lines[-1]) + 1) // _BLOCK
    return slice(first, last) if last - first > 1 else slice(None)
