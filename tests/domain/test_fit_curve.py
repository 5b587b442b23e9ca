"""From scores to fits: exactly for one, within a stated error for all."""

import numpy as np
import pytest

from tivm_desktop.domain.fit_curve import FitCurve

FLOAT32_STEP = 8e-6
"""Between neighbours just below 100."""


@pytest.mark.parametrize("width", [0.05, 1.0, 30.0])
@pytest.mark.parametrize("count", [1, 2, 200])
def test_interpolated_fits_are_as_near_as_stated(width: float, count: int) -> None:
    rng = np.random.default_rng(count)
    curve = FitCurve(rng.normal(size=count), width)
    reach = 1.0 + 25 * width
    scores = np.concatenate([rng.uniform(-reach, reach, 1000), curve.reference]).astype(np.float32)
    exact = [curve.of(float(score)) for score in scores]
    assert np.abs(curve.of_all(scores) - exact).max() < 1e-5 + FLOAT32_STEP


def test_fits_never_fall_where_scores_rise() -> None:
    curve = FitCurve(np.sort(np.random.default_rng(1).normal(size=50)), 0.1)
    fits = curve.of_all(np.linspace(-8, 8, 40_000, dtype=np.float32))
    assert np.all(np.diff(fits) >= -FLOAT32_STEP)
    assert fits[0] == pytest.approx(0, abs=1e-4)
    assert fits[-1] == pytest.approx(100, abs=1e-4)


def test_a_single_score_needs_no_room_between() -> None:
    curve = FitCurve(np.array([0.0]), 1.0)
    assert curve.of_all(np.array([0.0], np.float32)) == pytest.approx(50)
    assert curve.of_all(np.array([1e6], np.float32)) == pytest.approx(100)
    assert curve.of_all(np.array([-1e6], np.float32)) == pytest.approx(0, abs=1e-5)


def test_what_has_no_score_has_no_fit() -> None:
    curve = FitCurve(np.array([0.0]), 1.0)
    assert np.isnan(curve.of_all(np.array([np.nan, np.nan], np.float32))).all()
    mixed = curve.of_all(np.array([np.nan, 0.0], np.float32))
    assert np.isnan(mixed[0])
    assert mixed[1] == pytest.approx(50)


def test_a_score_is_told_from_the_next_far_beyond_all_references() -> None:
    curve = FitCurve(np.array([0.0, 1.0]), 0.1)
    assert curve.of(3.0) < curve.of(3.1) < 100
    assert 0 < curve.of(-3.1) < curve.of(-3.0)
