"""PortAudio with devices that are made up, as its binding shows them."""

from collections.abc import Callable
from types import ModuleType, SimpleNamespace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.playback.portaudio import Device


class PortAudioError(Exception):
    pass


def device(name: str, index: int, *, channels: int = 2, hostapi: int = 0) -> Device:
    return {
        "name": name,
        "index": index,
        "hostapi": hostapi,
        "max_output_channels": channels,
        "default_samplerate": 44_100.0,
    }


class Stream:
    def __init__(self, **settings: Any) -> None:  # noqa: ANN401
        self.settings = settings
        self.time = 500.0
        self.calls: list[str] = []
        self.refuses = False
        self.jams = False

    def start(self) -> None:
        if self.refuses:
            raise PortAudioError("Device unavailable")
        self.calls.append("start")

    def abort(self, ignore_errors: bool) -> None:  # noqa: FBT001
        assert not ignore_errors
        if self.jams:
            raise PortAudioError("Unanticipated host error")
        self.calls.append("abort")
        self.settings["finished_callback"]()

    def close(self, ignore_errors: bool) -> None:  # noqa: FBT001
        assert ignore_errors
        self.calls.append("close")
        self.settings["finished_callback"]()

    def ask(self, frames: int, dac_in_s: float, *, underflow: bool = False) -> NDArray[np.float32]:
        out = np.full((frames, self.settings["channels"]), 9.0, np.float32)
        moment = SimpleNamespace(outputBufferDacTime=self.time + dac_in_s)
        self.settings["callback"](out, frames, moment, SimpleNamespace(output_underflow=underflow))
        return out


class FakePortAudio(ModuleType):
    PortAudioError = PortAudioError

    def __init__(self) -> None:
        super().__init__("sounddevice")
        self.starts = 0
        self.device: Device | None = device("Speakers", 0)
        self.others: list[Device] = []
        self.refuses: Callable[[int, int], bool] = lambda channels, rate_hz: False
        self.opens = True
        self.stream: Stream | None = None

    def _terminate(self) -> None:
        self.starts -= 1

    def _initialize(self) -> None:
        self.starts += 2

    def query_devices(self, kind: str | None = None) -> Any:  # noqa: ANN401
        if kind is None:
            return [*([self.device] if self.device is not None else []), *self.others]
        assert kind == "output"
        if self.device is None:
            raise PortAudioError("Error querying device -1")
        return self.device

    def check_output_settings(self, *, device: int, channels: int, dtype: str, samplerate: int) -> None:
        assert (device, dtype) in [(each["index"], "float32") for each in self.query_devices()]
        if self.refuses(channels, samplerate):
            raise PortAudioError("Invalid sample rate")

    def OutputStream(self, **settings: Any) -> Stream:  # noqa: ANN401, N802
        if not self.opens:
            raise PortAudioError("Device unavailable")
        self.stream = Stream(**settings)
        return self.stream
