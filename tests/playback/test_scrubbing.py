"""Scrubbing, playing backwards and fast, and the proxy that steps in where the original is too slow."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.playback.making import make_video, number_of
from tests.playback.watching import Show, proxy_of
from tests.waiting import until


@pytest.fixture
def show() -> Iterator[Callable[..., Show]]:
    shows: list[Show] = []

    def make(path: Path, **how: float) -> Show:
        shows.append(Show(path, **how))  # type: ignore[arg-type]
        return shows[-1]

    yield make
    for each in shows:
        each.close()


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    """Ten seconds with a key frame at second 0 only."""
    return make_video(tmp_path / "clip.mp4", frames=250, gop=250, b_frames=0)


@pytest.fixture
def with_proxy(show: Callable[..., Show], clip: Path) -> Show:
    shown: Show = show(clip)
    shown.reader.set_proxy(proxy_of(clip))
    shown.take()
    return shown


def test_scrubbing_shows_a_picture_of_the_place_from_the_proxy(with_proxy: Show) -> None:
    for time_s in (7.2, 1.16, 9.0, 4.44):
        with_proxy.scrub(time_s)
        assert number_of(with_proxy.take().rgb) == pytest.approx(time_s * 25, abs=1)
        assert with_proxy.source == "proxy"


def test_a_proxys_picture_has_the_size_of_the_originals(show: Callable[..., Show], tmp_path: Path) -> None:
    video = make_video(tmp_path / "wide.mp4", frames=12, size=(1002, 562), b_frames=0)
    shown = show(video)
    exact = shown.take()
    shown.reader.set_proxy(proxy_of(video))
    shown.scrub(0.2)
    assert shown.take().rgb.shape == exact.rgb.shape
    assert shown.source == "proxy"


def test_letting_go_shows_the_exact_picture_of_the_original(with_proxy: Show) -> None:
    with_proxy.scrub(7.2)
    with_proxy.take()
    with_proxy.seek(7.25)
    assert number_of(with_proxy.take().rgb) == 181
    assert with_proxy.source == "original"


def test_where_scrubbing_rests_the_exact_picture_comes_and_is_there_on_letting_go(with_proxy: Show) -> None:
    with_proxy.scrub(8.03)
    with_proxy.take()
    until(lambda: with_proxy.source == "original", "the original")
    assert number_of(with_proxy.take().rgb) == 200
    with_proxy.seek(8.03)
    assert number_of(with_proxy.take().rgb) == 200
    with_proxy.position_s = 8.05
    assert number_of(with_proxy.take().rgb) == 201


def test_without_a_proxy_scrubbing_shows_the_key_frame_before(
    show: Callable[..., Show], tmp_path: Path
) -> None:
    shown = show(make_video(tmp_path / "clip.mp4", frames=100, gop=25, b_frames=0))
    shown.take()
    shown.scrub(2.6)
    assert number_of(shown.take().rgb) in {50, 65}
    shown.seek(2.6)
    assert number_of(shown.take().rgb) == 65


def test_the_newest_of_many_moves_is_shown_last(with_proxy: Show) -> None:
    for index in range(0, 240, 3):
        with_proxy.scrub(index / 25)
    until(lambda: number_of(with_proxy.take().rgb) == pytest.approx(237, abs=1), "the last place")


def test_a_seek_ahead_of_what_waits_already_needs_no_decoding(with_proxy: Show) -> None:
    firsts = with_proxy.listener.firsts
    until(with_proxy.reader.has_first, "the first")
    for index in (1, 2, 3):
        with_proxy.seek(index / 25)
        assert number_of(with_proxy.take().rgb) == index
    assert with_proxy.listener.firsts == firsts


@pytest.mark.parametrize("from_proxy", [True, False])
def test_backwards_pictures_come_in_falling_order_down_to_the_first(
    show: Callable[..., Show], clip: Path, *, from_proxy: bool
) -> None:
    shown = show(clip)
    if from_proxy:
        shown.reader.set_proxy(proxy_of(clip))
    shown.take()
    shown.seek(1.0, -1.0)
    numbers = [number_of(shown.take().rgb)]
    assert numbers[0] == pytest.approx(25, abs=1)
    for index in range(24, -1, -1):
        shown.position_s = index / 25 + 0.001
        numbers.append(number_of(shown.take().rgb))
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[-1] == 0
    assert shown.source == ("proxy" if from_proxy else "original")


def test_backwards_decoding_goes_where_the_clock_is_if_that_ran_away(with_proxy: Show) -> None:
    with_proxy.seek(9.0, -1.0)
    with_proxy.take()
    with_proxy.position_s = 2.0
    until(lambda: number_of(with_proxy.take().rgb) <= 60, "a picture near the clock")


def test_fast_pictures_come_from_the_proxy_and_exact_ones_again_at_normal_speed(with_proxy: Show) -> None:
    with_proxy.seek(2.0, 4.0)
    assert number_of(with_proxy.take().rgb) == 50
    assert with_proxy.source == "proxy"
    with_proxy.position_s = 3.0
    with_proxy.reader.set_speed(3.0, 1.0)
    until(lambda: with_proxy.source == "original", "the original")
    assert number_of(with_proxy.take().rgb) == 75


def test_the_end_of_a_proxy_is_not_taken_for_the_end_of_the_video(
    show: Callable[..., Show], clip: Path
) -> None:
    shown = show(clip)
    shown.reader.set_proxy(proxy_of(clip))
    shown.take()
    shown.seek(9.8, 4.0)
    shown.position_s = 10.0
    until(lambda: number_of(shown.take().rgb) == 249, "the last picture")
    shown.close()
    assert shown.source == "proxy"
    assert not shown.listener.ends_s


def test_a_speed_of_the_same_kind_changes_nothing(with_proxy: Show) -> None:
    firsts = with_proxy.listener.firsts
    with_proxy.reader.set_speed(0.0, 1.5)
    with_proxy.position_s = 0.04
    assert number_of(with_proxy.take().rgb) == 1
    assert with_proxy.listener.firsts == firsts


def test_a_proxy_that_can_not_be_read_is_done_without(show: Callable[..., Show], clip: Path) -> None:
    broken = clip.with_name("broken.mkv")
    broken.write_bytes(b"nothing")
    shown = show(clip)
    shown.reader.set_proxy(broken)
    shown.take()
    shown.scrub(6.0)
    assert number_of(shown.take().rgb) in {0, 150}
    assert not shown.listener.failures
    assert "proxy" not in {source for source, _ in shown.listener.sources}


def test_the_proxy_steps_in_for_an_original_that_stays_behind(show: Callable[..., Show], clip: Path) -> None:
    shown = show(clip, patience_s=0.0)
    shown.reader.set_proxy(proxy_of(clip))
    shown.take()
    shown.position_s = 4.0
    seen: list[int] = []

    def is_at_the_clock() -> bool:
        frame = shown.look()
        seen.extend([] if frame is None else [number_of(frame.rgb)])
        return shown.source == "proxy" and 100 in seen

    until(is_at_the_clock, "a picture of the proxy near the clock")
    shown.seek(5.0)
    assert number_of(shown.take().rgb) == 125
    assert shown.source == "original"


def test_without_a_proxy_an_original_that_stays_behind_goes_on(show: Callable[..., Show], clip: Path) -> None:
    shown = show(clip, patience_s=0.0)
    shown.take()
    shown.position_s = 4.0
    until(lambda: number_of(shown.take().rgb) >= 95, "a picture near the clock")
    assert shown.source == "original"
