"""The program proves itself: real window, real player, real encoders."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.app.conftest import Program

pytestmark = [pytest.mark.window, pytest.mark.slow]

Start = Callable[..., Program]


@pytest.fixture
def music(tmp_path: Path) -> Path:
    """A folder with three real tracks."""
    package = pytest.importorskip("immich_memories_music", reason="no real music on this system")
    tracks = sorted((Path(package.__file__).parent / "tracks").rglob("*.opus"))[:3]
    folder = tmp_path / "tunes"
    folder.mkdir()
    for track in tracks:
        shutil.copy(track, folder)
    return folder


@pytest.mark.media
def test_frames_are_shown_and_tracks_ranked(program: Start, cut: Path, music: Path) -> None:
    ours = program(str(cut), "--music", str(music), "--provider", "cpu")
    ours.wait_for("ranked 3 tracks")
    ours.wait_for("auditioning ")
    status, said = ours.end()
    assert said["frames_shown"] > 0
    assert said["tracks_ranked"] == 3
    assert said["provider"] == "CPU"
    assert said["ready_s"] > 0
    assert set(said) == {
        "ready_s", "frames_shown", "tracks_ranked", "provider", "audio_device", "errors",
    }  # fmt: skip
    assert status == 0


def test_a_window_with_nothing_in_it_is_no_success(program: Start) -> None:
    status, said = program(smoke_s=0.5).wait()
    assert (said["frames_shown"], said["tracks_ranked"]) == (0, 0)
    assert status == 1


def test_an_empty_file_is_told_and_nothing_plays(program: Start, tmp_path: Path) -> None:
    empty = tmp_path / "empty.mp4"
    empty.touch()
    ours = program(str(empty))
    ours.wait_for("told: empty.mp4")
    status, said = ours.end()
    assert any(sentence.startswith("empty.mp4") for sentence in said["errors"])
    assert status == 1
