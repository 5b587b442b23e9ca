"""Shapes of the timeline: arrays of a video and a track made into paths and strips to paint."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPolygonF

PEAKS_HZ = 20
"""Waveform values a second in `SoundTimeline.peaks`."""


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


def waveform_columns(
    peaks: NDArray[np.float32], placement_s: float, seconds: float, columns: int
) -> NDArray[np.float32]:
    """Return (columns, 2) lowest and highest sample under each pixel column of the video's timeline.

    Column c shows seconds [c, c+1) * seconds/columns of the video, which is that much plus `placement_s` of
    the track. NaN where the track does not sound.
    """
    edges = (np.arange(columns + 1) * (seconds / max(columns, 1)) + placement_s) * PEAKS_HZ
    starts = np.floor(edges[:-1]).astype(np.int64)
    stops = np.maximum(np.ceil(edges[1:]).astype(np.int64), starts + 1)
    result = np.full((columns, 2), np.nan, np.float32)
    for column in np.flatnonzero((stops > 0) & (starts < len(peaks))):
        part = peaks[max(starts[column], 0) : stops[column]]
        result[column] = part[:, 0].min(), part[:, 1].max()
    return result


def loudest(peaks: NDArray[np.float32]) -> float:
    """Return the highest absolute sample, at least a little, to scale a waveform by."""
    return max(float(np.abs(peaks).max()) if len(peaks) else 0.0, 0.05)


def fit_cells(curve: Sequence[float], seconds: float, area: QRectF) -> list[tuple[QRectF, float]]:
    """Return one rectangle a second with its agreement 0..1, as far as the video reaches."""
    width = area.width() / max(seconds, 1e-6)
    cells = []
    for second, value in enumerate(curve):
        left = area.left() + second * width
        right = min(left + width, area.right())
        if right <= left:
            break
        cells.append((QRectF(left, area.top(), right - left, area.height()), min(max(value, 0.0), 1.0)))
    return cells


def tick_step_s(seconds: float, width_px: float, least_px: float = 88) -> float:
    """Return a round distance between time labels that leaves `least_px` for each."""
    for step in (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200, 1800, 3600):
        if seconds <= 0 or step / seconds * width_px >= least_px:
            return float(step)
    return 7200.0
