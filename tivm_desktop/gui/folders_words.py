"""What is said of the music folders, and how a new one joins those there are."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from tivm_desktop.domain.library_status import LibraryState, LibraryStatus
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.wording import counted, number, short_folder


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
        return tr("No music folder")
    several = counted(len(folders), tr("{count} music folder"), tr("{count} music folders"))
    return short_folder(folders[0]) if len(folders) == 1 else several


def tracks_in(status: LibraryStatus) -> str:
    """Say how many tracks there are, as the top bar does."""
    if status.state is LibraryState.SCANNING and not status.total:
        return tr("Looking for music…")
    return counted(status.listenable, tr("{count} track"), tr("{count} tracks"))


def known(status: LibraryStatus) -> str:
    """Say what is known of the tracks, in one sentence."""
    if not status.total:
        return tr("No music found yet.")
    count = status.listenable
    if status.full >= count:
        return counted(count, tr("{count} track, all listened to."), tr("{count} tracks, all listened to."))
    return counted(
        count,
        tr("{count} track: {ranked} can be ranked, {full} are listened to in full."),
        tr("{count} tracks: {ranked} can be ranked, {full} are listened to in full."),
        ranked=number(status.coarse),
        full=number(status.full),
    )
