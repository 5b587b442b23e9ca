"""The track under the video: where it lies, the hand that moves it, and all of it painted."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter

from tivm_desktop.domain.rates import PEAK_RATE_HZ
from tivm_desktop.gui.placement_drag import TrackDrag
from tivm_desktop.gui.theme import Theme
from tivm_desktop.gui.timeline_still import Areas
from tivm_desktop.gui.timeline_wave import WaveLayer, paint_fit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tivm_desktop.domain.placement_snap import Accents


class TimelineTrack:
    """What the timeline shows of a track; while a hand holds it, it lies where the hand is.

    Args:
        px_per_s: pixels of a second of the video, as things are.
        time_at: second of the video at a horizontal position.
    """

    def __init__(self, px_per_s: Callable[[], float], time_at: Callable[[float], float]) -> None:
        self.snapping = True
        """Whether it snaps to cuts while it is dragged; the Alt key turns it round."""
        self._px_per_s = px_per_s
        self._peaks: NDArray[np.float32] | None = None
        self._accents: Accents | None = None
        self._placement_s = 0.0
        self._fit: tuple[float, ...] = ()
        self._layer = WaveLayer()
        self._drag = TrackDrag(px_per_s, time_at)

    @property
    def present(self) -> bool:
        """Whether there is a track."""
        return self._peaks is not None

    @property
    def held(self) -> bool:
        """Whether a hand holds it."""
        return self._drag.pressed

    def show(
        self, peaks: "NDArray[np.float32] | None", placement_s: float, fit_curve: Sequence[float]
    ) -> None:
        """Take another track's waveform, (P, 2) at 20 a second; None for no track. A drag is over."""
        self._peaks = peaks
        self._drag.let_go()
        self.place(placement_s, fit_curve)
        self.show_accents(None)

    def show_accents(self, accents: "Accents | None") -> None:
        """Show its beats and onsets, and have them snap to cuts."""
        self._accents = accents
        self._layer.show(self._peaks, accents)

    def place(self, placement_s: float, fit_curve: Sequence[float]) -> None:
        """Have it lie elsewhere; it stays in a hand that holds it."""
        self._placement_s = placement_s
        self._fit = tuple(fit_curve)

    def press(self, x_px: float) -> None:
        """Take hold of it."""
        self._drag.press(x_px, self._placement_s)

    def drag_to(
        self, x_px: float, video_s: float, cuts_s: "NDArray[np.float64]", *, turned_round: bool
    ) -> float | None:
        """Follow the hand.

        Args:
            x_px: where the hand is.
            video_s: length of the video.
            cuts_s: what of the video it snaps to.
            turned_round: whether it snaps only if it usually doesn't.

        Returns:
            Where it lies now; None if it didn't move.
        """
        if self._peaks is None:
            return None
        accents = self._accents if self.snapping != turned_round else None
        moved = self._drag.move(x_px, (video_s, len(self._peaks) / PEAK_RATE_HZ), accents, cuts_s)
        return self._drag.placement_s if moved else None

    def let_go(self) -> float | None:
        """Return where the hand left it; None where it was only clicked."""
        placement_s = self._drag.let_go()
        if placement_s is not None:
            self._placement_s = placement_s
        return placement_s

    def paint(self, painter: QPainter, theme: Theme, at: Areas, video_s: float) -> None:
        """Draw fit strip and waveform, and the line at the cut that it snapped to."""
        if self._peaks is None:
            return
        held_s = self._drag.placement_s
        placement_s = self._placement_s if held_s is None else held_s
        paint_fit(painter, theme, at.strip, self._fit, video_s)
        self._layer.paint(painter, theme, at.wave, self._px_per_s(), placement_s)
        self._drag.paint(painter, theme, at.picture.united(at.wave))
