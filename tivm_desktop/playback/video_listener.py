"""What the frame thread of a video tells of it."""

from typing import Literal, Protocol

PictureKind = Literal["original", "proxy"]
"""Which file of a video its pictures are taken from."""


class VideoListener(Protocol):
    """Hears of one video's pictures, on its frame thread."""

    def video_opened(self, duration_s: float, original_start_s: float | None) -> None:
        """Hear that the video is open."""
        ...

    def first_frame_ready(self) -> None:
        """Hear that the first picture after opening or a seek is there."""
        ...

    def end_found(self, ends_s: float) -> None:
        """Hear where the last picture ends."""
        ...

    def picture_failed(self, sentence: str) -> None:
        """Hear that the video can't be shown (on)."""
        ...

    def picture_from(self, kind: PictureKind, decoded_by: str) -> None:
        """Hear what pictures are taken from now, and what decodes them: "software" or some hardware."""
        ...
