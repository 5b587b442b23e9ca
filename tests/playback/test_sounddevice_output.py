from collections.abc import Callable, Iterator
from types import ModuleType

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.playback.fake_portaudio import FakePortAudio, device
from tivm_desktop.domain.errors import OutputError
from tivm_desktop.playback.output import OutputDevice
from tivm_desktop.playback.sounddevice_output import SounddeviceOutput


@pytest.fixture
def portaudio(monkeypatch: pytest.MonkeyPatch) -> FakePortAudio:
    module = FakePortAudio()
    monkeypatch.setitem(__import__("sys").modules, "sounddevice", module)
    return module


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    moment = [1000.0]
    monkeypatch.setattr("tivm_desktop.playback.sounddevice_output.monotonic", lambda: moment[0])

    def set_to(seconds: float) -> None:
        moment[0] = seconds

    return set_to


@pytest.fixture
def output(portaudio: FakePortAudio) -> Iterator[SounddeviceOutput]:
    assert portaudio.device is not None
    output = SounddeviceOutput()
    yield output
    output.close()


class Rendered:
    def __init__(self) -> None:
        self.heard_at_s: list[float] = []

    def __call__(self, out: NDArray[np.float32], heard_at_s: float) -> None:
        out.fill(0.5)
        self.heard_at_s.append(heard_at_s)


def test_portaudio_is_started_afresh_by_every_open(
    output: SounddeviceOutput, portaudio: FakePortAudio
) -> None:
    output.open()
    device = output.open()
    assert portaudio.starts == 2
    assert not output.current
    assert (device.name, device.rate_hz) == ("Speakers", 48_000)


def test_a_device_that_does_not_take_48_khz_gets_its_own_rate(
    output: SounddeviceOutput, portaudio: FakePortAudio
) -> None:
    portaudio.refuses = lambda _channels, rate_hz: rate_hz == 48_000
    assert output.open().rate_hz == 44_100
    output.start(Rendered())
    assert portaudio.stream is not None
    assert portaudio.stream.settings["samplerate"] == 44_100
    assert portaudio.stream.settings["latency"] == 0.15


def test_the_devices_of_the_usual_interface_are_listed_and_one_is_chosen(
    output: SounddeviceOutput, portaudio: FakePortAudio
) -> None:
    portaudio.others = [
        device("Headphones", 1),
        device("Microphone", 2, channels=0),
        device("Headphones (again)", 3, hostapi=1),
    ]
    assert output.names == ()
    output.choose("Headphones")
    opened = output.open()
    assert output.names == ("Speakers", "Headphones")
    assert (opened.name, opened.note, output.title) == ("Headphones", None, "Headphones")
    output.start(Rendered())
    assert portaudio.stream is not None
    assert portaudio.stream.settings["device"] == 1
    assert not output.moved


def test_a_chosen_device_that_is_missing_is_said_and_the_default_plays(
    output: SounddeviceOutput, portaudio: FakePortAudio
) -> None:
    output.choose("Headphones")
    opened = output.open()
    assert opened.name == "Speakers"
    assert opened.note == (
        "The sound device Headphones is not there, so sound plays on Speakers: "
        "connect it, and sound goes back to it by itself."
    )
    portaudio.others = [device("Headphones", 1)]
    assert output.open() == OutputDevice("Headphones", 48_000)
    output.choose(None)
    assert output.open() == OutputDevice("Speakers", 48_000)


def test_a_device_of_one_channel_gets_the_mean_of_both_sides(
    output: SounddeviceOutput, portaudio: FakePortAudio
) -> None:
    portaudio.device = device("Phone", 0, channels=1)
    output.open()
    output.start(lambda out, _heard_at_s: out.__setitem__(slice(None), [0.5, -0.25]))
    assert portaudio.stream is not None
    np.testing.assert_array_equal(portaudio.stream.ask(480, 0.1), np.full((480, 1), 0.125, np.float32))


def test_a_device_that_takes_all_its_channels_only_gets_sound_on_the_first_two(
    output: SounddeviceOutput, portaudio: FakePortAudio
) -> None:
    portaudio.device = device("Interface", 0, channels=8)
    portaudio.refuses = lambda channels, _rate_hz: channels != 8
    output.open()
    output.start(lambda out, _heard_at_s: out.__setitem__(slice(None), [0.5, -0.25]))
    assert portaudio.stream is not None
    out = portaudio.stream.ask(480, 0.1)
    np.testing.assert_array_equal(out, np.tile([0.5, -0.25, 0, 0, 0, 0, 0, 0], (480, 1)))


def test_a_device_that_takes_nothing_that_is_asked_for_is_tried_as_it_says(
    output: SounddeviceOutput, portaudio: FakePortAudio
) -> None:
    portaudio.refuses = lambda _channels, _rate_hz: True
    assert output.open().rate_hz == 44_100


def test_no_device_is_one_sentence_with_a_remedy(output: SounddeviceOutput, portaudio: FakePortAudio) -> None:
    portaudio.device = None
    with pytest.raises(OutputError, match=r"^No sound device was found, .* connect .*\.$"):
        output.open()


def test_a_missing_library_is_one_sentence_with_a_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> ModuleType:
        raise OSError(f"{name}: PortAudio library not found")

    monkeypatch.setattr("tivm_desktop.playback.sounddevice_output.import_module", missing)
    with pytest.raises(OutputError, match="install libportaudio2"):
        SounddeviceOutput().open()


def test_a_block_is_heard_when_the_device_says_so(
    output: SounddeviceOutput, portaudio: FakePortAudio, now: Callable[[float], None]
) -> None:
    output.open()
    rendered = Rendered()
    output.start(rendered)
    assert portaudio.stream is not None
    now(1000.5)
    assert (portaudio.stream.ask(480, dac_in_s=0.08) == 0.5).all()
    assert rendered.heard_at_s == [pytest.approx(1000.58)]
    assert output.now() == 1000.5


