"""The demo as files: where they lie, and making those that are not there yet."""

import errno
import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tivm_desktop.demo.names import ARTIST, FILM, MUSIC, TITLES
from tivm_desktop.domain.errors import ExportError, FileError
from tivm_desktop.domain.progress import Progress, no_progress
from tivm_desktop.whole_file import drop_abandoned

SHORT_S = 12.0


@dataclass(frozen=True, slots=True)
class Demo:
    """Something to try the program with."""

    video: Path
    """A film of some 25 seconds with a soundtrack of its own: dawn, a city at night, a bright day."""
    music: Path
    """A folder of tracks."""

    @property
    def whole(self) -> bool:
        """Whether all of it is there. Looks at the disk."""
        return self.video.is_file() and all(self.track(number).is_file() for number in range(len(TITLES)))

    @classmethod
    def of(cls, folder: Path) -> "Demo":
        """Say where the demo of `folder` lies, or would lie."""
        return cls(folder / FILM, folder / MUSIC)

    def track(self, number: int) -> Path:
        """Return where a track lies, or would lie; `number` counts `TITLES` from 0."""
        return self.music / f"{TITLES[number]}.opus"


def make_demo(
    folder: Path, progress: Progress = no_progress, *, tracks: int | None = None, short: bool = False
) -> Demo:
    """Make what is not there yet of a demo: the film first, then track after track.

    Args:
        folder: made where it is lacking.
        progress: hears of seconds made, of film and tracks; may raise `CancelledError`.
        tracks: only the first so many of `TITLES`; all of them if None.
        short: a small film of 4 seconds and tracks of `SHORT_S`, for tests.

    Raises:
        FileError: something can't be written.
        CancelledError: `progress` raised it; what is whole stays.
    """
    numbers = range(len(TITLES))[:tracks]
    total = float(1 + len(numbers))
    make_film(folder, lambda done_s, total_s: progress(done_s / total_s, total), short=short)
    for number in numbers:
        progress(1.0 + number, total)
        make_track(folder, number, short=short)
    progress(total, total)
    return Demo.of(folder)


def make_film(folder: Path, progress: Progress = no_progress, *, short: bool = False) -> Path:
    """Make the film of a demo unless it is there; return where it lies.

    Raises:
        FileError: it can't be written.
        CancelledError: `progress` raised it.
    """
    demo = Demo.of(folder)
    if not demo.video.is_file():
        from tivm_desktop.demo.film_file import write_film

        with _written_in(folder):
            write_film(demo.video, progress, short=short)
    return demo.video


def make_track(folder: Path, number: int, progress: Progress = no_progress, *, short: bool = False) -> Path:
    """Make a track of a demo unless it is there; return where it lies.

    Args:
        folder: of the demo.
        number: counts `TITLES` from 0.
        progress: asked once, before the work begins.
        short: only its first seconds.

    Raises:
        FileError: it can't be written.
        CancelledError: `progress` raised it.
    """
    demo = Demo.of(folder)
    path = demo.track(number)
    if not path.is_file():
        from tivm_desktop.demo.pieces import PIECES
        from tivm_desktop.demo.sound_file import write_sound

        progress(0.0, 0.0)
        piece = PIECES[TITLES[number]]
        tags = {"title": piece.title, "artist": ARTIST, "album": "Demo", "genre": piece.genre}
        sound = piece.sound(SHORT_S if short else math.inf)
        with _written_in(demo.music):
            write_sound(path, sound, tags)
    return path


@contextmanager
def _written_in(folder: Path) -> Iterator[None]:
    """Make a folder to write in; what goes wrong there is told as the demo's.

    Raises:
        FileError: it can't be made or written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        drop_abandoned(folder)
        yield
    except ExportError as error:
        raise _told(folder, error.__cause__ or error) from error
    except OSError as error:
        raise _told(folder, error) from error


def _told(folder: Path, error: BaseException) -> FileError:
    number = error.errno if isinstance(error, OSError) else None
    if number in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        why = "the drive is full; free some space and try again"
    elif number in {errno.EACCES, errno.EPERM, errno.EROFS}:
        why = "you may not write there; allow it, or choose another place with --profile DIR"
    else:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        why = f"{reason}; try again, or choose another place with --profile DIR"
    return FileError(folder, f"The demo can't be made in {folder}: {why}.")
