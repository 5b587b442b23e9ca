"""Movement inside shots, whatever the frame rate and whichever frames are decoded."""

from pathlib import Path

import numpy as np
import pytest

from tests.media.making import camera, filmed, panned, scenery, write_video
from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.media.pictures import scan_pictures

GOOD = {"crf": "14", "preset": "veryfast"}
ENCODINGS = {
    "no B-frames": {"bf": "0"},
    "B-pyramid": {"bf": "3", "b-pyramid": "normal"},
    "B-frames skipped": {"bf": "3", "x264-params": "b-pyramid=none:b-adapt=0"},
}


def activity(path: Path, rate: int, speed: float, encoding: str) -> FloatArray:
    """Of two shots of 2 s."""
    pictures = filmed([(2.0, camera(1, speed)), (2.0, camera(2, speed))], rate)
    write_video(path, pictures, rate=rate, options=GOOD | ENCODINGS[encoding])
    timeline = scan_pictures(path, (16, 16), lambda *_: None)
    assert timeline.cuts_s == pytest.approx([2.0], abs=0.01)
    return timeline.activity


@pytest.mark.parametrize("speed", [8.0, 30.0])
@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("rate", [24, 25, 30, 50, 60])
def test_frame_rate_and_skipped_frames_hardly_change_it(
    tmp_path: Path, rate: int, encoding: str, speed: float
) -> None:
    reference = activity(tmp_path / "reference.mp4", 24, speed, "no B-frames")
    assert activity(tmp_path / "clip.mp4", rate, speed, encoding) == pytest.approx(reference, rel=0.1)


def test_it_is_the_difference_an_eighth_of_a_second_apart_per_second(tmp_path: Path) -> None:
    ramp = np.repeat(np.linspace(0, 255, 512, dtype=np.float64)[None, :, None], 90, axis=0).repeat(3, axis=2)
    slope = 255 / 511
    pictures = [panned(ramp.astype(np.uint8), 40 * number / 24) for number in range(48)]
    path = write_video(tmp_path / "clip.mkv", pictures, rate=24, codec="ffv1", pixel_format="bgr0")
    measured = scan_pictures(path, (16, 16), lambda *_: None).activity
    assert measured == pytest.approx([40 * slope] * 2, rel=0.05)


def test_faster_is_more_and_still_is_none(tmp_path: Path) -> None:
    place = scenery(4)
    still = [panned(place, 0.0)] * 25
    slow = [panned(place, 5 * number / 25) for number in range(25)]
    fast = [panned(place, 5 + 40 * number / 25) for number in range(25)]
    path = write_video(tmp_path / "clip.mkv", still + slow + fast, codec="ffv1", pixel_format="bgr0")
    none, little, much = scan_pictures(path, (16, 16), lambda *_: None).activity
    assert none == 0
    assert 1 < little < much / 4


def test_cuts_are_no_movement(tmp_path: Path) -> None:
    shots = [(0.5, camera(seed, 0.0)) for seed in range(6)]
    path = write_video(tmp_path / "clip.mkv", filmed(shots, 24), rate=24, codec="ffv1", pixel_format="bgr0")
    timeline = scan_pictures(path, (16, 16), lambda *_: None)
    assert timeline.cuts_s == pytest.approx([0.5, 1.0, 1.5, 2.0, 2.5])
    assert timeline.activity == pytest.approx([0, 0, 0], abs=1e-6)
    assert timeline.motion[1:].min() > 20
