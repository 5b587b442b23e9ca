"""A creator's whole library, for one pack: what it holds, what is known of it, and what is found out next."""

from collections.abc import Callable, Sequence
from pathlib import Path

from tivm_desktop.domain.analysis import TrackAnalysis
from tivm_desktop.domain.errors import FileError
from tivm_desktop.domain.indexing import IndexPace
from tivm_desktop.domain.library_status import LibraryStatus
from tivm_desktop.domain.marks import Marks
from tivm_desktop.domain.track_facts import Depth
from tivm_desktop.encoders.pack import Pack
from tivm_desktop.library.catalogue import Catalogue
from tivm_desktop.library.changes import Changes
from tivm_desktop.library.known import FileRow, FileStamp
from tivm_desktop.library.store import FeatureStore
from tivm_desktop.matching.analysed import AnalysedTrack
from tivm_desktop.matching.describing import Describing
from tivm_desktop.matching.identify import Identifier
from tivm_desktop.matching.index_queue import Wanted
from tivm_desktop.matching.indexer import Indexer
from tivm_desktop.matching.jobs import Failed
from tivm_desktop.matching.keeping import Keeping
from tivm_desktop.matching.known_analyses import KnownAnalyses
from tivm_desktop.matching.library_contents import Contents, Needs, load_contents
from tivm_desktop.matching.library_folders import LibraryFolders
from tivm_desktop.matching.library_options import Ears, LibraryOptions
from tivm_desktop.matching.library_scope import Scope
from tivm_desktop.matching.library_tally import LibraryTally
from tivm_desktop.matching.library_walk import Task
from tivm_desktop.matching.live_catalogue import LiveCatalogue
from tivm_desktop.matching.pack_ids import PackIds
from tivm_desktop.matching.shared_sources import SharedSources
from tivm_desktop.matching.track_describer import Described, vector_layout
from tivm_desktop.matching.vector_rows import VectorRows
from tivm_desktop.matching.workers import AnalysisPool

AT_HAND = 24
"""Tracks on the screen whose analyses are read ahead, so that the window's own thread reads no file."""


