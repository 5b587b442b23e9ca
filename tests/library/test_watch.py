import errno
import queue
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, EventEmitter, ObservedWatch

from tests.library.shelf import put
from tivm_desktop.library.watch import Watcher, WatchPace

SOON = WatchPace(quiet_s=0.05, longest_s=1.0, look_s=0.05, poll_s=1000.0, rest_s=1000.0)
LIMIT_S = 20.0
NEVER_S = 0.5

Told = queue.Queue[str]
Watch = Callable[..., Told]


@pytest.fixture
def watch() -> Iterator[Watch]:
    """Watches folders; what it tells comes through a queue, the question for the first scan taken off it."""
    watchers: list[Watcher] = []

    def begin(
        *roots: Path,
        pace: WatchPace = SOON,
        observer: Callable[[], BaseObserver] = Observer,
        remote: Callable[[Path], bool] = lambda root: False,
    ) -> Told:
        told: Told = queue.Queue()
        watchers.append(
            Watcher(roots, lambda: told.put("changed"), told.put, pace=pace, observer=observer, remote=remote)
        )
        return told

    yield begin
    for watcher in watchers:
        watcher.close()


def is_told(told: Told) -> bool:
    return told.get(timeout=LIMIT_S) == "changed"


def is_quiet(told: Told) -> bool:
    with pytest.raises(queue.Empty):
        told.get(timeout=NEVER_S)
    return True


def test_the_first_scan_is_asked_for_at_once(tmp_path: Path, watch: Watch) -> None:
    told = watch(tmp_path)
    assert is_told(told)
    assert is_quiet(told)


def new(folder: Path) -> None:
    put(folder, "a/2.mp3")


def rewritten(folder: Path) -> None:
    (folder / "a" / "1.mp3").write_text("another\n")


def renamed(folder: Path) -> None:
    (folder / "a" / "1.mp3").rename(folder / "a" / "one.mp3")


def deleted(folder: Path) -> None:
    (folder / "a" / "1.mp3").unlink()


def folder_renamed(folder: Path) -> None:
    (folder / "a").rename(folder / "b")


def deep_below(folder: Path) -> None:
    put(folder, "x/y/z/3.mp3")


@pytest.mark.parametrize("act", [new, rewritten, renamed, deleted, folder_renamed, deep_below])
def test_changes_are_told(tmp_path: Path, watch: Watch, act: Callable[[Path], None]) -> None:
    put(tmp_path, "a/1.mp3")
    told = watch(tmp_path)
    assert is_told(told)
    act(tmp_path)
    assert is_told(told)


def test_what_is_no_music_and_what_is_only_read_is_not_told(tmp_path: Path, watch: Watch) -> None:
    put(tmp_path, "a/1.mp3", "a/cover.jpg")
    told = watch(tmp_path)
    assert is_told(told)
    (tmp_path / "a" / "1.mp3").read_bytes()
    (tmp_path / "a" / "cover.jpg").write_text("another")
    (tmp_path / "a" / ".1.mp3.part").write_text("on its way")
    assert is_quiet(told)


def test_an_album_that_arrives_is_told_once(tmp_path: Path, watch: Watch) -> None:
    put(tmp_path, *(f"elsewhere/{number}.mp3" for number in range(50)), "music/1.mp3")
    told = watch(tmp_path / "music", pace=replace(SOON, quiet_s=0.5, longest_s=1000.0))
    assert is_told(told)
    (tmp_path / "elsewhere").rename(tmp_path / "music" / "album")
    assert is_told(told)
    assert is_quiet(told)


def test_a_change_is_told_although_others_go_on(tmp_path: Path) -> None:
    told: Told = queue.Queue()
    pace = replace(SOON, quiet_s=1000.0, longest_s=0.3)
    watcher = Watcher([tmp_path], lambda: told.put("changed"), pace=pace)
    assert is_told(told)
    for _ in range(100):
        watcher.stir()
    assert is_told(told)
    watcher.close()


