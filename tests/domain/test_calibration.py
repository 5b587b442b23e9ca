import json
from dataclasses import asdict, replace

import numpy as np
import pytest

from tests.domain.making import calibration
from tivm_desktop.domain.calibration import PERCENTILES, Calibration, normal_score, reference_quantiles
from tivm_desktop.domain.correspondence import Correspondence, Side


def test_the_median_of_the_reference_scores_zero_and_its_sixteenth_percentile_minus_one() -> None:
    population = np.random.default_rng(0).normal(10.0, 3.0, 50_000)
    table = reference_quantiles(population)
    assert normal_score(10.0, table) == pytest.approx(0.0, abs=0.03)
    assert normal_score(7.0, table) == pytest.approx(-1.0, abs=0.05)


def test_any_increasing_transform_gives_the_same_score() -> None:
    population = np.random.default_rng(0).gamma(2.0, size=5_000)
    values = np.quantile(population, [0.05, 0.3, 0.5, 0.9])
    plain = normal_score(values, reference_quantiles(population))
    logarithmic = normal_score(np.log(values), reference_quantiles(np.log(population)))
    np.testing.assert_allclose(plain, logarithmic, atol=0.01)


def test_scores_never_fall_as_the_value_rises() -> None:
    table = reference_quantiles(np.r_[np.zeros(40), np.linspace(0, 1, 60)])
    scores = normal_score(np.linspace(-1, 2, 301), table)
    assert (np.diff(scores) >= 0).all()
    assert scores.min() == -2.5
    assert scores.max() == 2.5


def test_a_quantity_that_never_varies_scores_the_same_everywhere() -> None:
    table = reference_quantiles(np.full(10, 3.0))
    assert normal_score([0.0, 3.0, 9.0], table).tolist() == pytest.approx([0.0, 0.0, 0.0])


def test_quantiles_as_near_as_numbers_can_be_still_give_numbers() -> None:
    table = (0.0,) * 6 + (5e-324,) * 7
    assert np.isfinite(normal_score([-1.0, 0.0, 5e-324, 1.0], table)).all()


def test_a_calibration_survives_json() -> None:
    side = Side(("a",), (0.0,), (1.0,), ((0.5, 0.25),))
    spaces = {
        f"{space}:{place}": (0.5, 1.5)
        for space, width in (("towers", 3), ("correspondence", 2))
        for place in range(width)
    }
    before = replace(
        calibration(),
        reference_videos=spaces,
        correspondence=Correspondence(side, side, "pairs"),
        towers="digest",
        source="made up",
    )
    after = Calibration.from_json(json.loads(json.dumps(before.to_json())))
    assert asdict(after) == asdict(before)
    assert Calibration.from_json(calibration().to_json()).correspondence == Correspondence()


def test_older_calibrations_have_no_bank_and_say_less() -> None:
    document: dict[str, object] = {"video": {}, "music": {}, "reference_tracks": {}}
    assert Calibration.from_json(document) == Calibration()
    assert (Calibration().towers, Calibration().source) == ("", "")


@pytest.mark.parametrize(("low", "high"), [("tracks", "videos"), ("videos", "tracks")])
def test_references_lie_in_spaces_of_one_width(low: str, high: str) -> None:
    towers = {f"towers:{place}": [0.0] for place in range(3)}
    document: dict[str, object] = {"video": {}, "music": {}, "reference_tracks": {}}
    document[f"reference_{high}"] = towers
    assert Calibration.from_json(document).embedding_dim == 3
    fewer = {name: row for name, row in towers.items() if name != "towers:2"}
    with pytest.raises(ValueError, match="embeddings of different lengths"):
        Calibration.from_json({**document, f"reference_{low}": fewer})
    with pytest.raises(ValueError, match="another space than the correspondence"):
        Calibration.from_json({**document, f"reference_{low}": {"correspondence:0": [0.0]}})


def test_beyond_the_reference_scores_go_on_with_the_slope_to_the_middle() -> None:
    table = tuple(float(percentile) for percentile in PERCENTILES)
    low, high = -2.326348, 2.326348
    assert normal_score([1.0, 50.0, 99.0], table) == pytest.approx([low, 0.0, high], abs=1e-6)
    slopes = high / (50 - 1), (high + 0.253347) / (99 - 40)
    assert normal_score([0.0, 100.0], table) == pytest.approx([low - slopes[0], high + slopes[1]], abs=1e-5)
    assert normal_score([-99.0, 999.0], table).tolist() == [-2.5, 2.5]


def test_equal_quantiles_score_the_mean_of_what_they_stand_for() -> None:
    table = (0.0,) * 5 + (1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0)
    tied = np.mean([-2.326348, -1.644854, -1.281552, -0.841621, -0.524401])
    assert normal_score([0.0, 1.0], table) == pytest.approx([tied, -0.253347], abs=1e-5)


@pytest.mark.parametrize(
    "damage",
    [
        {"video": {"motion": [1.0]}},
        {"video": None},
        {"video": {"motion": "0123456789012"}},
        {"video": {"motion": [float("nan")] * len(PERCENTILES)}},
        {"video": {"motion": [10**400] * len(PERCENTILES)}},
        {"music": {"motion": [True] * len(PERCENTILES)}},
        {"music": {"motion": [float("inf")] * len(PERCENTILES)}},
        {"music": {"motion": list(range(len(PERCENTILES)))[::-1]}},
        {"music": {"motion": ["a"] * len(PERCENTILES)}},
        {"reference_tracks": {"axis:energy": [1.0], "axis:warmth": [1.0, 2.0]}},
    ],
)
def test_a_damaged_calibration_is_refused(damage: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"calibration|reference"):
        Calibration.from_json({**calibration().to_json(), **damage})


def test_a_missing_section_is_refused() -> None:
    document = calibration().to_json()
    del document["music"]
    with pytest.raises(ValueError, match="music"):
        Calibration.from_json(document)


def test_the_width_of_embeddings_is_that_of_the_references() -> None:
    assert calibration().embedding_dim == 0
    towers = {f"towers:{place}": (0.0,) for place in range(3)}
    assert Calibration(reference_videos=towers).embedding_dim == 3
    assert Calibration(reference_tracks=towers).embedding_dim == 3
