"""How the track under the video is painted: fit strip, waveform, ticks at its beats."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from tivm_desktop.domain.rates import PEAK_RATE_HZ
from tivm_desktop.gui.theme import Theme

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tivm_desktop.domain.placement_snap import Accents

TICKS_PX = 5
"""Height of the ticks under the waveform."""
_ROOM_PX = 5.0
"""Beats or onsets closer than this on the average are not drawn."""


class WaveLayer:
    """Paints one track's waveform into a pixmap, which is only shifted while the track moves.

    The pixmap is as wide as the view at first, so that a track enters quickly, wider once it is moved.
    """

    def __init__(self) -> None:
        self._peaks: NDArray[np.float32] | None = None
        self._accents: Accents | None = None
        self._pixmap: QPixmap | None = None
        self._first_px = 0
        self._made_for: tuple[object, ...] = ()

    def show(self, peaks: "NDArray[np.float32] | None", accents: "Accents | None" = None) -> None:
        """Take another track: its waveform, (P, 2) at 20 a second, and its beats, where they are known."""
        self._peaks, self._accents = peaks, accents
        self._made_for = ()

    def paint(
        self, painter: QPainter, theme: Theme, area: QRectF, px_per_s: float, placement_s: float
    ) -> None:
        """Draw the waveform into `area`, whose left edge is the video's beginning, and ticks below it."""
        if self._peaks is None or px_per_s <= 0:
            return
        middle = round(area.center().y())
        painter.fillRect(QRectF(area.left(), middle, area.width(), 1), QColor(theme.track_off))
        scale = painter.device().devicePixelRatioF()
        width, shift = round(area.width() * scale), round(placement_s * px_per_s * scale)
        last = int(len(self._peaks) / PEAK_RATE_HZ * px_per_s * scale) + 1
        needed = max(shift, 0), min(shift + width, last)
        if needed[1] <= needed[0]:
            return
        made_for = (theme.name, area.height(), width, px_per_s, scale)
        have = self._first_px, self._first_px + (self._pixmap.width() if self._pixmap is not None else 0)
        if made_for != self._made_for or needed[0] < have[0] or needed[1] > have[1]:
            spare = width if made_for == self._made_for else 0
            self._make(theme, (needed[0] - spare, needed[1] + spare), area.height(), px_per_s, scale)
            self._made_for = made_for
        if self._pixmap is None:
            return
        painter.save()
        painter.setClipRect(area.adjusted(0, 0, 0, TICKS_PX + 2))
        painter.drawPixmap(QPointF(area.left() + (self._first_px - shift) / scale, area.top()), self._pixmap)
        painter.restore()

    def _make(
        self, theme: Theme, reach_px: tuple[int, int], height: float, px_per_s: float, scale: float
    ) -> None:
        """Paint the device pixels [from, until) of the track, counted from its beginning."""
        if self._peaks is None:
            return
        from tivm_desktop.gui.timeline_picture import loudest, waveform_columns, waveform_image

        rate = px_per_s * scale
        first, last = max(reach_px[0], 0), min(reach_px[1], int(len(self._peaks) / PEAK_RATE_HZ * rate) + 1)
        count = max(last - first, 1)
        columns = waveform_columns(self._peaks, first / rate, count / rate, count)
        ticks_px = round((TICKS_PX + 2) * scale)
        pixels = waveform_image(
            columns, loudest(self._peaks), round(height * scale), ticks_px, _rgb(theme.accent)
        )
        image = QImage(pixels.data, count, len(pixels), count * 4, QImage.Format.Format_ARGB32_Premultiplied)
        pixmap = QPixmap.fromImage(image)
        if self._accents is not None:
            painter = QPainter(pixmap)
            top = round((height + 2) * scale)
            for times_s, alpha, share in (
                (self._accents.onsets_s, 0.45, 0.5),
                (self._accents.beats_s, 0.8, 1.0),
            ):
                self._tick(painter, theme, times_s * rate - first, top, alpha, share, scale)
            painter.end()
        pixmap.setDevicePixelRatio(scale)
        self._pixmap, self._first_px = pixmap, first

    def _tick(
        self,
        painter: QPainter,
        theme: Theme,
        at_px: "NDArray[np.float64]",
        top: int,
        alpha: float,
        share: float,
        scale: float,
    ) -> None:
        if len(at_px) < 2 or (at_px[-1] - at_px[0]) / (len(at_px) - 1) < _ROOM_PX * scale:
            return
        colour = QColor(theme.text_faint)
        colour.setAlphaF(alpha)
        seen = at_px[(at_px >= 0) & (at_px < painter.device().width())]
        for x in seen.round().astype(int).tolist():
            painter.fillRect(x, top, max(round(scale), 1), round(TICKS_PX * share * scale), colour)


def paint_fit(
    painter: QPainter, theme: Theme, area: QRectF, fit: tuple[float, ...], duration_s: float
) -> None:
    """Draw the strip that is the brighter the better track and picture agree, second by second."""
    from tivm_desktop.gui.timeline_picture import fit_columns, strip_image

    painter.fillRect(area, QColor(theme.motion_fill))
    columns = fit_columns(fit, duration_s, round(area.width()))
    pixels = strip_image(columns, _rgb(theme.accent))
    if pixels.size:
        image = QImage(
            pixels.data, len(pixels), 1, 4 * len(pixels), QImage.Format.Format_ARGB32_Premultiplied
        )
        painter.drawImage(area, image)


def _rgb(colour: str) -> tuple[int, int, int]:
    made = QColor(colour)
    return made.red(), made.green(), made.blue()
