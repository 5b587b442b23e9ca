"""Looks at the music folders, one after the other."""

from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue
from threading import Event

import pytest

from tivm_desktop.domain.errors import MediaError
from tivm_desktop.domain.track_facts import Depth
from tivm_desktop.library.changes import Changes, KnownTree
from tivm_desktop.library.store import FeatureStore
from tivm_desktop.matching.library_contents import Needs
from tivm_desktop.matching.library_folders import LibraryFolders
from tivm_desktop.matching.library_scope import Scope
from tivm_desktop.matching.library_walk import Task
from tivm_desktop.matching.pack_ids import PackIds
from tivm_desktop.matching.shared_sources import SharedSources

LONG_S = 10.0


class SlowStore(FeatureStore):
    """Says who asks what it knows, and takes its time to answer."""

    def __init__(self, database: Path) -> None:
        super().__init__(database)
        self.asked: SimpleQueue[None] = SimpleQueue()
        self.may_answer = Event()

    def known_tree(self) -> KnownTree:
        self.asked.put(None)
        assert self.may_answer.wait(LONG_S)
        return super().known_tree()


class Bench:
    """Music folders, looked at on the thread of the test."""

    def __init__(self, root: Path) -> None:
        self.store = SlowStore(root / "library.sqlite3")
        self.calls: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self.said: list[str] = []
        self.lost: list[Path] = []
        self.why: list[str] = []
        self.looked: list[Changes | None] = []
        self.folders = LibraryFolders(
            self.store,
            self.calls.put,
            self._task,
            lambda contents: None,
            self._hear,
            self._lose,
            self.said.append,
            watch=False,
        )

    def _task(self, scope: Scope) -> Task:
        shared = SharedSources((), "key-1", "music-1", self.said.append)
        return Task(
            scope,
            PackIds("music-1", "key-1"),
            (Depth.FULL,),
            lambda _: False,
            shared,
            None,
            nobody_listens,
            False,
        )

    def _hear(self, changes: Changes | None, needs: Needs | None) -> None:
        self.looked.append(changes)

    def _lose(self, folder: Path, sentence: str) -> None:
        self.lost.append(folder)
        self.why.append(sentence)

    def look(self) -> None:
        """Do what is posted until no look is taken any more."""
        while self.folders.looking:
            self.calls.get(timeout=LONG_S)()


def nobody_listens(path: Path, cancelled: Callable[[], bool]) -> str:
    raise MediaError(path, "Nobody listens.")


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    bench = Bench(tmp_path)
    yield bench
    bench.store.may_answer.set()
    bench.folders.close()
    bench.store.close()


def test_a_look_begins_when_the_one_that_was_given_up_has_ended(bench: Bench, tmp_path: Path) -> None:
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
    bench.folders.set([tmp_path / "first"])
    bench.store.asked.get(timeout=LONG_S)
    bench.folders.set([tmp_path / "second"])
    bench.folders.rescan()
    assert bench.folders.looking
    assert bench.store.asked.empty()
    bench.store.may_answer.set()
    bench.look()
    [changes] = bench.looked
    assert changes is not None
    assert bench.store.roots() == [tmp_path / "second"]
    assert bench.said == []


def test_what_is_given_up_for_nothing_is_not_looked_at(bench: Bench, tmp_path: Path) -> None:
    bench.folders.set([tmp_path])
    bench.store.asked.get(timeout=LONG_S)
    bench.folders.set([])
    assert not bench.folders.looking
    bench.store.may_answer.set()
    bench.calls.get(timeout=LONG_S)()
    assert not bench.folders.looking
    assert bench.looked == []


def test_a_file_that_fails_tells_that_its_folder_is_gone_once(bench: Bench, tmp_path: Path) -> None:
    there, gone = tmp_path / "there", tmp_path / "gone"
    for folder in (there, gone):
        folder.mkdir()
    bench.store.may_answer.set()
    bench.folders.set([there, gone])
    bench.look()
    gone.rmdir()
    for path in (there / "a.mp3", gone / "a.mp3", gone / "b.mp3"):
        bench.folders.suspect(path)
    while bench.folders.asking:
        bench.calls.get(timeout=LONG_S)()
    assert bench.lost == [gone]
    assert bench.folders.scope.away == (gone,)


@pytest.mark.parametrize(
    ("trouble", "why"),
    [
        (PermissionError(13, "Permission denied"), "may not be read; give yourself permission"),
        (OSError(5, "Input/output error"), "can't be read (Input/output error); check the disk"),
        (None, "is not there any more; put it back"),
    ],
)
def test_what_is_said_of_a_folder_that_is_away_is_what_can_be_done(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: OSError | None, why: str
) -> None:
    folder = tmp_path / "below"
    folder.mkdir()
    bench.store.may_answer.set()
    bench.folders.set([folder])
    bench.look()
    folder.rmdir()

    def ask(asked: Path) -> bool:
        if trouble is not None:
            raise trouble
        return False

    with monkeypatch.context() as asking:
        asking.setattr(Path, "is_dir", ask)
        bench.folders.suspect(folder / "a.mp3")
        while bench.folders.asking:
            bench.calls.get(timeout=LONG_S)()
    [sentence] = bench.why
    assert why in sentence
