"""The picture: the newest frame, letterboxed, painted without a copy."""

# ruff: noqa: N802 - Qt names what is overridden

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from tivm_desktop.gui.language import tr
from tivm_desktop.gui.player_protocol import Frame
from tivm_desktop.gui.theme import Themes

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PLAYING_POLL_MS = 5
PAUSED_POLL_MS = 40
RESIZE_PAUSE_MS = 120
EXPECTED_WITHIN_MS = 1500
_ALMOST_PX = 2


class Preview(QWidget):
    """Polls for the frame that is due and paints it in the middle of a dark ground.

    `frame_due` is the player's; until `follow` is called nothing is polled.
    """

    painted = Signal()
    """A frame that was not shown before is on the screen."""
    view_resized = Signal(int, int)
    """(width, height) there is for the picture, in device pixels; told once resizing has paused."""

    def __init__(self, themes: Themes, empty: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._empty = empty
        self._frame_due: Callable[[], Frame | None] | None = None
        self._image: QImage | None = None
        self._pixels: NDArray[np.uint8] | None = None
        self._fresh = False
        self.frames_painted = 0
        self.setAccessibleName(tr("Preview", "where the video's picture is shown"))
        self.setAccessibleDescription(tr("The video's picture"))
        self.setMinimumSize(320, 200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        empty.setParent(self)
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer, interval=PAUSED_POLL_MS)
        self._timer.timeout.connect(self._poll)
        self._resized = QTimer(self, singleShot=True, interval=RESIZE_PAUSE_MS)
        self._resized.timeout.connect(self._tell_view)
        self._playing = False
        self._expecting = QTimer(self, singleShot=True, interval=EXPECTED_WITHIN_MS)
        self._expecting.timeout.connect(self._choose_interval)
        themes.changed.connect(self.update)

    def follow(self, frame_due: Callable[[], Frame | None]) -> None:
        """Take frames from `frame_due` from now on."""
        self._frame_due = frame_due
        self._timer.start()

    def stop(self) -> None:
        """Poll no more."""
        self._timer.stop()
        self._resized.stop()
        self._expecting.stop()
        self._frame_due = None

    def set_playing(self, *, playing: bool) -> None:
        """Poll every 5 ms while playing, lazily while paused (a seek may bring a frame)."""
        self._playing = playing
        self._choose_interval()

    def expect_frame(self) -> None:
        """Poll every 5 ms for a while, for a frame that was just asked for."""
        self._expecting.start()
        self._choose_interval()

    def show_video(self) -> None:
        """Give the picture the room of the invitation."""
        self._empty.hide()
        self.update()

    def sizeHint(self) -> QSize:
        """Prefer 16:9."""
        return QSize(960, 540)

    def show_frame(self, frame: Frame) -> None:
        """Paint `frame` next; its pixels are kept alive, not copied."""
        import numpy as np

        pixels = np.ascontiguousarray(frame.rgb)
        height, width, _ = pixels.shape
        self._pixels = pixels
        self._image = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888)
        self._fresh = True
        self.update()

    def picture_rect(self) -> QRectF:
        """Return where the picture lies: as large as fits, centred, its shape kept.

        A picture that was made for this size, give or take two device pixels, is not scaled again.
        """
        if self._image is None:
            return QRectF(self.rect())
        scale = self.devicePixelRatioF()
        whole = self.size() * scale
        shape = self._image.size().scaled(whole, Qt.AspectRatioMode.KeepAspectRatio)
        if abs(shape.width() - self._image.width()) <= _ALMOST_PX:
            shape = self._image.size()
        left = (whole.width() - shape.width()) // 2
        top = (whole.height() - shape.height()) // 2
        return QRectF(left / scale, top / scale, shape.width() / scale, shape.height() / scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the invitation as large as the preview, and have pictures made for the new size."""
        super().resizeEvent(event)
        self._resized.start()
        self._empty.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and picture."""
        del event
        painter = QPainter(self)
        if self._empty.isVisible():
            painter.fillRect(self.rect(), QColor(self._themes.current.window))
            return
        painter.fillRect(self.rect(), QColor(self._themes.current.letterbox))
        if self._image is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.picture_rect(), self._image)
        if self._fresh:
            self._fresh = False
            self.frames_painted += 1
            self.painted.emit()

    def _choose_interval(self) -> None:
        soon = self._playing or self._expecting.isActive()
        interval = PLAYING_POLL_MS if soon else PAUSED_POLL_MS
        if self._timer.interval() != interval:
            self._timer.setInterval(interval)

    def _tell_view(self) -> None:
        view = self.size() * self.devicePixelRatioF()
        self.view_resized.emit(view.width(), view.height())

    def _poll(self) -> None:
        frame = self._frame_due() if self._frame_due is not None else None
        if frame is not None:
            self.show_frame(frame)
