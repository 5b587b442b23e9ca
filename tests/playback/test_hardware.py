"""Hardware that refuses, breaks off or is not there; what works is software that passes for it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from av.codec.hwaccel import HWAccel, hwdevices_available
from av.video.stream import VideoStream

from tests.playback.making import make_video, number_of
from tests.playback.watching import Listener, Show
from tests.waiting import until
from tivm_desktop.playback.frame_queue import FrameQueue
from tivm_desktop.playback.hardware import SOFTWARE, Hardware, HardwareFailedError
from tivm_desktop.playback.picture_source import open_original
from tivm_desktop.playback.showing import Showing, Wishes


def refusing(name: str) -> HWAccel:
    """Settings for a device that no computer has."""
    device = "99" if name == "cuda" else "/nowhere/device-99"
    return HWAccel(device_type=name, device=device, allow_software_fallback=False)


@pytest.mark.parametrize("interface", ["cuda", "vaapi", "videotoolbox"])
def test_where_the_hardware_refuses_software_decodes_and_says_so(tmp_path: Path, interface: str) -> None:
    video = make_video(tmp_path / "clip.mp4")
    shown = Show(video, hardware=Hardware((interface,), refusing))
    assert number_of(shown.take().rgb) == 0
    shown.seek(1.0)
    assert number_of(shown.take().rgb) == 25
    shown.close()
    assert shown.listener.sources == [("original", SOFTWARE)]
    assert not shown.listener.failures


def test_a_device_that_is_not_there_is_not_asked_for_twice() -> None:
    hardware = Hardware(("cuda", "vaapi"), refusing)
    hardware.refused("cuda", OSError("no such device"))
    hardware.refused("vaapi", RuntimeError("not this video"))
    assert hardware.candidates() == ["vaapi"]


def test_what_is_tried_is_what_ffmpeg_was_built_with() -> None:
    assert set(Hardware().candidates()) <= set(hwdevices_available())


def test_settings_that_can_not_be_made_are_a_refusal_too(tmp_path: Path) -> None:
    def none(name: str) -> HWAccel:
        raise ValueError(f"no {name}")

    hardware = Hardware(("cuda",), none)
    with open_original(make_video(tmp_path / "clip.mp4"), hardware) as source:
        assert source.decoded_by == SOFTWARE
    assert hardware.candidates() == []


def test_hardware_that_breaks_off_amid_a_video_is_not_taken_for_its_end(tmp_path: Path) -> None:
    whole = make_video(tmp_path / "whole.mkv", frames=250, gop=25, b_frames=0)
    cut = tmp_path / "cut.mkv"
    cut.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    with open_original(cut, Hardware(())) as source:
        on_card = replace(source, decoded_by="cuda")
        listener = Listener()
        showing = Showing(on_card, FrameQueue(10**8), Wishes((64, 48)), lambda: 1e6, listener)
        with pytest.raises(HardwareFailedError, match=r"cuda broke off at [3-6]\."):
            showing.run()
    assert listener.sources == [("original", "cuda")]
    assert not listener.ends_s


class Pretended(Hardware):
    """Software that passes for hardware."""

    def __init__(self) -> None:
        super().__init__(("cuda",))

    def settings(self, name: str) -> HWAccel | None:  # type: ignore[override]
        assert name == "cuda"
        return None

    def decodes(self, stream: VideoStream) -> bool:
        return not super().decodes(stream)


def test_hardware_that_decodes_is_said(tmp_path: Path) -> None:
    video = make_video(tmp_path / "clip.mp4")
    shown = Show(video, hardware=Pretended())
    shown.seek(1.0)
    until(lambda: number_of(shown.take().rgb) == 25, "the picture")
    shown.close()
    assert shown.listener.sources == [("original", "cuda")]


def test_settings_that_leave_the_decoding_to_software_are_a_refusal(tmp_path: Path) -> None:
    class Unsaid(Pretended):
        def decodes(self, stream: VideoStream) -> bool:
            return not super().decodes(stream)

    hardware = Unsaid()
    with open_original(make_video(tmp_path / "clip.mp4"), hardware) as source:
        assert source.decoded_by == SOFTWARE
    assert hardware.candidates() == ["cuda"]


def test_settings_forbid_to_fall_back_unsaid() -> None:
    settings: Any = Hardware(("cuda",)).settings("cuda")
    assert not settings.allow_software_fallback


def test_software_goes_on_where_hardware_breaks_off(tmp_path: Path) -> None:
    whole = make_video(tmp_path / "whole.mkv", frames=250, gop=25, b_frames=0)
    cut = tmp_path / "cut.mkv"
    cut.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    shown = Show(cut, hardware=Pretended())
    shown.position_s = 9.0
    until(lambda: shown.look() is None and bool(shown.listener.ends_s), "the end")
    shown.close()
    assert shown.listener.sources == [("original", "cuda"), ("original", SOFTWARE)]
    assert 3.0 < shown.listener.ends_s[0] < 7.0
    assert not shown.listener.failures


def test_without_hardware_nothing_is_tried(tmp_path: Path) -> None:
    with open_original(make_video(tmp_path / "clip.mp4"), Hardware(())) as source:
        assert source.decoded_by == SOFTWARE
