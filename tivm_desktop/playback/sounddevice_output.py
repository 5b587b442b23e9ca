"""The real sound device, through PortAudio."""

import logging
from importlib import import_module
from time import monotonic
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.playback.mixer import CHANNELS
from tivm_desktop.playback.output import PREFERRED_RATE_HZ, OutputDevice, OutputError, Render

if TYPE_CHECKING:
    from types import ModuleType

LATENCY_S = 0.15
"""PortAudio's low latency gives underruns as soon as the machine is busy."""
LONGEST_LATENCY_S = 0.4
"""Each underrun doubles the latency up to this."""
STALL_S = 1.0
"""A device that asks for nothing that long has gone."""
WAKING_S = 5.0
"""A device may take that long to play its first sound, also after an underrun, which restarts it."""

_NO_DEVICE = "No sound device was found, so playback is silent until you connect or switch one on."
_NO_LIBRARY = (
    "The sound library PortAudio is missing, so playback is silent: install libportaudio2 and start again."
)
_FAILED = (
    "The sound device {name} {what}, so playback goes on silently: check it, and sound comes back by itself."
)

_log = logging.getLogger(__name__)


class SounddeviceOutput:
    """The system's default output device; `open` restarts PortAudio, which never notices new ones."""

    def __init__(self, latency_s: float = LATENCY_S) -> None:
        self._latency_s = latency_s
        self._device: OutputDevice | None = None
        self._stream: Any = None
        self._render: Render | None = None
        self._stopping = False
        self._failure: str | None = None
        self._underruns = 0
        self._starved = False
        self._woken_at_s = 0.0
        self._called_at_s = 0.0
        self._running = False

    def now(self) -> float:
        """Seconds of the monotonic clock."""
        return monotonic()

    def open(self) -> OutputDevice:
        """Restart PortAudio and return the default device, at 48 kHz where it takes that.

        Raises:
            OutputError: There is no device or no PortAudio.
        """
        self.close()
        sounddevice = _sounddevice()
        try:
            sounddevice._terminate()  # noqa: SLF001 - there is no public name for it
            sounddevice._initialize()  # noqa: SLF001
            found = sounddevice.query_devices(kind="output")
        except (sounddevice.PortAudioError, ValueError) as error:
            raise OutputError(_NO_DEVICE) from error
        self._device = OutputDevice(str(found["name"]), _rate(sounddevice, found))
        return self._device

    def start(self, render: Render) -> None:
        """Call `render` from PortAudio's thread; a stream that runs goes on without a gap.

        Raises:
            OutputError: The device can't be opened or doesn't start.
        """
        self._render = render
        if self._running and self.failure is None:
            return
        sounddevice = _sounddevice()
        if self._starved:
            self.close()
            self._latency_s = min(2 * self._latency_s, LONGEST_LATENCY_S)
            self._starved = False
            _log.info("the sound device ran dry: %.2f s are held ready from now on", self._latency_s)
        self._failure = None
        self._stopping = False
        try:
            if self._stream is None:
                self._stream = self._new_stream(sounddevice)
            self._woken_at_s = self._called_at_s = monotonic()
            self._stream.start()
        except (sounddevice.PortAudioError, ValueError) as error:
            raise OutputError(self._sentence("can't be started")) from error
        self._running = True

    def stop(self) -> None:
        """Stop at once; what the device holds is dropped."""
        self._stopping = True
        self._running = False
        if self._stream is not None:
            try:
                self._stream.abort(ignore_errors=False)
            except _sounddevice().PortAudioError as error:
                _log.info("the sound device did not stop cleanly: %s", error)
        self._render = None

    @property
    def failure(self) -> str | None:
        """Sentence about why the device stopped by itself; None while it works."""
        awake = self._called_at_s - self._woken_at_s > STALL_S
        silent_s = monotonic() - self._called_at_s
        if self._failure is None and self._running and silent_s > (STALL_S if awake else WAKING_S):
            self._failure = self._sentence("stopped taking sound")
        return self._failure

    @property
    def starved(self) -> bool:
        """Whether there was an underrun since `start` and the latency can still grow."""
        return self._starved

    @property
    def underruns(self) -> int:
        """Blocks that came too late for the device."""
        return self._underruns

    def close(self) -> None:
        """Stop and let go of the device."""
        stream, self._stream = self._stream, None
        self._stopping = True
        self._running = False
        if stream is not None:
            stream.close(ignore_errors=True)

    def _new_stream(self, sounddevice: "ModuleType") -> Any:  # noqa: ANN401
        return sounddevice.OutputStream(
            samplerate=self._device.rate_hz if self._device is not None else PREFERRED_RATE_HZ,
            channels=CHANNELS,
            dtype="float32",
            latency=self._latency_s,
            callback=self._fill,
            finished_callback=self._finished,
        )

    def _fill(self, out: NDArray[np.float32], _frames: int, time: Any, status: Any) -> None:  # noqa: ANN401
        now_s = monotonic()
        self._called_at_s = now_s
        if status.output_underflow:
            self._underruns += 1
            self._woken_at_s = now_s
            self._starved = self._latency_s < LONGEST_LATENCY_S
        render, stream = self._render, self._stream
        if render is None or stream is None:
            out.fill(0.0)
            return
        lead_s = time.outputBufferDacTime - stream.time
        render(out, now_s + (lead_s if 0.0 <= lead_s < STALL_S else self._latency_s))

    def _finished(self) -> None:
        if not self._stopping:
            self._failure = self._sentence("was lost")

    def _sentence(self, what: str) -> str:
        name = self._device.name if self._device is not None else None
        return _FAILED.format(name=name or "of this computer", what=what)


def _sounddevice() -> "ModuleType":
    try:
        return import_module("sounddevice")
    except OSError as error:
        raise OutputError(_NO_LIBRARY) from error


def _rate(sounddevice: "ModuleType", device: Any) -> int:  # noqa: ANN401
    try:
        sounddevice.check_output_settings(channels=CHANNELS, dtype="float32", samplerate=PREFERRED_RATE_HZ)
    except (sounddevice.PortAudioError, ValueError):
        return round(float(device["default_samplerate"]))
    return PREFERRED_RATE_HZ
