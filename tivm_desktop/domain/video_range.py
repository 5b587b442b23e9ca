"""A chosen range of a video: from its in point to its out point."""

import math
from dataclasses import dataclass
from pathlib import Path

from tivm_desktop.domain.errors import FileError

LEAST_S = 1.0
"""No range is shorter: one row of every timeline describes one second."""
_TOLERANCE_S = 0.05
"""About a frame: a point set on a frame beside a whole second is on that second."""


@dataclass(frozen=True, slots=True)
class VideoRange:
    """Seconds [start_s, end_s) of a video; as asked for, until `within` has held it against a video."""

    start_s: float = 0.0
    end_s: float = math.inf
    """Infinite: to the video's end, however long it is."""

    @property
    def first_s(self) -> int:
        """The whole second in which the range begins; its row is the range's first."""
        return math.floor(self.start_s + _TOLERANCE_S)

    @property
    def behind_s(self) -> int:
        """The first whole second that the range has no part in; never before the second of `first_s`."""
        return max(self.first_s + 1, math.ceil(self.end_s - _TOLERANCE_S))

    def within(self, video: Path, duration_s: float) -> "VideoRange":
        """Return the range as `video` has it: an end beyond the video's is the video's.

        Args:
            video: the file, named in errors.
            duration_s: its length.

        Raises:
            FileError: the video has no such range: it begins behind the end, ends before it begins, or is
                shorter than a second.
        """
        whole = f"{video.name} is {_time(duration_s)} long"
        if not 0 <= self.start_s < duration_s:
            sentence = f"{whole} and has nothing at {_time(self.start_s)}; choose a start before its end."
            raise FileError(video, sentence)
        end_s = min(self.end_s, duration_s)
        if not end_s > self.start_s:
            sentence = (
                f"A range of {video.name} can't begin at {_time(self.start_s)} and end at {_time(end_s)}; "
                f"choose an end after the start ({whole})."
            )
            raise FileError(video, sentence)
        if end_s - self.start_s < min(LEAST_S, duration_s) - _TOLERANCE_S:
            sentence = (
                f"From {_time(self.start_s)} to {_time(end_s)} is too short a range of {video.name}; choose "
                f"at least a second of it ({whole})."
            )
            raise FileError(video, sentence)
        return VideoRange(self.start_s, end_s)

    def is_whole(self, duration_s: float) -> bool:
        """Tell whether nothing of a video of that length is left out."""
        return self.start_s <= 0 and self.end_s >= duration_s


def with_start(current: VideoRange | None, start_s: float) -> VideoRange:
    """Return the range with another in point; an out point that is not behind it is given up."""
    end_s = current.end_s if current is not None and current.end_s > start_s else math.inf
    return VideoRange(start_s, end_s)


def with_end(current: VideoRange | None, end_s: float) -> VideoRange:
    """Return the range with another out point; an in point that is not before it is given up."""
    start_s = current.start_s if current is not None and current.start_s < end_s else 0.0
    return VideoRange(start_s, end_s)


def _time(time_s: float) -> str:
    """Write seconds as m:ss, with hundredths where there are any."""
    hundredths = round(abs(time_s) * 100)
    text = f"{hundredths // 6000}:{hundredths // 100 % 60:02d}"
    fraction = f".{hundredths % 100:02d}" if hundredths % 100 else ""
    return f"{'-' if time_s < 0 else ''}{text}{fraction}"
