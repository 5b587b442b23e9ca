from types import SimpleNamespace

import pytest

from tivm_desktop.playback.devices import ask_for_short_blocks, offered, route
from tivm_desktop.playback.portaudio import Device
from tivm_desktop.playback.sound_server import Sinks

SINKS = Sinks({"Built-in": "alsa_1", "Headphones": "bluez_2"}, "Built-in", answers=True)


def device(name: str, index: int) -> Device:
    return Device(name=name, index=index, hostapi=0, max_output_channels=32, default_samplerate=44_100.0)


class PortAudio(SimpleNamespace):
    PortAudioError = RuntimeError

    def __init__(self, default: Device) -> None:
        super().__init__(default=default)

    def query_devices(self, kind: str) -> Device:
        assert kind == "output"
        return self.default

    def check_output_settings(self, **_: object) -> None:
        return


PULSE, DEFAULT, CARD = device("pulse", 0), device("default", 1), device("HDA Intel: ALC (hw:0,0)", 2)
DEVICES = {each["name"]: each for each in (PULSE, DEFAULT, CARD)}


def led(default: Device, sinks: Sinks, chosen: str | None) -> tuple[str, str, str | None, bool]:
    found = route(PortAudio(default), DEVICES, sinks, chosen)  # type: ignore[arg-type]
    return found.title, found.device, found.sink, found.asked


def test_a_servers_sinks_are_what_is_offered() -> None:
    assert offered(DEVICES, SINKS) == ("Built-in", "Headphones")
    assert offered({}, SINKS) == ("Built-in", "Headphones")
    assert offered({"Card": CARD}, SINKS) == ("Card",)
    assert offered(DEVICES, Sinks()) == tuple(DEVICES)


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (None, ("Built-in", "default", None, False)),
        ("Headphones", ("Headphones", "pulse", "bluez_2", True)),
        ("Screen", ("Built-in", "default", None, False)),
    ],
)
def test_a_sink_is_asked_for_by_the_servers_name(
    chosen: str | None, found: tuple[str, str, str | None, bool]
) -> None:
    assert led(DEFAULT, SINKS, chosen) == found


def test_a_default_that_is_no_server_keeps_its_own_name() -> None:
    assert led(CARD, SINKS, None) == (CARD["name"], CARD["name"], None, False)


def test_without_a_server_a_device_is_chosen_by_portaudios_name() -> None:
    assert led(DEFAULT, Sinks(), CARD["name"]) == (CARD["name"], CARD["name"], None, True)
    assert led(DEFAULT, Sinks(), "Screen") == ("default", "default", None, False)


@pytest.mark.parametrize("library", [None, "no-such-library.so", "libc.so.6"])
def test_a_portaudio_without_alsa_keeps_its_blocks(library: str | None) -> None:
    ask_for_short_blocks(SimpleNamespace(_libname=library))  # type: ignore[arg-type]
    ask_for_short_blocks(SimpleNamespace())  # type: ignore[arg-type]
