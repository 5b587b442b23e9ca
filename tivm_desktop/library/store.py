"""What analysis found out, kept in one SQLite file, so that no file is ever analysed twice."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tivm_desktop.domain.analysis import TrackAnalysis, TrackTags, VideoAnalysis
from tivm_desktop.domain.errors import FileError
from tivm_desktop.library.blobs import Analysis, DamagedBlobError, decode, encode
from tivm_desktop.library.database import Database

_Kind = Literal["track", "video"]


@dataclass(frozen=True, slots=True)
class FileStamp:
    """What tells cheaply that a file has not changed."""

    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class KnownTrack:
    """What the store knows of an unchanged music file without opening it."""

    audio_id: str
    tags: TrackTags
    duration_s: float


def file_stamp(path: Path) -> FileStamp:
    """Look up size and time of change.

    Raises:
        FileError: the file is not there, or not to be looked at.
    """
    try:
        status = path.stat()
    except OSError as error:
        raise FileError(path, f"{path.name} can't be found ({error.strerror}); choose it again.") from error
    return FileStamp(status.st_size, status.st_mtime_ns)


def video_id(path: Path, stamp: FileStamp) -> str:
    """Identity of a video: hash of where it lies, its size and its time of change."""
    key = b"\0".join([os.fsencode(path.absolute()), str(stamp.size).encode(), str(stamp.mtime_ns).encode()])
    return hashlib.blake2b(key, digest_size=16).hexdigest()


class FeatureStore:
    """The library's database. May be used from any thread; each reads through a connection of its own.

    Several running copies of the program can share one database.
    """

    def __init__(self, database: Path) -> None:
        """Open `database`, making it or bringing it up to date if need be.

        A file that is no database, or a damaged one, is moved aside and `notice` says so.

        Raises:
            FileError: it can't be made or read, or a newer version of the program wrote it.
        """
        self._database = Database(database)

    @property
    def notice(self) -> str:
        """A sentence for the user about what happened at opening; empty when nothing did."""
        return self._database.notice

    def close(self) -> None:
        """Close all connections; what was saved is on disk."""
        self._database.close()

    def known_track(self, path: Path, stamp: FileStamp) -> KnownTrack | None:
        """What is known of the music file, or None if it is new or has changed."""
        rows = self._database.read(
            "SELECT audio_id, title, artist, album, duration_s FROM files"
            " WHERE path = ? AND size = ? AND mtime_ns = ?",
            (_key(path), stamp.size, stamp.mtime_ns),
        )
        for audio_id, title, artist, album, duration_s in rows:
            return KnownTrack(audio_id, TrackTags(title, artist, album), duration_s)
        return None

    def track(self, audio_id: str, encoder_id: str, preprocessing: str) -> TrackAnalysis | None:
        """The analysis of a track, or None."""
        return self._analysis("track", TrackAnalysis, audio_id, encoder_id, preprocessing)

    def video(self, media_id: str, encoder_id: str, preprocessing: str) -> VideoAnalysis | None:
        """The analysis of a video, or None. `media_id` as `video_id` gives it."""
        return self._analysis("video", VideoAnalysis, media_id, encoder_id, preprocessing)

    def failure(self, path: Path, stamp: FileStamp, encoder_id: str) -> str | None:
        """Why the unchanged file could not be analysed last time, or None."""
        rows = self._database.read(
            "SELECT reason FROM failures WHERE path = ? AND encoder_id = ? AND size = ? AND mtime_ns = ?",
            (_key(path), encoder_id, stamp.size, stamp.mtime_ns),
        )
        return str(rows[0][0]) if rows else None

    def save_known_track(self, path: Path, stamp: FileStamp, known: KnownTrack) -> None:
        """Remember what the music file at `path` holds."""
        tags = known.tags
        row = (_key(path), stamp.size, stamp.mtime_ns, known.audio_id)
        with self._database.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (*row, _text(tags.title), _text(tags.artist), _text(tags.album), known.duration_s),
            )

    def save_track(self, audio_id: str, preprocessing: str, analysis: TrackAnalysis) -> None:
        """Keep the analysis of a track."""
        self._save("track", audio_id, preprocessing, analysis)

    def save_video(self, media_id: str, preprocessing: str, analysis: VideoAnalysis) -> None:
        """Keep the analysis of a video. `media_id` as `video_id` gives it."""
        self._save("video", media_id, preprocessing, analysis)

    def save_failure(self, path: Path, stamp: FileStamp, encoder_id: str, reason: str) -> None:
        """Remember why the file can't be analysed, so that it isn't tried again before it changes."""
        with self._database.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO failures (path, encoder_id, size, mtime_ns, reason)"
                " VALUES (?, ?, ?, ?, ?)",
                (_key(path), encoder_id, stamp.size, stamp.mtime_ns, _text(reason)),
            )

    def _analysis(
        self, kind: _Kind, type_of: type[Analysis], media_id: str, encoder_id: str, preprocessing: str
    ) -> Analysis | None:
        key = (kind, media_id, encoder_id, preprocessing)
        rows = self._database.read(
            "SELECT analysis FROM analyses"
            " WHERE kind = ? AND media_id = ? AND encoder_id = ? AND preprocessing = ?",
            key,
        )
        try:
            return decode(rows[0][0], type_of) if rows else None
        except DamagedBlobError:
            return None

    def _save(
        self, kind: _Kind, media_id: str, preprocessing: str, analysis: TrackAnalysis | VideoAnalysis
    ) -> None:
        blob = encode(analysis)
        with self._database.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO analyses (kind, media_id, encoder_id, preprocessing, analysis)"
                " VALUES (?, ?, ?, ?, ?)",
                (kind, media_id, analysis.encoder_id, preprocessing, blob),
            )


def _key(path: Path) -> bytes:
    """A path as bytes: file names need not be text."""
    return os.fsencode(path.absolute())


def _text(value: str) -> str:
    """Text that SQLite takes: what is no character, from file names, becomes a replacement sign."""
    return value.encode("utf-8", "replace").decode("utf-8")
