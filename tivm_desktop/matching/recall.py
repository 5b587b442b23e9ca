"""What is known already of files that somebody names, for one pack; a library keeps by `keeping`."""

from pathlib import Path

from tivm_desktop.domain.analysis import VideoAnalysis
from tivm_desktop.domain.errors import FileError
from tivm_desktop.encoders.pack import Pack
from tivm_desktop.library.known import FailureKind, FileStamp, KnownTrack, file_stamp, video_id
from tivm_desktop.library.profile import Profile
from tivm_desktop.library.store import FeatureStore
from tivm_desktop.matching.analysed import PICTURE_VERSION, SOUND_VERSION, AnalysedTrack
from tivm_desktop.matching.coarse import reads_rows, rows_are_spread
from tivm_desktop.matching.jobs import Failed
from tivm_desktop.matching.pack_ids import PackIds


class Memory:
    """Recalls and keeps analyses. A file that changed since is unknown.

    What is kept goes by the stamp that the file had before it was analysed (`stamp_of`), since it may be
    another by the time of the result; None, for one that was not there then, keeps nothing.
    """

    def __init__(self, profile: Profile, pack: Pack) -> None:
        """Open the profile's database.

        Raises:
            FileError: it can't be made or read.
        """
        self._store = FeatureStore(profile.database)
        self._frame_id = pack.frame.encoder_id
        self._ids = PackIds.of(pack)
        self._reads_rows = reads_rows(pack)

    @property
    def notice(self) -> str:
        """What the user has to know of the database's opening; mostly empty."""
        return self._store.notice

    @property
    def store(self) -> FeatureStore:
        """Where it is all kept."""
        return self._store

    def track(self, path: Path) -> AnalysedTrack | str | None:
        """Return the analysis, or the sentence that says why there is none, or None if unknown."""
        try:
            stamp = file_stamp(path)
        except FileError as error:
            return str(error)
        known = self._store.known_track(path, stamp)
        if known is not None:
            analysis = self._store.track(known.audio_id, self._ids.music, SOUND_VERSION)
            if analysis is not None and not (self._reads_rows and rows_are_spread(analysis)):
                return AnalysedTrack(known.audio_id, known.tags, analysis)
        return self._store.failure(path, stamp, self._ids.failure)

    def keep_track(self, path: Path, stamp: FileStamp | None, found: AnalysedTrack) -> None:
        """Keep what was found out about a track, with what it comes to where the pack can rank.

        Raises:
            FileError: the database can't be written.
        """
        if stamp is None:
            return
        known = KnownTrack(found.audio_id, found.tags, found.analysis.duration_s)
        if found.facts.depth:
            self._store.save_analysed(
                path, stamp, known, found.analysis, SOUND_VERSION, found.facts, self._ids.ranking
            )
            return
        self._store.save_track(found.audio_id, SOUND_VERSION, found.analysis)
        self._store.save_known_track(path, stamp, known)

    def keep_failure(self, path: Path, stamp: FileStamp | None, failure: Failed) -> None:
        """Keep why a track can't be analysed, if it is itself to blame; one that is gone meanwhile is not.

        Raises:
            FileError: the database can't be written.
        """
        if failure.lasting and stamp is not None and stamp_of(path) is not None:
            kind = FailureKind(failure.kind)
            self._store.save_failure(path, stamp, self._ids.failure, failure.sentence, kind)

    def video(self, path: Path, stamp: FileStamp | None) -> VideoAnalysis | None:
        """Return the analysis of a video that is this now, or None if it is unknown."""
        if stamp is None:
            return None
        return self._store.video(video_id(path, stamp), self._frame_id, PICTURE_VERSION)

    def keep_video(self, path: Path, stamp: FileStamp | None, analysis: VideoAnalysis) -> None:
        """Keep what was found out about a video.

        Raises:
            FileError: the database can't be written.
        """
        if stamp is not None:
            self._store.save_video(video_id(path, stamp), PICTURE_VERSION, analysis)

    def close(self) -> None:
        """Close the database."""
        self._store.close()


def stamp_of(path: Path) -> FileStamp | None:
    """Return what a file that is to be analysed is now; None if it is not there."""
    try:
        return file_stamp(path)
    except FileError:
        return None
