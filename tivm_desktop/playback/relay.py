"""From the frame thread to the board."""

from pathlib import Path

from tivm_desktop.playback.board import StateBoard
from tivm_desktop.playback.events import EndFound, PictureFailed, PictureFrom, VideoOpened
from tivm_desktop.playback.video_listener import PictureKind


class Relay:
    """The board's `VideoListener`: puts what the frame thread of one video has to say on it."""

    def __init__(self, board: StateBoard, video: Path) -> None:
        """Speak for `video` only: what an earlier one has to say is passed over."""
        self._board = board
        self._video = video

    def video_opened(self, duration_s: float, original_start_s: float | None) -> None:
        """Put on the board that the video is open."""
        self._board.dispatch(VideoOpened(self._video, duration_s, original_start_s))

    def first_frame_ready(self) -> None:
        """Wake whoever waits for the first picture."""
        self._board.ring()

    def end_found(self, ends_s: float) -> None:
        """Put on the board where the last picture ends."""
        self._board.dispatch(EndFound(self._video, ends_s))

    def picture_failed(self, sentence: str) -> None:
        """Put on the board that the video can't be shown (on)."""
        self._board.dispatch(PictureFailed(self._video, sentence))

    def picture_from(self, kind: PictureKind, decoded_by: str) -> None:
        """Put on the board what pictures are taken from."""
        self._board.dispatch(PictureFrom(self._video, kind, decoded_by))
