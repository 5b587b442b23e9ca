from collections.abc import Iterator
from pathlib import Path
from threading import enumerate as all_threads

import pytest

from tests.playback.making import FakeOutput, make_video
from tests.playback.staging import Stage


@pytest.fixture
def output() -> FakeOutput:
    return FakeOutput()


@pytest.fixture
def stage(output: FakeOutput) -> Iterator[Stage]:
    stage = Stage(output)
    yield stage
    stage.player.close()
    assert not [thread.name for thread in all_threads() if thread.name.startswith("playback")]
    assert not output.running


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    return make_video(tmp_path / "clip.mp4", frames=75)
