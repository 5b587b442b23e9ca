"""Writes the library that a released schema leaves behind, once, when its version is released.

`python -m tests.library.make_released FILE`; the file goes to `released/schema-N.sqlite3` and stays as it is.
"""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from tests.library.analyses import track_analysis, video_analysis
from tivm_desktop.domain.analysis import TrackTags
from tivm_desktop.domain.marks import Marks
from tivm_desktop.domain.track_facts import Depth, TrackFacts
from tivm_desktop.library.changes import Changes, FoundFile
from tivm_desktop.library.known import FileStamp, KnownTrack
from tivm_desktop.library.store import FeatureStore

SONG = Path("/music/Ärger – 2.flac")
STAMP = FileStamp(4711, 1_700_000_000_123_456_789)
KNOWN = KnownTrack("c0ffee", TrackTags("Ärger", "日本", ""), 61.5)
FACTS = TrackFacts(Depth.FULL, 61.5, 120.0, 9, "minor", -14.5, 0.25, -0.5, 1.0, 0.75)
MARKS = Marks(5, favourite=True, tags=("drive", "rain"), notes="for the ending")


def make(database: Path) -> None:
    """Fill a library with one of everything."""
    store = FeatureStore(database)
    store.apply(
        Changes(new=(FoundFile(SONG, STAMP.size, STAMP.mtime_ns, 7),), folder_stamps={b"/music": b"\1\2"}),
        [SONG.parent],
    )
    store.save_analysed(SONG, STAMP, KNOWN, track_analysis(), "pre-1", FACTS, "key-1")
    store.save_failure(SONG, STAMP, "music-1", "reason")
    store.save_video("clip", "pre-1", video_analysis())
    store.set_marks("c0ffee", MARKS)
    store.close()
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("VACUUM")


if __name__ == "__main__":
    make(Path(sys.argv[1]))