class MusicLibrary:
    """Looks at the folders, has tracks listened to, and holds what is known of them.

    It lives on its owner's thread, to which `post` leads: every method is called there, unless it says
    otherwise, and so are the ears.
    """

    def __init__(
        self,
        pack: Pack,
        store: FeatureStore,
        vectors_folder: Path,
        pool: AnalysisPool,
        post: Callable[[Callable[[], None]], None],
        ears: Ears,
        pace: IndexPace,
        options: LibraryOptions,
        shared: SharedSources | None = None,
    ) -> None:
        """Begin without a folder.

        Args:
            pack: what tracks are described with.
            store: what is known; closed by its owner.
            vectors_folder: where rows are kept.
            pool: does the work; closed by its owner.
            post: has something called on the owner's thread; any thread may call it.
            ears: hear of it.
            pace: with how many workers, and when, tracks are listened to.
            options: how it treats its folders.
            shared: the catalogues beside it; closed by their owner.

        Raises:
            PackError: the pack's calibration can't be used.
        """
        self._ids = PackIds.of(pack)
        self._store = store
        self._post = post
        self._ears = ears
        self._options = options

        def warn(sentence: str) -> None:
            post(lambda: ears.warned(sentence))

        self._warn = warn
        self.vectors = VectorRows(vectors_folder, self._ids.ranking, vector_layout(pack).width, self._warn)
        self._keeping = Keeping(store, self._ids, self._warn)
        self._indexer = Indexer(
            pool,
            self._keep,
            self._keep_failure,
            changed=lambda: post(ears.changed),
            warned=self._warn,
            pace=pace,
        )
        self._describing = Describing(pool, store.path, self._described, post)
        self._shared = shared or SharedSources((), self._ids.ranking, self._ids.music, self._warn)
        self._analyses = KnownAnalyses(
            store, self._ids.music, self._keeping.unsaved, self._shared, self._warn
        )
        self._folders = LibraryFolders(
            store, post, self._task, self._opened, self._looked, self._lost, self._warn, watch=options.watch
        )
        self._tally = LibraryTally()
        self._identify = Identifier(pool)
        self._live = LiveCatalogue()
        self._paused = self._needs_are_known = False
        self.version = 0
        """Another number whenever catalogue or rows have changed."""

    @property
    def catalogue(self) -> Catalogue | None:
        """What the folders hold; None while that was not read yet."""
        return self._live.now

    @property
    def busy(self) -> bool:
        """Whether it is going to find out more without being asked."""
        at_work = bool(self._tally.left or self._describing.left)
        return self._folders.looking or self._folders.asking or (at_work and not self._paused)

    @property
    def unsaved(self) -> int:
        """How many results could not be stored so far; they are gone with the process."""
        return self._keeping.waiting

    @property
    def status(self) -> LibraryStatus:
        """How it stands."""
        return self._tally.status(
            self._folders.scope,
            self._indexer.progress,
            self._describing.left,
            walking=self._folders.looking,
            held=self._paused,
        )

    # The folders

    def set_folders(self, folders: Sequence[Path]) -> None:
        """Have these folders, all there are of the library from now on."""
        self._indexer.cancel()
        self._describing.cancel()
        self._tally = LibraryTally()
        self._live.forget()
        self._needs_are_known = False
        self._folders.set(folders)
        if not folders and self._shared:
            has = self.vectors.has
            self._opened(load_contents(self._store, self._ids, Scope(()), None, self._shared, has))
        self._change()

    def rescan(self) -> None:
        """Look anew at what the folders hold."""
        self._folders.rescan()

    def _task(self, scope: Scope) -> Task:
        self._live.begin_look()
        self._tally.begin_scan()
        return Task(
            scope,
            self._ids,
            self._options.depths,
            self.vectors.has,
            self._shared,
            self._live.now,
            self._identify,
            self._needs_are_known,
        )

    def _opened(self, contents: Contents) -> None:
        self._live.replace(contents.catalogue)
        self.vectors.put_all(contents.shared_ids, contents.shared_rows)
        self._tally.open(len(contents.catalogue))
        self._change()

    def _looked(self, changes: Changes | None, needs: Needs | None) -> None:
        self._live.end_look()
        if changes is None:
            # It may have written what it found before it failed: the next one finds that unchanged.
            self._needs_are_known = False
            self._tally.give_up_scan()
        else:
            if needs is None:
                self._tally.scanned_again(changes)
            else:
                self._take_in(changes, needs)
            self._tell_failures(changes)
        self._change()

    def _take_in(self, changes: Changes, needs: Needs) -> None:
        """Have found out what is lacking, and give up what is gone."""
        gone = self._tally.scanned(changes, needs)
        self._needs_are_known = True
        self._indexer.forget(gone)
        self._indexer.want([one for one in needs.wanted if self._tally.lacks(one.path, one.depth)])
        self._describing.want(needs.describe)

    def _tell_failures(self, changes: Changes) -> None:
        for missing in changes.roots_missing:
            if missing.path not in self._folders.scope.away:
                self._ears.folder_failed(missing.path, missing.sentence)
        if not self._tally.total and not changes.away:
            folder = self._folders.scope.folders[0]
            sentence = f"There is no music in {folder}; choose a folder with audio files in it."
            self._ears.folder_failed(folder, sentence)

    # What is found out

    def _keep(self, wanted: Wanted, found: AnalysedTrack) -> FileStamp | None:
        """On the indexer's thread."""
        kept = self._keeping.keep(wanted, found)
        if isinstance(kept, FileStamp):
            return kept
        self._post(lambda: self._taken(kept, found))
        return None

    def _keep_failure(self, wanted: Wanted, failure: Failed) -> FileStamp | None:
        """On the indexer's thread."""
        changed = self._keeping.keep_failure(wanted, failure)
        if changed is None:
            self._post(lambda: self._failed(wanted.path, failure.sentence))
        return changed

    def _taken(self, row: FileRow, found: AnalysedTrack) -> None:
        if not self._folders.scope.holds(row.path):
            return
        self._live.amend(lambda catalogue: catalogue.put_file(row))
        self._learn(found.audio_id, Described(found.facts, found.vector))
        self._tally.done_with({row.path, *self._live.places_of(found.audio_id)}, found.depth)
        self._change()

    def _described(self, audio_id: str, depth: Depth, described: Described | Failed | None) -> None:
        if isinstance(described, Failed):
            self._needs_are_known = False
            self._ears.warned(described.sentence)
        elif described is not None:
            self._learn(audio_id, described)
            try:
                self._store.save_facts(audio_id, self._ids.ranking, described.facts)
            except FileError as error:
                self._ears.warned(str(error))
        else:
            # The stored analysis can't be read: the files are listened to again.
            lost = [Wanted(path, depth, 0, audio_id) for path in self._live.places_of(audio_id)]
            self._tally.want(lost)
            self._indexer.want(lost)
        self._change()

    def _learn(self, audio_id: str, described: Described) -> None:
        """Take in facts and row of a sound, unless a deeper look gave some already."""
        facts = self._live.facts_of(audio_id)
        if facts is not None and facts.depth > described.facts.depth and self.vectors.has(audio_id):
            return
        self._live.amend(lambda catalogue: catalogue.put_facts(audio_id, described.facts))
        if len(described.vector):
            self.vectors.put(audio_id, described.vector)

    def _failed(self, path: Path, sentence: str) -> None:
        self._tally.fail(path, sentence)
        self._folders.suspect(path)
        self._change()

    def _lost(self, folder: Path, sentence: str) -> None:
        self._ears.folder_failed(folder, sentence)
        self._change()

    def _change(self) -> None:
        self.version += 1
        self._ears.changed()

    # What the user asks for

    def recall(self, audio_id: str) -> TrackAnalysis | None:
        """Return the full analysis of a sound, None without one. Any thread."""
        return self._analyses.recall(audio_id)

    def track(self, path: Path, audio_id: str = "") -> TrackAnalysis | None:
        """Return the full analysis of a track and keep it at hand; None without one. Any thread.

        With its `audio_id` the catalogue, which may be at work, is not asked.
        """
        return self._analyses.take(audio_id or self._live.audio_id_at(path))

    def prefer(self, paths: Sequence[Path]) -> None:
        """Find out what is lacking of these first, in this order; they are on the screen."""
        self._indexer.prefer([path for path in paths if self._tally.lacks_anything(path)])
        self._describing.prefer(self._live.audio_ids_at(paths))
        for path in paths[:AT_HAND]:
            self.track(path)

    def rank(self, paths: Sequence[Path]) -> None:
        """Find out what is lacking of these before others, in this order: they fit best."""
        if self._tally.left:
            self._indexer.rank([path for path in paths if self._tally.lacks_anything(path)])

    def set_marks(self, path: Path, marks: Marks) -> None:
        """Keep what the user says of a track; a file nobody looked into yet can't be marked."""
        audio_id = self._live.audio_id_at(path)
        if not audio_id:
            self._ears.warned(f"{path.name} can be marked once it was listened to; try again in a moment.")
            return
        try:
            self._store.set_marks(audio_id, marks)
        except FileError as error:
            self._ears.warned(str(error))
            return
        self._live.amend(lambda catalogue: catalogue.put_marks(audio_id, marks))
        self._change()

    def try_again(self, paths: Sequence[Path] | None) -> None:
        """Listen again to files that failed; None: to all of them."""
        again = [path for path in self._tally.failed if paths is None or path in paths]
        try:
            self._store.forget_failures(again, self._ids.failure)
        except FileError as error:
            self._ears.warned(str(error))
        wanted = [Wanted(path, depth, 0) for path in again for depth in self._options.depths]
        self._tally.want(wanted)
        self._indexer.try_again(again)
        self._indexer.want(wanted)
        self._change()

    def hold(self, *, paused: bool) -> None:
        """Listen to no more tracks for now, or go on."""
        self._paused = paused
        if paused:
            self._indexer.pause()
        else:
            self._indexer.resume()
        self._describing.hold(paused=paused)
        self._ears.changed()

    def set_pace(self, pace: IndexPace) -> None:
        """Listen with so many workers, and only when it says."""
        self._indexer.set_pace(pace)

    def close(self) -> None:
        """Give up what is not found out, and store what is. Any thread; the rows are closed by their user."""
        self._folders.close()
        self._indexer.close()
        self._keeping.flush()
