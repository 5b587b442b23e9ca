"""The change from one frame to the next as each second begins."""

from pathlib import Path

import av
import numpy as np
import pytest

from tests.media.making import RED, camera, filmed, plain, write_video
from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.media.pictures import scan_pictures

ENCODINGS = {
    "no B-frames": {"bf": "0"},
    "B-frames skipped": {"bf": "3", "x264-params": "b-pyramid=none:b-adapt=0"},
}


def measured(path: Path) -> FloatArray:
    return scan_pictures(path, (16, 16), lambda *_: None).frame_difference


def between_frames(path: Path) -> list[float]:
    """Of every second's first frame to the frame before, over all frames and pixels of a file."""
    rows, before = [0.0], None
    with av.open(path) as container:
        for frame in container.decode(video=0):
            if before is not None and int(frame.time or 0.0) >= len(rows):
                new, old = (one.to_ndarray(format="rgb24").astype(np.int16) for one in (frame, before))
                rows.append(float(np.abs(new - old).mean()))
            before = frame
    return rows


def test_it_is_the_difference_of_each_seconds_first_frame_to_the_one_before(tmp_path: Path) -> None:
    pictures = filmed([(1.5, camera(1, 60.0)), (1.5, camera(2, 15.0))], 25)
    path = write_video(tmp_path / "clip.mkv", pictures, rate=25, codec="ffv1", pixel_format="bgr0")
    first, second, third = measured(path)
    assert first == 0
    assert [second, third] == pytest.approx(between_frames(path)[1:], rel=0.05)
    assert second > 2 * third


def test_a_cut_counts_where_a_second_begins_with_it_and_nowhere_else(tmp_path: Path) -> None:
    shots = [(1.0, camera(1, 0.0)), (1.5, camera(2, 0.0)), (1.5, camera(3, 0.0))]
    path = write_video(tmp_path / "clip.mkv", filmed(shots, 25), rate=25, codec="ffv1", pixel_format="bgr0")
    rows = measured(path)
    assert rows[1] > 20
    assert rows[[0, 2, 3]] == pytest.approx([0, 0, 0], abs=1e-6)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("rate", [24, 30, 50, 120])
def test_frame_rate_and_skipped_frames_change_it_by_less_than_half(
    tmp_path: Path, rate: int, encoding: str
) -> None:
    """Soft blotches, whose difference grows evenly with the lag, are the worst there is."""
    reference = write_video(
        tmp_path / "reference.mkv",
        filmed([(3.0, camera(1, 40.0))], 25),
        rate=25,
        codec="ffv1",
        pixel_format="bgr0",
    )
    pictures = filmed([(3.0, camera(1, 40.0))], rate)
    options = {"crf": "10", "preset": "veryfast"} | ENCODINGS[encoding]
    path = write_video(tmp_path / "clip.mp4", pictures, rate=rate, options=options)
    assert measured(path)[1:] == pytest.approx(measured(reference)[1:], rel=0.5)


def test_pictures_that_stay_for_seconds_hardly_differ(tmp_path: Path) -> None:
    slides = [plain(RED), plain((0, 0, 0)), plain(RED)]
    path = write_video(
        tmp_path / "clip.mkv", slides, times_s=[0.0, 4.4, 8.8], codec="ffv1", pixel_format="bgr0"
    )
    rows = measured(path)
    assert len(rows) >= 9
    assert rows[[0, 1, 2, 3, 5, 6, 7]].max() == 0
    assert 0 < rows[[4, 8]].max() < 6


@pytest.mark.parametrize("name", ["sintel_trailer_720p.mp4", "big_buck_bunny_30s.webm"])
def test_it_is_what_real_films_have_between_frames(shared_media: Path, name: str) -> None:
    theirs = np.array(between_frames(shared_media / name))
    ours = measured(shared_media / name)[: len(theirs)]
    assert np.percentile(ours, [50, 95]) == pytest.approx(np.percentile(theirs, [50, 95]), rel=0.25)
    assert np.corrcoef(np.log1p(ours), np.log1p(theirs))[0, 1] > 0.97
