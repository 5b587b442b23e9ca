"""The demo as files: where they lie, and making those that are not there yet."""

import math
from dataclasses import dataclass
from pathlib import Path

from tivm_desktop.domain.errors import FileError
from tivm_desktop.domain.progress import Progress, no_progress

FILM = "A Day in Three Moods.mp4"
MUSIC = "Demo music"
TITLES = (
    "First Train",
    "Slow Light",
    "Neon Run",
    "Open Windows",
    "Saturday",
    "Small Hours",
    "Iron Works",
    "Bad Weather",
)
"""Of the tracks, in the order in which they are made."""
SHORT_S = 12.0
_ARTIST = "TIVM Desktop demo"


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

        _make_folder(folder)
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
        _make_folder(demo.music)
        piece = PIECES[TITLES[number]]
        tags = {"title": piece.title, "artist": _ARTIST, "album": "Demo", "genre": piece.genre}
        write_sound(path, piece.sound(SHORT_S if short else math.inf), tags)
    return path


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(
            folder,
            f"The demo can't be made in {folder} ({error.strerror}): free some space or allow writing there.",
        ) from error
