"""Shapes of the timeline: arrays of a video and a track made into paths and strips to paint."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPolygonF

from tivm_desktop.domain.rates import PEAK_RATE_HZ


def motion_outline(motion: NDArray[np.float32], seconds: float, area: QRectF) -> QPolygonF:
    """Return the filled motion curve: (T,) values, one a second, over `seconds` of video.

    The height is the square root of motion over its 98th percentile, so that quiet scenes show.
    """
    top = float(np.percentile(motion, 98)) if len(motion) else 0.0
    heights = np.sqrt(np.clip(motion / top, 0, 1)) if top > 0 else np.zeros_like(motion)
    width = area.width() / max(seconds, 1e-6)
    points = [QPointF(area.left(), area.bottom())]
    for second, height in enumerate(heights):
        x = area.left() + min((second + 0.5) * width, area.width())
        points.append(QPointF(x, area.bottom() - float(height) * area.height()))
    points.append(QPointF(area.right(), points[-1].y()))
    points.append(QPointF(area.right(), area.bottom()))
    return QPolygonF(points)


def fit_outline(score: NDArray[np.float64], offsets_s: NDArray[np.float64], area: QRectF) -> QPolygonF:
    """Return the filled curve of how well a track fits: (O,) scores at (O,) ascending placements, O > 1.

    Only what is better than the middle of all placements rises; each pixel column shows its best.
    """
    middle, highest = float(np.median(score)), float(score.max())
    share = np.clip((score - middle) / max(highest - middle, 1e-6), 0.0, 1.0)
    xs = area.left() + (offsets_s - offsets_s[0]) * (area.width() / (offsets_s[-1] - offsets_s[0]))
    column = np.floor(xs).astype(int)
    first = np.flatnonzero(np.diff(column, prepend=column[0] - 1))
    tops = np.maximum.reduceat(share, first)
    points = [QPointF(float(xs[0]), area.bottom())]
    points += [
        QPointF(x, area.bottom() - area.height() * top)
        for x, top in zip(xs[first].tolist(), tops.tolist(), strict=True)
    ]
    return QPolygonF([*points, QPointF(float(xs[-1]), area.bottom())])


def waveform_columns(
    peaks: NDArray[np.float32], placement_s: float, seconds: float, columns: int
) -> NDArray[np.float32]:
    """Return (columns, 2) lowest and highest sample under each pixel column of the video's timeline.

    Column c shows seconds [c, c+1) * seconds/columns of the video, which is that much plus `placement_s` of
    the track. NaN where the track does not sound.
    """
    edges = (np.arange(columns + 1) * (seconds / max(columns, 1)) + placement_s) * PEAK_RATE_HZ
    starts = np.floor(edges[:-1]).astype(np.int64)
    stops = np.maximum(np.ceil(edges[1:]).astype(np.int64), starts + 1)
    result = np.full((columns, 2), np.nan, np.float32)
    sounding = (stops > 0) & (starts < len(peaks))
    if sounding.any():
        first = np.clip(starts[sounding], 0, len(peaks) - 1)
        behind = np.clip(stops[sounding], first + 1, len(peaks))
        spans = np.stack([first, behind], axis=1).ravel()
        padded = np.concatenate([peaks, peaks[-1:]])
        result[sounding, 0] = np.minimum.reduceat(padded[:, 0], spans)[::2]
        result[sounding, 1] = np.maximum.reduceat(padded[:, 1], spans)[::2]
    return result


def waveform_image(
    columns: NDArray[np.float32], top: float, height: int, room: int, rgb: tuple[int, int, int]
) -> NDArray[np.uint32]:
    """Return the pixels of a waveform, (height + room, W) premultiplied ARGB, the lowest `room` rows empty.

    Args:
        columns: (W, 2) lowest and highest sample of each column, NaN for none.
        top: the sample that reaches the edge.
        height: of the waveform.
        room: rows left empty below it.
        rgb: its colour; half as strong in the outer half of its height.
    """
    middle = height / 2
    half = middle / top
    rows = np.arange(height + room)[:, None]
    low, high = columns[:, 0], columns[:, 1]
    pixels = np.zeros((height + room, len(columns)), np.uint32)
    for share, alpha in ((1.0, 0.5), (0.5, 1.0)):
        above = np.floor(middle - high * half * share)
        below = np.maximum(np.ceil(middle - low * half * share), above + 1)
        pixels[(rows >= above) & (rows < below)] = _premultiplied(rgb, np.asarray(alpha))
    return pixels


def strip_image(columns: NDArray[np.float32], rgb: tuple[int, int, int]) -> NDArray[np.uint32]:
    """Return the pixels of a strip, (W,) premultiplied ARGB: the stronger the higher (W,) values are, 0..1.

    NaN is left empty.
    """
    alpha = np.where(np.isnan(columns), 0.0, 0.12 + 0.88 * np.nan_to_num(columns) ** 2)
    return _premultiplied(rgb, alpha)


def _premultiplied(rgb: tuple[int, int, int], alpha: NDArray[np.float64]) -> NDArray[np.uint32]:
    red, green, blue = (np.rint(value * alpha).astype(np.uint32) for value in rgb)
    opacity = np.rint(255 * alpha).astype(np.uint32)
    return np.asarray(opacity << 24 | red << 16 | green << 8 | blue, np.uint32)


def loudest(peaks: NDArray[np.float32]) -> float:
    """Return the highest absolute sample, at least a little, to scale a waveform by."""
    return max(float(np.abs(peaks).max()) if len(peaks) else 0.0, 0.05)


def fit_columns(curve: Sequence[float], seconds: float, columns: int) -> NDArray[np.float32]:
    """Return (columns,) the agreement 0..1 under each pixel column, NaN beyond the curve.

    Column c shows seconds [c, c+1) * seconds/columns of the video: the value of its middle, one a second.
    """
    result = np.full(columns, np.nan, np.float32)
    second = np.floor((np.arange(columns) + 0.5) * (seconds / max(columns, 1))).astype(np.int64)
    inside = second < len(curve)
    result[inside] = np.clip(np.asarray(curve, np.float32)[second[inside]], 0.0, 1.0)
    return result


def tick_step_s(seconds: float, width_px: float, least_px: float = 88) -> float:
    """Return a round distance between time labels that leaves `least_px` for each."""
    for step in (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200, 1800, 3600):
        if seconds <= 0 or step / seconds * width_px >= least_px:
            return float(step)
    return 7200.0
