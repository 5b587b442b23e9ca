"""Which device sound is sent to, and in which form the device takes it."""

from collections.abc import Iterator
from ctypes import CDLL
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tivm_desktop.playback.output import PREFERRED_RATE_HZ
from tivm_desktop.playback.portaudio import Device
from tivm_desktop.playback.sound_server import Sinks
from tivm_desktop.playback.voice import CHANNELS

if TYPE_CHECKING:
    from types import ModuleType

SERVER_DEVICE = "pulse"
"""ALSA's name for the device that hands sound to a PulseAudio or PipeWire server."""
_ALSA_BLOCKS = 8
TO_SERVER = frozenset((SERVER_DEVICE, "default", "pipewire"))
"""ALSA's names for devices that lead there, "default" where there is a server."""
MISSING = (
    "The sound device {chosen} is not there, so sound plays on {instead}: connect it, and sound goes back to "
    "it by itself."
)


@dataclass(frozen=True, slots=True)
class Route:
    """A way to a device."""

    title: str
    """What the user calls the device."""
    device: str
    """PortAudio's name of it."""
    index: int
    """PortAudio's number of it, valid until PortAudio is started afresh."""
    rate_hz: int
    channels: int
    sink: str | None = None
    """The sound server's name of it, where it was asked for by name."""
    asked: bool = False
    """Whether it is the one that the user chose."""

    @property
    def follows_server(self) -> bool:
        """Whether a sound server decides where it is heard."""
        return self.sink is None and self.device in TO_SERVER


def ask_for_short_blocks(sounddevice: "ModuleType") -> None:
    """Have ALSA's buffers be of eight blocks rather than four; nothing where PortAudio has no ALSA.

    As much sound is held ready, but whatever changes waits half as long for the next block.
    """
    try:
        CDLL(sounddevice._libname).PaAlsa_SetNumPeriods(_ALSA_BLOCKS)  # noqa: SLF001 - no other name for it
    except (AttributeError, OSError, TypeError):
        return


def output_devices(sounddevice: "ModuleType") -> dict[str, Device]:
    """PortAudio's devices that take sound, those of the system's usual interface, by their names.

    One device is often listed by several interfaces (Windows has four); only one of them is the default's.

    Raises:
        PortAudioError: there is no default device.
    """
    usual = _default(sounddevice)["hostapi"]
    found: dict[str, Device] = {}
    for device in sounddevice.query_devices():
        if device["hostapi"] == usual and device["max_output_channels"] > 0:
            found.setdefault(device["name"], device)
    return found


def offered(devices: dict[str, Device], sinks: Sinks) -> tuple[str, ...]:
    """The names that the user can choose from: the sound server's sinks where there is one."""
    answers = goes_to_server(devices, sinks) or (sinks.answers and not devices)
    return tuple(sinks.names) if answers else tuple(devices)


def goes_to_server(devices: dict[str, Device], sinks: Sinks) -> bool:
    """Whether sound is handed to a server whose sinks are known."""
    return sinks.answers and SERVER_DEVICE in devices


def route(sounddevice: "ModuleType", devices: dict[str, Device], sinks: Sinks, chosen: str | None) -> Route:
    """The way to the chosen device; to the system's default where it is missing or none was chosen."""
    default = _default(sounddevice)
    if goes_to_server(devices, sinks):
        if chosen is not None and chosen in sinks.names:
            asked = _route(sounddevice, devices[SERVER_DEVICE], chosen)
            return replace(asked, sink=sinks.names[chosen], asked=True)
        if default["name"] in TO_SERVER and sinks.default is not None:
            return _route(sounddevice, default, sinks.default)
    device = default if chosen is None else devices.get(chosen, default)
    return replace(_route(sounddevice, device, device["name"]), asked=chosen in devices)


def _default(sounddevice: "ModuleType") -> Device:
    found: Device = sounddevice.query_devices(kind="output")
    return found


def _route(sounddevice: "ModuleType", device: Device, title: str) -> Route:
    index = device["index"]
    for channels, rate_hz in _forms(device):
        try:
            sounddevice.check_output_settings(
                device=index, channels=channels, dtype="float32", samplerate=rate_hz
            )
        except (sounddevice.PortAudioError, ValueError):
            continue
        return Route(title, device["name"], index, rate_hz, channels)
    channels = min(CHANNELS, device["max_output_channels"])
    return Route(title, device["name"], index, round(device["default_samplerate"]), channels)


def _forms(device: Device) -> Iterator[tuple[int, int]]:
    """Channels and rates in the order in which they are asked for: some devices take all channels only."""
    usual_hz, most = round(device["default_samplerate"]), device["max_output_channels"]
    for channels in dict.fromkeys((min(CHANNELS, most), most)):
        yield from ((channels, rate_hz) for rate_hz in dict.fromkeys((PREFERRED_RATE_HZ, usual_hz)))
