"""What the store says of the music folders: a catalogue of it, and what is still to be found out."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tivm_desktop.domain.analysis import TrackTags
from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.track_facts import Depth
from tivm_desktop.library.catalogue import Catalogue
from tivm_desktop.library.changes import Changes, FoundFile
from tivm_desktop.library.known import FileRow
from tivm_desktop.library.store import FeatureStore
from tivm_desktop.matching.analysed import COARSE_VERSION, SOUND_VERSION
from tivm_desktop.matching.index_queue import Wanted
from tivm_desktop.matching.library_scope import Scope
from tivm_desktop.matching.pack_ids import PackIds
from tivm_desktop.matching.shared_sources import SharedSources


@dataclass(frozen=True, slots=True)
class Needs:
    """What is to be found out yet."""

    wanted: tuple[Wanted, ...] = ()
    """To be listened to, in both depths where both are lacking."""
    describe: Mapping[str, Depth] = field(default_factory=dict)
    """Listened to once, by audio id, and lacking facts or row: to be made of the stored analysis."""
    failed: Mapping[Path, str] = field(default_factory=dict)
    """Not to be tried again before they change, and why."""
    total: int = 0
    """Files there are."""


@dataclass(frozen=True, slots=True, eq=False)
class Contents:
    """What is known of a library."""

    catalogue: Catalogue
    """What belongs to it."""
    shared_ids: Sequence[str]
    """Sounds of shared catalogues that have no row yet."""
    shared_rows: FloatArray
    """(N, D) their rows."""


def load_contents(
    store: FeatureStore,
    ids: PackIds,
    scope: Scope,
    changes: Changes | None,
    shared: SharedSources,
    has_vector: Callable[[str], bool],
) -> Contents:
    """Read what belongs to the library. Any thread; a second at 100,000 tracks.

    Args:
        store: where from.
        ids: of the pack.
        scope: what belongs to it.
        changes: what a scan has found; of it what the store, which may be full, does not have.
        shared: the catalogues beside it.
        has_vector: whether there is a row for an audio id.

    Raises:
        FileError: the store can't be read.
    """
    catalogue = Catalogue.load(
        shared.beside(store, scope.holds), ids.ranking, lambda path: scope.holds(path) or shared.holds(path)
    )
    for found in changes.new if changes is not None else ():
        if catalogue.row_at(found.path) is None:
            catalogue.put_file(as_row(found))
    return Contents(catalogue, *shared.vectors(has_vector))


def read_needs(
    store: FeatureStore,
    ids: PackIds,
    scope: Scope,
    has_vector: Callable[[str], bool],
    depths: Collection[Depth],
    changes: Changes | None,
) -> Needs:
    """Find out what is lacking.

    Args:
        store: what is known.
        ids: of the pack.
        scope: what belongs to the library.
        has_vector: whether there is a row for an audio id.
        depths: in which files are to be listened to.
        changes: as for `load_contents`.

    Raises:
        FileError: the store can't be read.
    """
    known: dict[str, int] = {facts[0]: facts[1] for facts in store.plain_facts(ids.ranking)}
    whole = store.analysed(ids.music, SOUND_VERSION)
    windows = store.analysed(ids.music, COARSE_VERSION)
    failures = {failure.path: failure for failure in store.failures(ids.failure)}
    wanted: list[Wanted] = []
    describe: dict[str, Depth] = {}
    failed: dict[Path, str] = {}
    total = 0
    for file in _files(store, scope, changes):
        total += 1
        failure = failures.get(file.path)
        if failure is not None and failure.stamp == file.stamp:
            failed[file.path] = failure.reason
            continue
        looked = file.looked_into and bool(file.audio_id)
        audio_id = file.audio_id if looked else ""
        if audio_id in whole:
            reached = Depth.FULL
        else:
            reached = Depth.COARSE if audio_id in windows and Depth.COARSE in depths else Depth.NONE
        if reached and (known.get(audio_id, Depth.NONE) < reached or not has_vector(audio_id)):
            describe[audio_id] = reached
        wanted += [
            Wanted(
                *(file.path, depth, file.added_ns, audio_id),
                *(file.duration_s if looked else 0.0, file.stamp),
            )
            for depth in depths
            if depth > reached
        ]
    return Needs(tuple(wanted), describe, failed, total)


def _files(store: FeatureStore, scope: Scope, changes: Changes | None) -> Iterator[FileRow]:
    """Yield one file after the other: a hundred thousand are never there at once."""
    unwritten = {found.path: found for found in changes.new} if changes is not None else {}
    for file in store.all_files():
        unwritten.pop(file.path, None)
        if file.vanished_ns is None and scope.holds(file.path):
            yield file
    yield from map(as_row, unwritten.values())


def as_row(found: FoundFile) -> FileRow:
    """Return what is known of a file that was seen and not looked into."""
    tags = TrackTags(title=found.path.stem)
    return FileRow(found.path, found.size, found.mtime_ns, "", tags, 0.0, 0, None, found.inode, False)
