"""VGGish's front-end (Hershey et al. 2017, "CNN architectures for large-scale audio classification").

16 kHz mono, periodic Hann windows of 25 ms every 10 ms, magnitudes of a 512-point transform, 64 mel bands
from 125 to 7500 Hz, `log(mel + 0.01)`, patches of 96 frames. A patch takes 15600 samples, so one patch per
second, starting on the second, needs nothing of its neighbours.
"""

from typing import ClassVar

import numpy as np

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.mel import hann
from tivm_desktop.encoders.manifest import MusicSpec
from tivm_desktop.encoders.mel import htk_mel_filters, spectra
from tivm_desktop.encoders.requirements import Inputs
from tivm_desktop.encoders.samples import SampleQueue
from tivm_desktop.encoders.sessions import Session

RATE_HZ = 16000
WINDOW, HOP, FFT_SIZE = 400, 160, 512
BANDS = 64
PATCH_FRAMES = 96
PATCH_SAMPLES = (PATCH_FRAMES - 1) * HOP + WINDOW
LOG_OFFSET = 0.01

_BATCH = 16


class VggishFrontEnd:
    """Samples to log-mel frames."""

    def __init__(self) -> None:
        self._window = hann(WINDOW)
        self._filters = htk_mel_filters(RATE_HZ, FFT_SIZE, BANDS, 125.0, 7500.0)

    def log_mel(self, samples: FloatArray) -> FloatArray:
        """(n,) samples -> (frames, 64), one frame per 160 samples, whole windows only."""
        magnitudes = np.abs(spectra(samples, self._window, FFT_SIZE, HOP))
        log_mel: FloatArray = np.log(magnitudes @ self._filters + np.float32(LOG_OFFSET))
        return log_mel


class VggishStream:
    """One track through VGGish: one patch per started second; the last one is moved back inside the track."""

    rate_hz = RATE_HZ
    inputs: ClassVar[Inputs] = {"patches": (None, PATCH_FRAMES, BANDS)}

    def __init__(self, session: Session, spec: MusicSpec) -> None:
        self._session = session
        self._front_end = VggishFrontEnd()
        self._queue = SampleQueue()
        self._features = [np.zeros((0, spec.feature_dim), np.float32)]
        self._tag_count = len(spec.tags)
        self._rows = 0

    def push(self, samples: FloatArray) -> None:
        """Take the next mono samples, (n,) float32."""
        self._queue.push(samples)
        while self._queue.end - self._rows * RATE_HZ >= _BATCH * RATE_HZ:
            self._encode([(self._rows + row) * RATE_HZ for row in range(_BATCH)])

    def finish(self) -> tuple[FloatArray, FloatArray]:
        """Return features (T, 128) and no tags, (T, 0)."""
        length = self._queue.end
        self._queue.push(np.zeros(max(0, PATCH_SAMPLES - length), np.float32))
        total = max(1, -(-length // RATE_HZ))
        last = max(0, length - PATCH_SAMPLES)
        starts = [min(row * RATE_HZ, last) for row in range(self._rows, total)]
        if starts:
            self._encode(starts)
        return np.concatenate(self._features), np.zeros((total, self._tag_count), np.float32)

    def _encode(self, starts: list[int]) -> None:
        patches = [
            self._front_end.log_mel(self._queue.read(start, start + PATCH_SAMPLES)) for start in starts
        ]
        shape = len(starts), self._features[0].shape[1]
        self._features += self._session.shaped({"features": shape}, {"patches": np.stack(patches)})
        self._rows += len(starts)
        self._queue.drop_before(self._rows * RATE_HZ - PATCH_SAMPLES)
