"""Steps through the pictures of one open video and jumps in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from av.container import InputContainer
from av.error import FFmpegError
from av.video.frame import VideoFrame as DecodedFrame
from av.video.stream import VideoStream

from tivm_desktop.domain.errors import MediaError
from tivm_desktop.media.decoding import decoded
from tivm_desktop.media.opening import find_sound_stream, picture_stream
from tivm_desktop.media.probe import sound_begins_s, start_s, stated_duration_s

_DEFAULT_FRAME_S = 1 / 25
_FIRST_STEP_BACK_S = 1.0
_BEFORE_THE_START_S = 10.0
"""Asked for its very start, a transport stream would begin at its second key frame."""

_LONGEST_TAG_S = 1000 * 3600.0
_TAG_BEYOND_S = 1.0
"""How much longer than its file a track's tag may say that it is."""


@dataclass(frozen=True, slots=True)
class TimedFrame:
    """A decoded frame and when it is shown, seconds of the video."""

    picture: DecodedFrame
    pts_s: float
    until_s: float
    """When the next frame is expected."""


def _tagged_duration_s(tags: Mapping[str, str]) -> float:
    """The length of a Matroska track as `HH:MM:SS.fraction`; 0 where it isn't tagged, or with no length."""
    try:
        hours, minutes, seconds = (float(part) for part in tags.get("DURATION", "").split(":"))
    except ValueError:
        return 0.0
    length_s = hours * 3600 + minutes * 60 + seconds
    return length_s if 0.0 <= length_s <= _LONGEST_TAG_S else 0.0


class FrameDecoder:
    """The picture stream of an open container, in display order."""

    def __init__(self, path: Path, container: InputContainer, origin_s: float | None = None) -> None:
        """Take the stream a player would choose.

        Args:
            path: The file, for messages.
            container: The file, open.
            origin_s: Timestamp of second 0; None for where the file starts.

        Raises:
            MediaError: There is none.
        """
        self.stream: VideoStream = picture_stream(path, container)
        self.stream.thread_type = "AUTO"
        self._path = path
        self._container = container
        self._origin_s = start_s(container) if origin_s is None else origin_s
        rate = self.stream.average_rate or self.stream.guessed_rate
        self.frame_s: float = 1 / float(rate) if rate else _DEFAULT_FRAME_S
        self._next_s = 0.0
        self._frames = self._decoded()

    @property
    def duration_s(self) -> float:
        """Length of the picture as the file states it, else the length of the file."""
        stream = self.stream
        if stream.duration and stream.time_base:
            begins_s = float((stream.start_time or 0) * stream.time_base) - self._origin_s
            return begins_s + float(stream.duration * stream.time_base)
        stated_s, tagged_s = stated_duration_s(self._container), _tagged_duration_s(stream.metadata)
        likely = tagged_s > 0.0 and not 0.0 < stated_s < tagged_s - _TAG_BEYOND_S
        return tagged_s if likely else stated_s

    @property
    def sound_start_s(self) -> float | None:
        """Second of the video at which its own sound begins; None where it has none."""
        sound = find_sound_stream(self._container)
        return None if sound is None else sound_begins_s(sound, self._origin_s)

    def skip_unneeded(self, skip: bool) -> None:  # noqa: FBT001
        """Leave out frames that no other frame builds on, to catch up; or stop doing so."""
        self.stream.codec_context.skip_frame = "NONREF" if skip else "DEFAULT"

    def next(self) -> TimedFrame | None:
        """Return the next frame, None at the end."""
        return next(self._frames, None)

    def seek(self, time_s: float, further_back_s: float = 0.0) -> None:
        """Go to a key frame at or before `time_s`, or `further_back_s` earlier; `next` returns it.

        Raises:
            MediaError: The file can't be searched.
        """
        target_s = max(0.0, time_s - further_back_s)
        self._next_s = target_s
        from_s = target_s if target_s > 0.0 else -_BEFORE_THE_START_S
        base = self.stream.time_base
        offset = round((from_s + self._origin_s) / base) if base else 0
        try:
            self._container.seek(offset, stream=self.stream, backward=True)
        except FFmpegError as error:
            sentence = (
                f"{self._path.name} can only be played from its start: convert it to MP4 and try again."
            )
            raise MediaError(self._path, sentence) from error
        self._frames = self._decoded()

    def seek_before(self, time_s: float) -> TimedFrame | None:
        """Go to a frame at or before `time_s` and return it; the first one there is if none is that early."""
        back_s = 0.0
        while True:
            self.seek(time_s, back_s)
            frame = self.next()
            if back_s >= time_s or (frame is not None and frame.pts_s <= time_s):
                return frame
            back_s = max(_FIRST_STEP_BACK_S, back_s * 2)

    def _decoded(self) -> Iterator[TimedFrame]:
        for _, frames in decoded(self._container, self.stream):
            yield from map(self._timed, frames)

    def _timed(self, frame: DecodedFrame) -> TimedFrame:
        pts_s = self._next_s if frame.pts is None else frame.time - self._origin_s
        stated_s = float(frame.duration * frame.time_base) if frame.duration and frame.time_base else 0.0
        self._next_s = pts_s + (stated_s or self.frame_s)
        return TimedFrame(frame, pts_s, self._next_s)
