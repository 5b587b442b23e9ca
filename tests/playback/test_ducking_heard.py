"""From a voice in a file to the music that gives way to it."""

from pathlib import Path

import numpy as np
import pytest

from tests.media.voice import film, spoken
from tests.playback.staging import RATE_HZ, Stage
from tivm_desktop.domain.mix import Ducking, Mix
from tivm_desktop.domain.progress import no_progress
from tivm_desktop.encoders.pack import default_pack_folder
from tivm_desktop.matching.speech import find_speech
from tivm_desktop.matching.tools import ToolMaker

LEVEL = 0.25
MUSIC = Path("level0.25.flac")
LINE = (1.5, 3.0)


@pytest.fixture
def talking(stage: Stage, tmp_path: Path) -> Stage:
    """A silenced film in which somebody speaks, with music of one level, played for four seconds."""
    video = film(tmp_path / "level0.0.mkv", spoken(5.0, (LINE,)))
    spans = find_speech(ToolMaker(default_pack_folder(), "cpu")(), video, progress=no_progress)
    stage.show(video)
    stage.player.set_track(MUSIC)
    stage.player.set_mix(Mix(ducking=Ducking(on=True, amount_db=12.0, attack_s=0.2, release_s=0.5)))
    stage.player.set_speech(spans)
    stage.play_from_start(4.3)
    return stage


def level_db(stage: Stage, from_s: float, until_s: float) -> float:
    heard = stage.output.heard(since_start=True)[round(from_s * RATE_HZ) : round(until_s * RATE_HZ), 0]
    return float(20 * np.log10(np.sqrt(np.mean(heard**2)) / LEVEL))


def test_the_music_falls_by_the_amount_while_somebody_speaks(talking: Stage) -> None:
    begin_s, end_s = LINE

    assert level_db(talking, begin_s + 0.1, end_s - 0.1) == pytest.approx(-12.0, abs=0.1)
    assert level_db(talking, 0.5, begin_s - 0.6) == pytest.approx(0.0, abs=0.1)
    assert level_db(talking, end_s + 1.0, end_s + 1.3) == pytest.approx(0.0, abs=0.1)


def test_it_never_steps(talking: Stage) -> None:
    heard = talking.output.heard(since_start=True)[round(0.3 * RATE_HZ) :, 0]

    assert np.abs(np.diff(heard)).max() < LEVEL * 0.001
