"""Pictures come out upright and in their colours however they are stored."""

import gc
from pathlib import Path

import av
import numpy as np
import pytest
from av.sidedata.sidedata import SideDataContainer
from numpy.typing import NDArray

from tests.media.making import BLUE, GREEN, RED, WHITE, plain, quarters, write_named_matrix, write_video
from tivm_desktop.media.pictures import scan_pictures
from tivm_desktop.media.rotation import Orientation, orientation_of

Colour = tuple[int, int, int]


def picture_of(path: Path, size: tuple[int, int] = (64, 48)) -> NDArray[np.uint8]:
    """The picture of the first second."""
    pictures: list[NDArray[np.uint8]] = []
    scan_pictures(path, size, lambda _, picture: pictures.append(picture))
    return pictures[0]


def corners(picture: NDArray[np.uint8]) -> list[NDArray[np.uint8]]:
    """The pixels near the corners: top left, top right, bottom left, bottom right."""
    return [picture[4, 4], picture[4, -5], picture[-5, 4], picture[-5, -5]]


@pytest.mark.parametrize(
    ("turned_deg", "seen"),
    [
        (0, (RED, GREEN, BLUE, WHITE)),
        (90, (BLUE, RED, WHITE, GREEN)),
        (180, (WHITE, BLUE, GREEN, RED)),
        (270, (GREEN, WHITE, RED, BLUE)),
    ],
)
def test_a_turned_video_is_seen_upright(
    tmp_path: Path, turned_deg: int, seen: tuple[Colour, Colour, Colour, Colour]
) -> None:
    path = write_video(tmp_path / "clip.mp4", [quarters()] * 5, turned_deg=turned_deg)
    np.testing.assert_allclose(corners(picture_of(path)), seen, atol=12)


def test_a_mirrored_video_is_seen_the_right_way_round(tmp_path: Path) -> None:
    path = write_video(tmp_path / "selfie.mp4", [quarters()] * 5, mirrored=True)
    np.testing.assert_allclose(corners(picture_of(path)), (GREEN, RED, WHITE, BLUE), atol=12)


@pytest.mark.parametrize(
    ("name", "codec", "pixel_format", "tolerance"),
    [
        ("clip.mkv", "libx264", "yuv444p10le", 6),
        ("clip.mp4", "libx265", "yuv420p10le", 12),
        ("clip.avi", "mjpeg", "yuvj420p", 12),
        ("clip.avi", "rawvideo", "bgr24", 1),
        ("clip.mkv", "ffv1", "bgra", 1),
        ("clip.mkv", "ffv1", "gbrp10le", 2),
        ("clip.mkv", "ffv1", "yuv422p10le", 8),
        ("clip.mov", "prores_ks", "yuv422p10le", 8),
        ("clip.mov", "png", "rgba", 1),
        ("clip.webm", "libvpx-vp9", "yuv420p", 12),
        ("clip.mpg", "mpeg2video", "yuv420p", 16),
        ("clip.wmv", "wmv2", "yuv420p", 16),
        ("clip.gif", "gif", "rgb8", 45),
    ],
)
def test_pixel_formats(tmp_path: Path, name: str, codec: str, pixel_format: str, tolerance: int) -> None:
    options = {"x265-params": "log-level=none"} if codec == "libx265" else {}
    path = write_video(
        tmp_path / name, [quarters()] * 10, codec=codec, pixel_format=pixel_format, options=options
    )
    np.testing.assert_allclose(corners(picture_of(path)), (RED, GREEN, BLUE, WHITE), atol=tolerance)


def test_a_palette_is_looked_up(tmp_path: Path) -> None:
    path = write_video(tmp_path / "clip.gif", [quarters()] * 10, codec="gif", pixel_format="rgb8")
    with av.open(path) as container:
        assert next(container.decode(video=0)).format.name in {"bgra", "pal8"}
    np.testing.assert_allclose(corners(picture_of(path)), (RED, GREEN, BLUE, WHITE), atol=45)


@pytest.mark.parametrize("pixel_format", ["gray", "gray16le", "gray10le"])
def test_grey_video_has_no_colour(tmp_path: Path, pixel_format: str) -> None:
    path = write_video(tmp_path / "old.mkv", [quarters()] * 5, codec="ffv1", pixel_format=pixel_format)
    picture = picture_of(path).astype(int)
    assert np.ptp(picture, axis=2).max() <= 1
    assert picture[-5, -5, 0] > picture[4, -5, 0] > picture[4, 4, 0] > picture[-5, 4, 0]


