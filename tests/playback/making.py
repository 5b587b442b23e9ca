"""Tiny media, an output with a manual clock, and waiting without sleeping."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from threading import Event, RLock

import av
import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.errors import MediaError, OutputError
from tivm_desktop.playback.output import OutputDevice, Render

DIGIT_STEP = 16


def numbered_picture(index: int, width: int = 64, height: int = 48) -> NDArray[np.uint8]:
    """(H, W, 3) uint8; the halves tell the high and the low digit of `index` to base 16."""
    picture = np.zeros((height, width, 3), np.uint8)
    picture[:, : width // 2] = index // 16 * DIGIT_STEP + DIGIT_STEP // 2
    picture[:, width // 2 :] = index % 16 * DIGIT_STEP + DIGIT_STEP // 2
    return picture


def number_of(rgb: NDArray[np.uint8]) -> int:
    """The index that `numbered_picture` put into a picture."""
    middle = rgb.shape[1] // 2
    high, low = rgb[:, : middle - 4].mean(), rgb[:, middle + 4 :].mean()
    return int(high // DIGIT_STEP) * 16 + int(low // DIGIT_STEP)


def make_video(
    path: Path,
    frames: int = 50,
    *,
    rate: int = 25,
    gop: int = 12,
    b_frames: int = 2,
    times: list[int] | None = None,
    sound_s: float = 0.0,
    size: tuple[int, int] = (64, 48),
    aspect: Fraction | None = None,
) -> Path:
    """Write numbered pictures, at 1/1000 s `times` if given, and `sound_s` of a tone."""
    with av.open(str(path), "w") as container:
        options = {"bf": str(b_frames), "crf": "10", "preset": "ultrafast", "tune": "fastdecode"}
        stream = container.add_stream("libx264", rate, options=options)
        stream.width, stream.height, stream.pix_fmt, stream.gop_size = *size, "yuv444p", gop
        if aspect is not None:
            stream.codec_context.sample_aspect_ratio = aspect
        base = Fraction(1, 1000)
        stream.codec_context.time_base = base
        sound = (
            container.add_stream("pcm_s16le" if path.suffix == ".mkv" else "aac", 48_000) if sound_s else None
        )
        for index in range(frames):
            frame = av.VideoFrame.from_ndarray(numbered_picture(index, *size), format="rgb24")
            frame.pts, frame.time_base = times[index] if times else round(index * 1000 / rate), base
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
        if sound is not None:
            tone = (np.sin(np.arange(round(sound_s * 48_000)) * 0.06) * 8192).astype(np.int16)
            sounding = av.AudioFrame.from_ndarray(tone[None, :], format="s16", layout="mono")
            sounding.rate, sounding.pts = 48_000, 0
            container.mux(sound.encode(sounding))
            container.mux(sound.encode(None))
    return path


class FakeOutput:
    """A sound device whose time only passes when told to."""

    def __init__(self, name: str | None = "fake", rate_hz: int = 48_000, latency_s: float = 0.1) -> None:
        self.device = OutputDevice(name, rate_hz)
        self.refuses_to_open: str | None = None
        self.refuses_to_start: str | None = None
        self.failure: str | None = None
        self.starved = False
        self.underruns = 0
        self.opened = 0
        self.started = 0
        self.stopped = 0
        """How often it was stopped while it ran."""
        self.blocks: list[tuple[float, NDArray[np.float32]]] = []
        self.chosen: str | None = None
        self.names: tuple[str, ...] = ()
        self.follows = False
        self.current = False
        self.title = name
        self.told: Callable[[], None] | None = None
        self.latency_s = latency_s
        self._block = rate_hz // 100
        self._lock = RLock()
        self._now_s = 100.0
        self._next_s = 0.0
        self._started_at_s = 0.0
        self._render: Render | None = None

    def now(self) -> float:
        return self._now_s

    def open(self) -> OutputDevice:
        self.opened += 1
        self.failure = None
        if self.refuses_to_open is not None:
            raise OutputError(self.refuses_to_open)
        return self._led()

    def watch(self, changed: Callable[[], None] | None) -> None:
        self.told = changed

    def choose(self, name: str | None) -> None:
        self.chosen = name

    @property
    def moved(self) -> bool:
        return self.title != self._leads_to

    def follow(self) -> OutputDevice | None:
        return self._led() if self.follows else None

    def lists(self, *names: str) -> None:
        """Have devices come or go, as a sound server tells of it."""
        self.names = names
        if self.told is not None:
            self.told()

    @property
    def _leads_to(self) -> str | None:
        return self.chosen if self.chosen in self.names else self.device.name

    def _led(self) -> OutputDevice:
        self.title = self._leads_to
        missing = self.chosen is not None and self.chosen != self.title
        note = f"{self.chosen} is not there." if missing else None
        return OutputDevice(self.title, self.device.rate_hz, note)

    def start(self, render: Render) -> None:
        if self.refuses_to_start is not None:
            raise OutputError(self.refuses_to_start)
        with self._lock:
            if self._render is None:
                self._next_s = self._now_s
            self._started_at_s = self._next_s
            self._render = render
            self.starved = False
            self.started += 1
            self._fill()

    def stop(self) -> None:
        with self._lock:
            self.stopped += self.running
            self._render = None
            self.blocks = [(at_s, block) for at_s, block in self.blocks if at_s < self._now_s]

    def close(self) -> None:
        self.stop()

    @property
    def running(self) -> bool:
        return self._render is not None

    def advance(self, seconds: float, *, pause_s: float = 0.0) -> None:
        """Let time pass in steps of 10 ms, each with a pause, asking for sound as a device would."""
        turn = Event()
        for _ in range(round(seconds * 100)):
            with self._lock:
                self._now_s += 0.01
                self._fill()
            if pause_s:
                turn.wait(pause_s)

    def play(self, seconds: float) -> None:
        """Advance at five times the speed of a real device, so that decoders get their turn."""
        self.advance(seconds, pause_s=0.002)

    def stops(self) -> bool:
        """Let a moment pass; tell whether the device stands."""
        self.advance(0.01)
        return not self.running

    def starts(self, time: int) -> bool:
        """Let a moment pass, unless the device was started that many times; tell whether it was."""
        if self.started < time:
            self.advance(0.01)
        return self.started >= time

    def heard(self, *, since_start: bool = False) -> NDArray[np.float32]:
        """(n, 2): all blocks in their order, or those since the device was last started."""
        with self._lock:
            from_s = self._started_at_s if since_start else 0.0
            blocks = [block for at_s, block in self.blocks if at_s >= from_s]
            return np.concatenate(blocks) if blocks else np.zeros((0, 2), np.float32)

    def forget(self) -> None:
        """Drop what was heard so far."""
        with self._lock:
            self.blocks = []

    def _fill(self) -> None:
        while self._render is not None and self._next_s < self._now_s + self.latency_s:
            block = np.zeros((self._block, 2), np.float32)
            self._render(block, self._next_s)
            self.blocks.append((self._next_s, block))
            self._next_s += self._block / self.device.rate_hz


class SameTime:
    """Another output on the time base of the first."""

    def __init__(self, first: FakeOutput) -> None:
        self._first = first
        self.failure: str | None = None
        self.starved = False
        self.underruns = 0
        self.running = False

    def now(self) -> float:
        return self._first.now()

    def open(self) -> OutputDevice:
        return OutputDevice(None, 48_000)

    def start(self, render: Render) -> None:
        render(np.zeros((4800, 2), np.float32), self.now())
        self.running = True

    def stop(self) -> None:
        self.running = False

    def close(self) -> None:
        self.running = False


def counting(sample: NDArray[np.int64]) -> NDArray[np.float32]:
    """What `read_counting` holds at the given samples: each tells its index modulo 4096."""
    return ((sample % 4096 + 1) / 16384).astype(np.float32)


class Decoded:
    """`read_counting`, and how far each sound that was asked for has been decoded."""

    def __init__(self) -> None:
        self._until: list[tuple[float, float]] = []

    def read(
        self, path: Path, rate: int, channels: int, *, block_s: float, start_s: float
    ) -> Iterator[NDArray[np.float32]]:
        number = len(self._until)
        self._until.append((start_s, 0.0))
        for block in read_counting(path, rate, channels, block_s=block_s, start_s=start_s):
            yield block
            self._until[number] = (start_s, self._until[number][1] + len(block) / rate)

    def reaches(self, second: float, first: int | None = None) -> bool:
        """Tell whether all sounds, or the `first` few that were asked for, are decoded up to `second`."""
        return all(start_s + length_s >= second for start_s, length_s in self._until[:first])


def read_counting(
    path: Path, rate: int, channels: int, *, block_s: float, start_s: float, length_s: float = 60.0
) -> Iterator[NDArray[np.float32]]:
    """Sound by the file's name: `counting*` tells its samples' indices, `level*` is constant, others fail."""
    end = round(length_s * rate)
    step = round(block_s * rate)
    for start in range(round(start_s * rate), end, step):
        sample = np.arange(start, min(start + step, end))
        if path.name.startswith("counting"):
            values = counting(sample)
        elif path.name.startswith("level"):
            values = np.full(len(sample), float(path.stem.removeprefix("level")), np.float32)
        else:
            raise MediaError(path, f"{path.name} is not there: choose it again.")
        yield np.repeat(values[:, None], channels, axis=1)
