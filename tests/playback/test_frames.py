from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from threading import Event

import numpy as np
import pytest

from tests.playback.making import make_video, number_of
from tests.playback.watching import Listener, Show
from tests.waiting import until
from tivm_desktop.domain.errors import MediaError
from tivm_desktop.playback.frames import FrameReader
from tivm_desktop.playback.picture import fitted_size

_NO_LENGTHS = [b"inf:00:0", b"nan:00:0", b"-1:00:00", b"9e9:00:0", b"00:01:00", b"00:00:0x"]


@pytest.fixture
def show() -> Iterator[Callable[..., Show]]:
    shows: list[Show] = []

    def make(path: Path, view: tuple[int, int] = (960, 540)) -> Show:
        shows.append(Show(path, view))
        return shows[-1]

    yield make
    for each in shows:
        each.close()


def test_shows_the_first_picture_and_says_how_long_it_is(show: Callable[..., Show], tmp_path: Path) -> None:
    shown = show(make_video(tmp_path / "clip.mp4"))
    assert number_of(shown.take().rgb) == 0
    assert shown.listener.opened is not None
    duration_s, sound_start_s = shown.listener.opened
    assert duration_s == pytest.approx(2.0, abs=0.05)
    assert sound_start_s is None


@pytest.mark.parametrize("tag", _NO_LENGTHS)
def test_a_tag_that_is_no_length_of_the_file_is_not_believed(
    show: Callable[..., Show], tmp_path: Path, tag: bytes
) -> None:
    clip = make_video(tmp_path / "clip.mkv")
    written = clip.read_bytes()
    assert written.count(b"00:00:02.000") == 1
    clip.write_bytes(written.replace(b"00:00:02", tag))
    shown = show(clip)
    shown.take()
    assert shown.listener.opened is not None
    assert shown.listener.opened[0] == pytest.approx(2.0, abs=0.05)


def test_says_where_the_sound_begins(show: Callable[..., Show], tmp_path: Path) -> None:
    shown = show(make_video(tmp_path / "clip.mkv", sound_s=1.0))
    shown.take()
    assert shown.listener.opened is not None
    assert shown.listener.opened[1] == pytest.approx(0.0, abs=0.001)


def test_every_picture_comes_in_its_time(show: Callable[..., Show], tmp_path: Path) -> None:
    shown = show(make_video(tmp_path / "clip.mp4", frames=20))
    numbers = []
    for index in range(20):
        shown.position_s = index / 25
        frame = shown.take()
        assert frame.pts_s == pytest.approx(index / 25, abs=1e-6)
        numbers.append(number_of(frame.rgb))
    assert numbers == list(range(20))


@pytest.mark.parametrize("suffix", ["mp4", "mkv", "ts"])
@pytest.mark.parametrize("b_frames", [0, 2])
def test_a_seek_shows_exactly_the_picture_of_its_time(
    show: Callable[..., Show], tmp_path: Path, suffix: str, b_frames: int
) -> None:
    shown = show(make_video(tmp_path / f"clip.{suffix}", b_frames=b_frames))
    for index, within_s in [(37, 0.0), (3, 0.02), (12, 0.0), (11, 0.039), (24, 0.001), (49, 0.03), (0, 0.0)]:
        shown.seek(index / 25 + within_s)
        assert number_of(shown.take().rgb) == index
        if index < 49:
            shown.position_s = (index + 1) / 25
            assert number_of(shown.take().rgb) == index + 1


def test_a_seek_in_a_video_of_variable_rate_goes_by_timestamps(
    show: Callable[..., Show], tmp_path: Path
) -> None:
    times = [0, 40, 80, 500, 520, 540, 560, 1000, 1300, 1310, 1320, 2000]
    shown = show(make_video(tmp_path / "clip.mkv", frames=len(times), times=times, gop=5))
    for at_ms, index in [(499, 2), (500, 3), (999, 6), (1305, 8), (1999, 10), (30, 0), (1150, 7)]:
        shown.seek(at_ms / 1000)
        assert number_of(shown.take().rgb) == index


def test_the_newest_seek_wins(show: Callable[..., Show], tmp_path: Path) -> None:
    shown = show(make_video(tmp_path / "clip.mp4", frames=100, gop=100))
    for index in (90, 10, 70, 30, 55):
        shown.seek(index / 25)
    assert number_of(shown.take().rgb) == 55


def test_a_seek_before_the_file_is_open_is_not_lost(show: Callable[..., Show], tmp_path: Path) -> None:
    path = make_video(tmp_path / "clip.mp4")
    shown = show(path)
    shown.seek(1.0)
    until(lambda: shown.listener.firsts > 0, "the first picture")
    frame = shown.take()
    while number_of(frame.rgb) != 25:
        frame = shown.take()
    assert frame.pts_s == pytest.approx(1.0)