@pytest.mark.parametrize("size", [(1, 1), (3, 5), (65, 37), (2, 300), (301, 3)])
def test_odd_sizes(tmp_path: Path, size: tuple[int, int]) -> None:
    path = write_video(
        tmp_path / "odd.mkv", [plain(BLUE, size)] * 30, codec="ffv1", pixel_format="bgr0", rate=15
    )
    np.testing.assert_allclose(picture_of(path), np.broadcast_to(BLUE, (48, 64, 3)), atol=1)


@pytest.mark.parametrize("shape", [(1, 1), (224, 224), (260, 260), (7, 3)])
def test_any_size_asked_for(tmp_path: Path, shape: tuple[int, int]) -> None:
    path = write_video(tmp_path / "clip.mp4", [quarters()] * 5, turned_deg=90)
    assert picture_of(path, shape).shape == (shape[1], shape[0], 3)


@pytest.mark.parametrize(
    ("matrix", "made_by"),
    [(1, "itu709"), (4, "fcc"), (5, "itu601"), (6, "itu601"), (7, "smpte240m"), (9, "bt2020")],
)
def test_a_matrix_that_a_file_names_is_its_own(tmp_path: Path, matrix: int, made_by: str) -> None:
    for size in ((64, 36), (128, 720)):
        path = write_named_matrix(tmp_path / "clip.mkv", RED, matrix, made_by, size)
        np.testing.assert_allclose(picture_of(path)[20, 20], RED, atol=4)


@pytest.mark.parametrize("matrix", [2, 8, 10, 14], ids=["unnamed", "ycgco", "bt2020cl", "ictcp"])
def test_a_matrix_unnamed_or_unknown_is_that_of_the_definition(tmp_path: Path, matrix: int) -> None:
    for size, made_by in (((64, 36), "itu601"), ((128, 720), "itu709")):
        path = write_named_matrix(tmp_path / "clip.mkv", RED, matrix, made_by, size)
        np.testing.assert_allclose(picture_of(path)[20, 20], RED, atol=4)


def test_full_range_is_not_stretched(tmp_path: Path) -> None:
    path = write_video(
        tmp_path / "clip.avi", [plain((10, 10, 10))] * 5, codec="mjpeg", pixel_format="yuvj420p"
    )
    np.testing.assert_allclose(picture_of(path), 10, atol=2)


def test_interlaced_and_hdr_video_is_borne(tmp_path: Path) -> None:
    interlaced = write_video(
        tmp_path / "tape.mpg",
        [quarters((720, 576))] * 12,
        codec="mpeg2video",
        options={"flags": "+ildct+ilme"},
    )
    hdr = write_video(
        tmp_path / "hdr.mp4",
        [quarters()] * 12,
        codec="libx265",
        pixel_format="yuv420p10le",
        options={
            "x265-params": "log-level=none:colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc:hdr10=1"
        },
    )
    for path in (interlaced, hdr):
        red, green, blue, white = (pixel.astype(int) for pixel in corners(picture_of(path)))
        assert (red.argmax(), green.argmax(), blue.argmax()) == (0, 1, 2)
        assert white.min() > 200


def test_a_size_that_changes_in_the_middle(tmp_path: Path) -> None:
    small = write_video(tmp_path / "small.ts", [plain(RED, (64, 36))] * 50)
    later = [2.0 + number / 25 for number in range(50)]
    large = write_video(tmp_path / "large.ts", [plain(BLUE, (128, 96))] * 50, times_s=later)
    joined = tmp_path / "joined.ts"
    joined.write_bytes(small.read_bytes() + large.read_bytes())
    pictures: list[NDArray[np.uint8]] = []
    timeline = scan_pictures(joined, (32, 18), lambda _, picture: pictures.append(picture))
    assert timeline.length_s == 4
    np.testing.assert_allclose(pictures[0][9, 16], RED, atol=12)
    np.testing.assert_allclose(pictures[3][9, 16], BLUE, atol=12)


def test_finding_the_orientation_keeps_no_frame_alive(tmp_path: Path) -> None:
    path = write_video(tmp_path / "clip.mp4", [quarters()] * 5, turned_deg=90)
    gc.collect()
    gc.disable()
    try:
        with av.open(path) as container:
            for frame in container.decode(video=0):
                assert orientation_of(frame) == Orientation(transposed=True, mirrored_x=True)
        del frame
        assert not [thing for thing in gc.get_objects() if type(thing) is SideDataContainer]
    finally:
        gc.enable()
