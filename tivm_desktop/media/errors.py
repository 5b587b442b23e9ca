"""What went wrong with a media file, as one sentence that names the file and the remedy."""

import errno
from pathlib import Path
from typing import Literal

from tivm_desktop.domain.errors import MediaError

StreamKind = Literal["video", "audio"]

_REMEDY = {
    "video": "choose a video with a picture, such as an MP4, MOV, MKV or WebM file",
    "audio": "choose a file with sound, such as an MP3, FLAC, M4A, Ogg or WAV file",
}


def media_error(path: Path, error: BaseException) -> MediaError:
    """Turn what opening or reading `path` raised into a `MediaError` that a user can act on.

    Args:
        path: The file that was opened or read.
        error: What PyAV or the operating system raised.

    Returns:
        The error to raise; the caller chains the original with `raise ... from error`.
    """
    return MediaError(path, _sentence(path, error))


def lacks_stream(path: Path, kind: StreamKind) -> MediaError:
    """Say that `path` is media without the `kind` of stream that is asked for."""
    remedy = _REMEDY[kind]
    if kind == "video":
        return MediaError(path, f"{path.name} has only sound: {remedy}.")
    return MediaError(path, f"{path.name} has no sound: {remedy}.")


def nothing_decodes(path: Path, kind: StreamKind) -> MediaError:
    """Say that `path` has the `kind` of stream asked for, but not one frame of it can be decoded."""
    name = path.name
    if kind == "video":
        sentence = f"{name} is damaged: nothing of its picture can be decoded; copy or export it again."
    else:
        sentence = f"{name} is damaged: nothing of its sound can be decoded; copy or export it again."
    return MediaError(path, sentence)


def still_picture(path: Path) -> MediaError:
    """Say that `path` is a photo or a text, where a video or music is asked for."""
    return MediaError(path, f"{path.name} is neither a video nor music: {_REMEDY['video']}.")


def playlist(path: Path) -> MediaError:
    """Say that `path` only lists other files."""
    return MediaError(path, f"{path.name} is a playlist: choose the video or music file that it lists.")


def joined_recordings(path: Path) -> MediaError:
    """Say that `path` is recordings joined end to end, so that its times name several pictures."""
    return MediaError(
        path,
        f"{path.name} is several recordings joined end to end, and each begins its clock anew: convert it to "
        "MP4 and choose that.",
    )


def _sentence(path: Path, error: BaseException) -> str:
    name = path.name or str(path)
    if isinstance(error, PermissionError) and error.errno != errno.EPERM:
        return f"{name} may not be read by you: give yourself permission to read it and try again."
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"{name} is not there: it may have been moved or its drive unplugged, so choose it again."
    if isinstance(error, IsADirectoryError):
        return f"{name} is a folder: choose a video or music file inside it."
    if isinstance(error, ValueError | EOFError | PermissionError):
        return f"{name} {_why_invalid(path)}"
    if isinstance(error, LookupError | NotImplementedError):
        return f"{name} is of a kind that can't be decoded here: convert it to MP4 (H.264) and try again."
    if isinstance(error, MemoryError):
        return (
            f"{name} needs more memory than there is: close other programs or convert it to a smaller size."
        )
    reason = getattr(error, "strerror", None) or type(error).__name__
    return f"{name} can't be read ({reason}): check the drive it is on and try again."


def _why_invalid(path: Path) -> str:
    try:
        if path.stat().st_size == 0:
            return "is empty: copy or export it again."
        if _starts_as_mp4(path):
            return "is incomplete, it breaks off before its index: copy, record or export it again."
    except OSError:
        pass
    return "is not a media file, or too damaged to tell: copy or export it again, or choose another."


def _starts_as_mp4(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(12)[4:8] in {b"ftyp", b"moov", b"mdat", b"wide"}
