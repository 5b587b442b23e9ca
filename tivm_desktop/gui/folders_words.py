"""What is said of the music folders, and how a new one joins those there are."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from tivm_desktop.domain.library_status import LibraryState, LibraryStatus
from tivm_desktop.gui.wording import plural, short_folder


def joined(folders: Sequence[Path], added: Iterable[Path]) -> tuple[Path, ...]:
    """Return the folders with others added; one that lies in another is a part of it and not kept."""
    chosen: list[Path] = []
    for folder in dict.fromkeys((*folders, *added)):
        if any(folder.is_relative_to(other) for other in chosen):
            continue
        chosen = [other for other in chosen if not other.is_relative_to(folder)]
        chosen.append(folder)
    return tuple(chosen)


def named(folders: Sequence[Path]) -> str:
    """Name the library: by its one folder, or by how many there are."""
    if not folders:
        return "No music folder"
    return short_folder(folders[0]) if len(folders) == 1 else plural(len(folders), "music folder")


def tracks_in(status: LibraryStatus) -> str:
    """Say how many tracks there are, as the top bar does."""
    if status.state is LibraryState.SCANNING and not status.total:
        return "Looking for music…"
    return plural(max(status.total - len(status.failed), 0), "track")


def known(status: LibraryStatus) -> str:
    """Say what is known of the tracks, in one sentence."""
    if not status.total:
        return "No music found yet."
    if status.full >= status.total - len(status.failed):
        return f"{tracks_in(status)}, all listened to."
    return f"{tracks_in(status)}: {status.coarse:,} can be ranked, {status.full:,} are listened to in full."
