"""The frame thread: decodes the pictures near the clock, the newest seek first."""

import logging
from collections.abc import Callable
from pathlib import Path
from threading import Thread

from tivm_desktop.domain.errors import TivmError
from tivm_desktop.playback.frame_queue import FrameQueue, PlayMode, VideoFrame
from tivm_desktop.playback.hardware import Hardware, HardwareFailedError
from tivm_desktop.playback.late_pictures import PATIENCE_S
from tivm_desktop.playback.picture_source import open_original
from tivm_desktop.playback.showing import Showing, Wishes
from tivm_desktop.playback.video_listener import VideoListener

QUEUE_BYTES = 96 * 1024 * 1024
DEFAULT_VIEW = (960, 540)
FAST = 2.0
"""Above that speed pictures are taken from the proxy, if there is one."""

_log = logging.getLogger(__name__)


class FrameReader:
    """Decodes one video near the clock into a bounded queue, on a thread of its own."""

    def __init__(
        self,
        path: Path,
        position: Callable[[], float],
        listener: VideoListener,
        view: tuple[int, int] = DEFAULT_VIEW,
        hardware: Hardware | None = None,
        patience_s: float = PATIENCE_S,
    ) -> None:
        """Start to open `path` and to decode from its start.

        Args:
            path: The video.
            position: Tells where the clock stands, seconds of the video.
            listener: Hears what happens.
            view: (width, height) in pixels that pictures are fitted into.
            hardware: What may decode the video instead of software; None for nothing.
            patience_s: How long the video may stay behind the clock before its proxy takes over.
        """
        self._path = path
        self._position = position
        self._listener = listener
        self._hardware = hardware or Hardware(())
        self._queue = FrameQueue(QUEUE_BYTES)
        self._wishes = Wishes(view, patience_s)
        self._thread = Thread(target=self._run, name=f"playback-frames-{path.name}", daemon=True)
        self._thread.start()

    def seek(self, time_s: float, speed: float = 1.0) -> None:
        """Show the picture at `time_s` and go on from there; returns at once, the newest seek wins.

        Args:
            time_s: Seconds of the video.
            speed: Of the clock from there on, negative: backwards. Backwards and above `FAST`, pictures come
                from the proxy, if there is one; else the first is the exact one of the original.
        """
        self._queue.restart(time_s, _mode_at(speed))

    def set_speed(self, time_s: float, speed: float) -> None:
        """Go on from `time_s` at another speed."""
        if _mode_at(speed) != self._queue.target.mode:
            self._queue.restart(time_s, _mode_at(speed))

    def scrub(self, time_s: float) -> None:
        """Show a picture near `time_s` as quickly as can be; if nothing follows, the exact one."""
        self._queue.restart(time_s, "scrub")

    def set_proxy(self, proxy: Path | None) -> None:
        """Tell where the video's proxy is; None takes it away."""
        self._wishes.proxy = proxy

    def set_view_size(self, width: int, height: int) -> None:
        """Fit pictures decoded from now on into `width` x `height` pixels."""
        self._wishes.view = (max(1, width), max(1, height))

    def take_due(self, until_s: float) -> VideoFrame | None:
        """Return the newest picture due by `until_s` that was not taken yet; the first one is always due."""
        return self._queue.take_due(until_s)

    def has_first(self) -> bool:
        """Tell whether the picture of the newest seek is there, or never will be."""
        return self._queue.has_first or not self._thread.is_alive()

    def stop(self) -> None:
        """Ask the thread to end."""
        self._wishes.stopped = True
        self._queue.wake()

    def join(self, timeout_s: float) -> bool:
        """Wait for the thread; tell whether it has ended."""
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        try:
            try:
                self._show(self._hardware)
            except HardwareFailedError as error:
                _log.warning("%s is decoded in software from now on: %s", self._path.name, error)
                self._show(Hardware(()))
        except TivmError as error:
            self._tell_failure(str(error))
        except Exception as error:
            _log.exception("showing %s failed", self._path)
            self._tell_failure(
                f"{self._path.name} can't be shown ({error}): convert it to MP4 (H.264) and try again."
            )

    def _show(self, hardware: Hardware) -> None:
        with open_original(self._path, hardware) as original:
            decoder = original.decoder
            self._listener.video_opened(decoder.duration_s, decoder.sound_start_s)
            Showing(original, self._queue, self._wishes, self._position, self._listener).run()

    def _tell_failure(self, sentence: str) -> None:
        if not self._wishes.stopped:
            self._listener.picture_failed(sentence)


def _mode_at(speed: float) -> PlayMode:
    if speed < 0:
        return "back"
    return "fast" if speed > FAST else "on"
