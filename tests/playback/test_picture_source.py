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


def without_frames(path: Path) -> Path:
    """The file as it is where writing it broke off before the first picture."""
    whole = path.read_bytes()
    cluster = whole.index(bytes.fromhex("1f43b675"))
    path.write_bytes(whole[:cluster])
    return path


def test_a_video_of_which_not_one_picture_can_be_decoded_is_said(clip: Path) -> None:
    with pytest.raises(MediaError, match=r"clip\.mkv"), open_original(without_frames(clip), Hardware(())):
        pytest.fail("was opened")


def test_a_proxy_of_which_not_one_picture_can_be_decoded_is_said(clip: Path) -> None:
    broken = without_frames(proxy_of(clip))
    with (
        open_original(clip, Hardware(())) as original,
        pytest.raises(MediaError, match=r"proxy\.mkv"),
        open_proxy(broken, original),
    ):
        pytest.fail("was opened")
