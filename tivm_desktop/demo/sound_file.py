"""A sound as a tagged file."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import av
import numpy as np
from av.audio.frame import AudioFrame

from tivm_desktop.demo.synth import RATE, Sound
from tivm_desktop.handoff.atomic import new_file

SUFFIX = ".opus"
BIT_RATE = 128_000
_BLOCK = 960
"""Samples of one Opus frame of 20 ms."""


def write_sound(path: Path, sound: Sound, tags: Mapping[str, str]) -> None:
    """Write (2, n) samples to an Ogg Opus file that is whole or not there.

    Raises:
        FileError: it can't be written.
    """
    with new_file(path, replace=True) as made:
        with av.open(made.stream, "w", format="ogg") as container:
            container.metadata.update(tags)
            options = {"compression_level": "2"}
            stream = container.add_stream("libopus", RATE, options=options, layout="stereo")
            stream.bit_rate = BIT_RATE
            for frame in sound_frames(sound, _BLOCK):
                container.mux(stream.encode(frame))
            container.mux(stream.encode(None))
        made.publish()


def sound_frames(sound: Sound, block: int) -> Iterator[AudioFrame]:
    """Yield (2, n) samples in frames of `block`, interleaved, the last one filled with silence."""
    padded = np.pad(sound, ((0, 0), (0, -sound.shape[1] % block)))
    for start in range(0, padded.shape[1], block):
        part = np.ascontiguousarray(padded[:, start : start + block].T).reshape(1, -1)
        frame = AudioFrame.from_ndarray(part, format="flt", layout="stereo")
        frame.sample_rate, frame.pts = RATE, start
        yield frame
