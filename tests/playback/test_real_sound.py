"""Sound through PortAudio and a sound server into a null sink, and what a recorder hears of it."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from immich_memories_music import __file__ as music_package
from numpy.typing import NDArray

from benchmarks.null_sink import FIRST_TITLE, NullSink, is_available, null_sink
from benchmarks.sink_recorder import SinkRecorder
from tests.playback.making import make_video
from tests.waiting import until
from tivm_desktop.playback.player import Player
from tivm_desktop.playback.sounddevice_output import SounddeviceOutput

pytestmark = [
    pytest.mark.sound,
    pytest.mark.skipif(not is_available(), reason="pulseaudio and its utilities are not installed"),
]


@pytest.fixture
def sink(monkeypatch: pytest.MonkeyPatch) -> Iterator[NullSink]:
    with null_sink() as sink:
        for name, value in sink.environment.items():
            monkeypatch.setenv(name, value)
        yield sink


@pytest.fixture
def player(sink: NullSink, tmp_path: Path) -> Iterator[Player]:
    assert sink.environment
    player = Player(SounddeviceOutput())
    player.open_video(make_video(tmp_path / "clip.mp4", frames=200, rate=10))
    until(lambda: player.state.opened and player.state.device is not None, "video and device")
    yield player
    player.close()


def level(samples: NDArray[np.int16]) -> float:
    return float(np.abs(samples.astype(np.int32)).max(initial=0)) / 32768


def a_track() -> Path:
    return next(iter(sorted(Path(music_package).parent.rglob("*.opus"))))


@pytest.mark.media
def test_an_auditioned_track_arrives_at_the_sink(sink: NullSink, player: Player, tmp_path: Path) -> None:
    with SinkRecorder(sink, tmp_path) as recorder:
        player.set_track(a_track(), placement_s=20.0)
        player.play()
        until(lambda: player.state.position_s > 1.0, "a second of playing")
        player.seek(5.0)
        until(lambda: player.state.position_s > 5.5, "playing after the seek")
        recording = recorder.recording()
    assert level(recording.samples) > 0.05
    assert player.state.error is None


@pytest.mark.media
def test_a_sound_server_that_dies_is_said_and_sound_comes_back_with_it(
    sink: NullSink, player: Player, tmp_path: Path
) -> None:
    player.set_track(a_track(), placement_s=20.0)
    player.play()
    until(lambda: player.state.position_s > 1.2, "playing")
    sink.stop_server()
    until(lambda: player.state.error is not None, "the sentence")
    assert "so playback goes on silently" in str(player.state.error)
    assert player.state.device is None
    position_s = player.state.position_s
    until(lambda: player.state.position_s > position_s + 0.3, "the picture going on")
    sink.start_server()
    with SinkRecorder(sink, tmp_path) as recorder:
        until(lambda: player.state.device is not None, "the device")
        assert player.state.error is None
        position_s = player.state.position_s
        until(lambda: player.state.position_s > position_s + 1.0, "playing")
        recording = recorder.recording()
    assert level(recording.samples) > 0.05
    assert player.state.playing


@pytest.mark.media
def test_sound_moves_to_the_sink_that_is_chosen_and_back_when_that_is_taken_away(
    sink: NullSink, player: Player, tmp_path: Path
) -> None:
    number = sink.add_sink("headphones", "Headphones")
    until(lambda: player.state.outputs == (FIRST_TITLE, "Headphones"), "the sinks")
    player.set_track(a_track(), placement_s=20.0)
    player.play()
    until(lambda: player.state.position_s > 0.5, "playing")
    with SinkRecorder(sink, tmp_path, "headphones") as recorder:
        player.set_output("Headphones")
        until(lambda: player.state.device == "Headphones", "the device")
        position_s = player.state.position_s
        until(lambda: player.state.position_s > position_s + 1.0, "playing on it")
        recording = recorder.recording()
    assert level(recording.samples) > 0.05
    sink.remove_sink(number)
    until(lambda: player.state.device == FIRST_TITLE, "the default")
    assert str(player.state.error).startswith("The sound device Headphones is not there")
    with SinkRecorder(sink, tmp_path) as recorder:
        position_s = player.state.position_s
        until(lambda: player.state.position_s > position_s + 1.0, "playing on the default")
        recording = recorder.recording()
    assert level(recording.samples) > 0.05


@pytest.mark.media
@pytest.mark.parametrize("form", [("rate=44100", "channels=1"), ("rate=96000", "channels=8")])
def test_a_sink_of_another_rate_and_other_channels_plays(
    sink: NullSink, player: Player, tmp_path: Path, form: tuple[str, str]
) -> None:
    sink.add_sink("other", "Other", *form)
    sink.set_default_sink("other")
    until(lambda: player.state.device == "Other", "the device")
    with SinkRecorder(sink, tmp_path, "other") as recorder:
        player.set_track(a_track(), placement_s=20.0)
        player.play()
        until(lambda: player.state.position_s > 1.0, "a second of playing")
        recording = recorder.recording()
    assert level(recording.samples) > 0.05
    assert player.state.error is None