def test_after_the_end_the_last_picture_stays_and_a_seek_works(
    show: Callable[..., Show], tmp_path: Path
) -> None:
    shown = show(make_video(tmp_path / "clip.mp4", frames=10))
    shown.take()
    shown.position_s = 5.0
    until(lambda: number_of(shown.take().rgb) == 9, "the last picture")
    until(lambda: bool(shown.listener.ends_s), "the end")
    assert shown.listener.ends_s[0] == pytest.approx(0.4, abs=0.01)
    shown.seek(0.2)
    assert number_of(shown.take().rgb) == 5


def test_a_seek_beyond_the_end_shows_the_last_picture(show: Callable[..., Show], tmp_path: Path) -> None:
    shown = show(make_video(tmp_path / "clip.mp4", frames=10))
    shown.seek(60.0)
    assert number_of(shown.take().rgb) == 9


def test_when_the_clock_runs_away_decoding_goes_on_from_there(
    show: Callable[..., Show], tmp_path: Path
) -> None:
    shown = show(make_video(tmp_path / "clip.mp4", frames=250, gop=25))
    shown.take()
    shown.position_s = 8.0
    until(lambda: number_of(shown.take().rgb) >= 195, "a picture near the clock")


def test_a_stream_that_can_not_be_searched_says_so(show: Callable[..., Show], tmp_path: Path) -> None:
    shown = show(make_video(tmp_path / "clip.h264"))
    assert number_of(shown.take().rgb) == 0
    shown.seek(1.0)
    until(lambda: bool(shown.listener.failures), "the sentence")
    assert shown.listener.failures[0].startswith("clip.h264 can only be played from its start")


def test_pictures_fit_the_view_and_are_never_enlarged(show: Callable[..., Show], tmp_path: Path) -> None:
    path = make_video(tmp_path / "clip.mp4", size=(320, 180))
    assert show(path, (160, 160)).take().rgb.shape == (90, 160, 3)
    assert show(path, (1920, 1080)).take().rgb.shape == (180, 320, 3)


def test_a_new_view_size_holds_for_what_is_decoded_next(show: Callable[..., Show], tmp_path: Path) -> None:
    shown = show(make_video(tmp_path / "clip.mp4", size=(320, 180)))
    shown.take()
    shown.reader.set_view_size(80, 80)
    shown.seek(1.0)
    assert shown.take().rgb.shape == (45, 80, 3)


def test_anamorphic_pixels_are_made_square(show: Callable[..., Show], tmp_path: Path) -> None:
    path = make_video(tmp_path / "clip.mkv", size=(64, 48), aspect=Fraction(2, 1))
    assert show(path).take().rgb.shape == (48, 128, 3)


def test_colours_arrive_as_they_were(show: Callable[..., Show], tmp_path: Path) -> None:
    picture = show(make_video(tmp_path / "clip.mp4")).take().rgb
    assert picture.dtype == np.uint8
    assert np.abs(picture.astype(int) - 8).max() <= 4


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("gone.mp4", None, "gone.mp4 is not there"),
        ("empty.mp4", b"", "empty.mp4 is empty"),
        ("text.mp4", b"no media at all " * 99, "text.mp4 is not a media file"),
    ],
)
def test_what_can_not_be_shown_is_said_in_one_sentence(
    show: Callable[..., Show], tmp_path: Path, name: str, content: bytes | None, says: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    shown = show(path)
    until(lambda: bool(shown.listener.failures), "the sentence")
    assert shown.listener.failures[0].startswith(says)
    assert shown.reader.has_first()


def test_a_fault_of_our_own_is_said_in_one_sentence(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    def broken() -> float:
        raise ZeroDivisionError("no clock")

    listener = Listener()
    reader = FrameReader(make_video(tmp_path / "clip.mp4"), broken, listener)
    assert reader.join(5.0)
    assert listener.failures == [
        "clip.mp4 can't be shown (no clock): convert it to MP4 (H.264) and try again."
    ]
    assert "ZeroDivisionError" in caplog.text


def test_what_fails_once_nobody_looks_any_more_is_not_said(tmp_path: Path) -> None:
    class Slow(Listener):
        stopped = Event()

        def video_opened(self, duration_s: float, original_start_s: float | None) -> None:
            assert self.stopped.wait(5.0)
            raise MediaError(tmp_path, "The drive was unplugged.")

    listener = Slow()
    reader = FrameReader(make_video(tmp_path / "clip.mp4"), lambda: 0.0, listener)
    reader.stop()
    listener.stopped.set()
    assert reader.join(5.0)
    assert not listener.failures


@pytest.mark.parametrize(
    ("size", "view", "fitted"),
    [
        ((1920, 1080), (960, 540), (960, 540)),
        ((1080, 1920), (960, 540), (304, 540)),
        ((320, 180), (960, 540), (320, 180)),
        ((4000, 10), (400, 400), (400, 1)),
    ],
)
def test_fitted_size_keeps_the_shape(
    size: tuple[int, int], view: tuple[int, int], fitted: tuple[int, int]
) -> None:
    assert fitted_size(size, view) == fitted
