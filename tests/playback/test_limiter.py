import numpy as np
from numpy.typing import NDArray

from tivm_desktop.playback.limiter import Limiter

RATE_HZ = 48_000


def tone(level: float, samples: int = 480) -> NDArray[np.float32]:
    wave = np.sin(np.arange(samples) * 0.3) * level
    return np.repeat(wave.astype(np.float32)[:, None], 2, axis=1)


def test_leaves_sound_within_full_scale_alone() -> None:
    limiter = Limiter(RATE_HZ, 4096, 2)
    block = tone(1.0)
    limiter.apply(block)
    assert np.array_equal(block, tone(1.0))


def test_nothing_leaves_full_scale() -> None:
    limiter = Limiter(RATE_HZ, 4096, 2)
    for level in (0.5, 3.0, 1.5, 2.0, 0.2, 8.0):
        block = tone(level)
        limiter.apply(block)
        assert np.abs(block).max() <= 1.0


def test_turns_down_instead_of_cutting_off() -> None:
    limiter = Limiter(RATE_HZ, 4096, 2)
    limiter.apply(tone(2.0))
    block = tone(2.0)
    limiter.apply(block)
    assert np.allclose(block, tone(1.0), atol=2e-3)


def test_comes_back_to_bit_exact_sound() -> None:
    limiter = Limiter(RATE_HZ, 4096, 2)
    limiter.apply(tone(2.0))
    gains = []
    for _ in range(400):
        block = tone(0.5)
        limiter.apply(block)
        gains.append(float(np.abs(block).max() / np.abs(tone(0.5)).max()))
    assert gains == sorted(gains)
    assert gains[0] < 0.6
    assert np.array_equal(block, tone(0.5))


def test_takes_an_empty_block() -> None:
    block = np.zeros((0, 2), np.float32)
    Limiter(RATE_HZ, 16, 2).apply(block)
    assert block.shape == (0, 2)
