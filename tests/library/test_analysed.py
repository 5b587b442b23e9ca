"""All that comes of analysing a file is kept together, through kills and full disks."""

import math
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.library.analyses import track_analysis
from tests.library.make_released import FACTS, KNOWN, MARKS, SONG, STAMP
from tivm_desktop.domain.errors import FileError
from tivm_desktop.domain.track_facts import Depth
from tivm_desktop.library.blobs import encode, is_altered
from tivm_desktop.library.fact_rows import FACTS_COLUMNS, facts_values
from tivm_desktop.library.known import FailureKind, FailureRow
from tivm_desktop.library.store import FeatureStore

UNSURE = replace(FACTS, integrated_lufs=-math.inf, energy=math.nan, valence=math.nan, vocals=math.nan)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[FeatureStore]:
    store = FeatureStore(tmp_path / "library.sqlite3")
    yield store
    store.close()


def test_analysis_facts_and_file_are_kept_and_the_failure_forgotten(store: FeatureStore) -> None:
    store.save_failure(SONG, STAMP, "music-1", "reason")
    store.save_analysed(SONG, STAMP, KNOWN, track_analysis(), "pre-1", FACTS, "key-1")
    assert store.known_track(SONG, STAMP) == KNOWN
    assert store.track("c0ffee", "music-1", "pre-1") is not None
    assert store.analysed("music-1", "pre-1") == {"c0ffee"}
    assert store.analysed("music-1", "pre-2") == set()
    assert store.plain_facts("key-1") == [("c0ffee", *facts_values(FACTS))]
    assert store.plain_facts("key-2") == []
    assert store.failures("music-1") == []


def test_facts_of_a_deeper_look_stay(store: FeatureStore) -> None:
    store.save_facts("c0ffee", "key-1", replace(FACTS, depth=Depth.COARSE, tempo_bpm=1.0))
    store.save_facts("c0ffee", "key-1", FACTS)
    store.save_facts("c0ffee", "key-1", replace(FACTS, depth=Depth.COARSE, tempo_bpm=2.0))
    assert store.plain_facts("key-1") == [("c0ffee", *facts_values(FACTS))]
    store.save_facts("c0ffee", "key-1", replace(FACTS, tempo_bpm=3.0))
    assert store.plain_facts("key-1") == [("c0ffee", *facts_values(replace(FACTS, tempo_bpm=3.0)))]


def test_what_is_not_known_of_a_sound_comes_back_as_that(store: FeatureStore) -> None:
    store.save_facts("c0ffee", "key-1", UNSURE)
    (facts,) = store.plain_facts("key-1")
    told = dict(zip(FACTS_COLUMNS, facts[1:], strict=True))
    assert (told["tension"], told["tempo_bpm"]) == (FACTS.tension, FACTS.tempo_bpm)
    assert {name for name, value in told.items() if value is None} == {
        *("energy", "valence", "vocals", "integrated_lufs"),
    }


def test_an_altered_analysis_is_unknown_and_to_be_made_again(store: FeatureStore) -> None:
    store.save_analysed(SONG, STAMP, KNOWN, track_analysis(), "pre-1", FACTS, "key-1")
    with closing(sqlite3.connect(store.path)) as connection, connection:
        connection.execute("UPDATE analyses SET analysis = CAST(substr(analysis, 1, 2000) AS BLOB)")
    assert store.track("c0ffee", "music-1", "pre-1") is None
    assert store.analysed("music-1", "pre-1") == set()


def test_failures_are_listed_and_forgotten(store: FeatureStore) -> None:
    other = SONG.with_name("other.flac")
    store.save_failure(SONG, STAMP, "music-1", "slow", FailureKind.TIME)
    store.save_failure(other, STAMP, "music-1", "gone", FailureKind.CRASH)
    assert store.failures("music-2") == []
    assert store.failures("music-1") == [
        FailureRow(other, STAMP, FailureKind.CRASH, "gone"),
        FailureRow(SONG, STAMP, FailureKind.TIME, "slow"),
    ]
    store.save_failure(other, STAMP, "music-2", "gone")
    store.forget_failures([other], "music-1")
    assert [row.path for row in store.failures("music-1")] == [SONG]
    assert [row.path for row in store.failures("music-2")] == [other]


