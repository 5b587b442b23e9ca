"""What cameras and editors write: it opens, is right at every time, gets a proxy and is scrubbed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from tests.media.making import write_video
from tests.playback.making import number_of, numbered_picture
from tests.playback.watching import Show, proxy_of

COUNT = 24


@dataclass(frozen=True)
class Format:
    """A kind of file."""

    name: str
    codec: str = "libx264"
    pixel_format: str = "yuv420p"
    size: tuple[int, int] = (96, 64)
    rate: int = 25
    options: dict[str, str] = field(default_factory=dict)
    times_s: tuple[float, ...] | None = None
    turned_deg: int = 0
    pixel_aspect: Fraction | None = None
    shape: tuple[int, int] = (64, 96)
    """(height, width) as shown."""

    def time_s(self, index: int) -> float:
        return self.times_s[index] if self.times_s is not None else index / self.rate


def uneven() -> tuple[float, ...]:
    """Times of a phone: now 30, now 12 pictures a second, and a gap."""
    steps = [1 / 30] * 8 + [1 / 12] * 8 + [0.6] + [1 / 30] * 7
    return tuple(round(float(time_s), 4) for time_s in np.cumsum([0.0, *steps[:-1]]))


FORMATS = [
    Format("hevc10.mp4", "libx265", "yuv420p10le", options={"x265-params": "log-level=error:keyint=12"}),
    Format("prores.mov", "prores_ks", "yuv422p10le"),
    Format("av1.mp4", "libsvtav1", "yuv420p10le", options={"preset": "12", "crf": "20"}),
    Format("h264-422-10.mov", "libx264", "yuv422p10le", options={"crf": "10"}),
    Format("uneven.mp4", times_s=uneven(), options={"crf": "10", "g": "12"}),
    Format("turned.mp4", turned_deg=90, options={"crf": "10"}, shape=(96, 64)),
    Format("upside-down.mov", turned_deg=180, options={"crf": "10"}),
    Format("anamorphic.mp4", pixel_aspect=Fraction(4, 3), options={"crf": "10"}, shape=(64, 128)),
    Format("sixty.mp4", rate=60, options={"crf": "10"}),
    Format("4k.mp4", size=(3840, 2160), options={"preset": "ultrafast", "g": "24"}, shape=(540, 960)),
]


def turned(picture: NDArray[np.uint8], clockwise_deg: int) -> NDArray[np.uint8]:
    """Lay a picture down so that a player's turn sets it upright."""
    return np.ascontiguousarray(np.rot90(picture, clockwise_deg // 90))


@pytest.fixture(params=FORMATS, ids=lambda kind: kind.name)
def kind(request: pytest.FixtureRequest) -> Format:
    kind: Format = request.param
    if kind.codec not in av.codecs_available:
        pytest.skip(f"this FFmpeg can't write {kind.codec}")
    return kind


@pytest.fixture
def video(kind: Format, tmp_path: Path) -> Path:
    lying = kind.turned_deg % 180 != 0
    width, height = kind.size[::-1] if lying else kind.size
    pictures = [turned(numbered_picture(index, width, height), kind.turned_deg) for index in range(COUNT)]
    return write_video(
        tmp_path / kind.name,
        pictures,
        rate=kind.rate,
        codec=kind.codec,
        pixel_format=kind.pixel_format,
        options=kind.options,
        times_s=kind.times_s,
        turned_deg=kind.turned_deg,
        pixel_aspect=kind.pixel_aspect,
    )


@pytest.fixture
def show(video: Path) -> Iterator[Callable[[], Show]]:
    shows: list[Show] = []

    def make() -> Show:
        shows.append(Show(video))
        return shows[-1]

    yield make
    for each in shows:
        each.close()


def test_it_opens_and_every_seek_shows_its_picture(show: Callable[[], Show], kind: Format) -> None:
    shown = show()
    first = shown.take()
    assert first.rgb.shape == (*kind.shape, 3)
    assert number_of(first.rgb) == 0
    for index in (17, 3, 23, 10):
        shown.seek(kind.time_s(index) + 0.004)
        assert number_of(shown.take().rgb) == index


def test_it_plays_in_its_time(show: Callable[[], Show], kind: Format) -> None:
    shown = show()
    numbers = [number_of(shown.take().rgb)]
    for index in range(1, 8):
        shown.position_s = kind.time_s(index) + 0.001
        numbers.append(number_of(shown.take().rgb))
    assert numbers == list(range(8))


def test_it_gets_a_proxy_and_is_scrubbed(show: Callable[[], Show], video: Path, kind: Format) -> None:
    shown = show()
    shown.take()
    shown.reader.set_proxy(proxy_of(video))
    for index in (20, 5, 12):
        shown.scrub(kind.time_s(index))
        near = shown.take()
        assert near.rgb.shape == (*kind.shape, 3)
        assert number_of(near.rgb) == pytest.approx(index, abs=3)
    assert "proxy" in {source for source, _ in shown.listener.sources}
