"""The peer of `sync`: two Qt media players, one for the picture and one for the music, started together.

Run by `benchmarks.sync --peer` in an environment of its own, for the program's own has no QtMultimedia: this
file needs PySide6 with its addons and numpy, nothing else. The picture comes through a QVideoSink into a
widget that paints it, so that each flash is stamped as ours is: when it has been painted. Only the picture's
brightness is painted: turning a frame into colours (`QVideoFrame.toImage`) takes so long without a graphics
card that the peer would be judged by that.
"""

# ruff: noqa: N802 - Qt names what is overridden

import sys
import time
from pathlib import Path

from benchmarks.sync_plan import FLASH_LEVEL, SEEK_PLAYS_S, SPEED_PLAYS_S, Plan, Watched

NEEDS = ("PySide6~=6.11.2", "numpy")
VIEW = (960, 540)
WARM_UP_S = 3.0
"""What is loaded and compiled when something plays for the first time is not the peer's sync."""


def main() -> None:
    """Play the plan, and answer."""
    from PySide6.QtCore import QUrl, qVersion
    from PySide6.QtGui import QImage, QPainter, QPaintEvent
    from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoFrame, QVideoSink
    from PySide6.QtWidgets import QApplication, QWidget

    from benchmarks.heartbeat import Heartbeat, pause, until

    class View(QWidget):
        """Paints each new frame."""

        def __init__(self, watched: Watched) -> None:
            super().__init__()
            self._watched = watched
            self._image = QImage()
            self._fresh = False
            self.sink = QVideoSink(self)
            self.sink.videoFrameChanged.connect(self._show)
            self.resize(*VIEW)

        def _show(self, frame: QVideoFrame) -> None:
            if not frame.map(QVideoFrame.MapMode.ReadOnly):
                return
            form, width, height = QImage.Format.Format_Grayscale8, frame.width(), frame.height()
            self._image = QImage(frame.bits(0), width, height, frame.bytesPerLine(0), form).copy()
            frame.unmap()
            self._fresh = True
            self.update()

        def paintEvent(self, event: QPaintEvent) -> None:
            """Paint it and stamp it."""
            del event
            QPainter(self).drawImage(self.rect(), self._image)
            if self._fresh and not self._image.isNull():
                self._fresh = False
                middle = self._image.pixelColor(self._image.width() // 2, self._image.height() // 2)
                self._watched.painted(white=middle.green() > FLASH_LEVEL, now_s=time.monotonic())

    application = QApplication(sys.argv[:1])
    plan = Plan.read(Path(sys.argv[1]))
    watched = Watched()
    view = View(watched)
    view.show()
    picture, music, output = QMediaPlayer(), QMediaPlayer(), QAudioOutput()
    picture.setVideoSink(view.sink)
    picture.setSource(QUrl.fromLocalFile(plan.video))
    music.setAudioOutput(output)
    music.setSource(QUrl.fromLocalFile(plan.track))
    ready = QMediaPlayer.MediaStatus.LoadedMedia

    def go_to(time_s: float) -> None:
        picture.setPosition(round(time_s * 1e3))
        music.setPosition(round((time_s + plan.lead_in_s) * 1e3))

    def is_past(time_s: float) -> bool:
        return picture.position() >= time_s * 1e3

    until(lambda: picture.mediaStatus() == ready and music.mediaStatus() == ready, 20.0, "the media")
    picture.play()
    music.play()
    pause(WARM_UP_S)
    picture.pause()
    music.pause()
    go_to(0.0)
    pause(1.0)
    heartbeat = Heartbeat()
    heartbeat.start()
    watched.begin("playing")
    picture.play()
    music.play()
    until(lambda: is_past(plan.seconds), plan.seconds + 10.0)
    watched.part.expected = plan.flashes_within(0.0, plan.seconds)
    watched.begin("seeks")
    for target_s in plan.targets_s:
        go_to(target_s)
        pause(0.2)
        end_s = target_s + SEEK_PLAYS_S
        until(lambda end_s=end_s: is_past(end_s), SEEK_PLAYS_S + 5.0)  # type: ignore[misc]
        watched.part.expected += plan.flashes_within(target_s, end_s)
    for speed in plan.speeds:
        watched.begin(f"speed {speed:g}")
        for player in (picture, music):
            player.setPlaybackRate(speed)
        go_to(0.0)
        pause(0.2)
        end_s = min(SPEED_PLAYS_S * speed, plan.seconds)
        until(lambda end_s=end_s: is_past(end_s), end_s / speed + 5.0)  # type: ignore[misc]
        watched.part.expected = plan.flashes_within(0.0, end_s)
    watched.write(plan.into, heartbeat=heartbeat.figures(), qt=qVersion())
    picture.stop()
    music.stop()
    application.quit()


if __name__ == "__main__":
    main()
