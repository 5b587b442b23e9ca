"""The small copy: same times, same shape, same colours; whole or not there."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from tests.media.making import (
    BLUE,
    GREEN,
    RED,
    WHITE,
    camera,
    filmed,
    quarters,
    write_named_matrix,
    write_video,
)
from tivm_desktop.domain.errors import CancelledError
from tivm_desktop.media.pictures import copy_pictures, scan_pictures
from tivm_desktop.media.proxy import ProxyWriter, proxy_size


def written(video: Path, place: Path) -> Path:
    writer = ProxyWriter(place)
    copy_pictures(video, writer)
    assert writer.finish() == place, writer.problem
    return place


def pictures(path: Path) -> list[tuple[float, NDArray[np.uint8]]]:
    with av.open(path) as container:
        return [
            (frame.time, np.asarray(frame.to_ndarray(format="rgb24"), np.uint8))
            for frame in container.decode(video=0)
        ]


def key_times_s(path: Path) -> list[float]:
    with av.open(path) as container:
        return [
            float(p.pts * p.time_base)
            for p in container.demux(video=0)
            if p.is_keyframe and p.pts is not None
        ]


def moving(tmp_path: Path, **how: object) -> Path:
    shots = [(2.0, camera(1))]
    return write_video(tmp_path / "clip.mp4", filmed(shots, 25), options={"bf": "0"}, **how)  # type: ignore[arg-type]


def test_every_picture_that_is_decoded_is_in_it_at_its_time(tmp_path: Path) -> None:
    video = moving(tmp_path)
    original, copied = pictures(video), pictures(written(video, tmp_path / "p.mkv"))
    assert [time_s for time_s, _ in copied] == pytest.approx([time_s for time_s, _ in original], abs=6e-4)
    for (_, one), (_, other) in zip(original, copied, strict=True):
        assert np.abs(one.astype(int) - other).mean() < 5


def test_every_picture_is_a_key_frame(tmp_path: Path) -> None:
    proxy = written(moving(tmp_path), tmp_path / "p.mkv")
    assert key_times_s(proxy) == pytest.approx([time_s for time_s, _ in pictures(proxy)])


def test_of_sixty_pictures_a_second_half_are_enough(tmp_path: Path) -> None:
    shown = filmed([(1.0, camera(1))], 60)
    video = write_video(tmp_path / "clip.mp4", shown, rate=60, options={"bf": "0"})
    assert len(pictures(written(video, tmp_path / "p.mkv"))) == 30


def test_the_times_of_a_variable_rate_are_kept(tmp_path: Path) -> None:
    times_s = [0.0, 0.04, 0.5, 0.54, 1.3, 2.0]
    video = write_video(tmp_path / "clip.mkv", [quarters()] * 6, times_s=times_s, options={"bf": "0"})
    copied = pictures(written(video, tmp_path / "p.mkv"))
    assert [time_s for time_s, _ in copied] == pytest.approx(times_s, abs=1e-3)


@pytest.mark.parametrize(
    ("turned_deg", "seen"), [(0, (RED, GREEN, BLUE, WHITE)), (90, (BLUE, RED, WHITE, GREEN))]
)
def test_it_is_upright_and_in_colour(
    tmp_path: Path, turned_deg: int, seen: tuple[tuple[int, int, int], ...]
) -> None:
    video = write_video(tmp_path / "clip.mp4", [quarters()] * 5, turned_deg=turned_deg)
    _, picture = pictures(written(video, tmp_path / "p.mkv"))[0]
    assert picture.shape[:2] == ((64, 36) if turned_deg else (36, 64))
    corners = [picture[4, 4], picture[4, -5], picture[-5, 4], picture[-5, -5]]
    np.testing.assert_allclose(corners, seen, atol=16)


@pytest.mark.parametrize(("size", "made_by"), [((64, 36), "itu601"), ((128, 720), "itu709")])
@pytest.mark.parametrize("matrix", [2, 8], ids=["unnamed", "ycgco"])
def test_a_matrix_unnamed_or_unknown_is_that_of_the_definition(
    tmp_path: Path, matrix: int, size: tuple[int, int], made_by: str
) -> None:
    video = write_named_matrix(tmp_path / "clip.mkv", RED, matrix, made_by, size)
    np.testing.assert_allclose(pictures(written(video, tmp_path / "p.mkv"))[0][1][20, 20], RED, atol=6)


def test_its_pixels_are_square(tmp_path: Path) -> None:
    video = write_video(tmp_path / "clip.mkv", [quarters()] * 3, pixel_aspect=Fraction(2, 1))
    assert pictures(written(video, tmp_path / "p.mkv"))[0][1].shape == (36, 128, 3)


@pytest.mark.parametrize(
    ("shown", "size"),
    [
        ((1920, 1080), (640, 360)),
        ((1080, 1920), (360, 640)),
        ((320, 180), (320, 180)),
        ((4096, 1716), (640, 268)),
        ((3, 3000), (2, 640)),
    ],
)
def test_its_longest_edge_is_640(shown: tuple[int, int], size: tuple[int, int]) -> None:
    assert proxy_size(shown) == size


def test_it_appears_only_when_it_is_complete(tmp_path: Path) -> None:
    place = tmp_path / "deep" / "p.mkv"
    writer = ProxyWriter(place)
    copy_pictures(moving(tmp_path), writer)
    assert not place.exists()
    assert writer.finish() == place
    assert list(place.parent.iterdir()) == [place]


def test_a_cancelled_pass_leaves_nothing(tmp_path: Path) -> None:
    def cancel(done_s: float, total_s: float) -> None:
        del total_s
        if done_s > 0.5:
            raise CancelledError

    place = tmp_path / "deep" / "p.mkv"
    writer = ProxyWriter(place)
    with pytest.raises(CancelledError):
        copy_pictures(moving(tmp_path), writer, cancel)
    writer.abandon()
    assert list(place.parent.iterdir()) == []
    assert writer.finish() is None


def test_where_it_can_not_be_written_the_pass_goes_on_and_says_why(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    video = moving(tmp_path)
    writer = ProxyWriter(tmp_path / "file" / "p.mkv")
    with_it = scan_pictures(video, (32, 32), lambda *_: None, proxy=writer)
    assert writer.finish() is None
    without = scan_pictures(video, (32, 32), lambda *_: None)
    assert np.array_equal(with_it.motion, without.motion)
    assert writer.problem.startswith("No small copy of the picture can be kept in ")
    assert "make room there" in writer.problem


def test_a_picture_that_can_not_be_made_small_stops_only_the_proxy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def out_of_memory(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("tivm_desktop.media.proxy.colour_matrix", out_of_memory)
    video = moving(tmp_path)
    writer = ProxyWriter(tmp_path / "p.mkv")
    assert scan_pictures(video, (32, 32), lambda *_: None, proxy=writer).length_s == 2
    assert writer.finish() is None
    assert "(MemoryError), so dragging" in writer.problem
    assert writer.problem.endswith(": close other programs and open the video again.")
    assert [path.name for path in tmp_path.iterdir()] == [video.name]


def test_the_pass_finds_the_same_with_a_proxy(tmp_path: Path) -> None:
    video = moving(tmp_path)
    writer = ProxyWriter(tmp_path / "p.mkv")
    with_it = scan_pictures(video, (32, 32), lambda *_: None, proxy=writer)
    assert writer.finish() is not None
    without = scan_pictures(video, (32, 32), lambda *_: None)
    assert np.array_equal(with_it.motion, without.motion)
    assert np.array_equal(with_it.activity, without.activity)
