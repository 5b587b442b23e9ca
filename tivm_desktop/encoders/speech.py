"""Sound to the probability of speech, in bounded memory."""

import numpy as np

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.errors import PackError
from tivm_desktop.encoders.sessions import Session, create_session
from tivm_desktop.encoders.speech_pack import SpeechPack

RATE_HZ = 16_000
FRAME_SAMPLES = 512
FRAME_S = FRAME_SAMPLES / RATE_HZ
PREPROCESSING = "silero-512-64-16k-v1"

_CONTEXT_SAMPLES = 64
_FRAMES_AT_ONCE = 512
_STATE = (1, 1, 128)
_INPUTS = {"input": (_CONTEXT_SAMPLES + FRAME_SAMPLES,), "h": _STATE, "c": _STATE}


class SpeechStream:
    """One sound on its way through the detector.

    Silero VAD takes frames of 32 ms, each with the last 4 ms before it, and remembers what it heard; many
    frames go in at once, in the way of the package's own `sequence_vad.py`.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._waiting: list[FloatArray] = [np.zeros(_CONTEXT_SAMPLES, np.float32)]
        self._samples = 0
        self._hidden = self._cell = np.zeros(_STATE, np.float32)
        self._probabilities: list[FloatArray] = []

    def push(self, samples: FloatArray) -> None:
        """Take the next mono samples at 16 kHz, (n,) float32, any n."""
        self._waiting.append(samples)
        self._samples += len(samples)
        if self._samples >= _FRAMES_AT_ONCE * FRAME_SAMPLES:
            self._encode(self._samples // FRAME_SAMPLES)

    def finish(self) -> FloatArray:
        """Hear what is left.

        Returns:
            (T,) probabilities of speech in frames of `FRAME_S`, T being the begun frames of all pushed sound.
        """
        if self._samples:
            missing = -self._samples % FRAME_SAMPLES
            self.push(np.zeros(missing, np.float32))
            self._encode(self._samples // FRAME_SAMPLES)
        return np.concatenate([np.zeros(0, np.float32), *self._probabilities])

    def _encode(self, frames: int) -> None:
        """Hear that many of the waiting frames, some at a time; the rest waits on."""
        held = np.concatenate(self._waiting)
        for first in range(0, frames, _FRAMES_AT_ONCE):
            until = min(first + _FRAMES_AT_ONCE, frames)
            part = held[first * FRAME_SAMPLES : until * FRAME_SAMPLES + _CONTEXT_SAMPLES]
            windows = np.lib.stride_tricks.sliding_window_view(part, _CONTEXT_SAMPLES + FRAME_SAMPLES)
            heard, self._hidden, self._cell = self._session.shaped(
                {"speech_probs": (until - first,), "hn": _STATE, "cn": _STATE},
                {
                    "input": np.ascontiguousarray(windows[::FRAME_SAMPLES]),
                    "h": self._hidden,
                    "c": self._cell,
                },
            )
            self._probabilities.append(heard)
        self._waiting = [held[frames * FRAME_SAMPLES :].copy()]
        self._samples -= frames * FRAME_SAMPLES


class SpeechDetector:
    """The pack's network, on the processor: a chain of small steps is no work for a graphics card."""

    def __init__(self, pack: SpeechPack) -> None:
        """Load the network.

        Args:
            pack: a checked pack.

        Raises:
            PackError: the model can't be loaded, or wants a preprocessing that this version does not know.
        """
        fits = set(pack.inputs) == set(_INPUTS) and all(
            pack.inputs[name][-len(shape) :] == shape for name, shape in _INPUTS.items()
        )
        if pack.preprocessing != PREPROCESSING or not fits:
            path = pack.file.path
            raise PackError(
                path,
                f"{path} wants the preprocessing {pack.preprocessing!r}, which is not known here; "
                "update the program or get the pack again.",
            )
        self._session = create_session(pack.file.path, "cpu", 1)

    def stream(self) -> SpeechStream:
        """Return a fresh stream for one sound."""
        return SpeechStream(self._session)
