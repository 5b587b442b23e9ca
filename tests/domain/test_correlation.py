import numpy as np
import pytest

from tivm_desktop.domain.correlation import cross_correlation


@pytest.mark.parametrize(("length", "template"), [(1, 1), (5, 1), (1, 5), (40, 7), (7, 40)])
def test_it_is_the_correlation_numpy_computes_directly(length: int, template: int) -> None:
    rng = np.random.default_rng(length)
    values, pattern = rng.normal(size=length), rng.normal(size=template)
    expected = np.correlate(values, pattern, mode="full")
    if template > length:
        expected = np.convolve(values, pattern[::-1], mode="full")
    np.testing.assert_allclose(cross_correlation(values, pattern), expected, atol=1e-12)


def test_the_offset_of_a_pattern_is_found() -> None:
    pattern = np.array([1.0, -2.0, 3.0])
    values = np.zeros(20)
    values[11:14] = pattern
    assert int(np.argmax(cross_correlation(values, pattern))) - 2 == 11
