"""Videos and a track made for the export benchmark: noise for sound, which tells its place to the sample."""

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import cast

import av
import numpy as np
from av.container import OutputContainer
from numpy.typing import NDArray

WIDTH, HEIGHT = 320, 180
_LEVEL = 2600.0
_SMOOTH = 4


@dataclass(frozen=True)
class Source:
    """A video to be made."""

    name: str
    codec: str = "libx264"
    options: dict[str, str] = field(default_factory=lambda: {"preset": "ultrafast", "bf": "3", "g": "50"})
    pixels: str = "yuv420p"
    rate: int = 25
    sound: str = "aac"
    """Codec of its sound; empty for none."""
    sound_hz: int = 48_000
    channels: int = 2
    late_s: float = 0.0
    """How much later than the sound the picture begins."""
    turned_deg: int = 0
    uneven: bool = False
    """Whether pictures come at a varying rate."""
    seconds: int = 12


_FAST_VPX = {"deadline": "realtime", "cpu-used": "8", "g": "50"}
SOURCES = (
    Source("h264, B-frames.mp4"),
    Source("hevc.mp4", "libx265", {"preset": "ultrafast", "x265-params": "log-level=none:bframes=3"}),
    Source("hevc.mkv", "libx265", {"preset": "ultrafast", "x265-params": "log-level=none:bframes=3"}),
    Source("vp9.webm", "libvpx-vp9", _FAST_VPX, sound="libopus"),
    Source("vp8.webm", "libvpx", _FAST_VPX, sound="libopus"),
    Source("prores.mov", "prores_ks", {"profile": "1"}, "yuv422p10le", sound="pcm_s16le"),
    Source("rotated.mp4", turned_deg=90),
    Source("mute.mp4", sound=""),
    Source("late picture.ts", late_s=0.5),
    Source("late picture.mp4", late_s=0.5),
    Source("mono 44.1 kHz.mp4", sound_hz=44_100, channels=1),
    Source("variable rate.mp4", uneven=True),
    Source("60 frames a second.mp4", rate=60),
)


def long_source(seconds: int) -> Source:
    """A long H.264 video."""
    return Source("long.mp4", seconds=seconds)


def write_source(folder: Path, source: Source) -> Path:
    """Make a video."""
    path = folder / source.name
    rows = np.random.default_rng(5).integers(0, 255, (HEIGHT * 2, WIDTH), np.uint8)
    rows = (rows // 3 + np.linspace(0, 150, HEIGHT * 2)[:, None]).astype(np.uint8)
    base = Fraction(1, 90_000)
    with av.open(str(path), "w") as container:
        picture = cast(
            "av.VideoStream", container.add_stream(source.codec, source.rate, options=source.options)
        )
        picture.width, picture.height, picture.pix_fmt = WIDTH, HEIGHT, source.pixels
        picture.codec_context.time_base = base
        if source.turned_deg:
            picture.set_display_rotation(-source.turned_deg)
        sound = _Sound(container, source) if source.sound else None
        for index in range(source.seconds * source.rate):
            shift = index % HEIGHT
            frame = av.VideoFrame.from_ndarray(
                np.ascontiguousarray(rows[shift : shift + HEIGHT]), format="gray"
            )
            extra_s = 0.3 / source.rate * (index % 3) if source.uneven else 0.0
            shown_s = source.late_s + index / source.rate + extra_s
            frame.pts, frame.time_base = round(shown_s * 90_000), base
            container.mux(picture.encode(frame))
            if sound is not None and index % source.rate == 0:
                sound.second()
        container.mux(picture.encode(None))
        if sound is not None:
            sound.finish()
    return path


def write_track(path: Path, seconds: int) -> Path:
    """Make the music: noise at 44.1 kHz, in FLAC."""
    noise = np.random.default_rng(11)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("flac", 44_100, layout="stereo")
        for second in range(seconds):
            frame = av.AudioFrame.from_ndarray(_noise(noise, 44_100, 2), format="s16", layout="stereo")
            frame.sample_rate, frame.pts = 44_100, second * 44_100
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


class _Sound:
    def __init__(self, container: OutputContainer, source: Source) -> None:
        self._container = container
        self._layout = "mono" if source.channels == 1 else "stereo"
        self._source = source
        stream = container.add_stream(source.sound, source.sound_hz, layout=self._layout)
        self._stream = cast("av.AudioStream", stream)
        self._noise = np.random.default_rng(7)
        self._seconds = 0

    def second(self) -> None:
        rate = self._source.sound_hz
        samples = _noise(self._noise, rate, self._source.channels)
        frame = av.AudioFrame.from_ndarray(samples, format="s16", layout=self._layout)
        frame.sample_rate, frame.pts, frame.time_base = rate, self._seconds * rate, Fraction(1, rate)
        self._container.mux(self._stream.encode(frame))
        self._seconds += 1

    def finish(self) -> None:
        self._container.mux(self._stream.encode(None))


def _noise(noise: np.random.Generator, samples: int, channels: int) -> NDArray[np.int16]:
    """(1, samples * channels), smoothed so that lossy codecs keep it."""
    white = noise.normal(size=(samples + _SMOOTH - 1, channels))
    smooth = sum(white[lag : lag + samples] for lag in range(_SMOOTH)) / np.sqrt(_SMOOTH)
    return (smooth * _LEVEL).astype(np.int16).reshape(1, -1)
