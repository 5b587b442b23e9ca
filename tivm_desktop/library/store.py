"""What the program remembers of music and videos, kept in one SQLite file: no file is ever analysed twice."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from tivm_desktop.domain.analysis import TrackAnalysis, VideoAnalysis
from tivm_desktop.domain.marks import Marks
from tivm_desktop.domain.track_facts import TrackFacts
from tivm_desktop.library.analysis_rows import AnalysisRows, put_analysis
from tivm_desktop.library.apply import apply_changes
from tivm_desktop.library.blobs import encode
from tivm_desktop.library.changes import Changes, KnownTree
from tivm_desktop.library.database import Database
from tivm_desktop.library.fact_rows import FactRows, PlainFacts, put_facts
from tivm_desktop.library.failures import FailureRows, forget
from tivm_desktop.library.folder_rows import FolderRows, put_roots
from tivm_desktop.library.known import (
    FailureKind,
    FailureRow,
    FileRow,
    FileStamp,
    KnownTrack,
)
from tivm_desktop.library.mark_rows import Dated
from tivm_desktop.library.marks import MarkTable
from tivm_desktop.library.summary import Summary, drop_altered, integrity, summarise
from tivm_desktop.library.track_rows import PlainFile, TrackRows, put_file


class FeatureStore:
    """The library's database. May be used from any thread; each reads through a connection of its own.

    Several running copies of the program can share one database. Whatever fails to be read or written raises
    a `FileError`; what a method writes is written whole or not at all.
    """

    def __init__(self, database: Path) -> None:
        """Open `database`, making it or bringing it up to date if need be.

        A file that is no database, or a damaged one, is moved aside and `notice` says so.

        Raises:
            FileError: it can't be made or read, or a newer version of the program wrote it.
        """
        self._database = Database(database)
        self._tracks = TrackRows(self._database)
        self._facts = FactRows(self._database)
        self._analyses = AnalysisRows(self._database)
        self._failures = FailureRows(self._database)
        self._marks = MarkTable(self._database)
        self._folders = FolderRows(self._database)

    @property
    def path(self) -> Path:
        """The database's file."""
        return self._database.path

    @property
    def notice(self) -> str:
        """A sentence for the user about what happened at opening; empty when nothing did."""
        return self._database.notice

    def wait_for_check(self) -> None:
        """Wait until the whole database was looked through, if it is being looked through at all."""
        self._database.wait_for_check()

    def close(self) -> None:
        """Close all connections; what was saved is on disk."""
        self._database.close()

    def summary(self) -> Summary:
        """What the library holds, in numbers."""
        return summarise(self._database)

    def integrity(self) -> list[str]:
        """Read the whole database as SQLite knows it; return what is wrong, in SQLite's words."""
        return integrity(self._database)

    def drop_altered(self) -> tuple[int, int]:
        """Read every analysis and drop those that were altered; return how many of both there were."""
        return drop_altered(self._database)

    def known_track(self, path: Path, stamp: FileStamp) -> KnownTrack | None:
        """What is known of the music file, or None if it is new, has changed or was not looked into."""
        return self._tracks.known_track(path, stamp)

    def file(self, path: Path) -> FileRow | None:
        """What is kept of one file, changed or not."""
        return self._tracks.file(path)

    def all_files(self) -> Iterator[FileRow]:
        """Every file, vanished ones too, in the order of their paths' bytes."""
        return self._tracks.all_files()

    def plain_files(self) -> list[PlainFile]:
        """As `all_files`, in plain tuples: for very many at once."""
        return self._tracks.plain_files()

    def plain_facts(self, ranking_key: str) -> list[PlainFacts]:
        """Facts of every sound that was analysed for that key, in plain tuples."""
        return self._facts.plain_facts(ranking_key)

    def files_of(self, audio_id: str) -> list[FileRow]:
        """Where a sound lies, vanished places too."""
        return self._tracks.files_of(audio_id)

    def track(self, audio_id: str, encoder_id: str, preprocessing: str) -> TrackAnalysis | None:
        """The analysis of a track, or None."""
        return self._analyses.track(audio_id, encoder_id, preprocessing)

    def video(self, media_id: str, encoder_id: str, preprocessing: str) -> VideoAnalysis | None:
        """The analysis of a video, or None. `media_id` as `video_id` gives it."""
        return self._analyses.video(media_id, encoder_id, preprocessing)

    def analysed(self, encoder_id: str, preprocessing: str) -> set[str]:
        """Audio ids of all tracks that have such an analysis."""
        return self._analyses.analysed(encoder_id, preprocessing)

    def save_analysed(
        self,
        path: Path,
        stamp: FileStamp,
        known: KnownTrack,
        analysis: TrackAnalysis,
        preprocessing: str,
        facts: TrackFacts,
        ranking_key: str,
    ) -> None:
        """Keep all that came of analysing one music file, in one transaction.

        Facts of a deeper look stay as they are; that the file failed before is forgotten.

        Args:
            path: of the file.
            stamp: what it was when the analysis began.
            known: what it holds.
            analysis: as the worker gave it.
            preprocessing: by which way it was made, `SOUND_VERSION` or the like.
            facts: what the analysis says in a few numbers.
            ranking_key: by which pack and description the facts were made.
        """
        blob = encode(analysis)
        with self._database.writing() as connection:
            put_analysis(connection, ("track", known.audio_id, analysis.encoder_id, preprocessing), blob)
            put_facts(connection, known.audio_id, ranking_key, facts)
            put_file(connection, path, stamp, known)
            forget(connection, (path,))

    def save_facts(self, audio_id: str, ranking_key: str, facts: TrackFacts) -> None:
        """Keep facts that were made anew of a stored analysis, unless a deeper look gave some already."""
        with self._database.writing() as connection:
            put_facts(connection, audio_id, ranking_key, facts)

    def save_known_track(self, path: Path, stamp: FileStamp, known: KnownTrack) -> None:
        """Remember what the music file at `path` holds."""
        with self._database.writing() as connection:
            put_file(connection, path, stamp, known)

    def save_track(self, audio_id: str, preprocessing: str, analysis: TrackAnalysis) -> None:
        """Keep the analysis of a track."""
        self._analyses.save("track", audio_id, preprocessing, analysis)

    def save_video(self, media_id: str, preprocessing: str, analysis: VideoAnalysis) -> None:
        """Keep the analysis of a video. `media_id` as `video_id` gives it."""
        self._analyses.save("video", media_id, preprocessing, analysis)

    def failure(self, path: Path, stamp: FileStamp, encoder_id: str) -> str | None:
        """Why the unchanged file could not be analysed last time, or None."""
        return self._failures.failure(path, stamp, encoder_id)

    def failures(self, encoder_id: str) -> list[FailureRow]:
        """Every file that failed, in the order of their paths' bytes; it may have changed or gone since."""
        return self._failures.failures(encoder_id)

    def save_failure(
        self,
        path: Path,
        stamp: FileStamp,
        encoder_id: str,
        reason: str,
        kind: FailureKind = FailureKind.FILE,
    ) -> None:
        """Remember why the file can't be analysed, so that it isn't tried again before it changes."""
        self._failures.save_failure(path, stamp, encoder_id, reason, kind)

    def forget_failures(self, paths: Iterable[Path], encoder_id: str) -> None:
        """Have files tried again by an encoder that failed; what others say of them stays."""
        self._failures.forget_failures(paths, encoder_id)

    def all_marks(self) -> dict[str, Marks]:
        """Marks by audio id, of every sound that anything was said of, known here or not."""
        return self._marks.all_marks()

    def set_marks(self, audio_id: str, marks: Marks) -> None:
        """Replace what is said of one sound."""
        self._marks.set_marks(audio_id, marks)

    def dated_marks(self) -> dict[str, Dated]:
        """As `all_marks`, each beside the time it was set, in nanoseconds since 1970."""
        return self._marks.dated()

    def set_dated_marks(self, marks: Mapping[str, Dated]) -> None:
        """Replace what is said of several sounds, all of it or nothing."""
        self._marks.set_dated(marks)

    def roots(self) -> list[Path]:
        """The music folders of the last look, in the order they were given."""
        return self._folders.roots()

    def known_tree(self) -> KnownTree:
        """What a scan compares the folders with; the files are read if it asks for them."""
        return KnownTree(self._folders.stamps(), self._tracks.known_files)

    def apply(self, changes: Changes, roots: Sequence[Path] | None = None) -> None:
        """Write what a scan found out, in one transaction; nothing is forgotten of what lies elsewhere.

        Args:
            changes: what it found.
            roots: the music folders it looked at; None: those of the last look stay.
        """
        with self._database.writing() as connection:
            apply_changes(connection, changes)
            if roots is not None:
                put_roots(connection, roots)
