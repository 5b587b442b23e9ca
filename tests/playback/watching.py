"""A frame reader, its listener and a clock that stands where it is put; proxies made on the spot."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from av.container import InputContainer

from tests.waiting import until
from tivm_desktop.media.opening import opened
from tivm_desktop.media.pictures import copy_pictures
from tivm_desktop.media.proxy import ProxyWriter
from tivm_desktop.playback.frame_decoder import FrameDecoder, TimedFrame
from tivm_desktop.playback.frame_queue import VideoFrame
from tivm_desktop.playback.frames import FrameReader
from tivm_desktop.playback.hardware import Hardware
from tivm_desktop.playback.late_pictures import PATIENCE_S
from tivm_desktop.playback.picture import PictureConverter
from tivm_desktop.playback.picture_source import PictureSource


class Listener:
    def __init__(self) -> None:
        self.opened: tuple[float, float | None] | None = None
        self.firsts = 0
        self.ends_s: list[float] = []
        self.failures: list[str] = []
        self.sources: list[tuple[str, str]] = []

    def video_opened(self, duration_s: float, original_start_s: float | None) -> None:
        self.opened = (duration_s, original_start_s)

    def first_frame_ready(self) -> None:
        self.firsts += 1

    def end_found(self, ends_s: float) -> None:
        self.ends_s.append(ends_s)

    def picture_from(self, source: str, decoded_by: str) -> None:
        self.sources.append((source, decoded_by))

    def picture_failed(self, sentence: str) -> None:
        self.failures.append(sentence)


class Show:
    """A reader, its listener, and a clock that stands where it is put."""

    def __init__(
        self,
        path: Path,
        view: tuple[int, int] = (960, 540),
        hardware: Hardware | None = None,
        patience_s: float = PATIENCE_S,
    ) -> None:
        self.position_s = 0.0
        self.listener = Listener()
        self.reader = FrameReader(path, lambda: self.position_s, self.listener, view, hardware, patience_s)

    @property
    def source(self) -> str:
        """What pictures were last said to be taken from."""
        return self.listener.sources[-1][0] if self.listener.sources else ""

    def seek(self, time_s: float, speed: float = 1.0) -> None:
        self.position_s = time_s
        self.reader.seek(time_s, speed)

    def scrub(self, time_s: float) -> None:
        self.position_s = time_s
        self.reader.scrub(time_s)

    def take(self) -> VideoFrame:
        """The next picture that is due, waited for."""
        found: list[VideoFrame] = []

        def came() -> bool:
            frame = self.look()
            if frame is not None:
                found.append(frame)
            return bool(found)

        until(came, "a picture")
        return found[0]

    def look(self) -> VideoFrame | None:
        """The picture that is due now, if one is."""
        return self.reader.take_due(self.position_s + 0.0005)

    def close(self) -> None:
        self.reader.stop()
        assert self.reader.join(5.0)


class ActingDecoder(FrameDecoder):
    """Acts before it decodes the frame that is asked for as its `n`th, from 1; some may be none at all."""

    def __init__(self, path: Path, container: InputContainer) -> None:
        super().__init__(path, container)
        self.acts: dict[int, Callable[[], None]] = {}
        self.ends: Callable[[int], bool] = lambda _: False
        self.asked = 0

    def next(self) -> TimedFrame | None:
        self.asked += 1
        self.acts.pop(self.asked, lambda: None)()
        return None if self.ends(self.asked) else super().next()


@contextmanager
def acting(path: Path) -> Iterator[tuple[PictureSource, ActingDecoder]]:
    """An open video whose first frame is decoded, and its decoder."""
    with opened(path) as container:
        decoder = ActingDecoder(path, container)
        first = decoder.next()
        assert first is not None
        decoder.asked = 0
        yield PictureSource("original", decoder, PictureConverter(decoder.stream), first), decoder


def proxy_of(video: Path) -> Path:
    """Make the proxy of a video beside it."""
    writer = ProxyWriter(video.with_name(f"{video.name}.proxy.mkv"))
    copy_pictures(video, writer)
    made = writer.finish()
    assert made is not None, writer.problem
    return made
