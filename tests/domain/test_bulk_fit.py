"""Fits of many tracks at once: the same numbers as one by one."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pytest

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.axes import AXES
from tivm_desktop.domain.bulk_fit import VectorLayout, exact_fits, scores_and_fits
from tivm_desktop.domain.class_lexicon import STYLE_NAMES
from tivm_desktop.domain.fusion import PARTS, Fusion, MeasuredVideo, NormalisedTrack, Vectors, fit_of
from tivm_desktop.domain.tower_fit import TowerScale

LAYOUT = VectorLayout.of(correspondence=4, towers=6)
SOME_PARTS = [parts for count in range(len(PARTS) + 1) for parts in combinations(PARTS, count)]
CLOSE = 1e-4
"""A fit is 0..100; float32 tells apart steps of 8e-6 near 100."""


def unit(row: np.ndarray) -> np.ndarray:
    return row / np.linalg.norm(row)


def items(count: int, seed: int, parts: Sequence[str] = PARTS) -> list[Vectors]:
    rng = np.random.default_rng(seed)
    widths = LAYOUT.widths
    found: list[Vectors] = []
    for _ in range(count):
        raw = {part: rng.normal(size=widths[part]) for part in PARTS}
        one = {
            "affect": raw["affect"],
            "styles": raw["styles"],
            "correspondence": unit(raw["correspondence"]),
            "towers": unit(raw["towers"]).astype(np.float32).astype(np.float64),
        }
        found.append({part: one[part] for part in parts})
    return found


def packed(tracks: Sequence[NormalisedTrack], layout: VectorLayout = LAYOUT) -> np.ndarray:
    return np.stack([layout.pack(track) for track in tracks])


def one_by_one(video: MeasuredVideo, tracks: Sequence[NormalisedTrack]) -> list[float]:
    return [fit_of(video, track) for track in tracks]


def by_towers(scale: TowerScale, video: Vectors, tracks: Sequence[NormalisedTrack]) -> list[float]:
    def embedding(side: Vectors) -> FloatArray:
        return side["towers"].astype(np.float32)

    return [scale.fit(embedding(video), embedding(track.vectors)) for track in tracks]


@pytest.fixture(scope="module")
def fusion() -> Fusion:
    return Fusion(items(40, 1), items(60, 2))


def test_a_row_holds_all_of_a_track(fusion: Fusion) -> None:
    track = fusion.track(items(1, 3)[0])
    row = LAYOUT.pack(track)
    assert row.shape == (LAYOUT.width,) == (len(AXES) + len(STYLE_NAMES) + 4 + 6 + 8,)
    again = LAYOUT.unpack(row)
    assert list(again.vectors) == list(PARTS)
    for part in PARTS:
        assert again.vectors[part] == pytest.approx(track.vectors[part], abs=1e-6)
    assert again.mean == pytest.approx(track.mean, rel=1e-6)
    assert again.deviation == pytest.approx(track.deviation, rel=1e-6)


@pytest.mark.parametrize("parts", SOME_PARTS)
def test_what_a_track_lacks_its_row_lacks(fusion: Fusion, parts: tuple[str, ...]) -> None:
    row = LAYOUT.pack(fusion.track(items(1, 3, parts)[0]))
    assert tuple(LAYOUT.unpack(row).vectors) == parts


def test_a_pack_without_towers_has_shorter_rows(fusion: Fusion) -> None:
    layout = VectorLayout.of(correspondence=0, towers=0)
    assert tuple(layout.widths) == ("affect", "styles")
    row = layout.pack(fusion.track(items(1, 3, ("affect", "styles"))[0]))
    assert tuple(layout.unpack(row).vectors) == ("affect", "styles")


@pytest.mark.parametrize("layout", [VectorLayout.of(4, 0), VectorLayout.of(5, 6)])
def test_a_track_that_does_not_fit_a_layout_is_refused(fusion: Fusion, layout: VectorLayout) -> None:
    with pytest.raises(ValueError, match="no place for"):
        layout.pack(fusion.track(items(1, 3)[0]))


@pytest.mark.parametrize("parts", SOME_PARTS)
def test_fits_are_those_of_one_by_one_whatever_the_video_lacks(
    fusion: Fusion, parts: tuple[str, ...]
) -> None:
    video = fusion.video(items(1, 4, parts)[0])
    tracks = [fusion.track(one) for lacking in SOME_PARTS for one in items(4, 5, lacking)]
    assert scores_and_fits(video, packed(tracks), LAYOUT)[1] == pytest.approx(
        one_by_one(video, tracks), abs=CLOSE
    )


@pytest.mark.parametrize(
    "references", [(0, 0), (40, 0), (0, 60), (40, 60)], ids=["none", "bank", "library", "both"]
)
def test_fits_are_those_of_one_by_one_with_any_references(references: tuple[int, int]) -> None:
    fusion = Fusion(items(references[0], 1), items(references[1], 2))
    video = fusion.video(items(1, 4)[0])
    tracks = [fusion.track(one) for one in items(100, 5)]
    found = scores_and_fits(video, np.tile(packed(tracks), (43, 1)), LAYOUT)[1]
    assert found.dtype == np.float32
    for begin in (0, 4000, 4200):
        some = found[begin : begin + 100]
        assert some == pytest.approx(one_by_one(video, tracks), abs=CLOSE)


@pytest.mark.parametrize(
    ("distances", "close"), [((), CLOSE), (tuple(np.linspace(0.6, 1.6, 21)), CLOSE), ((1.0,), 30 * CLOSE)]
)
def test_towers_alone_give_the_fits_of_their_scale(
    fusion: Fusion, distances: tuple[float, ...], close: float
) -> None:
    """A single reference makes the fit so steep that the last digit of a distance shows."""
    scale = TowerScale(distances)
    seen = items(1, 4)[0]
    tracks = [fusion.track(one) for one in items(300, 5)]
    found = scores_and_fits(fusion.video(seen), packed(tracks), LAYOUT, scale)[1]
    assert found == pytest.approx(by_towers(scale, seen, tracks), abs=close)


def test_tracks_without_an_embedding_fit_by_the_other_parts(fusion: Fusion) -> None:
    scale = TowerScale(tuple(np.linspace(0.6, 1.6, 21)))
    seen = items(1, 4)[0]
    video = fusion.video(seen)
    near = [fusion.track(one) for one in items(20, 5)]
    lacking = [fusion.track(one) for one in items(20, 6, PARTS[:3])]
    scores, fits = scores_and_fits(video, packed([*near, *lacking]), LAYOUT, scale)
    assert fits == pytest.approx([*by_towers(scale, seen, near), *one_by_one(video, lacking)], abs=CLOSE)
    assert np.array_equal(np.argsort(scores), np.argsort(fits))


@pytest.mark.parametrize("parts", [PARTS[:3], PARTS])
def test_a_scale_says_nothing_where_video_or_layout_have_no_embedding(
    fusion: Fusion, parts: tuple[str, ...]
) -> None:
    layout = VectorLayout.of(4, 6 if parts == PARTS[:3] else 0)
    video = fusion.video(items(1, 4, parts)[0])
    tracks = [fusion.track(one) for one in items(20, 5, PARTS[:3])]
    found = scores_and_fits(video, packed(tracks, layout), layout, TowerScale((0.5, 1.0)))[1]
    assert found == pytest.approx(one_by_one(video, tracks), abs=CLOSE)


def test_the_score_tells_apart_what_ties_in_its_fit() -> None:
    fusion = Fusion([], items(60, 2))
    seen = items(1, 4, ("affect",))[0]
    video = fusion.video(seen)
    far = [{"affect": seen["affect"] + apart} for apart in (40.0, 50.0, 60.0)]
    near = [{"affect": seen["affect"] + apart} for apart in (0.1, 0.05, 0.0)]
    scores, fits = scores_and_fits(video, packed([fusion.track(one) for one in (*far, *near)]), LAYOUT)
    assert np.all(np.diff(scores[:3]) < 0)
    assert np.all(np.diff(scores[3:]) > 0)
    assert fits[0] == fits[1] == pytest.approx(0, abs=1e-4)


def test_no_rows_have_no_fits(fusion: Fusion) -> None:
    video = fusion.video(items(1, 4)[0])
    rows = np.zeros((0, LAYOUT.width), np.float32)
    assert scores_and_fits(video, rows, LAYOUT)[1].shape == (0,)
    assert scores_and_fits(video, rows, LAYOUT, TowerScale((0.5, 1.0)))[1].shape == (0,)


@pytest.mark.parametrize("parts", SOME_PARTS)
@pytest.mark.parametrize("scale", [None, TowerScale(), TowerScale((0.6, 1.0, 1.6))])
def test_exact_fits_are_those_of_one_by_one_to_the_last_digits(
    fusion: Fusion, parts: tuple[str, ...], scale: TowerScale | None
) -> None:
    seen = items(1, 4, parts)[0]
    video = fusion.video(seen)
    rows = packed([fusion.track(one) for lacking in SOME_PARTS for one in items(2, 5, lacking)])
    tracks = [LAYOUT.unpack(row) for row in rows]
    expected = one_by_one(video, tracks)
    if scale is not None and "towers" in seen:
        for place, track in enumerate(tracks):
            if "towers" in track.vectors:
                expected[place] = by_towers(scale, seen, [track])[0]
    assert exact_fits(video, rows, LAYOUT, scale) == pytest.approx(expected, rel=1e-12, abs=1e-12)


def test_equal_rows_have_equal_exact_fits(fusion: Fusion) -> None:
    row = LAYOUT.pack(fusion.track(items(1, 3)[0]))
    found = exact_fits(fusion.video(items(1, 4)[0]), np.tile(row, (101, 1)), LAYOUT)
    assert len(set(found.tolist())) == 1
