"""Analyses as rows of the library's database."""

import sqlite3
from typing import Literal

from tivm_desktop.domain.analysis import TrackAnalysis, VideoAnalysis
from tivm_desktop.library.blobs import Analysis, DamagedBlobError, decode, encode, is_altered
from tivm_desktop.library.database import Database

Kind = Literal["track", "video"]


class AnalysisRows:
    """Reads and writes analyses, by what they are of, their encoder and their preprocessing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def track(self, audio_id: str, encoder_id: str, preprocessing: str) -> TrackAnalysis | None:
        """The analysis of a track, or None."""
        return self._read(TrackAnalysis, ("track", audio_id, encoder_id, preprocessing))

    def video(self, media_id: str, encoder_id: str, preprocessing: str) -> VideoAnalysis | None:
        """The analysis of a video, or None."""
        return self._read(VideoAnalysis, ("video", media_id, encoder_id, preprocessing))

    def analysed(self, encoder_id: str, preprocessing: str) -> set[str]:
        """Audio ids of all tracks that have such an analysis; read from the index alone."""
        rows = self._database.read(
            "SELECT media_id FROM analyses WHERE kind = 'track' AND encoder_id = ? AND preprocessing = ?",
            (encoder_id, preprocessing),
        )
        return {audio_id for (audio_id,) in rows}

    def save(
        self, kind: Kind, media_id: str, preprocessing: str, analysis: TrackAnalysis | VideoAnalysis
    ) -> None:
        """Keep an analysis."""
        blob = encode(analysis)
        with self._database.writing() as connection:
            put_analysis(connection, (kind, media_id, analysis.encoder_id, preprocessing), blob)

    def _read(self, type_of: type[Analysis], key: tuple[Kind, str, str, str]) -> Analysis | None:
        rows = self._database.read(
            "SELECT analysis FROM analyses"
            " WHERE kind = ? AND media_id = ? AND encoder_id = ? AND preprocessing = ?",
            key,
        )
        try:
            return decode(rows[0][0], type_of) if rows else None
        except DamagedBlobError:
            if is_altered(rows[0][0]):
                self._drop(key)
            return None

    def _drop(self, key: tuple[Kind, str, str, str]) -> None:
        """Have an altered analysis made again; one of another version of the program is left for that."""
        with self._database.writing() as connection:
            connection.execute(
                "DELETE FROM analyses"
                " WHERE kind = ? AND media_id = ? AND encoder_id = ? AND preprocessing = ?",
                key,
            )


def put_analysis(connection: sqlite3.Connection, key: tuple[Kind, str, str, str], blob: bytes) -> None:
    """Within a transaction: keep an analysis under (kind, identity, encoder, preprocessing)."""
    connection.execute(
        "INSERT OR REPLACE INTO analyses (kind, media_id, encoder_id, preprocessing, analysis)"
        " VALUES (?, ?, ?, ?, ?)",
        (*key, blob),
    )
