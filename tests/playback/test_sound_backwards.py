from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.playback.making import counting, make_video, read_counting
from tivm_desktop.media.audio import audio_blocks
from tivm_desktop.playback.sound_backwards import SoundReader, blocks_backwards

RATE_HZ = 48_000


def backwards(
    path: Path, rate: int, start_s: float, read: SoundReader = read_counting
) -> NDArray[np.float32]:
    blocks = list(blocks_backwards(read, path, rate, 2, block_s=0.1, start_s=start_s))
    assert all(len(block) <= round(0.1 * rate) for block in blocks)
    return np.concatenate(blocks)[:, 0]


@pytest.mark.parametrize("rate", [48_000, 12_000, 43_636])
def test_each_sample_comes_once_in_reverse_order(rate: int) -> None:
    heard = backwards(Path("counting.flac"), rate, 3.21)
    count = round(3.21 * rate)
    assert np.array_equal(heard, counting(np.arange(count))[::-1])


def test_beyond_the_end_there_is_silence() -> None:
    heard = backwards(Path("counting.flac"), RATE_HZ, 61.5)
    silent = round(1.5 * RATE_HZ)
    assert not heard[:silent].any()
    assert np.array_equal(heard[silent:], counting(np.arange(60 * RATE_HZ))[::-1])


def test_at_the_beginning_there_is_nothing() -> None:
    assert not list(
        blocks_backwards(read_counting, Path("counting.flac"), 48_000, 2, block_s=0.1, start_s=0.0)
    )


@pytest.mark.parametrize("rate", [48_000, 24_000, 44_100])
def test_real_sound_has_no_seam_between_its_chunks(tmp_path: Path, rate: int) -> None:
    path = make_video(tmp_path / "clip.mkv", frames=5, sound_s=4.0)
    whole = np.concatenate(list(audio_blocks(path, rate, 2)))[:, 0]
    heard = backwards(path, rate, 3.0, audio_blocks)
    assert np.abs(whole).max() > 0.1
    assert np.allclose(heard[::-1], whole[: len(heard)], atol=2e-4)


def test_chunks_begin_where_any_usual_rate_has_a_sample() -> None:
    asked: list[float] = []

    def read(
        path: Path, rate: int, channels: int, *, block_s: float, start_s: float
    ) -> Iterator[NDArray[np.float32]]:
        asked.append(start_s)
        return read_counting(path, rate, channels, block_s=block_s, start_s=start_s)

    backwards(Path("counting.flac"), RATE_HZ, 5.01, read)
    assert all(second * 100 == pytest.approx(round(second * 100)) for second in asked)
    assert all(later < earlier for earlier, later in pairwise(asked))
