"""A look at the music folders: what was found is kept, and of which folders."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from queue import SimpleQueue

import pytest

from tivm_desktop.domain.errors import MediaError
from tivm_desktop.domain.track_facts import Depth
from tivm_desktop.library.changes import Changes
from tivm_desktop.library.store import FeatureStore
from tivm_desktop.matching.library_scope import Scope
from tivm_desktop.matching.library_walk import Task, Walk
from tivm_desktop.matching.pack_ids import PackIds
from tivm_desktop.matching.shared_sources import SharedSources


class CountingStore(FeatureStore):
    """Counts how often something is written."""

    written = 0

    def apply(self, changes: Changes, roots: Sequence[Path] | None = None) -> None:
        self.written += 1
        super().apply(changes, roots)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[CountingStore]:
    store = CountingStore(tmp_path / "library.sqlite3")
    yield store
    store.close()


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Two music folders, a file in each."""
    both = tmp_path / "b", tmp_path / "a"
    for folder in both:
        folder.mkdir()
        (folder / "track.mp3").write_bytes(b"no music")
    return both


def nobody_listens(path: Path, cancelled: Callable[[], bool]) -> str:
    raise MediaError(path, "Nobody listens.")


def look(store: FeatureStore, *folders: Path) -> Changes:
    """Take a look at folders and return what was found."""
    said: list[str] = []
    found: SimpleQueue[Changes | None] = SimpleQueue()
    task = Task(
        Scope(folders),
        PackIds("music-1", "key-1"),
        (Depth.FULL,),
        lambda audio_id: False,
        SharedSources((), "key-1", "music-1", said.append),
        catalogue=None,
        identify=nobody_listens,
        needs_are_known=False,
    )
    walk = Walk(
        store,
        task,
        lambda walk, contents: None,
        lambda walk, changes, needs: found.put(changes),
        said.append,
    )
    walk.join(10.0)
    changes = found.get(timeout=0.0)
    assert said == []
    assert changes is not None
    return changes


def test_the_folders_that_were_looked_at_last_are_kept_in_their_order(
    store: CountingStore, folders: tuple[Path, Path]
) -> None:
    assert len(look(store, *folders).new) == 2
    assert store.roots() == list(folders)
    missing = folders[0] / "missing"
    look(store, folders[1], missing)
    assert store.roots() == [folders[1], missing]


def test_other_folders_are_kept_though_nothing_else_is_new(
    store: CountingStore, folders: tuple[Path, Path]
) -> None:
    look(store, *folders)
    assert not look(store, folders[1])
    assert store.roots() == [folders[1]]


def test_nothing_is_written_where_nothing_is_new(store: CountingStore, folders: tuple[Path, Path]) -> None:
    look(store, *folders)
    assert not look(store, *folders)
    assert store.written == 1
