"""The hand that moves the track under the timeline, and the line at the cut that it snaps to."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from tivm_desktop.gui.theme import Theme

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tivm_desktop.domain.placement_snap import Accents, Snap

SNAP_PX = 8
_BEGINS_PX = 4
"""A press that moves less is a click."""


class TrackDrag:
    """Where a drag of the track has got to.

    Args:
        px_per_s: pixels of a second of the video, as things are.
        time_at: second of the video at a horizontal position.
    """

    def __init__(self, px_per_s: Callable[[], float], time_at: Callable[[float], float]) -> None:
        self._px_per_s = px_per_s
        self._time_at = time_at
        self._from: tuple[float, float] | None = None
        self._placement_s: float | None = None
        self._snap: Snap | None = None

    @property
    def pressed(self) -> bool:
        """Whether the button went down on the track."""
        return self._from is not None

    @property
    def placement_s(self) -> float | None:
        """Where the track lies in the hand; None while it is not moved."""
        return self._placement_s

    def press(self, x_px: float, placement_s: float) -> None:
        """Take hold of a track that lies there."""
        self._from = x_px, placement_s

    def move(
        self,
        x_px: float,
        lengths_s: tuple[float, float],
        accents: "Accents | None",
        cuts_s: "NDArray[np.float64]",
    ) -> bool:
        """Follow the hand; tell whether the track moved.

        Args:
            x_px: where the hand is.
            lengths_s: of video and track.
            accents: what of the track snaps; None for nothing.
            cuts_s: what it snaps to.
        """
        from tivm_desktop.domain.placement_snap import bounded, snapped

        if self._from is None:
            return False
        by_px = x_px - self._from[0]
        if self._placement_s is None and abs(by_px) < _BEGINS_PX:
            return False
        wanted_s = round(bounded(self._from[1] - by_px / self._px_per_s(), *lengths_s), 3)
        reach_s = SNAP_PX / self._px_per_s()
        snap = None
        if accents is not None:
            snap = snapped(wanted_s, accents, cuts_s, self._time_at(x_px), reach_s)
        within = snap is not None and bounded(snap.placement_s, *lengths_s) == snap.placement_s
        self._snap = snap if within else None
        before = self._placement_s
        self._placement_s = wanted_s if self._snap is None else self._snap.placement_s
        return self._placement_s != before

    def let_go(self) -> float | None:
        """Return where the track was dragged to; None where it was only clicked."""
        made = self._placement_s
        self._from = self._placement_s = self._snap = None
        return made

    def paint(self, painter: QPainter, theme: Theme, area: QRectF) -> None:
        """Draw the line at the cut that the track has snapped to."""
        if self._snap is not None:
            x = area.left() + self._snap.cut_s * self._px_per_s()
            painter.setPen(QPen(QColor(theme.accent_hover), 2))
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