def test_altered_bytes_are_told_from_those_of_another_format() -> None:
    blob = encode(track_analysis())
    assert not is_altered(blob)
    assert is_altered(blob[:-1])
    assert is_altered(blob[:8])
    assert is_altered(blob[:200] + b"x" + blob[201:])
    assert is_altered(b"")
    assert not is_altered(b"TIVM\2 of times to come")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize("lines", [1, 2, 5, 11])
def test_a_kill_while_saving_leaves_every_track_whole_or_unknown(tmp_path: Path, lines: int) -> None:
    program = """
import sys
from pathlib import Path
from tests.library.analyses import track_analysis
from tests.library.make_released import FACTS, KNOWN, MARKS, SONG, STAMP
from tivm_desktop.library.known import KnownTrack
from tivm_desktop.library.store import FeatureStore

store = FeatureStore(Path(sys.argv[1]))
analysis = track_analysis(60, feature_dim=200)
number = 0
while True:
    known = KnownTrack(str(number), KNOWN.tags, 1.0)
    store.save_analysed(SONG.with_name(str(number)), STAMP, known, analysis, "pre-1", FACTS, "key-1")
    store.set_marks(str(number), MARKS)
    sys.stdout.write(f"{number}\\n")
    sys.stdout.flush()
    number += 1
"""
    database = tmp_path / "library.sqlite3"
    with subprocess.Popen(
        [sys.executable, "-c", program, str(database)], env=_environment(), stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        for _ in range(lines):
            process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        saved = lines + len(process.stdout.readlines())
    store = FeatureStore(database)
    assert store.notice == ""
    assert store.integrity() == []
    files = {row.audio_id for row in store.all_files()}
    assert files == store.analysed("music-1", "pre-1") == {one[0] for one in store.plain_facts("key-1")}
    assert files >= {str(number) for number in range(saved)}
    assert len(files) <= saved + 1
    assert all(store.track(audio_id, "music-1", "pre-1") is not None for audio_id in files)
    assert store.all_marks().keys() >= {str(number) for number in range(saved)}
    store.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of four megabytes."""
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    folder = tmp_path / "disk"
    folder.mkdir()
    if mount is None or unmount is None or os.name != "posix" or os.getuid() != 0:
        pytest.skip("only root mounts a small disk")
    made = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        pytest.skip(f"no small disk can be mounted: {made.stderr.strip()}")
    yield folder
    subprocess.run([unmount, str(folder)], check=True)


def test_a_disk_that_fills_up_loses_nothing_that_was_saved(small_disk: Path) -> None:
    store = FeatureStore(small_disk / "library.sqlite3")
    store.set_marks("c0ffee", MARKS)
    analysis = track_analysis(60, feature_dim=400)

    def save(number: int) -> None:
        known, path = replace(KNOWN, audio_id=str(number)), SONG.with_name(str(number))
        store.save_analysed(path, STAMP, known, analysis, "pre-1", FACTS, "key-1")

    with pytest.raises(FileError, match="free space on its disk"):
        for _ in map(save, range(1000)):
            pass
    saved = len(list(store.all_files()))
    assert saved > 2
    assert store.all_marks() == {"c0ffee": MARKS}
    assert store.analysed("music-1", "pre-1") == {str(number) for number in range(saved)}
    store.close()
    store = FeatureStore(small_disk / "library.sqlite3")
    assert store.notice == ""
    assert store.integrity() == []
    assert store.analysed("music-1", "pre-1") == {str(number) for number in range(saved)}
    assert store.all_marks() == {"c0ffee": MARKS}
    store.close()


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
