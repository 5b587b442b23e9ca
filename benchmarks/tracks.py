"""Four minutes of real music in one file, for benchmarks."""

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import cast

import av
import immich_memories_music
import numpy as np
from numpy.typing import NDArray

from tivm_desktop.media.audio import audio_blocks

RATE = 44_100
LENGTH_S = 240
CODECS = {
    "mp3": ("libmp3lame", 320_000, RATE),
    "opus": ("libopus", 128_000, 48_000),
    "flac": ("flac", None, RATE),
    "m4a": ("aac", 256_000, RATE),
}


def joined_track(path: Path, codec: str) -> Path:
    """Join real tracks to four minutes and encode them.

    Args:
        path: Where to.
        codec: A key of `CODECS`.
    """
    encoder, bit_rate, rate = CODECS[codec]
    with av.open(str(path), "w") as container:
        stream = cast("av.AudioStream", container.add_stream(encoder, rate=rate, layout="stereo"))
        if bit_rate:
            stream.bit_rate = bit_rate
        resampler = av.AudioResampler(stream.format, "stereo", rate)
        for block in joined_seconds():
            frame = av.AudioFrame.from_ndarray(block.reshape(1, -1), format="flt", layout="stereo")
            frame.sample_rate = RATE
            for ready in resampler.resample(frame):
                container.mux(stream.encode(ready))
        for ready in resampler.resample(None):
            container.mux(stream.encode(ready))
        container.mux(stream.encode(None))
    return path


def joined_seconds() -> Iterator[NDArray[np.float32]]:
    """Seconds of real tracks, one after the other: (RATE, 2), four minutes of them."""
    tracks = sorted(immich_memories_music.tracks_dir().rglob("*_acoustic_*.opus"))
    left = LENGTH_S
    for track in cycle(tracks):
        for block in audio_blocks(track, RATE, 2):
            if len(block) < RATE:
                continue
            yield np.ascontiguousarray(block)
            left -= 1
            if not left:
                return
