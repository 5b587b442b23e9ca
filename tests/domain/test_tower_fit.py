import numpy as np
import pytest

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.tower_fit import TowerScale

REFERENCE = TowerScale(tuple(np.linspace(0.9, 1.7, 100)))


def apart(angle: float) -> FloatArray:
    """A unit vector at that angle to `apart(0)`."""
    return np.array([np.cos(angle), np.sin(angle), 0], np.float32)


def fits(scale: TowerScale, *angles: float) -> list[float]:
    return [scale.fit(apart(0.0), apart(angle)) for angle in angles]


def test_without_reference_it_is_the_inverse_distance() -> None:
    same, right, opposite = fits(TowerScale(), 0.0, np.pi / 2, np.pi)
    assert same == pytest.approx(100.0)
    assert right == pytest.approx(100 / (1 + np.sqrt(2)))
    assert opposite == pytest.approx(100 / 3)


def test_with_reference_it_is_the_share_of_pairs_that_lie_farther_apart() -> None:
    half = 2 * np.arcsin(1.3 / 2)
    (fit,) = fits(REFERENCE, half)
    assert fit == pytest.approx(50, abs=1)
    quarter = 2 * np.arcsin(1.5 / 2)
    (fit,) = fits(REFERENCE, quarter)
    assert fit == pytest.approx(25, abs=3)


@pytest.mark.parametrize("scale", [TowerScale(), REFERENCE, TowerScale((1.2,))])
def test_it_falls_with_the_distance_even_beyond_all_reference_pairs(scale: TowerScale) -> None:
    angles = np.linspace(0.9, np.pi, 60) if scale.distances == (1.2,) else np.linspace(0, np.pi, 60)
    found = fits(scale, *angles)
    assert all(0 <= fit <= 100 for fit in found)
    assert found == sorted(found, reverse=True)
    if scale.distances != (1.2,):
        assert len(set(found)) == len(found)


@pytest.mark.parametrize("distances", [(), (0.5, 1.0, 1.5)])
def test_fits_of_many_are_those_of_one_by_one(distances: tuple[float, ...]) -> None:
    scale = TowerScale(distances)
    given = np.array([0.0, 0.3, 1.2, 2.0, np.nan], np.float32)
    origin = np.zeros(1, np.float32)
    found = scale.fits(given)
    assert found.dtype == np.float32
    assert found[:4] == pytest.approx([scale.fit(origin, one[None]) for one in given[:4]], abs=1e-4)
    assert np.isnan(found[4])
