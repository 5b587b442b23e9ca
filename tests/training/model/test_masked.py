"""Statistics over time, against numpy's of the rows that count alone."""

import numpy as np
import pytest
import torch

from tests.training.model.making import sequences
from tivm_desktop.training.model import masked

PERCENTS = (0.0, 1.0, 10.0, 25.0, 50.0, 90.0, 99.0, 100.0)


@pytest.fixture
def mask() -> torch.Tensor:
    mask = torch.rand(6, 23, generator=torch.Generator().manual_seed(4)) > 0.4
    mask[0] = True
    mask[1] = False
    mask[1, 22] = True
    return mask


def test_mean_and_deviation_are_those_of_the_rows_that_count(mask: torch.Tensor) -> None:
    rows = sequences(6, 23)
    mean, deviation = masked.mean_and_deviation(rows, mask)
    for item in range(6):
        own = rows[item][mask[item]].numpy()
        np.testing.assert_allclose(mean[item], own.mean(0), rtol=1e-5)
        np.testing.assert_allclose(masked.mean(rows, mask)[item], own.mean(0), rtol=1e-5)
        np.testing.assert_allclose(deviation[item], own.std(0), atol=2e-4)


def test_percentiles_are_numpys_inverted_distribution(mask: torch.Tensor) -> None:
    rows = sequences(6, 23)
    found = masked.percentiles(rows, mask, PERCENTS).view(6, len(PERCENTS), -1)
    for item in range(6):
        own = rows[item][mask[item]].numpy()
        np.testing.assert_array_equal(
            found[item], np.percentile(own, PERCENTS, axis=0, method="inverted_cdf").astype(np.float32)
        )


def test_a_percentile_moves_with_the_row_it_is() -> None:
    rows = torch.tensor([[[3.0], [1.0], [2.0], [9.0]]], requires_grad=True)
    mask = torch.tensor([[True, True, True, False]])
    masked.percentiles(rows, mask, (50.0,)).sum().backward()  # type: ignore[no-untyped-call]
    assert rows.grad is not None
    assert rows.grad.flatten().tolist() == [0.0, 0.0, 1.0, 0.0]


def test_playing_twice_changes_no_statistic(mask: torch.Tensor) -> None:
    rows = sequences(6, 23)
    once = masked.statistics(rows, mask, PERCENTS)
    twice = masked.statistics(rows.repeat(1, 2, 1), mask.repeat(1, 2), PERCENTS)
    torch.testing.assert_close(once, twice, atol=1e-5, rtol=1e-5)


@pytest.mark.parametrize("stride", [1, 2, 5])
def test_averages_are_of_the_rows_that_count_in_each_stretch(stride: int, mask: torch.Tensor) -> None:
    rows = sequences(6, 23)
    averaged, counts = masked.averaged(rows, mask, stride)
    assert averaged.shape == (6, -(-23 // stride), rows.shape[2])
    for item in range(6):
        for place in range(averaged.shape[1]):
            stretch = slice(place * stride, (place + 1) * stride)
            own = rows[item, stretch][mask[item, stretch]]
            assert bool(counts[item, place]) == (len(own) > 0)
            if len(own):
                torch.testing.assert_close(averaged[item, place], own.mean(0), atol=1e-5, rtol=1e-5)


def test_steps_are_between_neighbours_that_both_count() -> None:
    rows = torch.tensor([[[1.0], [4.0], [0.0], [2.0], [9.0]]])
    mask = torch.tensor([[True, True, False, True, True]])
    mean, root = masked.steps(rows, mask)[0].tolist()
    assert mean == pytest.approx((3 + 7) / 2)
    assert root == pytest.approx(np.sqrt((9 + 49) / 2), abs=1e-3)
    assert masked.steps(rows[:, :1], mask[:, :1]).abs().max() < 1e-3


def test_autocorrelations_are_of_rows_so_far_apart(mask: torch.Tensor) -> None:
    rows = sequences(6, 23)
    found = masked.autocorrelations(rows, mask, (1, 5)).view(6, 2, -1)
    for item in range(6):
        counts = mask[item].numpy()
        around = rows[item].numpy() - rows[item][mask[item]].numpy().mean(0)
        variance = (around[counts] ** 2).mean(0) + 1e-6
        for place, lag in enumerate((1, 5)):
            both = counts[lag:] & counts[:-lag]
            products = (around[lag:] * around[:-lag])[both]
            expected = products.mean(0) / variance if both.any() else np.zeros_like(variance)
            np.testing.assert_allclose(found[item, place], expected, atol=1e-4)


def test_a_steady_rise_keeps_its_place_and_short_items_say_nothing() -> None:
    rows = torch.linspace(0, 1, 400).view(1, 400, 1)
    mask = torch.ones(1, 400, dtype=torch.bool)
    assert float(masked.autocorrelations(rows, mask, (2,))) == pytest.approx(1.0, abs=0.05)
    assert float(masked.autocorrelations(rows[:, :2], mask[:, :2], (2,))) == 0.0
