import numpy as np
import pytest

from tivm_desktop.domain.calibration import PERCENTILES, normal_score
from tivm_desktop.domain.priors import usual_quantiles


@pytest.mark.parametrize(
    ("quantity", "median", "factor"), [("cut_rate", 0.2, 0.9), ("motion", 18.0, 0.7), ("activity", 22.0, 0.8)]
)
def test_usual_videos_differ_by_factors(quantity: str, median: float, factor: float) -> None:
    """A deviation above the median is the median times e to the spread, one below it divided by that."""
    table = usual_quantiles()[quantity]
    assert table[PERCENTILES.index(50)] == pytest.approx(median)
    wanted = median * np.exp(factor * np.array([-0.841621, 0.841621]))
    assert [table[PERCENTILES.index(20)], table[PERCENTILES.index(80)]] == pytest.approx(wanted, rel=1e-5)
    assert normal_score(median * np.exp(factor), table) == pytest.approx(1.0, abs=0.05)


def test_only_these_quantities_have_a_usual_distribution() -> None:
    assert set(usual_quantiles()) == {"cut_rate", "motion", "activity"}
    assert all(list(table) == sorted(table) for table in usual_quantiles().values())
    assert all(len(table) == len(PERCENTILES) for table in usual_quantiles().values())
