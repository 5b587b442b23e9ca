"""When each decoded frame is shown, in seconds from the start of the file."""

from pathlib import Path

from av.container import InputContainer
from av.packet import Packet
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from tivm_desktop.media.errors import joined_recordings
from tivm_desktop.media.probe import start_s, stated_duration_s

_LIKELY_JUMP_S = 10.0
"""A forward jump of this much is taken as it is, even beyond the length that the file states."""
_JUMP_WITHOUT_LENGTH_S = 3600.0
"""The same for files that state no length."""
_TOLERATED_STEP_BACK_S = 1.0
"""Small steps back are jitter; larger ones are a clock that was set anew."""
_SET_BACK_FOR_GOOD_S = 0.5
"""A clock that has gone on for so long since it was set back does not come back."""
_SKIPPED_TAIL_S = 1.0
"""Frames that are not decoded at the end of a file are believed this far."""
_USUAL_INTERVAL_S = 1 / 25


class FrameClock:
    """Turn timestamps into seconds that never run backwards.

    Second 0 is the start of the file, as for players. Missing timestamps follow at the average frame rate.
    After a timestamp that is far beyond the stated end, or set back, it goes on from the last frame, so that
    one damaged packet makes no hours; a clock that comes back from such a jump is not set back. Where it
    stays set back, recordings were joined end to end: several pictures have one time, players show any of
    them, and there is no telling which second is meant.
    """

    def __init__(self, path: Path, container: InputContainer, stream: VideoStream) -> None:
        self._path = path
        rate = stream.average_rate or stream.guessed_rate
        self._time_base = float(stream.time_base) if stream.time_base else 0.0
        self._interval_s = 1 / float(rate) if rate else _USUAL_INTERVAL_S
        self._start_s = start_s(container)
        self._stated_s = stated_duration_s(container)
        self._offset_s = 0.0
        self._before_jump_s = 0.0
        self._last_s: float | None = None
        self._last_length_s = self._interval_s
        self._packets_end_s = 0.0
        self._set_back_s: float | None = None

    def note(self, packet: "Packet[VideoStream]") -> None:
        """Take notice of a packet whose frame may not be decoded, for `end_s`."""
        if packet.pts is not None:
            shown_until = (packet.pts + (packet.duration or 0)) * self._time_base - self._start_s
            self._packets_end_s = max(self._packets_end_s, shown_until + self._offset_s)

    def time_s(self, frame: VideoFrame) -> float:
        """When `frame`, the next one in order of display, is shown; at least 0.

        Raises:
            MediaError: The clock was set back for good.
        """
        expected_s = 0.0 if self._last_s is None else self._last_s + self._interval_s
        last_s = self._last_s if self._last_s is not None else 0.0
        ticks = frame.pts if frame.pts is not None else frame.dts
        if ticks is None or not self._time_base:
            time_s = expected_s
        else:
            stamp_s = ticks * self._time_base - self._start_s
            if not self._is_likely(stamp_s + self._offset_s, last_s):
                returned = self._is_likely(stamp_s + self._before_jump_s, last_s)
                set_back = stamp_s + self._offset_s < last_s and not returned
                self._set_back_s = expected_s if set_back else None
                self._before_jump_s = self._offset_s
                self._offset_s = expected_s - stamp_s
                self._packets_end_s = 0.0
            time_s = max(stamp_s + self._offset_s, last_s)
            if self._set_back_s is not None and time_s - last_s > _TOLERATED_STEP_BACK_S:
                self._set_back_s = None
            if self._set_back_s is not None and time_s >= self._set_back_s + _SET_BACK_FOR_GOOD_S:
                raise joined_recordings(self._path)
        self._last_s = time_s
        self._last_length_s = self._length_s(frame)
        return time_s

    @property
    def total_s(self) -> float:
        """The length that the file states; 0 where it does not."""
        return self._stated_s

    @property
    def end_s(self) -> float:
        """Until when the last frame is shown."""
        last_s = self._last_s if self._last_s is not None else 0.0
        return max(last_s + self._last_length_s, min(self._packets_end_s, last_s + _SKIPPED_TAIL_S))

    def _is_likely(self, time_s: float, last_s: float) -> bool:
        if self._stated_s:
            longest_s = max(self._stated_s - last_s, 0.0) + _LIKELY_JUMP_S
        else:
            longest_s = _JUMP_WITHOUT_LENGTH_S
        return -_TOLERATED_STEP_BACK_S <= time_s - last_s <= longest_s

    def _length_s(self, frame: VideoFrame) -> float:
        length_s = (frame.duration or 0) * self._time_base
        last_s = self._last_s or 0.0
        return length_s if 0 < length_s <= max(self._stated_s - last_s, 1.0) + 0.1 else self._interval_s
