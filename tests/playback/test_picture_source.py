from pathlib import Path

import pytest

from tests.playback.making import make_video, number_of
from tests.playback.watching import acting, proxy_of
from tivm_desktop.domain.errors import MediaError
from tivm_desktop.playback.hardware import Hardware
from tivm_desktop.playback.picture_source import open_original, open_proxy

VIEW = (64, 48)


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    return make_video(tmp_path / "clip.mkv", frames=50, gop=25, b_frames=0)


@pytest.mark.parametrize(("time_s", "number"), [(0.0, 0), (0.41, 10), (0.439, 11), (1.5, 37), (60.0, 49)])
def test_the_nearest_picture_is_before_or_after(clip: Path, time_s: float, number: int) -> None:
    with acting(clip) as (source, _):
        nearest = source.nearest(time_s)
        assert nearest is not None
        assert number_of(source.picture(nearest, VIEW).rgb) == number


def test_where_nothing_can_be_decoded_any_more_nothing_is_nearest(clip: Path) -> None:
    with acting(clip) as (source, decoder):
        decoder.ends = lambda _: True
        assert source.nearest(1.0) is None


def test_a_picture_is_exact_up_to_the_next_one_but_not_a_proxys(clip: Path) -> None:
    with open_original(clip, Hardware(())) as original, open_proxy(proxy_of(clip), original) as proxy:
        following = original.decoder.next()
        assert original.picture(original.first, VIEW, following).until_s == pytest.approx(0.04)
        assert proxy.picture(proxy.first, VIEW, proxy.decoder.next()).until_s == 0.0


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A file that says all of itself, and whose packets hold nothing."""
    path = make_video(tmp_path / "damaged.mp4")
    content = bytearray(path.read_bytes())
    tag = content.index(b"mdat")
    size = int.from_bytes(content[tag - 4 : tag], "big")
    content[tag + 4 : tag - 4 + size] = bytes(size - 8)
    path.write_bytes(content)
    return path


def test_a_video_of_which_not_one_picture_can_be_decoded_is_said(damaged: Path) -> None:
    with (
        pytest.raises(MediaError, match=r"damaged\.mp4 is damaged: nothing of its picture can be decoded"),
        open_original(damaged, Hardware(())),
    ):
        pytest.fail("was opened")


def test_a_proxy_of_which_not_one_picture_can_be_decoded_is_said(clip: Path, damaged: Path) -> None:
    with (
        open_original(clip, Hardware(())) as original,
        pytest.raises(MediaError, match=r"damaged\.mp4 is damaged"),
        open_proxy(damaged, original),
    ):
        pytest.fail("was opened")
