"""Which container takes which codec."""

from pathlib import Path

import pytest

from tivm_desktop.handoff.forms import MKV, MOV, MP4, Form, named_for, tag_for


@pytest.mark.parametrize(
    ("codec", "form"),
    [("h264", MP4), ("hevc", MP4), ("av1", MP4), ("vp9", MP4), ("prores", MOV), ("dnxhd", MOV), ("vp8", MKV)],
)
def test_the_codec_chooses(codec: str, form: Form) -> None:
    assert named_for(Path("/x/cut"), codec) == (Path("/x/cut" + form.suffix), form)


@pytest.mark.parametrize(
    ("name", "codec", "expected"),
    [
        ("a.mov", "h264", "a.mov"),
        ("a.MP4", "h264", "a.MP4"),
        ("a.mkv", "prores", "a.mkv"),
        ("a.mp4", "prores", "a.mov"),
        ("a.webm", "vp9", "a.mp4"),
        ("Nr. 5", "h264", "Nr. 5.mp4"),
        ("a.avi", "h264", "a.mp4"),
    ],
)
def test_the_user_s_suffix_is_kept_where_its_container_takes_the_codec(
    name: str, codec: str, expected: str
) -> None:
    assert named_for(Path(name), codec)[0] == Path(expected)


def test_tags_that_tell_flavours_apart_are_kept() -> None:
    assert tag_for(MOV, "prores", "apcs", source_has_tags=True) == "apcs"
    assert tag_for(MOV, "mjpeg", "MJPG", source_has_tags=False) is None
    assert tag_for(MP4, "hevc", "hev1", source_has_tags=True) == "hvc1"
    assert tag_for(MKV, "hevc", "hev1", source_has_tags=True) is None
