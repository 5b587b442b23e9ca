"""The session on real encoders, real workers and real files."""

import os
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.matching.making import Heard, folder_of_music, session, write_cut
from tivm_desktop.domain.errors import FileError
from tivm_desktop.encoders.pack import default_pack_folder, load_pack
from tivm_desktop.library.profile import Profile
from tivm_desktop.library.store import FeatureStore
from tivm_desktop.matching.session import SuggestionSession

pytestmark = [pytest.mark.media, pytest.mark.slow]

LONG_S = 120.0


def test_a_folder_is_ranked_for_a_video_and_remembered(tmp_path: Path) -> None:
    video, music = write_cut(tmp_path / "cut.mp4"), folder_of_music(tmp_path / "music", 4)
    (music / "notes.mp3").write_text("no music at all")
    first, second = Heard(), Heard()
    with session(tmp_path / "profile", first) as begun:
        begun.set_video(video)
        begun.set_music_folders([music])
        assert begun.wait(LONG_S)
        suggested = first.orders[-1]
        found = begun.track_analysis(suggested[0].path)
    assert first.providers == ["CPU"]
    assert first.folder == (5, 5)
    assert [one.path.name for one in first.skipped] == ["notes.mp3"]
    assert "notes.mp3" in first.skipped[0].reason
    assert [one.rank for one in suggested] == [1, 2, 3, 4]
    assert all(one.why and 0 <= one.fit <= 100 for one in suggested)
    assert found is not None
    assert len(first.videos[-1].picture.cuts_s) == 2
    with session(tmp_path / "profile", second) as begun:
        begun.set_music_folders([music])
        begun.set_video(video)
        assert begun.wait(LONG_S)
    assert not second.video_steps
    assert [one.path for one in second.orders[-1]] == [one.path for one in suggested]
    np.testing.assert_allclose(
        [one.fit for one in second.orders[-1]], [one.fit for one in suggested], atol=1e-5
    )
    assert second.skipped == first.skipped


def test_one_worker_or_two_give_the_same_scores(tmp_path: Path) -> None:
    video, music = write_cut(tmp_path / "cut.mp4"), folder_of_music(tmp_path / "music", 2)
    fits = []
    for workers in (1, 2):
        heard = Heard()
        with session(tmp_path / f"profile{workers}", heard, workers) as begun:
            begun.set_video(video)
            begun.set_music_folders([music])
            assert begun.wait(LONG_S)
        fits.append({one.path: one.fit for one in heard.orders[-1]})
    assert fits[0] == pytest.approx(fits[1], abs=1e-5)


def test_a_moved_track_is_known_by_its_sound(tmp_path: Path) -> None:
    music, elsewhere = folder_of_music(tmp_path / "music", 1), tmp_path / "elsewhere"
    heard = Heard()
    with session(tmp_path / "profile", heard, 1) as begun:
        begun.set_music_folders([music])
        assert begun.wait(LONG_S)
        before = begun.track_analysis(next(music.iterdir()))
        music.rename(elsewhere)
        begun.set_music_folders([elsewhere])
        assert begun.wait(LONG_S)
        after = begun.track_analysis(next(elsewhere.iterdir()))
    assert before is not None
    assert after is not None
    np.testing.assert_array_equal(before.features, after.features)
    assert before.encoder_id == after.encoder_id


def test_a_folder_that_is_gone_and_one_without_music_say_so(tmp_path: Path) -> None:
    heard = Heard()
    (tmp_path / "empty").mkdir()
    with session(tmp_path / "profile", heard, 1) as begun:
        begun.set_music_folders([tmp_path / "gone"])
        assert begun.wait(LONG_S)
        begun.set_music_folders([tmp_path / "empty"])
        assert begun.wait(LONG_S)
    assert len(heard.folder_failures) == 2
    assert "gone" in heard.folder_failures[0]
    assert "no music" in heard.folder_failures[1]


def test_a_video_that_cannot_be_read_leaves_the_folder_alone(tmp_path: Path) -> None:
    music = folder_of_music(tmp_path / "music", 1)
    bad = tmp_path / "bad.mp4"
    bad.write_bytes(b"")
    heard = Heard()
    with session(tmp_path / "profile", heard, 1) as begun:
        begun.set_music_folders([music])
        begun.set_video(bad)
        assert begun.wait(LONG_S)
        begun.set_video(write_cut(tmp_path / "cut.mp4"))
        assert begun.wait(LONG_S)
    assert len(heard.video_failures) == 1
    assert "bad.mp4" in heard.video_failures[0]
    assert len(heard.orders[-1]) == 1


