"""The real sound device, through PortAudio."""

import logging
import os
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from time import monotonic
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.errors import OutputError
from tivm_desktop.playback.devices import (
    MISSING,
    TO_SERVER,
    Route,
    ask_for_short_blocks,
    offered,
    output_devices,
    route,
)
from tivm_desktop.playback.output import OutputDevice, Render
from tivm_desktop.playback.portaudio import Device, Flags, Moments, Stream
from tivm_desktop.playback.sound_server import Sinks, SoundServer
from tivm_desktop.playback.voice import CHANNELS

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

_SINK_ASKED_FOR = "PULSE_SINK"
"""Where libpulse, and with it ALSA's device for sound servers, looks for the sink to play on."""
_NO_SINKS = Sinks()

_log = logging.getLogger(__name__)


class SounddeviceOutput:
    """The chosen output device, or the system's default; PortAudio notices new ones when `open` restarts it.

    Where a sound server plays, its sinks are the devices: PortAudio sees only the server.
    """

    def __init__(self, latency_s: float = LATENCY_S) -> None:
        self._latency_s = latency_s
        self._chosen: str | None = None
        self._route: Route | None = None
        self._devices: dict[str, Device] = {}
        self._served = False
        self._server: SoundServer | None = None
        self._users_sink = os.environ.get(_SINK_ASKED_FOR)
        self._wide: NDArray[np.float32] = np.zeros((0, CHANNELS), np.float32)
        self._stream: Stream | None = None
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

    def watch(self, changed: Callable[[], None] | None) -> None:
        """Have `changed` called when the sound server's sinks change; None ends it."""
        if self._server is not None:
            self._server.close()
        self._server = SoundServer(changed) if changed is not None else None

    def choose(self, name: str | None) -> None:
        """Have `open` open the device of that name from now on; None follows the system's default."""
        self._chosen = name

    @property
    def names(self) -> tuple[str, ...]:
        """The sound server's sinks, or else the devices there were when PortAudio was started last."""
        return offered(self._devices, self._sinks)

    @property
    def moved(self) -> bool:
        """Whether another device is chosen, or the sound server has the chosen sink anew or has lost it."""
        opened = self._route
        if opened is None or (self._served and not self._sinks.answers):
            return False
        there = self._chosen is not None and self._chosen in self.names
        return there != opened.asked or (there and self._chosen != opened.title)

    @property
    def current(self) -> bool:
        """Whether a sound server tells that what was opened is what is wanted; PortAudio has to look."""
        opened = self._route
        told = opened is not None and self._served and self._sinks.answers and self.failure is None
        return told and not self.moved and (self._chosen is None or self._chosen in self.names)

    def follow(self) -> OutputDevice | None:
        """Have the sound server move what plays to the sink that is chosen, or to its default."""
        opened, sinks, server = self._route, self._sinks, self._server
        if opened is None or server is None or not (self._running and self._served):
            return None
        there = self._chosen in sinks.names
        title = self._chosen if there else sinks.default
        if title is None or not server.move(sinks.names[title]):
            return None
        sink = sinks.names[title] if there else None
        self._route = replace(opened, title=title, sink=sink, asked=there)
        _ask_for_sink(sink or self._users_sink)
        return self._opened(self._route)

    @property
    def title(self) -> str | None:
        """Name of the device that sound goes to now: a server moves what follows its default."""
        opened = self._route
        if opened is None:
            return None
        return (self._sinks.default or opened.title) if opened.follows_server else opened.title

    def open(self) -> OutputDevice:
        """Restart PortAudio and return the device, at 48 kHz where it takes that.

        Raises:
            OutputError: There is no device or no PortAudio.
        """
        self.close()
        sounddevice = _sounddevice()
        sinks = self._sinks
        try:
            sounddevice._terminate()  # noqa: SLF001 - there is no public name for it
            sounddevice._initialize()  # noqa: SLF001
            ask_for_short_blocks(sounddevice)
            self._devices = output_devices(sounddevice)
            found = route(sounddevice, self._devices, sinks, self._chosen)
        except (sounddevice.PortAudioError, ValueError) as error:
            self._route, self._devices = None, {}
            raise OutputError(_NO_DEVICE) from error
        self._route = found
        self._served = sinks.answers and found.device in TO_SERVER
        _ask_for_sink(found.sink or self._users_sink)
        return self._opened(found)

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
        if self._failure is None and self._running and self._served and not self._sinks.answers:
            self._failure = self._sentence("was lost")
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

    @property
    def _sinks(self) -> Sinks:
        return self._server.sinks if self._server is not None else _NO_SINKS

    def _opened(self, found: Route) -> OutputDevice:
        missing = self._chosen is not None and not found.asked
        note = MISSING.format(chosen=self._chosen, instead=found.title) if missing else None
        return OutputDevice(found.title, found.rate_hz, note)

    def _new_stream(self, sounddevice: "ModuleType") -> Stream:
        opened = self._route
        if opened is None:
            raise OutputError(_NO_DEVICE)
        if opened.channels != CHANNELS:
            self._wide = np.zeros((opened.rate_hz, CHANNELS), np.float32)
        stream: Stream = sounddevice.OutputStream(
            device=opened.index,
            samplerate=opened.rate_hz,
            channels=opened.channels,
            dtype="float32",
            latency=self._latency_s,
            callback=self._fill if opened.channels == CHANNELS else self._fill_form,
            finished_callback=self._finished,
        )
        return stream

    def _fill(self, out: NDArray[np.float32], _frames: int, time: Moments, status: Flags) -> None:
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

    def _fill_form(self, out: NDArray[np.float32], frames: int, time: Moments, status: Flags) -> None:
        """Fill a device of one channel with the mean of both sides, the first two of one that has more."""
        stereo = self._wide[:frames]
        self._fill(stereo, frames, time, status)
        if out.shape[1] == 1:
            np.add(stereo[:, 0], stereo[:, 1], out=out[:, 0])
            np.multiply(out, 0.5, out=out)
        else:
            out[:, CHANNELS:] = 0.0
            out[:, :CHANNELS] = stereo

    def _finished(self) -> None:
        if not self._stopping:
            self._failure = self._sentence("was lost")

    def _sentence(self, what: str) -> str:
        return _FAILED.format(name=self.title or "of this computer", what=what)


def _sounddevice() -> "ModuleType":
    try:
        return import_module("sounddevice")
    except OSError as error:
        raise OutputError(_NO_LIBRARY) from error


def _ask_for_sink(name: str | None) -> None:
    if name is not None:
        os.environ[_SINK_ASKED_FOR] = name
    else:
        os.environ.pop(_SINK_ASKED_FOR, None)
