"""Parts that speak together, and a fit that means what it says."""

import numpy as np
import pytest
from numpy.typing import NDArray

from tivm_desktop.domain.axes import AXES
from tivm_desktop.domain.class_lexicon import STYLE_NAMES
from tivm_desktop.domain.description import Description
from tivm_desktop.domain.fusion import (
    PARTS,
    WEIGHTS,
    Fusion,
    MeasuredVideo,
    Vectors,
    fit_curve,
    fit_of,
    fused,
    part_scores,
    raw_scores,
    shared_parts,
    vectors,
)

RNG = np.random.default_rng


def affects(count: int, seed: int) -> list[Vectors]:
    return [{"affect": row} for row in RNG(seed).normal(size=(count, len(AXES)))]


def both(count: int, seed: int) -> list[Vectors]:
    rng = RNG(seed)
    return [
        {"affect": rng.normal(size=len(AXES)), "styles": rng.uniform(size=len(STYLE_NAMES))}
        for _ in range(count)
    ]


def fits(fusion: Fusion, videos: list[Vectors], tracks: list[Vectors]) -> NDArray[np.float64]:
    measured = [fusion.track(one) for one in tracks]
    return np.array(
        [[fit_of(under, one) for one in measured] for under in (fusion.video(one) for one in videos)]
    )


def test_a_nearer_track_fits_better() -> None:
    fusion = Fusion(affects(60, 1), affects(80, 2))
    near = {"affect": np.array([1.0, 1.0, -1.0])}
    far = {"affect": -near["affect"]}
    found = fits(fusion, [near], [near, far])[0]
    assert found[0] > 80 > 20 > found[1]


def test_the_fit_is_the_share_of_the_library_that_scores_lower() -> None:
    library = affects(200, 3)
    fusion = Fusion(affects(60, 4), library)
    under = affects(1, 5)
    found = fits(fusion, under, library)[0]
    place = np.argsort(np.argsort(found)) / (len(library) - 1) * 100
    assert found == pytest.approx(place, abs=4)
    assert np.mean(found >= 80) == pytest.approx(0.2, abs=0.03)


def test_no_track_is_near_to_everything() -> None:
    """One in the middle of all is the nearest to most videos by distance alone."""
    videos = affects(80, 6)
    library: list[Vectors] = [{"affect": 3 * one["affect"]} for one in affects(60, 7)]
    library.append({"affect": np.zeros(len(AXES))})
    middle = len(library) - 1
    plain = raw_scores(
        "affect", np.stack([one["affect"] for one in videos]), np.stack([one["affect"] for one in library])
    )
    normalised = fits(Fusion(affects(200, 8), library), videos, library)

    def share_on_top(scores: NDArray[np.float64]) -> float:
        return float(np.mean(np.argsort(-scores, axis=1)[:, :5] == middle) * 5)

    assert share_on_top(plain) > 0.3
    assert share_on_top(normalised) < 0.15


def test_each_part_is_brought_to_the_scale_of_the_bank() -> None:
    fusion = Fusion(both(200, 9), both(30, 10))
    track = fusion.track(both(1, 11)[0])
    found = [part_scores(one, track) for one in both(300, 12)]
    for part in ("affect", "styles"):
        values = [one[part] for one in found]
        assert np.mean(values) == pytest.approx(0.0, abs=0.3)
        assert np.std(values) == pytest.approx(1.0, abs=0.3)


def test_a_part_that_one_side_lacks_is_left_out() -> None:
    fusion = Fusion(both(40, 13), both(40, 14))
    whole, half = both(1, 15)[0], {"affect": both(1, 15)[0]["affect"]}
    assert set(part_scores(whole, fusion.track(half))) == {"affect"}
    assert fit_of(fusion.video(half), fusion.track(whole)) > 0


def test_without_references_a_nearer_track_still_fits_better() -> None:
    near = {"affect": np.array([1.0, 1.0, -1.0])}
    found = fits(Fusion([], []), [near], [near, {"affect": -near["affect"]}])[0]
    assert 0 < found[1] < found[0] <= 100


def test_no_two_tracks_tie_however_far() -> None:
    fusion = Fusion(affects(40, 16), affects(40, 17))
    steps: list[Vectors] = [{"affect": np.full(len(AXES), value)} for value in (3.0, 4.0, 5.0)]
    found = fits(fusion, [{"affect": np.full(len(AXES), -4.0)}], steps)[0]
    assert len(set(found.tolist())) == len(steps)


