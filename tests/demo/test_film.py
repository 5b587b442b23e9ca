"""The film has three moods that are plainly different, and shots that last as long as they should."""

from itertools import pairwise

import numpy as np
import pytest

from tivm_desktop.demo.canvas import RATE, Canvas
from tivm_desktop.demo.film import SHOTS, pictures, soundtrack
from tivm_desktop.demo.synth import RATE as SOUND_RATE

SMALL = Canvas(160, 90)
CITY, DAY = 2, len(SHOTS) - 3
"""Of the shots, the first of the second and of the third mood."""


@pytest.fixture(scope="module")
def drawn() -> list[list[np.ndarray]]:
    """Four pictures of each shot."""
    return [list(shot(SMALL, 4)) for _, shot in SHOTS]


def test_every_shot_is_as_long_as_was_asked_and_fills_the_picture(drawn: list[list[np.ndarray]]) -> None:
    for shown in drawn:
        assert len(shown) == 4
        assert {picture.shape for picture in shown} == {(90, 160, 3)}
        assert {picture.dtype for picture in shown} == {np.dtype(np.uint8)}


def test_the_whole_film_is_about_25_seconds() -> None:
    assert sum(seconds for seconds, _ in SHOTS) == pytest.approx(25, abs=1)
    count = sum(1 for _ in pictures(Canvas(32, 18), speed=6.0))
    assert count == sum(round(seconds / 6 * RATE) for seconds, _ in SHOTS)


def test_pictures_are_the_same_each_time(drawn: list[list[np.ndarray]]) -> None:
    for (_, shot), before in zip(SHOTS, drawn, strict=True):
        assert all(np.array_equal(a, b) for a, b in zip(before, shot(SMALL, 4), strict=True))


def test_the_moods_differ_in_light_colour_and_pace(drawn: list[list[np.ndarray]]) -> None:
    light = [float(np.mean(shown)) for shown in drawn]
    dawn, city, day = light[:CITY], light[CITY:DAY], light[DAY:]
    assert max(city) < min(day)
    assert np.mean(city) < np.mean(dawn) < np.mean(day)
    blue = [float(np.mean([one[..., 2].mean() - one[..., 1].mean() for one in shown])) for shown in drawn]
    assert min(blue[CITY:DAY]) > max(blue[:CITY])
    lengths = [seconds for seconds, _ in SHOTS]
    assert max(lengths[CITY:DAY]) < min(lengths[:CITY] + lengths[DAY:])


def test_each_shot_looks_different_from_the_one_before(drawn: list[list[np.ndarray]]) -> None:
    for before, after in pairwise(drawn):
        assert float(np.abs(before[-1].astype(float) - after[0]).mean()) > 12.0


def test_the_soundtrack_is_quiet_and_has_no_gap() -> None:
    sound = soundtrack(6.0)
    assert sound.shape == (2, 6 * SOUND_RATE)
    tenths = np.sqrt((sound.reshape(2, 60, -1) ** 2).mean(axis=(0, 2)))
    assert tenths.min() > 1e-4
    assert tenths.max() < 0.05
