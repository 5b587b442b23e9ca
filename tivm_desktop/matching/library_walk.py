"""Looking at the music folders: one walk at a time, each on a thread of its own; the newest wins."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass

from tivm_desktop.domain.errors import CancelledError, FileError
from tivm_desktop.domain.track_facts import Depth
from tivm_desktop.library.catalogue import Catalogue
from tivm_desktop.library.changes import Changes
from tivm_desktop.library.reconcile import scan_library
from tivm_desktop.library.store import FeatureStore
from tivm_desktop.matching.identify import Identify
from tivm_desktop.matching.library_contents import Contents, Needs, load_contents, read_needs
from tivm_desktop.matching.library_scope import Scope
from tivm_desktop.matching.pack_ids import PackIds
from tivm_desktop.matching.shared_sources import SharedSources

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Task:
    """What a walk is to look at."""

    scope: Scope
    ids: PackIds
    depths: tuple[Depth, ...]
    """In which files are to be listened to."""
    has_vector: Callable[[str], bool]
    """Whether there is a row for an audio id. Any thread."""
    shared: SharedSources
    """The catalogues beside it."""
    catalogue: Catalogue | None
    """What was read of these folders before; None: read it first."""
    identify: Identify
    """Tells what the sound of a file is, where size and time alone don't tell whether it is a known one."""
    needs_are_known: bool
    """Whether what is lacking has to be found out only if something has changed."""


class Walk:
    """One look at the folders; hears nothing any more once it is cancelled."""

    def __init__(
        self,
        store: FeatureStore,
        task: Task,
        opened: Callable[["Walk", Contents], None],
        ended: Callable[["Walk", Changes | None, Needs | None], None],
        warn: Callable[[str], None],
    ) -> None:
        """Begin at once.

        Args:
            store: what is known, and where changes are written.
            task: what to look at.
            opened: called with what the store has whenever it was read: before the walk, and after it if
                something has changed.
            ended: called once, at its end, with what was found, None where the walk was cancelled or failed,
                and with what is lacking, None where that is known.
            warn: called with what goes wrong with the store.
            All are called on the walk's thread.
        """
        self._store = store
        self._task = task
        self._opened = opened
        self._ended = ended
        self._warn = warn
        self._cancelled = threading.Event()
        self._thread = threading.Thread(target=self._live, name="library-walk", daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """Give it up: nothing of it is written."""
        self._cancelled.set()

    def join(self, timeout_s: float) -> None:
        """Wait for its end, for so long at most."""
        self._thread.join(timeout_s)

    def _live(self) -> None:
        changes, needs = None, None
        try:
            changes, needs = self._look()
        except CancelledError:
            pass
        except FileError as error:
            self._warn(str(error))
        except Exception as error:
            if not self._cancelled.is_set():
                _log.exception("The music folders can't be looked at")
                self._warn(f"The music folders can't be looked at ({error}); please report it.")
        self._ended(self, changes, needs)

    def _look(self) -> tuple[Changes, Needs | None]:
        task = self._task
        catalogue = task.catalogue
        if catalogue is None:
            catalogue = self._open(task.scope, None)
        changes = scan_library(
            task.scope.folders,
            self._store.known_tree(),
            self._cancelled.is_set,
            identify=lambda path: task.identify(path, self._cancelled.is_set),
        )
        if self._cancelled.is_set():
            raise CancelledError
        written = self._write(changes)
        scope = Scope(task.scope.folders, changes.away)
        differs = _files_differ(changes) or scope.away != task.scope.away
        if differs:
            catalogue = self._open(scope, None if written else changes)
        if differs or task.catalogue is None:
            catalogue.warm()
        if not differs and task.needs_are_known:
            return changes, None
        needs = read_needs(
            self._store, task.ids, scope, task.has_vector, task.depths, None if written else changes
        )
        return changes, needs

    def _open(self, scope: Scope, unwritten: Changes | None) -> Catalogue:
        task = self._task
        contents = load_contents(self._store, task.ids, scope, unwritten, task.shared, task.has_vector)
        self._opened(self, contents)
        return contents.catalogue

    def _write(self, changes: Changes) -> bool:
        """Write what was found and where; tell whether the store has it now."""
        folders = self._task.scope.folders
        try:
            if changes or self._store.roots() != list(folders):
                self._store.apply(changes, folders)
        except FileError as error:
            self._warn(str(error))
            return False
        return True


def _files_differ(changes: Changes) -> bool:
    """Tell whether there are other files than before; stamps of folders are for the next walk only."""
    came = changes.new or changes.returned or changes.duplicates
    return bool(came or changes.changed or changes.moved or changes.vanished)
