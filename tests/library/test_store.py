import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.library.analyses import track_analysis, video_analysis
from tivm_desktop.domain.analysis import TrackTags
from tivm_desktop.domain.errors import FileError
from tivm_desktop.library.blobs import encode, quantise
from tivm_desktop.library.known import FileStamp, KnownTrack, file_stamp, video_id
from tivm_desktop.library.store import FeatureStore

SONG = Path("/music/Ärger – 2.flac")
STAMP = FileStamp(4711, 1_700_000_000_123_456_789)
KNOWN = KnownTrack("c0ffee", TrackTags("Ärger", "日本", ""), 61.5)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[FeatureStore]:
    store = FeatureStore(tmp_path / "library.sqlite3")
    yield store
    store.close()


def test_a_known_track_is_known_again_by_its_stamp(store: FeatureStore) -> None:
    store.save_known_track(SONG, STAMP, KNOWN)
    assert store.known_track(SONG, STAMP) == KNOWN


@pytest.mark.parametrize(
    ("path", "stamp"),
    [
        (SONG.with_name("other.flac"), STAMP),
        (SONG, FileStamp(4712, STAMP.mtime_ns)),
        (SONG, FileStamp(STAMP.size, STAMP.mtime_ns + 1)),
    ],
    ids=["other path", "other size", "other time"],
)
def test_a_changed_track_is_not_known(store: FeatureStore, path: Path, stamp: FileStamp) -> None:
    store.save_known_track(SONG, STAMP, KNOWN)
    assert store.known_track(path, stamp) is None


def test_names_that_are_no_text_are_kept(store: FeatureStore) -> None:
    odd = Path(os.fsdecode(b"/music/caf\xe9.mp3"))
    store.save_known_track(odd, STAMP, KnownTrack("id", TrackTags(odd.stem), 1.0))
    known = store.known_track(odd, STAMP)
    assert known == KnownTrack("id", TrackTags("caf?"), 1.0)


def test_analyses_come_back_as_they_were_quantised(store: FeatureStore) -> None:
    track, video = quantise(track_analysis()), quantise(video_analysis())
    store.save_track("t", "pre-1", track)
    store.save_video("v", "pre-1", video)
    stored_track, stored_video = store.track("t", "music-1", "pre-1"), store.video("v", "frame-1", "pre-1")
    assert stored_track is not None
    assert stored_video is not None
    assert encode(stored_track) == encode(track)
    assert encode(stored_video) == encode(video)


def test_another_encoder_or_preprocessing_is_another_analysis(store: FeatureStore) -> None:
    store.save_track("t", "pre-1", track_analysis())
    assert store.track("t", "music-2", "pre-1") is None
    assert store.track("t", "music-1", "pre-2") is None
    assert store.video("t", "music-1", "pre-1") is None


def test_a_failure_is_remembered_until_the_file_changes(store: FeatureStore) -> None:
    store.save_failure(SONG, STAMP, "music-1", "song.flac is empty; leave it out.")
    assert store.failure(SONG, STAMP, "music-1") == "song.flac is empty; leave it out."
    assert store.failure(SONG, FileStamp(1, 1), "music-1") is None
    assert store.failure(SONG, STAMP, "music-2") is None


def test_everything_is_there_after_reopening(tmp_path: Path) -> None:
    first = FeatureStore(tmp_path / "library.sqlite3")
    first.save_known_track(SONG, STAMP, KNOWN)
    first.save_track("t", "pre-1", track_analysis())
    first.close()
    second = FeatureStore(tmp_path / "library.sqlite3")
    assert second.known_track(SONG, STAMP) == KNOWN
    assert second.track("t", "music-1", "pre-1") is not None
    assert second.notice == ""
    second.close()


