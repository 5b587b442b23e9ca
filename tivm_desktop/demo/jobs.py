"""Making the demo as jobs of a worker process."""

from pathlib import Path

from tivm_desktop.demo.making import make_film, make_track
from tivm_desktop.domain.progress import Progress


def no_tools() -> None:
    """Give the worker what it needs from one job to the next: nothing."""


def film_job(_tools: None, folder: Path, *, progress: Progress) -> Path:
    """Make the film in a worker; see `make_film`."""
    return make_film(folder, progress)


def track_job(_tools: None, folder: Path, number: int, *, progress: Progress) -> Path:
    """Make a track in a worker; see `make_track`."""
    return make_track(folder, number, progress)
