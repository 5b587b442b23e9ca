"""The mix as AAC."""

from fractions import Fraction

import numpy as np
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import OutputContainer
from numpy.typing import NDArray

RATE_HZ = 48_000
BIT_RATE = 256_000


class SoundTrack:
    """Encodes blocks of the mix into a file.

    The encoder begins with 1024 samples of its own. Its first packet is stamped that much before second 0,
    and the container tells players to leave that part out (an edit list in MP4 and MOV, a codec delay in
    Matroska): sample n of the mix is sample n of the decoded sound.
    """

    def __init__(self, target: OutputContainer) -> None:
        self._target = target
        self._stream: AudioStream = target.add_stream(
            "aac", RATE_HZ, layout="stereo", format="fltp", bit_rate=BIT_RATE
        )
        self._samples = 0

    @property
    def until_s(self) -> float:
        """How far the sound is written."""
        return self._samples / RATE_HZ

    def write(self, block: NDArray[np.float32]) -> None:
        """Go on with `block`, (n, 2) float32, full scale is 1."""
        frame = AudioFrame.from_ndarray(np.ascontiguousarray(block.T), format="fltp", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = RATE_HZ, self._samples, Fraction(1, RATE_HZ)
        self._samples += len(block)
        self._target.mux(self._stream.encode(frame))

    def finish(self) -> None:
        """Write what the encoder still holds."""
        self._target.mux(self._stream.encode(None))