def test_many_threads_read_and_write_at_once(store: FeatureStore) -> None:
    failures: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for step in range(10):
                store.save_track(f"{number}-{step}", "pre-1", track_analysis(seed=number))
                assert store.track(f"{number}-{step}", "music-1", "pre-1") is not None
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_two_copies_of_the_program_share_a_library(store: FeatureStore, tmp_path: Path) -> None:
    other = FeatureStore(tmp_path / "library.sqlite3")
    store.save_known_track(SONG, STAMP, KNOWN)
    other.save_failure(SONG, STAMP, "music-1", "reason")
    assert other.known_track(SONG, STAMP) == KNOWN
    assert store.failure(SONG, STAMP, "music-1") == "reason"
    other.close()


def test_197_tracks_load_in_less_than_a_second_of_one_core(store: FeatureStore) -> None:
    analysis = track_analysis(seconds=200, feature_dim=753)
    for number in range(197):
        store.save_track(str(number), "pre-1", analysis)
    started_s = time.thread_time()
    loaded = [store.track(str(number), "music-1", "pre-1") for number in range(197)]
    assert time.thread_time() - started_s < 1.0
    assert all(track is not None and np.isfinite(track.features[-1, -1]) for track in loaded)


def test_a_file_that_is_no_database_is_kept_aside(tmp_path: Path) -> None:
    database = tmp_path / "library.sqlite3"
    database.write_bytes(b"not a database at all" * 500)
    store = FeatureStore(database)
    store.save_known_track(SONG, STAMP, KNOWN)
    store.close()
    kept = list(tmp_path.glob("library.sqlite3.damaged-*"))
    assert len(kept) == 1
    assert kept[0].read_bytes().startswith(b"not a database")
    assert kept[0].name in store.notice


def test_damage_met_while_reading_is_said_and_repaired_at_the_next_start(tmp_path: Path) -> None:
    database = tmp_path / "library.sqlite3"
    store = FeatureStore(database)
    for number in range(40):
        store.save_track(str(number), "pre-1", track_analysis(seconds=60))
    store.close()
    content = bytearray(database.read_bytes())
    content[8192:] = b"\xa5" * (len(content) - 8192)
    database.write_bytes(content)
    store = FeatureStore(database)
    with pytest.raises(FileError, match=r"damaged.*start the program anew"):
        [store.track(str(number), "music-1", "pre-1") for number in range(40)]
    store.close()
    store = FeatureStore(database)
    assert "was damaged" in store.notice
    assert store.track("1", "music-1", "pre-1") is None
    store.close()
    assert len(list(tmp_path.glob("*.damaged-*"))) == 1


def test_a_library_that_can_not_be_made_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"library\.sqlite3 can't be used .* --profile DIR\.$"):
        FeatureStore(tmp_path / "missing" / "library.sqlite3")


def test_a_full_disk_is_one_sentence_and_leaves_the_library_whole(tmp_path: Path) -> None:
    program = """
import resource, sys
from pathlib import Path
from tests.library.analyses import track_analysis
from tivm_desktop.domain.errors import FileError
from tivm_desktop.library.store import FeatureStore

store = FeatureStore(Path(sys.argv[1]))
store.save_track("small", "pre-1", track_analysis(2))
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
try:
    store.save_track("big", "pre-1", track_analysis(2000, feature_dim=700))
except FileError as error:
    print(error)
store.close()
"""
    database = tmp_path / "library.sqlite3"
    done = subprocess.run(
        [sys.executable, "-c", program, str(database)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "free space on its disk" in done.stdout
    store = FeatureStore(database)
    assert store.track("small", "music-1", "pre-1") is not None
    assert store.track("big", "music-1", "pre-1") is None
    store.close()


def test_a_stamp_changes_with_the_file(tmp_path: Path) -> None:
    song = tmp_path / "song.mp3"
    song.write_bytes(b"1")
    before = file_stamp(song)
    song.write_bytes(b"22")
    assert file_stamp(song) != before
    assert video_id(song, before) != video_id(song, file_stamp(song))


def test_a_file_that_is_gone_has_no_stamp(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"gone\.mp3 can't be found"):
        file_stamp(tmp_path / "gone.mp3")