def test_a_folder_that_comes_goes_or_is_replaced_is_told_and_watched(tmp_path: Path, watch: Watch) -> None:
    music = tmp_path / "music"
    told = watch(music)
    assert is_told(told)
    put(tmp_path, "elsewhere/1.mp3")
    (tmp_path / "elsewhere").rename(music)
    assert is_told(told)
    put(music, "2.mp3")
    assert is_told(told)
    music.rename(tmp_path / "gone")
    assert is_told(told)


def test_changes_in_each_of_several_folders_are_told(tmp_path: Path, watch: Watch) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()
    told = watch(*folders)
    assert is_told(told)
    for folder in folders:
        put(folder, "1.mp3")
        assert is_told(told)


def no_watches() -> BaseObserver:
    """A system that has no watches left."""
    raise OSError(errno.ENOSPC, "inotify watch limit reached")


def test_where_the_system_cannot_watch_a_scan_is_asked_for_from_time_to_time(
    tmp_path: Path, watch: Watch
) -> None:
    told = watch(tmp_path, pace=replace(SOON, poll_s=0.1), observer=no_watches)
    notice = told.get(timeout=LIMIT_S)
    assert notice == (
        f"The folder {tmp_path} can't be watched for changes (inotify watch limit reached); it is looked"
        " through from time to time instead."
    )
    assert [is_told(told) for _ in range(3)] == [True] * 3


def test_where_the_system_cannot_watch_nobody_has_to_be_told(tmp_path: Path) -> None:
    told: Told = queue.Queue()
    pace = replace(SOON, poll_s=0.1)
    watcher = Watcher([tmp_path], lambda: told.put("changed"), pace=pace, observer=no_watches)
    assert [is_told(told) for _ in range(3)] == [True] * 3
    watcher.close()


def test_a_folder_on_another_machine_is_polled_without_a_look_at_it(tmp_path: Path, watch: Watch) -> None:
    told = watch(tmp_path, pace=replace(SOON, poll_s=0.1), observer=no_watches, remote=lambda root: True)
    assert [is_told(told) for _ in range(3)] == [True] * 3


def test_nothing_is_told_after_the_end(tmp_path: Path) -> None:
    told: Told = queue.Queue()
    watcher = Watcher([tmp_path], lambda: told.put("changed"), pace=SOON)
    assert is_told(told)
    watcher.close()
    put(tmp_path, "1.mp3")
    assert is_quiet(told)


def test_threads_end_with_the_watcher_which_may_end_itself(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    done = threading.Event()

    def end() -> None:
        watcher.close()
        done.set()

    watcher = Watcher([tmp_path], end, pace=replace(SOON, quiet_s=0.3))
    assert done.wait(LIMIT_S)
    for thread in set(threading.enumerate()) - before:
        thread.join(LIMIT_S)
        assert not thread.is_alive()


class Deaf(BaseObserver):
    """An observer whose threads have died, as where the system's own has given up."""

    def __init__(self, told: Told) -> None:
        super().__init__(EventEmitter)
        self._told = told

    @property
    def emitters(self) -> set[EventEmitter]:
        return {EventEmitter(self.event_queue, ObservedWatch("/", recursive=True))}

    def schedule(self, *args: object, **kwargs: object) -> ObservedWatch:
        self._told.put("watched")
        return ObservedWatch("/", recursive=True)


def test_where_watching_has_died_it_is_begun_anew(tmp_path: Path, watch: Watch) -> None:
    watched: Told = queue.Queue()
    told = watch(tmp_path, observer=lambda: Deaf(watched))
    assert [watched.get(timeout=LIMIT_S) for _ in range(3)] == ["watched"] * 3
    assert is_told(told)


def test_a_folder_named_twice_is_watched_once(tmp_path: Path, watch: Watch) -> None:
    told = watch(tmp_path, tmp_path / "x" / "..", pace=replace(SOON, poll_s=0.05))
    assert is_told(told)
    assert is_quiet(told), "it is not polled"
