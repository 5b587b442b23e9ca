"""A library that is indexed without a window: one thread, the caller's, owns it."""

import queue
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Protocol

from tivm_desktop.domain.indexing import IndexPace
from tivm_desktop.domain.library_status import LibraryStatus
from tivm_desktop.domain.track_facts import Depth
from tivm_desktop.encoders.pack import Pack
from tivm_desktop.encoders.sessions import ProviderChoice
from tivm_desktop.library.profile import Profile
from tivm_desktop.library.store import FeatureStore
from tivm_desktop.matching.library_options import Ears, LibraryOptions
from tivm_desktop.matching.library_scope import Scope
from tivm_desktop.matching.music_library import MusicLibrary
from tivm_desktop.matching.pack_ids import PackIds
from tivm_desktop.matching.tools import ToolMaker
from tivm_desktop.matching.workers import AnalysisPool

REPORT_EVERY_S = 1.0


@dataclass(slots=True)
class IndexReport:
    """What came of it."""

    status: LibraryStatus = field(default_factory=LibraryStatus)
    warnings: list[str] = field(default_factory=list)
    """What went wrong and stopped nothing."""
    errors: list[str] = field(default_factory=list)
    """Folders that can't be read, or hold no music."""
    unsaved: int = 0
    """Results for which the library had no room."""
    took_s: float = 0.0
    interrupted: bool = False


class Interruption(Protocol):
    """What may end the work within `with` early, never the clearing up after it: Ctrl-C, say."""

    @property
    def came(self) -> bool:
        """Whether somebody interrupted it."""
        ...

    def __enter__(self) -> object:
        """Begin the work."""
        ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        """End it; what interrupted it goes no further."""
        ...


class IndexRun:
    """Indexes folders for one pack until nothing is left, or somebody interrupts it."""

    def __init__(
        self,
        profile: Profile,
        pack: Pack,
        provider: ProviderChoice,
        pace: IndexPace,
        depths: tuple[Depth, ...],
        show: Callable[[LibraryStatus], None],
        interruption: Interruption,
    ) -> None:
        """Make a run; nothing begins yet.

        Args:
            profile: where results are kept.
            pack: the verified pack to index for.
            provider: what computes.
            pace: with how many workers, and when.
            depths: how deep tracks are listened to.
            show: hears how far it is, once a second at most.
            interruption: may end it early.
        """
        self._profile = profile
        self._pack = pack
        self._provider = provider
        self._pace = pace
        self._depths = depths
        self._show = show
        self._interruption = interruption
        self._calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()

    def index(self, folders: Sequence[Path], *, try_again: bool = False) -> IndexReport:
        """Listen to what is lacking, to the end.

        Args:
            folders: of music; absolute.
            try_again: whether to listen again to files of these folders that failed for this pack before.

        Raises:
            FileError: the profile or its database can't be used.
            PackError: the pack's calibration can't be used.
        """
        report = IndexReport()
        began_s = time.monotonic()
        self._profile.create()
        store = FeatureStore(self._profile.database)
        if store.notice:
            report.warnings.append(store.notice)
        tools = ToolMaker(self._pack.folder, self._provider, self._profile.database)
        pool = AnalysisPool(tools, self._pace.workers, self._profile.worker_log_file)
        ears = Ears(
            lambda: None,
            lambda folder, sentence: report.errors.append(sentence),  # noqa: ARG005 - the sentence names it
            lambda sentence: _add(report.warnings, sentence),
        )
        library = MusicLibrary(
            self._pack,
            store,
            self._profile.vectors_folder,
            pool,
            self._calls.put,
            ears,
            self._pace,
            LibraryOptions(self._depths),
        )
        try:
            with self._interruption:
                if try_again:
                    self._forget_failures(store, folders)
                library.set_folders(folders)
                self._attend(library)
        finally:
            report.status = library.status
            library.close()
            report.unsaved = library.unsaved
            pool.close()
            library.vectors.close()
            store.close()
        report.took_s = time.monotonic() - began_s
        report.interrupted = self._interruption.came
        return report

    def _forget_failures(self, store: FeatureStore, folders: Sequence[Path]) -> None:
        failed_by = PackIds.of(self._pack).failure
        scope = Scope(folders)
        failed = [failure.path for failure in store.failures(failed_by) if scope.holds(failure.path)]
        store.forget_failures(failed, failed_by)

    def _attend(self, library: MusicLibrary) -> None:
        """Do what the library posts, and tell how far it is, until nothing is left."""
        shown: LibraryStatus | None = None
        next_report_s = 0.0
        while library.busy or not self._calls.empty():
            with suppress(queue.Empty):
                self._calls.get(timeout=REPORT_EVERY_S)()
            if time.monotonic() >= next_report_s:
                next_report_s = time.monotonic() + REPORT_EVERY_S
                if (status := library.status) != shown:
                    shown = status
                    self._show(status)


def _add(sentences: list[str], sentence: str) -> None:
    if sentence not in sentences:
        sentences.append(sentence)
