from fractions import Fraction
from pathlib import Path

import pytest

from tests.media.making import BLUE, RED, plain, quarters, write_sound, write_video
from tivm_desktop.domain.errors import MediaError
from tivm_desktop.media.probe import probe, require_audio, require_video


def test_says_what_a_video_with_sound_holds(tmp_path: Path) -> None:
    info = probe(write_video(tmp_path / "clip.mp4", [plain(RED, (96, 54))] * 30, rate=30, sound_s=1.0))

    video, audio = require_video(info), require_audio(info)
    assert info.duration_s == pytest.approx(1.0, abs=0.05)
    assert (video.width, video.height, video.frame_rate) == (96, 54, 30.0)
    assert audio.begins_s == 0.0


@pytest.mark.parametrize(
    ("turned_deg", "shown"), [(0, (96, 54)), (90, (54, 96)), (180, (96, 54)), (270, (54, 96))]
)
def test_a_turned_video_is_as_large_as_it_is_shown(
    tmp_path: Path, turned_deg: int, shown: tuple[int, int]
) -> None:
    video = require_video(
        probe(write_video(tmp_path / "clip.mov", [quarters((96, 54))] * 5, turned_deg=turned_deg))
    )
    assert (video.width, video.height) == shown


def test_anamorphic_pixels_widen_or_heighten_the_picture(tmp_path: Path) -> None:
    pictures = [quarters((64, 48))] * 5
    wide = write_video(tmp_path / "wide.mp4", pictures, pixel_aspect=Fraction(3, 2))
    tall = write_video(tmp_path / "tall.mp4", pictures, pixel_aspect=Fraction(1, 2))
    assert (require_video(probe(wide)).width, require_video(probe(wide)).height) == (96, 48)
    assert (require_video(probe(tall)).width, require_video(probe(tall)).height) == (64, 96)


@pytest.mark.parametrize("name", ["song.mp3", "song.m4a"])
def test_cover_art_is_not_a_video(tmp_path: Path, name: str) -> None:
    info = probe(write_sound(tmp_path / name, 1.0, cover=name.endswith("mp3")))
    assert info.video is None
    require_audio(info)
    with pytest.raises(MediaError, match=f"{name} has only sound: choose a video with a picture"):
        require_video(info)


def test_a_silent_film_has_no_audio(tmp_path: Path) -> None:
    info = probe(write_video(tmp_path / "silent.webm", [plain(BLUE)] * 5, codec="libvpx"))
    require_video(info)
    with pytest.raises(MediaError, match=r"silent\.webm has no sound: choose a file with sound"):
        require_audio(info)


def test_file_names_are_never_protocols_or_patterns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("http:x.mp4", "concat:a|b.mp4", "100%d.mp4", "ünï čödé 音.mp4", "-i.mp4", "a\nb.mp4"):
        write_video(tmp_path / "made.mp4", [plain(RED)] * 3).rename(tmp_path / name)
        require_video(probe(Path(name)))


def test_file_names_that_are_not_unicode_open(tmp_path: Path) -> None:
    made = write_video(tmp_path / "made.mp4", [plain(RED)] * 3)
    odd = Path(str(tmp_path / "caf") + "\udce9.mp4")
    try:
        made.rename(odd)
    except (OSError, UnicodeError):
        pytest.skip("this file system has only Unicode names")
    require_video(probe(odd))


@pytest.mark.media
def test_real_clips_are_recognised(shared_media: Path) -> None:
    sintel = probe(shared_media / "sintel_trailer_720p.mp4")
    bunny = probe(shared_media / "big_buck_bunny_30s.webm")
    assert sintel.duration_s == pytest.approx(52.208, abs=0.001)
    assert (require_video(sintel).width, require_video(sintel).height) == (1280, 720)
    assert require_video(bunny).frame_rate == 24.0
    require_audio(bunny)
