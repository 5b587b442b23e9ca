"""`tivm library` on made libraries."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.library.analyses import track_analysis
from tests.library.make_released import FACTS, KNOWN, MARKS, SONG, STAMP
from tivm_desktop.cli import main
from tivm_desktop.domain.marks import Marks
from tivm_desktop.library.changes import Changes, FoundFile
from tivm_desktop.library.profile import Profile
from tivm_desktop.library.store import FeatureStore


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    profile = Profile(tmp_path / "profile")
    profile.create()
    store = FeatureStore(profile.database)
    store.save_analysed(SONG, STAMP, KNOWN, track_analysis(), "pre-1", FACTS, "key-1")
    store.apply(
        Changes(
            new=(
                FoundFile(SONG.with_name("new.mp3"), 1, 2, 3),
                FoundFile(SONG.with_name("gone.mp3"), 1, 2, 4),
            )
        ),
        [SONG.parent, tmp_path],
    )
    store.apply(Changes(vanished=(SONG.with_name("gone.mp3"),)))
    store.save_failure(SONG.with_name("bad.mp3"), STAMP, "music-1", "bad.mp3 is empty; leave it out.")
    store.set_marks("c0ffee", MARKS)
    store.set_marks("elsewhere", Marks(1))
    store.close()
    return profile


def tivm(profile: Profile, *arguments: str) -> int:
    return main(["library", *arguments, "--profile", str(profile.root)])


def test_status_counts_what_is_there(
    profile: Profile, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tivm(profile, "status", "--json") == 0
    status = json.loads(capsys.readouterr().out)
    assert status["folders"] == [
        {"folder": "/music", "there": False},
        {"folder": str(tmp_path), "there": True},
    ]
    assert (status["files"], status["vanished"], status["to_be_looked_into"], status["tracks"]) == (
        2,
        1,
        1,
        1,
    )
    assert status["analyses"] == [{"encoder": "music-1", "preprocessing": "pre-1", "tracks": 1}]
    assert status["failures"] == {"file": 1}
    assert (status["marked"], status["waiting_marks"]) == (2, 1)
    assert tivm(profile, "status") == 0
    told = capsys.readouterr().out
    assert "folder    /music (not there now)" in told
    assert "files     2, 1 of them to be looked into; 1 more are not there any more" in told


def test_a_whole_library_is_said_to_be_whole(profile: Profile, capsys: pytest.CaptureFixture[str]) -> None:
    assert tivm(profile, "check") == 0
    assert capsys.readouterr().out == "whole: 1 analyses were read, 0 of them dropped, to be made again\n"
    assert tivm(profile, "check", "--json") == 0
    assert json.loads(capsys.readouterr().out)["problems"] == []


def test_an_altered_analysis_is_dropped_to_be_made_again(
    profile: Profile, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(profile.database)) as connection, connection:
        connection.execute("UPDATE analyses SET analysis = CAST(substr(analysis, 1, 2000) AS BLOB)")
    assert tivm(profile, "check", "--json") == 0
    assert json.loads(capsys.readouterr().out)["dropped"] == 1
    store = FeatureStore(profile.database)
    assert store.analysed("music-1", "pre-1") == set()
    store.close()


def test_damage_is_said_line_by_line_and_repaired_at_the_next_opening(
    profile: Profile, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(profile.database)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE analyses SET kind = 'neither'")
    assert tivm(profile, "check") == 1
    assert capsys.readouterr().out == "CHECK constraint failed in analyses\n"
    assert tivm(profile, "check") == 0
    assert "was damaged" in capsys.readouterr().out
    assert tivm(profile, "check") == 0


def test_ratings_go_from_one_profile_to_another(
    profile: Profile, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "marks.json"
    assert tivm(profile, "export", str(file)) == 0
    assert capsys.readouterr().out == f"{file}: what was said of 2 tracks\n"
    assert tivm(profile, "export", str(file)) == 1
    assert capsys.readouterr().err.startswith("tivm: marks.json is there already")
    assert tivm(profile, "export", str(file), "--replace", "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"file": str(file), "tracks": 2}
    other = Profile(tmp_path / "other")
    assert tivm(other, "import", str(file)) == 0
    assert capsys.readouterr().out == (
        "2 new, 0 joined with what was said here, 0 known already, 0 not understood\n2 wait for their music\n"
    )
    assert tivm(profile, "import", str(file), "--json") == 0
    assert json.loads(capsys.readouterr().out) == {
        "added": 0,
        "merged": 0,
        "unchanged": 2,
        "waiting": 1,
        "refused": 0,
    }
