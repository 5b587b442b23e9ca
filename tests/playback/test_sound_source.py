from collections.abc import Iterator
from pathlib import Path
from threading import Event

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.playback.making import counting, make_video, read_counting
from tests.waiting import until
from tivm_desktop.media.audio import audio_blocks
from tivm_desktop.playback.pace import Pace
from tivm_desktop.playback.sound_backwards import SoundReader
from tivm_desktop.playback.sound_source import AHEAD_S, BEHIND_S, SoundSource

RATE_HZ = 48_000


class Sources:
    def __init__(self) -> None:
        self.made: list[SoundSource] = []
        self.woken = Event()

    def make(self, path: Path, first_sample: int = 0, read: SoundReader = read_counting) -> SoundSource:
        self.made.append(SoundSource(path, Pace(RATE_HZ), first_sample, read, self.woken.set))
        return self.made[-1]


@pytest.fixture
def sources() -> Iterator[Sources]:
    sources = Sources()
    yield sources
    for source in sources.made:
        source.stop()
        assert source.join(5.0)


def read(source: SoundSource, sample: int, count: int) -> NDArray[np.float32]:
    out = np.zeros((count, 2), np.float32)
    assert source.ring.read_into(out, sample) == count
    return out[:, 0]


def test_wakes_when_it_is_primed_and_holds_the_samples_asked_for(sources: Sources) -> None:
    source = sources.make(Path("counting.flac"), 100_000)
    assert sources.woken.wait(5.0)
    assert source.is_primed(100_000)
    assert np.array_equal(read(source, 100_000, 4800), counting(np.arange(100_000, 104_800)))


def test_a_negative_start_means_the_beginning(sources: Sources) -> None:
    source = sources.make(Path("counting.flac"), -50_000)
    assert sources.woken.wait(5.0)
    assert source.is_primed(-50_000)
    assert np.array_equal(read(source, 0, 100), counting(np.arange(100)))


def test_decodes_a_bounded_time_ahead_and_goes_on_when_there_is_room(sources: Sources) -> None:
    source = sources.make(Path("counting.flac"))
    behind = round(BEHIND_S * RATE_HZ)
    full = round(AHEAD_S * RATE_HZ) + behind
    until(lambda: source.ring.written_until == full, "a full ring")
    read(source, 0, behind + 10_000)
    until(lambda: source.ring.written_until == full + 10_000, "the refill")
    assert np.array_equal(read(source, full, 10_000), counting(np.arange(full, full + 10_000)))


def test_a_source_that_is_overtaken_catches_up(sources: Sources) -> None:
    source = sources.make(Path("counting.flac"))
    assert sources.woken.wait(5.0)
    out = np.zeros((10, 2), np.float32)
    until(lambda: source.ring.read_into(out, 400_000) == 10, "the sample ahead")
    assert np.array_equal(out[:, 0], counting(np.arange(400_000, 400_010)))


def test_a_file_that_can_not_be_decoded_is_said_and_counts_as_primed(sources: Sources) -> None:
    source = sources.make(Path("gone.flac"))
    assert sources.woken.wait(5.0)
    assert source.is_primed(0)
    assert source.error == "gone.flac is not there: choose it again."


def test_a_decoder_that_breaks_is_said(sources: Sources, caplog: pytest.LogCaptureFixture) -> None:
    def broken(
        path: Path, rate: int, channels: int, *, block_s: float, start_s: float
    ) -> Iterator[NDArray[np.float32]]:
        yield from read_counting(path, rate, channels, block_s=block_s, start_s=start_s, length_s=0.2)
        raise ValueError("odd bits")

    source = sources.make(Path("counting.flac"), read=broken)
    assert sources.woken.wait(5.0)
    assert source.error is not None
    assert "counting.flac can't be played (odd bits)" in source.error
    assert "counting.flac" in caplog.text
    assert np.array_equal(read(source, 0, 100), counting(np.arange(100)))


@pytest.mark.parametrize("suffix", ["mkv", "mp4"])
def test_real_sound_starts_at_the_very_sample(sources: Sources, tmp_path: Path, suffix: str) -> None:
    path = make_video(tmp_path / f"clip.{suffix}", frames=5, sound_s=4.0)
    whole = np.concatenate(list(audio_blocks(path, RATE_HZ, 2)))[:, 0]
    source = sources.make(path, 150_000, audio_blocks)
    until(lambda: source.is_primed(150_000), "sound")
    part = read(source, 150_000, 10_000)
    assert np.abs(part).max() > 0.1
    assert np.allclose(part, whole[150_000:160_000], atol=2e-3)


def test_a_start_beyond_the_end_is_silent_and_no_error(sources: Sources, tmp_path: Path) -> None:
    source = sources.make(make_video(tmp_path / "clip.mkv", frames=5, sound_s=0.5), 480_000, audio_blocks)
    until(lambda: source.ring.finished, "the end")
    assert source.error is None
