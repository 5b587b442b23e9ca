"""Hard cuts, and what looks like them."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.media.making import BLACK, WHITE, camera, filmed, panned, plain, scenery, write_video
from tivm_desktop.media.cuts import CutFinder
from tivm_desktop.media.pictures import scan_pictures

Picture = NDArray[np.uint8]


def thumbnails(shots: list[tuple[float, Callable[[float], Picture]]], rate: int = 24) -> list[Picture]:
    """Shots as the cut finder gets them."""
    return [np.ascontiguousarray(picture[:72:2, :128:2]) for picture in filmed(shots, rate)]


def cuts_in(pictures: list[Picture], rate: int = 24) -> list[float]:
    """The cuts found."""
    finder = CutFinder()
    for number, picture in enumerate(pictures):
        finder.push(number / rate, picture)
    return finder.cuts_s().tolist()


@pytest.mark.parametrize("rate", [10, 24, 25, 30, 50, 60, 120])
def test_cuts_are_found_at_the_first_frame_of_the_new_shot(rate: int) -> None:
    shots = [(1.0, camera(1)), (0.5, camera(2)), (1.5, camera(3)), (0.3, camera(4)), (1.0, camera(5))]
    found = cuts_in(thumbnails(shots, rate), rate)
    assert found == pytest.approx([1.0, 1.5, 3.0, 3.3], abs=1.01 / rate)


def test_movement_is_no_cut() -> None:
    for speed in (0.0, 20.0, 100.0, 300.0):
        assert cuts_in(thumbnails([(3.0, camera(7, speed))])) == []


def test_a_whip_pan_is_no_cut() -> None:
    place = scenery(8, (1200, 180))
    positions = 400 / (1 + np.exp(-(np.arange(48) / 24 - 1) * 14))
    assert cuts_in([panned(place, x)[:72:2, :128:2] for x in positions]) == []


@pytest.mark.parametrize("length", [1, 2, 3])
@pytest.mark.parametrize("strength", [0.4, 1.0])
def test_a_flash_is_no_cut(length: int, strength: float) -> None:
    pictures = thumbnails([(3.0, camera(9))])
    for number in range(30, 30 + length):
        pictures[number] = (pictures[number] * (1 - strength) + 255 * strength).astype(np.uint8)
    assert cuts_in(pictures) == []


def test_flicker_and_grain_are_no_cuts() -> None:
    rng = np.random.default_rng(5)
    pictures = [
        np.clip(picture * rng.normal(1, 0.06) + rng.normal(0, 8, picture.shape), 0, 255).astype(np.uint8)
        for picture in thumbnails([(3.0, camera(10)), (2.0, camera(11))])
    ]
    assert cuts_in(pictures) == pytest.approx([3.0])


@pytest.mark.parametrize("length_s", [0.4, 1.0, 2.0])
def test_a_dissolve_is_no_cut(length_s: float) -> None:
    before, after = thumbnails([(4.0, camera(12))]), thumbnails([(4.0, camera(13))])
    shares = np.clip((np.arange(96) / 24 - 1) / length_s, 0, 1)
    mixed = [
        (a * (1 - share) + b * share).astype(np.uint8)
        for a, b, share in zip(before, after, shares, strict=True)
    ]
    assert cuts_in(mixed) == []


@pytest.mark.parametrize("colour", [BLACK, WHITE])
def test_a_fade_is_no_cut(colour: tuple[int, int, int]) -> None:
    pictures = thumbnails([(4.0, camera(14))])
    shares = np.clip(np.minimum(np.arange(96) / 24, 4 - np.arange(96) / 24) / 0.7, 0, 1)
    faded = [
        (picture * share + np.array(colour) * (1 - share)).astype(np.uint8)
        for picture, share in zip(pictures, shares, strict=True)
    ]
    assert cuts_in(faded) == []


def test_cuts_to_black_and_back_are_cuts() -> None:
    black = plain(BLACK, (160, 90))
    shots = [(1.0, camera(15)), (1.0, lambda _: black), (1.0, camera(16))]
    assert cuts_in(thumbnails(shots)) == pytest.approx([1.0, 2.0])


def test_cuts_in_the_dark_and_between_black_bars_are_found() -> None:
    pictures = [picture // 6 for picture in thumbnails([(1.0, camera(17)), (1.0, camera(18))])]
    for picture in pictures:
        picture[:6] = picture[-6:] = 0
    assert cuts_in(pictures) == pytest.approx([1.0])


def test_slides_are_cuts_and_a_slow_time_lapse_is_none() -> None:
    slides = [np.ascontiguousarray(scenery(seed, (64, 36))) for seed in range(4)]
    finder = CutFinder()
    for number, slide in enumerate(slides):
        finder.push(number * 4.0, slide)
    assert finder.cuts_s().tolist() == [4.0, 8.0, 12.0]

    place = scenery(30, (1000, 90))
    assert cuts_in([panned(place, 25.0 * number)[:72:2, :128:2] for number in range(40)], rate=2) == []


def test_no_frames_and_one_frame_have_no_cuts() -> None:
    assert cuts_in([]) == []
    assert cuts_in(thumbnails([(0.04, camera(1))])) == []


def test_two_frames_can_have_one() -> None:
    assert cuts_in([scenery(1, (64, 36)), scenery(2, (64, 36))]) == pytest.approx([1 / 24])


def test_the_answer_does_not_depend_on_earlier_files() -> None:
    pictures = thumbnails([(1.0, camera(1)), (1.0, camera(2))])
    assert cuts_in(pictures) == cuts_in(pictures)


@pytest.mark.parametrize(
    "options",
    [
        {"bf": "0"},
        {"bf": "3"},
        {"bf": "3", "x264-params": "b-pyramid=none:scenecut=0", "g": "250"},
    ],
)
def test_cuts_in_files_are_right_to_the_frames_that_are_decoded(
    tmp_path: Path, options: dict[str, str]
) -> None:
    shots = [(0.84, camera(1, 20)), (1.52, camera(2, 20)), (0.64, camera(3, 20))]
    path = write_video(tmp_path / "clip.mp4", filmed(shots, 25), options=options)
    found = scan_pictures(path, (16, 16), lambda *_: None).cuts_s
    assert found == pytest.approx([0.84, 2.36], abs=0.16 if "x264-params" in options else 0.001)


@pytest.mark.media
def test_cuts_of_a_real_trailer(shared_media: Path) -> None:
    """Against what was found by looking at every frame; two of nine are missed, nothing is made up."""
    found = scan_pictures(shared_media / "sintel_trailer_720p.mp4", (16, 16), lambda *_: None).cuts_s
    true = np.array([13.917, 16.5, 16.833, 17.042, 17.5, 23.792, 25.875, 27.417, 28.0])
    title_cards = np.array([5.125, 9.333, 47.5, 48.458, 50.833])
    apart = np.abs(found[:, None] - true).min(axis=0)
    assert (apart < 0.15).sum() >= 7
    assert np.abs(found[:, None] - np.concatenate([true, title_cards])).min(axis=1).max() < 0.15
