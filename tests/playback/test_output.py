from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.waiting import until
from tivm_desktop.playback.output import SilentOutput


@pytest.fixture
def silent() -> Iterator[SilentOutput]:
    output = SilentOutput()
    yield output
    output.close()


def test_is_no_device(silent: SilentOutput) -> None:
    assert silent.open().name is None
    assert (silent.failure, silent.underruns, silent.starved) == (None, 0, False)


def test_asks_for_block_after_block_at_the_pace_of_its_clock(silent: SilentOutput) -> None:
    calls: list[tuple[int, float]] = []

    def render(block: NDArray[np.float32], heard_at_s: float) -> None:
        calls.append((len(block), heard_at_s))

    started_s = silent.now()
    rate_hz = silent.open().rate_hz
    silent.start(render)
    until(lambda: len(calls) >= 5, "blocks")
    silent.stop()
    count = len(calls)
    heard_at_s = np.array([heard for _, heard in calls])
    assert np.allclose(np.diff(heard_at_s), [size / rate_hz for size, _ in calls[:-1]])
    assert started_s <= heard_at_s[0] <= silent.now()
    assert (heard_at_s[-1] - silent.now()) < 0.1
    assert len(calls) == count


def test_starts_again_after_a_stop(silent: SilentOutput) -> None:
    calls: list[float] = []
    for _ in range(2):
        calls.clear()
        silent.start(lambda _, heard_at_s: calls.append(heard_at_s))
        until(lambda: bool(calls), "a block")
        silent.stop()
