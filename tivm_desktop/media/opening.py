"""Open a media file with PyAV so that nothing but that file is read and every failure is a `MediaError`."""

import errno
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import av
from av.audio.stream import AudioStream
from av.codec.hwaccel import HWAccel
from av.container import InputContainer
from av.error import FFmpegError
from av.stream import Disposition, Stream
from av.video.stream import VideoStream

from tivm_desktop.domain.errors import MediaError
from tivm_desktop.media.errors import lacks_stream, media_error, playlist, still_picture

MOST_PIXELS = 8192 * 8192
"""The largest picture that is decoded: a quarter of a gigabyte. FFmpeg alone would take four times that."""
_OPTIONS = {"protocol_whitelist": "file"}
"""A playlist dressed up as a video must not make the program ask the network."""

_PLAYLISTS = {"hls", "dash", "concat", "imf", "sdp"}
_NO_MOVING_PICTURE = Disposition.attached_pic | Disposition.still_image | Disposition.timed_thumbnails


@contextmanager
def opened(
    path: Path, hardware: HWAccel | None = None, *, sound_only: bool = False
) -> Iterator[InputContainer]:
    """Open `path` for reading; closed at the end whatever happens.

    Args:
        path: The file.
        hardware: What to decode its picture with; None for software.
        sound_only: Whether no picture of it is wanted. FFmpeg looks at each stream when it opens a file, and
            would unpack cover art for that: a third of a second and 50 MB for one of 3000 x 3000 pixels.

    Raises:
        MediaError: `path` is missing, empty, a folder, not readable, not media, a photo, or incomplete; also
            for any PyAV error raised in the body.
    """
    try:
        _check_regular(path)
        options = {**_OPTIONS, "max_pixels": "1" if sound_only else str(MOST_PIXELS)}
        container = av.open(
            f"file:{path.absolute()}", options=options, metadata_errors="replace", hwaccel=hardware
        )
    except (FFmpegError, OSError) as error:
        raise media_error(path, error) from error
    with container:
        refusal = _refusal(path, container)
        if refusal is not None:
            raise refusal
        try:
            yield container
        except FFmpegError as error:
            raise media_error(path, error) from error


def picture_stream(path: Path, container: InputContainer) -> VideoStream:
    """The video stream of `container` to show; cover art is none.

    Raises:
        MediaError: There is none.
    """
    stream = find_picture_stream(container)
    if stream is None:
        raise lacks_stream(path, "video")
    return stream


def sound_stream(path: Path, container: InputContainer) -> AudioStream:
    """The audio stream of `container` to play.

    Raises:
        MediaError: There is none.
    """
    stream = find_sound_stream(container)
    if stream is None:
        raise lacks_stream(path, "audio")
    return stream


def find_picture_stream(container: InputContainer) -> VideoStream | None:
    """The video stream a player would choose, or None; cover art and thumbnails are not video."""
    best = container.streams.best("video")
    moving = [
        s for s in container.streams.video if _has_decoder(s) and not s.disposition & _NO_MOVING_PICTURE
    ]
    if isinstance(best, VideoStream) and best in moving:
        return best
    return max(moving, key=lambda stream: stream.width * stream.height, default=None)


def find_sound_stream(container: InputContainer) -> AudioStream | None:
    """The audio stream a player would choose, or None."""
    best = container.streams.best("audio")
    if isinstance(best, AudioStream) and _has_decoder(best):
        return best
    return next((stream for stream in container.streams.audio if _has_decoder(stream)), None)


def _has_decoder(stream: Stream) -> bool:
    return getattr(stream, "codec_context", None) is not None


def _check_regular(path: Path) -> None:
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise IsADirectoryError
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "not a regular file")


def _refusal(path: Path, container: InputContainer) -> MediaError | None:
    """Why a file that FFmpeg opens is no media file to a user."""
    name = container.format.name
    if name in _PLAYLISTS:
        return playlist(path)
    if name == "tty" or name.startswith("image2") or name.endswith("_pipe"):
        return still_picture(path)
    return None
