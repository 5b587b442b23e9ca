"""Channels mixed to one or two."""

import numpy as np
import pytest
from av.audio.layout import AudioLayout

from tivm_desktop.media.mixing import known_layout, mix_matrix, mixed


def names(layout: str) -> list[str]:
    return [channel.name for channel in AudioLayout(layout).channels]


def test_mono_of_stereo_is_the_mean() -> None:
    np.testing.assert_allclose(mix_matrix(["FL", "FR"], 1), [[0.5], [0.5]])


def test_stereo_of_mono_is_the_same_on_both_sides() -> None:
    np.testing.assert_allclose(mix_matrix(["FC"], 2), [[1.0, 1.0]])


@pytest.mark.parametrize(
    "layout", ["mono", "stereo", "2.1", "5.1", "5.1(side)", "6.1", "7.1", "7.1(wide)", "22.2"]
)
@pytest.mark.parametrize("channels", [1, 2])
def test_full_scale_on_all_channels_stays_full_scale(layout: str, channels: int) -> None:
    np.testing.assert_allclose(mix_matrix(names(layout), channels).sum(axis=0), 1.0, atol=1e-6)


def test_sides_stay_on_their_side_and_the_centre_on_both() -> None:
    matrix = dict(zip(names("5.1"), mix_matrix(names("5.1"), 2).tolist(), strict=True))
    assert matrix["FL"][1] == matrix["BL"][1] == matrix["FR"][0] == matrix["BR"][0] == 0.0
    assert matrix["FC"][0] == matrix["FC"][1] == pytest.approx(matrix["FL"][0] * 0.5**0.5)
    assert matrix["LFE"] == [0.0, 0.0]


def test_a_layout_of_low_frequencies_only_is_heard() -> None:
    np.testing.assert_allclose(mix_matrix(["LFE"], 1), [[1.0]])


@pytest.mark.parametrize("channels", [0, 3])
def test_only_one_or_two_channels_can_be_mixed_to(channels: int) -> None:
    with pytest.raises(ValueError, match="1 or 2"):
        mix_matrix(["FL", "FR"], channels)


def test_mixing_is_the_product_with_the_matrix() -> None:
    rng = np.random.default_rng(1)
    samples, matrix = rng.normal(size=(50, 6)).astype(np.float32), mix_matrix(names("5.1"), 2)
    np.testing.assert_allclose(mixed(samples.T, matrix), samples @ matrix, atol=1e-6)


@pytest.mark.parametrize(
    ("said", "known"), [("2 channels", "stereo"), ("6 channels", "5.1"), ("5.1(side)", "5.1(side)")]
)
def test_a_layout_the_file_does_not_name_is_the_usual_one(said: str, known: str) -> None:
    assert known_layout(AudioLayout(said)).name == known
