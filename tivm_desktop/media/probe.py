"""What a media file holds, found without decoding more than one picture."""

from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from av.audio.stream import AudioStream
from av.container import InputContainer
from av.error import FFmpegError
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from tivm_desktop.media.errors import lacks_stream
from tivm_desktop.media.opening import find_picture_stream, find_sound_stream, opened
from tivm_desktop.media.rotation import Orientation, orientation_of

_PACKETS_TRIED = 200
"""Packets read at most in search of a picture that decodes."""


@dataclass(frozen=True, slots=True)
class VideoStreamInfo:
    """The video stream to show."""

    width: int
    """Pixels as shown: after rotation, with square pixels."""
    height: int
    """Pixels as shown: after rotation, with square pixels."""
    frame_rate: float
    """Frames a second on average; 0 where the file does not say."""


@dataclass(frozen=True, slots=True)
class AudioStreamInfo:
    """The audio stream to play."""

    begins_s: float
    """Second of the file's timeline at which it begins, >= 0."""


@dataclass(frozen=True, slots=True)
class MediaInfo:
    """A media file at a glance."""

    path: Path
    duration_s: float
    """Length of the file, 0 where it does not say."""
    video: VideoStreamInfo | None
    audio: AudioStreamInfo | None


def probe(path: Path) -> MediaInfo:
    """Look at `path`.

    Raises:
        MediaError: It is missing, empty, a folder, not readable, not media, a photo, incomplete, or without
            picture and sound.
    """
    with opened(path) as container:
        picture, sound = find_picture_stream(container), find_sound_stream(container)
        if picture is None and sound is None:
            raise lacks_stream(path, "audio")
        return MediaInfo(
            path=path,
            duration_s=stated_duration_s(container),
            video=_video_info(container, picture) if picture else None,
            audio=_audio_info(container, sound) if sound else None,
        )


def require_video(info: MediaInfo) -> VideoStreamInfo:
    """The video stream of `info`.

    Raises:
        MediaError: There is none; cover art does not count.
    """
    if info.video is None:
        raise lacks_stream(info.path, "video")
    return info.video


def require_audio(info: MediaInfo) -> AudioStreamInfo:
    """The audio stream of `info`.

    Raises:
        MediaError: There is none.
    """
    if info.audio is None:
        raise lacks_stream(info.path, "audio")
    return info.audio


def stated_duration_s(container: InputContainer) -> float:
    """The length the file states for itself in seconds, else that of its longest stream, else 0."""
    if container.duration is not None:
        return max(container.duration / 1_000_000, 0.0)
    lengths = [float(s.duration * s.time_base) for s in container.streams if s.duration and s.time_base]
    return max(lengths, default=0.0)


def start_s(container: InputContainer) -> float:
    """The timestamp at which the file starts, in seconds; 0 where it does not say."""
    return (container.start_time or 0) / 1_000_000


def square_pixel_size(frame: VideoFrame, stream: VideoStream) -> tuple[int, int]:
    """(width, height) of a stored frame with anamorphic pixels made square by widening or heightening."""
    aspect = stream.sample_aspect_ratio
    if not aspect or aspect == 1:
        return frame.width, frame.height
    if aspect > 1:
        return max(round(frame.width * aspect), 1), frame.height
    return frame.width, max(round(frame.height / aspect), 1)


def _video_info(container: InputContainer, stream: VideoStream) -> VideoStreamInfo:
    size, orientation = (stream.width, stream.height), Orientation()
    frame = _first_frame(container, stream)
    if frame is not None:
        size, orientation = square_pixel_size(frame, stream), orientation_of(frame)
    width, height = orientation.stored_size(size)
    rate = stream.average_rate or stream.guessed_rate
    return VideoStreamInfo(width, height, float(rate) if rate else 0.0)


def sound_begins_s(stream: AudioStream, origin_s: float) -> float:
    """The second at which a sound begins, counted from a timestamp; 0 where it doesn't say, or is earlier."""
    if stream.start_time is None or stream.time_base is None:
        return 0.0
    return max(0.0, float(stream.start_time * stream.time_base) - origin_s)


def _audio_info(container: InputContainer, stream: AudioStream) -> AudioStreamInfo:
    return AudioStreamInfo(sound_begins_s(stream, start_s(container)))


def _first_frame(container: InputContainer, stream: VideoStream) -> VideoFrame | None:
    stream.codec_context.thread_count = 1
    for packet in islice(container.demux(stream), _PACKETS_TRIED):
        try:
            frames = packet.decode()
        except FFmpegError:
            continue
        for frame in frames:
            if isinstance(frame, VideoFrame):
                return frame
    return None