def test_a_folder_removed_while_it_is_analysed_costs_only_what_is_missing(tmp_path: Path) -> None:
    music = folder_of_music(tmp_path / "music", 6)
    heard = Heard()
    with session(tmp_path / "profile", heard, 1) as begun:
        begun.set_music_folders([music])
        assert heard.first_track.wait(LONG_S)
        for path in music.iterdir():
            path.unlink()
        music.rmdir()
        assert begun.wait(LONG_S)
    done, total = heard.folder
    assert done == total == 6
    assert heard.skipped
    assert all(one.path.name in one.reason for one in heard.skipped)
    assert len(heard.folder_failures) == 1
    assert "not there any more" in heard.folder_failures[0]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions")
def test_a_permission_given_later_is_noticed(tmp_path: Path) -> None:
    music = folder_of_music(tmp_path / "music", 1)
    track = next(music.iterdir())
    track.chmod(0)
    if os.access(track, os.R_OK):
        pytest.skip("this user may read everything")
    heard = Heard()
    with session(tmp_path / "profile", heard, 1) as begun:
        begun.set_music_folders([music])
        assert begun.wait(LONG_S)
        assert "permission" in heard.skipped[0].reason
        track.chmod(0o600)
        begun.set_music_folders([music])
        assert begun.wait(LONG_S)
    assert not heard.skipped


def test_a_pack_or_provider_that_fails_is_not_held_against_the_files(tmp_path: Path) -> None:
    onnxruntime = pytest.importorskip("onnxruntime")
    if "CUDAExecutionProvider" in onnxruntime.get_available_providers():
        pytest.skip("CUDA is there")
    music = folder_of_music(tmp_path / "music", 1)
    first, second = Heard(), Heard()
    pack = load_pack(default_pack_folder())
    refused = SuggestionSession(pack, "cuda", Profile(tmp_path / "profile"), first, 1)
    try:
        refused.set_music_folders([music])
        assert refused.wait(LONG_S)
    finally:
        refused.close()
    assert "CUDA" in first.provider_failures[0]
    assert "CUDA" in first.skipped[0].reason
    with session(tmp_path / "profile", second, 1) as begun:
        begun.set_music_folders([music])
        assert begun.wait(LONG_S)
    assert second.folder == (1, 1)
    assert not second.skipped


def test_a_damaged_library_is_told_and_costs_no_ranking(tmp_path: Path) -> None:
    video, music = write_cut(tmp_path / "cut.mp4"), folder_of_music(tmp_path / "music", 1)
    profile = Profile(tmp_path / "profile")
    profile.create()
    profile.database.write_bytes(b"not a database at all" * 500)
    heard = Heard()
    with session(tmp_path / "profile", heard, 1) as begun:
        begun.set_video(video)
        begun.set_music_folders([music])
        assert begun.wait(LONG_S)
    assert len(heard.warnings) == 1
    assert "library.sqlite3" in heard.warnings[0]
    assert len(heard.orders[-1]) == 1


@pytest.mark.parametrize("broken", ["apply", "save_analysed"])
def test_a_library_that_fails_later_is_told_once_and_costs_no_ranking(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    def fail(*arguments: object) -> None:
        raise FileError(tmp_path, "The library can't be used (disk full); make room.")

    monkeypatch.setattr(FeatureStore, broken, fail)
    video, music = write_cut(tmp_path / "cut.mp4"), folder_of_music(tmp_path / "music", 2)
    heard = Heard()
    with session(tmp_path / "profile", heard, 1) as begun:
        begun.set_video(video)
        begun.set_music_folders([music])
        assert begun.wait(LONG_S)
    assert heard.warnings == ["The library can't be used (disk full); make room."]
    assert len(heard.orders[-1]) == 2


def test_a_track_that_cannot_be_placed_is_ranked_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        raise ZeroDivisionError("no number")

    monkeypatch.setattr("tivm_desktop.matching.ranker.recalled_track", fail)
    video, music = write_cut(tmp_path / "cut.mp4"), folder_of_music(tmp_path / "music", 1)
    heard = Heard()
    with session(tmp_path / "profile", heard, 1) as begun:
        begun.set_video(video)
        begun.set_music_folders([music])
        assert begun.wait(LONG_S)
    assert heard.folder == (1, 1)
    (found,) = heard.orders[-1]
    assert found.fit > 0
    assert not found.placed