@pytest.mark.parametrize("dac_in_s", [-500.0, 4000.0])
def test_a_device_that_tells_nonsense_is_taken_to_have_the_latency_asked_for(
    output: SounddeviceOutput, portaudio: FakePortAudio, now: Callable[[float], None], dac_in_s: float
) -> None:
    output.open()
    rendered = Rendered()
    now(1000.0)
    output.start(rendered)
    assert portaudio.stream is not None
    portaudio.stream.ask(480, dac_in_s)
    assert rendered.heard_at_s == [pytest.approx(1000.15)]


def test_the_same_stream_is_used_again_after_a_stop(
    output: SounddeviceOutput, portaudio: FakePortAudio
) -> None:
    output.open()
    output.start(Rendered())
    stream = portaudio.stream
    output.stop()
    output.start(Rendered())
    assert portaudio.stream is stream
    assert stream is not None
    assert stream.calls == ["start", "abort", "start"]
    assert output.failure is None


def test_a_stopped_device_plays_silence(output: SounddeviceOutput, portaudio: FakePortAudio) -> None:
    output.open()
    output.start(Rendered())
    output.stop()
    assert portaudio.stream is not None
    assert not portaudio.stream.ask(480, 0.1).any()


def test_underruns_are_counted(output: SounddeviceOutput, portaudio: FakePortAudio) -> None:
    output.open()
    output.start(Rendered())
    assert portaudio.stream is not None
    portaudio.stream.ask(480, 0.1, underflow=True)
    portaudio.stream.ask(480, 0.1)
    assert output.underruns == 1


def test_each_underrun_has_the_next_start_hold_more_up_to_a_limit(
    output: SounddeviceOutput, portaudio: FakePortAudio
) -> None:
    output.open()
    latencies = []
    for _ in range(4):
        output.start(Rendered())
        assert not output.starved
        assert portaudio.stream is not None
        latencies.append(portaudio.stream.settings["latency"])
        portaudio.stream.ask(480, 0.1, underflow=True)
        output.stop()
    assert latencies == [0.15, 0.3, 0.4, 0.4]
    assert not output.starved
    assert output.underruns == 4


def test_a_running_stream_goes_on_with_another_render(
    output: SounddeviceOutput, portaudio: FakePortAudio
) -> None:
    output.open()
    first, second = Rendered(), Rendered()
    output.start(first)
    stream = portaudio.stream
    output.start(second)
    assert portaudio.stream is stream
    assert stream is not None
    assert stream.calls == ["start"]
    stream.ask(480, 0.1)
    assert (len(first.heard_at_s), len(second.heard_at_s)) == (0, 1)


def test_a_device_may_take_its_time_after_an_underrun(
    output: SounddeviceOutput, portaudio: FakePortAudio, now: Callable[[float], None]
) -> None:
    output.open()
    now(1000.0)
    output.start(Rendered())
    assert portaudio.stream is not None
    now(1003.0)
    portaudio.stream.ask(480, 0.1, underflow=True)
    now(1007.0)
    assert output.failure is None
    now(1008.1)
    assert output.failure is not None


def test_a_device_that_is_taken_or_refuses_is_said(
    output: SounddeviceOutput, portaudio: FakePortAudio
) -> None:
    output.open()
    portaudio.opens = False
    with pytest.raises(OutputError, match=r"Speakers can't be started, .* check it"):
        output.start(Rendered())
    portaudio.opens = True
    output.start(Rendered())
    output.stop()
    assert portaudio.stream is not None
    portaudio.stream.refuses = True
    with pytest.raises(OutputError, match="Speakers can't be started"):
        output.start(Rendered())


def test_a_stream_that_ends_by_itself_is_a_failure(
    output: SounddeviceOutput, portaudio: FakePortAudio
) -> None:
    output.open()
    output.start(Rendered())
    assert output.failure is None
    assert portaudio.stream is not None
    portaudio.stream.settings["finished_callback"]()
    assert output.failure is not None
    assert output.failure.startswith("The sound device Speakers was lost")


def test_a_device_that_asks_for_nothing_any_more_is_a_failure(
    output: SounddeviceOutput, portaudio: FakePortAudio, now: Callable[[float], None]
) -> None:
    output.open()
    now(1000.0)
    output.start(Rendered())
    now(1004.0)
    assert output.failure is None
    assert portaudio.stream is not None
    portaudio.stream.ask(480, 0.1)
    now(1004.9)
    assert output.failure is None
    now(1005.1)
    assert output.failure is not None
    assert output.failure.startswith("The sound device Speakers stopped taking sound")


def test_a_device_that_never_wakes_up_is_a_failure(
    output: SounddeviceOutput, now: Callable[[float], None]
) -> None:
    output.open()
    now(1000.0)
    output.start(Rendered())
    now(1006.0)
    assert output.failure is not None
    output.start(Rendered())
    assert output.failure is None


def test_nothing_starts_before_it_was_opened(output: SounddeviceOutput) -> None:
    with pytest.raises(OutputError, match="No sound device was found"):
        output.start(Rendered())


def test_stopping_what_never_started_is_no_fault(output: SounddeviceOutput) -> None:
    output.stop()
    assert output.title is None
    output.open()
    output.stop()
    assert (output.failure, output.title) == (None, "Speakers")


def test_a_device_that_does_not_stop_cleanly_is_let_go_of_all_the_same(
    output: SounddeviceOutput, portaudio: FakePortAudio
) -> None:
    output.open()
    output.start(Rendered())
    assert portaudio.stream is not None
    portaudio.stream.jams = True
    output.stop()
    assert output.failure is None