def test_descriptions_become_vectors_of_what_they_know() -> None:
    known = vectors(
        Description({"valence": 0.5}, {"beach": 1.0}, (0.6, 0.8)), np.array([1.0, 0.0], np.float32)
    )
    assert tuple(known) == PARTS == tuple(WEIGHTS)
    assert {vector.dtype for vector in known.values()} == {np.dtype(np.float64)}
    assert known["affect"].tolist() == [0.0, 0.5, 0.0]
    assert known["styles"].sum() == 1.0
    assert vectors(Description({}, {})) == {}


def raw(part: str, video: Vectors, track: Vectors) -> float:
    """Minus the squared distance on the axes, tension counting a quarter; else the product of both sides."""
    if part != "affect":
        return float(sum(a * b for a, b in zip(video[part], track[part], strict=True)))
    energy, valence, tension = (float(a - b) for a, b in zip(video[part], track[part], strict=True))
    return -(energy**2 + valence**2 + 0.25 * tension**2)


def anything(count: int, seed: int) -> list[Vectors]:
    rng = RNG(seed)
    return [
        {
            "affect": rng.normal(size=3),
            "styles": rng.normal(size=len(STYLE_NAMES)),
            "correspondence": rng.normal(size=4),
            "towers": rng.normal(size=5),
        }
        for _ in range(count)
    ]


def test_without_references_scores_count_in_the_usual_deviations() -> None:
    video, found = anything(2, 18)
    track = Fusion([], []).track(found)
    usual = {"affect": 2.0, "styles": 0.3, "correspondence": 0.35, "towers": 0.35}
    wanted = {part: raw(part, video, found) / usual[part] for part in PARTS}
    assert part_scores(video, track) == pytest.approx(wanted)
    weights = {"affect": 1.0, "styles": 0.25, "correspondence": 1.0, "towers": 0.125}
    total = sum(weights[part] * wanted[part] for part in PARTS)
    assert fused(video, track) == pytest.approx(total / np.sqrt(1 + 0.0625 + 1 + 0.015625))
    assert fused({}, track) == 0.0
    assert fit_of(Fusion([], []).video({}), track) == pytest.approx(50.0)
    assert fit_of(Fusion([], []).video(video), track) == pytest.approx(
        100 / (1 + np.exp(-fused(video, track)))
    )


def test_scores_count_from_a_tracks_own_mean_over_the_bank_in_a_common_deviation() -> None:
    """A track that swings by more than 1.2 of it from video to video counts in its own."""
    bank, library = anything(5, 19), anything(7, 20)
    fusion = Fusion(bank, library)
    wild = {part: 9 * vector for part, vector in library[0].items()}
    calm = {part: np.mean([one[part] for one in bank], axis=0) for part in PARTS}
    for found in (library[1], wild, calm):
        track = fusion.track(found)
        for part in PARTS:
            own = np.array([raw(part, video, found) for video in bank])
            table = np.array([[raw(part, video, one) for one in library] for video in bank])
            common = (table - table.mean(axis=0)).std()
            assert track.mean[part] == pytest.approx(own.mean())
            assert track.deviation[part] == pytest.approx(max(own.std() / 1.2, common))
    assert all(fusion.track(calm).deviation[part] < fusion.track(wild).deviation[part] for part in PARTS)
    assert fusion.track(wild).deviation["styles"] > fusion.track(library[1]).deviation["styles"]


def test_a_bank_of_one_video_tells_no_deviation() -> None:
    (video,) = anything(1, 21)
    track = Fusion([video], [video, video]).track(video)
    assert {part: track.deviation[part] for part in PARTS} == dict.fromkeys(PARTS, 1e-9)


def test_a_video_is_measured_by_the_scores_of_the_library_in_order() -> None:
    bank, library, (video,) = anything(5, 22), anything(7, 23), anything(1, 24)
    fusion = Fusion(bank, library)
    wanted = sorted(fused(video, fusion.track(one)) for one in library)
    assert fusion.video(video).reference.tolist() == pytest.approx(wanted)
    curve = fit_curve(fusion.video(video))
    assert curve.width == pytest.approx(0.1 * np.std(wanted))
    assert fit_curve(MeasuredVideo({}, np.array([2.0, 2.0]))).width == 1e-6


def test_parts_that_not_all_references_have_are_left_out() -> None:
    whole, half = anything(2, 25), {"affect": np.zeros(3)}
    assert shared_parts(whole) == list(PARTS)
    assert shared_parts([*whole, half]) == ["affect"]
    assert shared_parts([]) == []
