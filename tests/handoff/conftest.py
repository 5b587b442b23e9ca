"""A video and a track to export."""

from pathlib import Path

import pytest

from tests.handoff.making import B_FRAMES, made_video, noise


@pytest.fixture
def video(tmp_path: Path) -> Path:
    (tmp_path / "films").mkdir()
    return made_video(tmp_path / "films" / "cut.mp4", options=B_FRAMES, sound_s=2.0)


@pytest.fixture
def track(tmp_path: Path) -> Path:
    return noise(tmp_path / "track.wav", 6.0)
