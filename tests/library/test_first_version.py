"""The profile that the first version left behind, opened by this one."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.library.make_first_profile import MUSIC, SECONDS, TRACKS, make_tracks
from tivm_desktop.library.profile import Profile
from tivm_desktop.library.store import FeatureStore
from tivm_desktop.media.identity import audio_identity

RELEASED = Path(__file__).parent / "released" / "first-version"


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile(Path(shutil.copytree(RELEASED, tmp_path / "profile")))


def test_its_tracks_are_known_by_the_sound_that_is_in_them(profile: Profile, tmp_path: Path) -> None:
    store = FeatureStore(profile.database)
    try:
        assert store.notice == ""
        files = {row.path: row for row in store.all_files()}
        assert set(files) == {MUSIC / name for name in TRACKS}
        for track in make_tracks(tmp_path / "music"):
            known = store.files_of(audio_identity(track))
            assert [one.path for one in known] == [MUSIC / track.name]
            assert files[MUSIC / track.name].vanished_ns is None
    finally:
        store.close()


def test_nothing_that_it_found_out_is_dropped(profile: Profile) -> None:
    FeatureStore(profile.database).close()
    with closing(sqlite3.connect(profile.database)) as connection:
        rows = connection.execute(
            "SELECT kind, count(*) FROM analyses GROUP BY kind ORDER BY kind"
        ).fetchall()
        lengths = connection.execute("SELECT duration_s FROM files").fetchall()
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert rows == [("track", len(TRACKS)), ("video", 1)]
    assert [round(length) for (length,) in lengths] == [SECONDS] * len(TRACKS)


def test_it_is_copied_before_it_is_changed(profile: Profile) -> None:
    store = FeatureStore(profile.database)
    backups = store.summary().backups
    store.close()
    assert len(backups) == 1
