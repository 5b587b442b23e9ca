import json
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from tivm_desktop.domain.column_matching import (
    ColumnMatch,
    QuantileMap,
    level_and_spread,
    match_of,
    population,
)

Items = list[NDArray[np.float32]]


def items(count: int, level: float, between: float, within: float, seed: int) -> Items:
    """Items of 60 rows and 2 dimensions about levels that differ from item to item."""
    rng = np.random.default_rng(seed)
    levels = rng.normal(level, between, (count, 1, 2))
    return list((levels + rng.normal(0, within, (count, 60, 2))).astype(np.float32))


def matched(files: Items, archive: Items) -> ColumnMatch:
    return match_of(population(files), population(archive), (-100.0, 100.0))


def means_of(group: Items) -> NDArray[np.float64]:
    return np.stack([level_and_spread(one)[0] for one in group])


def test_files_land_where_the_archive_is() -> None:
    files, archive = items(80, 3, 2, 0.5, seed=1), items(90, 10, 0.5, 4, seed=2)
    match = matched(files, archive)
    after = [match(one) for one in files]
    for own, theirs in zip(
        np.quantile(means_of(after), [0.1, 0.5, 0.9], axis=0),
        np.quantile(means_of(archive), [0.1, 0.5, 0.9], axis=0),
        strict=True,
    ):
        np.testing.assert_allclose(own, theirs, atol=0.15)
    spread = np.median([level_and_spread(one)[1] for one in after])
    assert spread == pytest.approx(np.median([level_and_spread(one)[1] for one in archive]), rel=0.05)


def test_the_order_of_items_and_the_course_of_each_stay() -> None:
    files, archive = items(40, 3, 2, 0.5, seed=3), items(40, 10, 0.5, 4, seed=4)
    match = matched(files, archive)
    after = [match(one) for one in files]
    before = means_of(files)[:, 0]
    assert (np.diff(means_of(after)[np.argsort(before), 0]) >= -1e-6).all()
    for one, other in zip(files, after, strict=True):
        assert np.corrcoef(one[:, 1], other[:, 1])[0, 1] == pytest.approx(1, abs=1e-4)


def test_the_same_population_stays_as_it_is() -> None:
    same = items(50, 3, 1, 1, seed=5)
    match = matched(same, same)
    for one in same:
        np.testing.assert_allclose(match(one), one, atol=0.15)


def test_nothing_leaves_the_range_of_the_archive() -> None:
    match = match_of(population(items(9, 0, 1, 1, 6)), population(items(9, 0, 1, 9, 7)), (0.0, 5.0))
    rows = match(items(1, 50, 1, 30, 8)[0])
    assert rows.min() >= 0
    assert rows.max() <= 5
    assert rows.dtype == np.float32


@pytest.mark.parametrize("length", [1, 40])
def test_what_never_changes_is_set_to_its_level(length: int) -> None:
    match = matched(items(30, 3, 2, 0.5, 9), items(30, 10, 0.5, 4, 10))
    rows = match(np.full((length, 2), 3.0, np.float32))
    assert np.ptp(rows[:, 0]) == 0


def test_where_quantiles_coincide_their_mean_is_taken() -> None:
    zeros = QuantileMap((0.0, 0.0, 0.0, 4.0), (1.0, 2.0, 3.0, 8.0))
    assert zeros(0.0) == pytest.approx(2)
    assert zeros(2.0) == pytest.approx(5)
    assert (zeros(-9.0), zeros(9.0)) == (pytest.approx(2), pytest.approx(8))


def test_a_population_needs_an_item() -> None:
    with pytest.raises(ValueError, match="no item"):
        population([])


def test_a_population_is_33_quantiles_from_the_least_to_the_most() -> None:
    levels = np.random.default_rng(13).permutation(np.arange(33.0))
    means, deviations = population([np.full((9, 1), level, np.float32) for level in levels])
    assert means.tolist() == [list(range(33))]
    assert deviations.tolist() == [[0.0] * 33]


def test_levels_are_taken_in_double_precision() -> None:
    level, spread = level_and_spread(np.full((9, 2), 0.1, np.float32))
    assert (level.dtype, spread.dtype) == (np.float64, np.float64)


def test_populations_of_other_widths_do_not_match() -> None:
    wide, narrow = items(9, 3, 2, 0.5, 14), [one[:, :1] for one in items(9, 3, 2, 0.5, 15)]
    with pytest.raises(ValueError, match="shorter"):
        matched(wide, narrow)


def test_a_match_survives_being_written() -> None:
    match = matched(items(9, 3, 2, 0.5, 11), items(9, 10, 0.5, 4, 12))
    again = ColumnMatch.from_json(json.loads(json.dumps(match.to_json())))
    assert again == match
    assert again.width == 2


GOOD: dict[str, Any] = {
    "means": [{"from": [0, 1], "to": [2, 3]}],
    "deviations": [{"from": [0, 1], "to": [2, 3]}],
    "range": [0, 9],
}


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"means": []}, "differ in number"),
        ({"means": None}, "not a list of objects"),
        ({"means": ["from", "to"]}, "not a list of objects"),
        ({"means": [{"from": [0, 1], "to": [2, 3, 4]}]}, "another number of quantiles"),
        ({"means": [{"from": [0, 1]}]}, "not a list of numbers"),
        ({"deviations": [{"from": [1, 0], "to": [2, 3]}]}, "not ascending"),
        ({"deviations": [{"from": [0], "to": [2]}]}, "fewer than two"),
        ({"deviations": [{"from": [0, float("nan")], "to": [2, 3]}]}, "no finite number"),
        ({"deviations": [{"from": ["0", 1], "to": [2, 3]}]}, "no finite number"),
        ({"deviations": [{"from": [0, 1], "to": [2, 3]}] * 2}, "differ in number"),
        ({"range": [0]}, "fewer than two"),
        ({"range": [0, 1, 2]}, "not two numbers"),
        ({"range": [9, 0]}, "not ascending"),
    ],
)
def test_a_spoilt_match_is_refused(change: dict[str, Any], complaint: str) -> None:
    ColumnMatch.from_json(GOOD)
    with pytest.raises(ValueError, match=complaint):
        ColumnMatch.from_json(GOOD | change)


@pytest.mark.parametrize(
    "document", [[1, 2], {}, ["means", "deviations", "range"], {"means": [], "range": []}]
)
def test_something_else_is_refused(document: object) -> None:
    with pytest.raises(ValueError, match="means, deviations and range"):
        ColumnMatch.from_json(document)
