"""Files that are damaged, cut off, or no video at all."""

from pathlib import Path

import numpy as np
import pytest

from tests.media.making import RED, camera, filmed, plain, write_sound, write_video
from tivm_desktop.domain.analysis import PictureTimeline
from tivm_desktop.domain.errors import MediaError
from tivm_desktop.media.decoding import can_skip
from tivm_desktop.media.pictures import scan_pictures

FAST_START = {"movflags": "+faststart"}


def scanned(path: Path) -> PictureTimeline:
    """The timeline, pictures dropped."""
    return scan_pictures(path, (16, 16), lambda *_: None)


def film(path: Path, seconds: float = 6.0, container_options: dict[str, str] | None = None) -> Path:
    """A video worth damaging."""
    options = {"g": "25", "crf": "18", "preset": "veryfast"}
    pictures = filmed([(seconds, camera(1, 30))], 25)
    return write_video(path, pictures, options=options, container_options=container_options)


def test_a_file_cut_off_in_the_middle_gives_what_decodes(tmp_path: Path) -> None:
    whole = film(tmp_path / "whole.mp4", container_options=FAST_START)
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(whole.read_bytes()[: whole.stat().st_size * 6 // 10])
    timeline = scanned(cut)
    assert 3 <= timeline.length_s <= 5
    np.testing.assert_array_equal(timeline.motion[:3], scanned(whole).motion[:3])


@pytest.mark.parametrize("name", ["clip.mp4", "clip.mkv", "clip.ts"])
def test_damage_in_the_middle_costs_only_what_is_damaged(tmp_path: Path, name: str) -> None:
    path = film(tmp_path / name)
    before = scanned(path)
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 2_000] = np.random.default_rng(1).bytes(2_000)
    path.write_bytes(content)
    after = scanned(path)
    assert abs(after.length_s - before.length_s) <= 1
    np.testing.assert_array_equal(after.motion[:2], before.motion[:2])


def test_a_video_of_which_nothing_decodes(tmp_path: Path) -> None:
    path = film(tmp_path / "clip.mp4", container_options=FAST_START)
    content = bytearray(path.read_bytes())
    start = content.index(b"mdat") + 4
    content[start:] = bytes(len(content) - start)
    path.write_bytes(content)
    with pytest.raises(MediaError, match=r"clip\.mp4 is damaged: nothing of its picture can be decoded"):
        scanned(path)


def test_sound_without_picture(tmp_path: Path) -> None:
    for path in (
        write_sound(tmp_path / "song.mp3", 1.0),
        write_sound(tmp_path / "cover.mp3", 1.0, cover=True),
    ):
        with pytest.raises(MediaError, match=rf"{path.name} has only sound: choose a video with a picture"):
            scanned(path)


def test_what_can_not_be_opened(tmp_path: Path) -> None:
    (tmp_path / "empty.mp4").touch()
    (tmp_path / "text.mp4").write_text("no film\n" * 100)
    for name, said in (
        ("empty.mp4", "is empty"),
        ("text.mp4", "is not a media file"),
        ("gone.mp4", "is not there"),
        ("", "is a folder"),
    ):
        with pytest.raises(MediaError, match=said):
            scanned(tmp_path / name)


@pytest.mark.parametrize(("frames", "rate"), [(1, 25), (12, 25), (2, 30), (1, 1)])
def test_very_short_videos(tmp_path: Path, frames: int, rate: int) -> None:
    timeline = scanned(write_video(tmp_path / "short.mp4", [plain(RED)] * frames, rate=rate))
    assert timeline.length_s == 1
    assert (timeline.motion.tolist(), timeline.activity.tolist(), len(timeline.cuts_s)) == ([0], [0], 0)


def test_an_animated_gif_is_a_video(tmp_path: Path) -> None:
    pictures = filmed([(1.0, camera(1)), (1.0, camera(2))], 10)
    timeline = scanned(write_video(tmp_path / "a.gif", pictures, rate=10, codec="gif", pixel_format="rgb8"))
    assert timeline.length_s == 2
    assert timeline.cuts_s == pytest.approx([1.0])


def test_a_file_deleted_or_cut_short_while_it_is_read_gives_what_was_there(tmp_path: Path) -> None:
    for name, vanish in (("deleted.ts", Path.unlink), ("emptied.ts", lambda path: path.write_bytes(b""))):
        path = film(tmp_path / name, 20.0)

        def at_second_1(second: int, _picture: object, path: Path = path, vanish: object = vanish) -> None:
            if second == 1 and callable(vanish):
                vanish(path)

        assert 2 <= scan_pictures(path, (16, 16), at_second_1).length_s <= 20


def test_streams_with_hardly_any_reference_pictures_are_decoded_whole(tmp_path: Path) -> None:
    pictures = filmed([(3.0, camera(1, 30))], 25)
    every = {"bf": "16", "x264-params": "b-adapt=0:b-pyramid=none:scenecut=0", "crf": "16"}
    sparse = write_video(tmp_path / "sparse.mp4", pictures, options=every)
    usual = write_video(tmp_path / "usual.mp4", pictures, options={"bf": "3", "crf": "16"})
    assert (can_skip(sparse), can_skip(usual)) == (False, True)
    one, other = scanned(sparse), scanned(usual)
    np.testing.assert_allclose(one.activity, other.activity, rtol=0.1)
    np.testing.assert_allclose(one.motion, other.motion, atol=2)
