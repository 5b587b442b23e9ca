from pathlib import Path

import pytest

from tests.playback.making import make_video, number_of
from tests.playback.watching import acting
from tivm_desktop.playback.frame_decoder import TimedFrame
from tivm_desktop.playback.hardware import Hardware
from tivm_desktop.playback.picture_backwards import Thinned, gop_before
from tivm_desktop.playback.picture_source import PictureSource, open_original

VIEW = (64, 48)


def numbers(source: PictureSource, time_s: float, *, wanted: int | None = None) -> list[int]:
    """What is kept before a time, asked for no longer than `wanted` frames."""
    asked = iter(range(10_000) if wanted is None else range(wanted))
    frames = gop_before(source, time_s, lambda: next(asked, None) is not None)
    return [number_of(source.picture(frame, VIEW).rgb) for frame in frames]


def test_a_group_ends_before_the_time_and_begins_with_its_key_frame(tmp_path: Path) -> None:
    with open_original(make_video(tmp_path / "clip.mp4", gop=12, b_frames=0), Hardware(())) as source:
        assert numbers(source, 0.9) == list(range(12, 23))
        assert numbers(source, 0.48) == list(range(12))
        assert numbers(source, 0.0) == []


def test_nothing_is_kept_once_it_is_not_wanted_any_more(tmp_path: Path) -> None:
    with open_original(make_video(tmp_path / "clip.mp4", gop=50), Hardware(())) as source:
        assert numbers(source, 1.0, wanted=10) == []


def test_where_nothing_can_be_decoded_nothing_comes_before(tmp_path: Path) -> None:
    with acting(make_video(tmp_path / "clip.mp4")) as (source, decoder):
        decoder.ends = lambda _: True
        assert numbers(source, 1.0) == []


@pytest.mark.parametrize(
    ("most", "frames", "kept"),
    [
        (4, 3, [0, 1, 2]),
        (4, 4, [0, 1, 2, 3]),
        (4, 5, [0, 2, 4]),
        (4, 7, [0, 2, 4, 6]),
        (4, 9, [0, 4, 8]),
        (4, 17, [0, 8, 16]),
        (3, 4, [0, 2]),
        (3, 5, [0, 2, 4]),
        (3, 7, [0, 4]),
    ],
)
def test_of_too_many_every_other_is_kept(tmp_path: Path, most: int, frames: int, kept: list[int]) -> None:
    thinned = Thinned(most)
    with open_original(make_video(tmp_path / "clip.mp4", b_frames=0), Hardware(())) as source:
        frame: TimedFrame | None = source.first
        for _ in range(frames):
            assert frame is not None
            thinned.add(frame)
            frame = source.decoder.next()
        assert [round(each.pts_s * 25) for each in thinned.frames] == kept
