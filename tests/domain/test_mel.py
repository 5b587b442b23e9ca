import numpy as np
import pytest

from tivm_desktop.domain.mel import hann, hz_to_mel, mel_to_hz, triangles


def test_the_window_begins_at_nothing_and_is_full_in_the_middle() -> None:
    assert hann(8) == pytest.approx([0, 0.146447, 0.5, 0.853553, 1, 0.853553, 0.5, 0.146447], abs=1e-6)
    assert hann(8).dtype == np.float32


def test_a_thousand_hertz_are_a_thousand_mels() -> None:
    assert hz_to_mel(1000.0) == pytest.approx(1000.0, abs=0.02)
    assert hz_to_mel([0.0, 700.0]) == pytest.approx([0.0, 1127.0 * np.log(2.0)])


def test_mels_become_the_frequencies_they_were() -> None:
    frequencies_hz = np.array([0.0, 55.0, 440.0, 8000.0])
    assert mel_to_hz(hz_to_mel(frequencies_hz)) == pytest.approx(frequencies_hz)


def test_a_triangle_rises_to_one_at_the_next_edge_and_falls_to_the_one_after() -> None:
    found = triangles(np.array([0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 9.0]), np.array([0.0, 2.0, 3.0, 5.0, 9.0]))
    assert found[:, 0].tolist() == [0, 0.5, 1, 0, 0, 0, 0]
    assert found[:, 1].tolist() == [0, 0, 0, 1, 0.5, 0, 0]
    assert found[:, 2].tolist() == [0, 0, 0, 0, 0.5, 1, 0]
