"""What can go wrong with a file that is written, as one sentence with the remedy."""

import errno
from pathlib import Path

from tivm_desktop.domain.errors import ExportError


def export_error(path: Path, error: OSError) -> ExportError:
    """Turn what writing `path` raised into a sentence that a user can act on."""
    return ExportError(path, f"{path.name} can't be written: {_why(path, error)}")


def own_source(path: Path) -> ExportError:
    """Say that a preview would overwrite what it is made of."""
    return ExportError(path, f"{path.name} is what the preview is made of: choose another name for it.")


def not_copied(video: Path, into: Path) -> ExportError:
    """Say that a video's stream does not go into another file as it is."""
    return ExportError(
        video,
        f"The picture of {video.name} can't be copied into {into.name}, its stream is damaged or unusual: "
        "convert the video to MP4 (H.264) and try again.",
    )


def without_times(video: Path) -> ExportError:
    """Say that a video does not tell when its pictures are shown."""
    return ExportError(
        video,
        f"The pictures of {video.name} carry no times, so they can't be copied: convert the video to MP4 "
        "(H.264) and try again.",
    )


def _why(path: Path, error: OSError) -> str:
    folder = path.parent.name or str(path.parent)
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return f"the drive of {folder} is full; free some space or choose another folder."
    if error.errno == errno.EFBIG:
        return f"it is too large for the drive of {folder}; choose another drive."
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return f"you may not write in {folder}; choose another folder."
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"the folder {folder} is not there; choose another one."
    if isinstance(error, IsADirectoryError):
        return "a folder has that name; choose another name."
    if error.errno == errno.ENAMETOOLONG:
        return "its name is too long; choose a shorter one."
    return f"{error.strerror or type(error).__name__}; choose another folder."
