"""The export benchmark's figures on made sounds and packets."""

from pathlib import Path

import numpy as np

from benchmarks.export_figures import RATE_HZ, first_lag, lags, packets_of
from tests.media.making import plain, write_video
from tivm_desktop.domain.mix import Mix
from tivm_desktop.handoff.preview import Preview, export_preview

NOISE = np.random.default_rng(3).normal(size=12 * RATE_HZ).astype(np.float32)


def test_a_shift_is_found_to_the_sample_in_every_window() -> None:
    later = np.concatenate([np.zeros(321, np.float32), NOISE])
    assert lags(NOISE, later) == [321, 321]
    assert lags(NOISE[321:], NOISE) == [321, 321]


def test_sound_that_slips_strays() -> None:
    slipped = np.concatenate([NOISE[: 5 * RATE_HZ], np.zeros(480, np.float32), NOISE[5 * RATE_HZ :]])
    assert lags(NOISE, slipped) == [0, 480]


def test_the_beginning_of_a_recording_is_found() -> None:
    recorded = np.concatenate([np.zeros(3 * RATE_HZ, np.float32), NOISE])
    assert first_lag(NOISE, recorded) == 3 * RATE_HZ
    assert lags(NOISE, recorded, 3 * RATE_HZ) == [3 * RATE_HZ] * 2


def test_units_are_the_same_however_they_are_set_apart(tmp_path: Path) -> None:
    source = write_video(tmp_path / "a.ts", [plain((90, 20, 40))] * 20)
    written = export_preview(Preview(source, None, Mix()), tmp_path / "b.mp4")
    was, now = packets_of(source), packets_of(written)
    assert len(was.units) == 20
    assert was.payloads != now.payloads
    assert was.units == now.units
    assert was.shown == now.shown
