"""Small videos and sounds, and what tests want to know of the files that come out."""

from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from tests.media.making import filmed, scenery, write_video
from tivm_desktop.domain.mix import Mix
from tivm_desktop.media.audio import audio_blocks
from tivm_desktop.media.opening import opened
from tivm_desktop.playback.frame_decoder import FrameDecoder

RATE_HZ = 48_000
SIZE = (160, 90)
MUSIC_ONLY = Mix(original_muted=True)
B_FRAMES = {"bf": "3", "g": "12", "preset": "ultrafast", "x264-params": "b-adapt=0"}


@dataclass(frozen=True)
class Copied:
    """One packet: a digest of its bytes, and when it is shown, seconds from the file's start."""

    digest: str
    pts_s: Fraction | None
    key: bool


def noise(path: Path, length_s: float, seed: int = 1, rate: int = RATE_HZ, channels: int = 2) -> Path:
    """Write noise, which tells its place to the sample."""
    samples = np.random.default_rng(seed).integers(-6000, 6000, (1, round(length_s * rate) * channels))
    layout = {1: "mono", 2: "stereo"}[channels]
    with av.open(str(path), "w") as container:
        stream = container.add_stream("pcm_s16le", rate, layout=layout)
        frame = av.AudioFrame.from_ndarray(samples.astype(np.int16), format="s16", layout=layout)
        frame.sample_rate, frame.pts = rate, 0
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


class _Pipe:
    """Something that can only be written to, from its start to its end."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("wb")

    def write(self, data: bytes) -> int:
        return self._file.write(data)

    def close(self) -> None:
        self._file.close()


def streamed(source: Path, path: Path) -> Path:
    """Write the picture of `source` anew as a live recording does, which never learns how long it is."""
    pipe = _Pipe(path)
    with av.open(str(source)) as given, av.open(pipe, "w", format="matroska") as container:
        stream = given.streams.video[0]
        copy = container.add_stream_from_template(stream, opaque=True)
        for packet in given.demux(stream):
            if packet.size:
                packet.stream = copy
                container.mux(packet)
    pipe.close()
    return path


def copied_packets(path: Path) -> list[Copied]:
    """The packets of the picture, times counted from the file's start."""
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        base = stream.time_base
        assert base is not None
        start = round(Fraction(container.start_time or 0, 1_000_000) / base)
        return [
            Copied(
                sha256(bytes(packet)).hexdigest(),
                None if packet.pts is None else (packet.pts - start) * base,
                packet.is_keyframe,
            )
            for packet in container.demux(stream)
            if packet.size
        ]


def lag(heard: NDArray[np.float32], decoded: NDArray[np.float32]) -> int:
    """By how many samples `decoded` is later than `heard`; both (n, 2)."""
    size = 1 << (len(heard) + len(decoded)).bit_length()
    product = np.conj(np.fft.rfft(heard[:, 0], size)) * np.fft.rfft(decoded[:, 0], size)
    peak = int(np.argmax(np.fft.irfft(product)))
    return peak - size if peak > size // 2 else peak


def made_video(path: Path, seconds: float = 2.0, **how: object) -> Path:
    """Write a pan over a made place; `how` is for `write_video`."""
    place = scenery(3, (240, 90))
    pictures = filmed([(seconds, lambda at: place[:, int(at * 20) : int(at * 20) + SIZE[0]])], 25)
    return write_video(path, pictures, **how)  # type: ignore[arg-type]


def decoder_facts(path: Path) -> tuple[float, float | None, float]:
    """Length of the picture, second at which its sound begins, length of a frame, all in seconds."""
    with opened(path) as container:
        decoder = FrameDecoder(path, container)
        return decoder.duration_s, decoder.sound_start_s, decoder.frame_s


def decoded(path: Path) -> NDArray[np.float32]:
    """The sound of a file as playback decodes it, (n, 2)."""
    return np.concatenate(list(audio_blocks(path, RATE_HZ, 2)))


def files(folder: Path) -> list[str]:
    """Names of what is in a folder."""
    return sorted(path.name for path in folder.iterdir())
