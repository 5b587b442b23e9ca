"""The music folders: looked at when they are set, when that is asked for, and when something changes."""

import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from tivm_desktop.library.changes import Changes
from tivm_desktop.library.store import FeatureStore
from tivm_desktop.library.walk import why_unlisted
from tivm_desktop.library.watch import Watcher
from tivm_desktop.matching.asking import Asking
from tivm_desktop.matching.library_contents import Contents, Needs
from tivm_desktop.matching.library_scope import Scope
from tivm_desktop.matching.library_walk import Task, Walk

SETTLE_S = 5.0
"""How long after a look that found files half written the next one is taken."""


class LibraryFolders:
    """Has one look taken after the other. One thread, to which `post` leads."""

    def __init__(
        self,
        store: FeatureStore,
        post: Callable[[Callable[[], None]], None],
        task: Callable[[Scope], Task],
        opened: Callable[[Contents], None],
        looked: Callable[[Changes | None, Needs | None], None],
        lost: Callable[[Path, str], None],
        warn: Callable[[str], None],
        *,
        watch: bool,
    ) -> None:
        """Begin without a folder.

        Args:
            store: what is known.
            post: has something called on the thread that all else is called on.
            task: says what the next look is to find out.
            opened: called with what is known of the folders, as `Walk` reads it.
            looked: called at the end of a look with what was found; None where it failed.
            lost: called with a folder that is not there any more, and the sentence that says so.
            warn: called with what goes wrong, on any thread.
            watch: whether a look is taken when something changes.
        """
        self._store = store
        self._post = post
        self._task = task
        self._opened = opened
        self._looked = looked
        self._lost = lost
        self._asking = Asking(post)
        self._suspects: set[Path] = set()
        """Folders of which it is being found out whether they are there."""
        self._warn = warn
        self._watch = watch
        self._walk: Walk | None = None
        self._ending: set[Walk] = set()
        """Walks that were cancelled and have not ended yet; the next one begins after them."""
        self._again = False
        self._waiting = False
        """Whether a look is to be taken once they have ended."""
        self._watcher: Watcher | None = None
        self._soon: threading.Timer | None = None
        self.scope = Scope(())
        """The folders, and those that are away."""

    @property
    def looking(self) -> bool:
        """Whether a look is being taken, or is going to be."""
        return self._walk is not None or self._waiting

    def set(self, folders: Sequence[Path]) -> None:
        """Look at these, and at no others."""
        self.cancel()
        self._unwatch()
        self.scope = Scope(tuple(dict.fromkeys(folder.absolute() for folder in folders)))
        if folders:
            self._look()
            if self._watch:
                self._watcher = Watcher(self.scope.folders, lambda: self._post(self.rescan), self._warn)

    def rescan(self) -> None:
        """Look again; once more after the look that is being taken."""
        if self._walk is not None:
            self._again = True
        elif self.scope.folders and not self._waiting:
            self._look()

    @property
    def asking(self) -> bool:
        """Whether it is being found out whether a folder is there."""
        return self._asking.busy

    def suspect(self, path: Path) -> None:
        """Find out whether the folder of a file that can't be read is there."""
        for folder in set(self.scope.folders).difference(self.scope.away, self._suspects):
            if folder in path.parents:
                self._suspects.add(folder)
                self._asking.ask(partial(_why_away, folder), partial(self._hear_suspect, folder))

    def _hear_suspect(self, folder: Path, why: str | None) -> None:
        self._suspects.discard(folder)
        if why == "" or folder not in self.scope.folders or folder in self.scope.away:
            return
        self.scope = Scope(self.scope.folders, (*self.scope.away, folder))
        self._lost(folder, why if why is not None else why_unlisted(folder, TimeoutError()))

    def cancel(self) -> None:
        """Give up the look that is being taken."""
        self._waiting = False
        if self._walk is not None:
            self._walk.cancel()
            self._ending.add(self._walk)
            self._walk = None

    def close(self) -> None:
        """Give up looking and watching, within a few seconds."""
        self._unwatch()
        self._asking.close()
        for walk in [*self._ending, *([self._walk] if self._walk is not None else [])]:
            walk.cancel()
            walk.join(2.0)

    def _look(self) -> None:
        self._waiting = bool(self._ending)
        if self._waiting:
            return
        self._again = False
        self._walk = Walk(
            self._store,
            self._task(self.scope),
            lambda walk, contents: self._post(lambda: self._hear_opened(walk, contents)),
            lambda walk, changes, needs: self._post(lambda: self._hear_ended(walk, changes, needs)),
            self._warn,
        )

    def _hear_opened(self, walk: Walk, contents: Contents) -> None:
        if walk is self._walk:
            self._opened(contents)

    def _hear_ended(self, walk: Walk, changes: Changes | None, needs: Needs | None) -> None:
        self._ending.discard(walk)
        if self._waiting and not self._ending:
            self._look()
        if walk is not self._walk:
            return
        self._walk = None
        self._looked(changes, needs)
        if changes is not None:
            self.scope = Scope(self.scope.folders, changes.away)
            if changes.unsettled and self._watch:
                self._look_soon()
        if self._again:
            self.rescan()

    def _look_soon(self) -> None:
        self._soon = threading.Timer(SETTLE_S, lambda: self._post(self.rescan))
        self._soon.daemon = True
        self._soon.start()

    def _unwatch(self) -> None:
        if self._soon is not None:
            self._soon.cancel()
        if self._watcher is not None:
            self._watcher.close()
            self._watcher = None


def _why_away(folder: Path) -> str:
    """Say why a folder can't be looked at; empty where it is there."""
    try:
        there = folder.is_dir()
    except OSError as error:
        return why_unlisted(folder, error)
    return "" if there else f"The folder {folder} is not there any more; put it back or choose another."
