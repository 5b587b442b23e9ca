"""A chosen range of a video: from its in point to its out point."""

import math
from dataclasses import dataclass
from pathlib import Path

from tivm_desktop.domain.errors import FileError
from tivm_desktop.domain.timecode import exact_timecode

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
        name, length, start = video.name, exact_timecode(duration_s), exact_timecode(self.start_s)
        if not 0 <= self.start_s < duration_s:
            sentence = f"{name} is {length} long and has nothing at {start}; choose a start before its end."
            raise FileError(video, sentence)
        end_s = min(self.end_s, duration_s)
        end = exact_timecode(end_s)
        if not end_s > self.start_s:
            sentence = (
                f"A range of {name} can't begin at {start} and end at {end}; choose an end after the start "
                f"({name} is {length} long)."
            )
            raise FileError(video, sentence)
        if end_s - self.start_s < min(LEAST_S, duration_s) - _TOLERANCE_S:
            sentence = (
                f"From {start} to {end} is too short a range of {name}; choose at least a second of it "
                f"({name} is {length} long)."
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
