from math import cos, exp, radians, sin

import numpy as np
import pytest

from tivm_desktop.domain.visual_emotion import EMOTIONS, emotions


def leading(valence: float, arousal: float, tension: float) -> str:
    return EMOTIONS[int(emotions([[valence, arousal, tension]]).argmax())]


def test_every_second_has_shares_of_six_emotions() -> None:
    shares = emotions(np.random.default_rng(0).normal(size=(50, 3)))
    assert shares.shape == (50, len(EMOTIONS))
    np.testing.assert_allclose(shares.sum(axis=1), 1)
    assert (shares > 0).all()


@pytest.mark.parametrize(
    ("affect", "emotion"),
    [
        ((1.5, 1.5, 0.0), "exciting"),
        ((-1.5, 1.5, 2.0), "fearful"),
        ((0.3, 2.0, 1.0), "tense"),
        ((-1.5, -1.0, 0.3), "sad"),
        ((1.5, -1.5, -2.0), "relaxing"),
        ((0.0, -0.1, 0.0), "neutral"),
    ],
)
def test_an_affect_is_named_as_on_the_circumplex(affect: tuple[float, float, float], emotion: str) -> None:
    assert leading(*affect) == emotion


def test_extreme_affect_stays_a_share() -> None:
    shares = emotions([[400.0, -400.0, 400.0], [0.0, 0.0, 0.0]])
    np.testing.assert_allclose(shares.sum(axis=1), 1)


def test_shares_fall_with_the_distance_from_where_each_emotion_lies() -> None:
    """On a circle of 1.2: valence along 0 degrees, arousal 90, tension 135; neutral in the middle."""
    angles = {"exciting": 48.6, "fearful": 116.0, "tense": 92.8, "sad": 207.5, "relaxing": 318.0}
    places = {
        name: [1.2 * cos(radians(angle)), 1.2 * sin(radians(angle)), 1.2 * cos(radians(angle - 135))]
        for name, angle in angles.items()
    } | {"neutral": [0.0, 0.0, 0.0]}
    affect = np.random.default_rng(1).normal(size=(5, 3))
    for row, shares in zip(affect, emotions(affect), strict=True):
        weights = {name: exp(-sum((row - np.array(place)) ** 2) / 3.0) for name, place in places.items()}
        wanted = [weights[name] / sum(weights.values()) for name in EMOTIONS]
        assert shares == pytest.approx(wanted)
