"""Previews of made videos: every packet as it was, every sample where it was heard, or no file at all."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.handoff.making import RATE_HZ, copied_packets, lag, noise, streamed
from tests.media.making import filmed, scenery, write_video
from tivm_desktop.domain.errors import CancelledError, MediaError
from tivm_desktop.domain.mix import Ducking, Mix
from tivm_desktop.domain.placed_track import PlacedTrack
from tivm_desktop.handoff.errors import ExportError
from tivm_desktop.handoff.preview import Preview, export_preview, suffix_for
from tivm_desktop.media.audio import audio_blocks
from tivm_desktop.media.opening import opened
from tivm_desktop.media.probe import probe, require_video
from tivm_desktop.playback.frame_decoder import FrameDecoder
from tivm_desktop.playback.offline import mixed_blocks

SIZE = (160, 90)
MUSIC_ONLY = Mix(original_muted=True)
B_FRAMES = {"bf": "3", "g": "12", "preset": "ultrafast", "x264-params": "b-adapt=0"}


def made_video(path: Path, seconds: float = 2.0, **how: object) -> Path:
    place = scenery(3, (240, 90))
    pictures = filmed([(seconds, lambda at: place[:, int(at * 20) : int(at * 20) + SIZE[0]])], 25)
    return write_video(path, pictures, **how)  # type: ignore[arg-type]


@pytest.fixture
def video(tmp_path: Path) -> Path:
    (tmp_path / "films").mkdir()
    return made_video(tmp_path / "films" / "cut.mp4", options=B_FRAMES, sound_s=2.0)


@pytest.fixture
def track(tmp_path: Path) -> Path:
    return noise(tmp_path / "track.wav", 6.0)


def decoder_facts(path: Path) -> tuple[float, float | None, float]:
    with opened(path) as container:
        decoder = FrameDecoder(path, container)
        return decoder.duration_s, decoder.sound_start_s, decoder.frame_s


def heard(preview: Preview) -> NDArray[np.float32]:
    duration_s, start_s, _ = decoder_facts(preview.video)
    return np.concatenate(
        list(
            mixed_blocks(
                preview.video, start_s, preview.track, preview.mix, preview.speech, until_s=duration_s
            )
        )
    )


def decoded(path: Path) -> NDArray[np.float32]:
    return np.concatenate(list(audio_blocks(path, RATE_HZ, 2)))


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


SOURCES = {
    "h264.mp4": {"options": B_FRAMES, "sound_s": 2.0},
    "h264.mkv": {"options": B_FRAMES},
    "variable.mp4": {"times_s": [n / 25 + 0.4 * (n > 20) + 0.004 * (n % 3) for n in range(50)]},
    "hevc.mp4": {"codec": "libx265", "options": {"preset": "ultrafast", "x265-params": "log-level=none"}},
    "vp9.webm": {"codec": "libvpx-vp9", "options": {"deadline": "realtime", "cpu-used": "8"}},
    "vp8.webm": {"codec": "libvpx", "options": {"deadline": "realtime", "cpu-used": "8"}},
    "prores.mov": {"codec": "prores_ks", "pixel_format": "yuv422p10le", "options": {"profile": "1"}},
    "motion.avi": {"codec": "mjpeg", "pixel_format": "yuvj420p"},
    "late.mp4": {"times_s": [0.5 + n / 25 for n in range(50)], "sound_s": 2.5},
}
SUFFIXES = {"vp8.webm": ".mkv", "prores.mov": ".mov", "motion.avi": ".mov"}


@pytest.mark.parametrize("name", SOURCES)
def test_packets_times_length_and_sound_are_those_of_the_audition(
    name: str, tmp_path: Path, track: Path
) -> None:
    source = made_video(tmp_path / name, **SOURCES[name])  # type: ignore[arg-type]
    preview = Preview(source, PlacedTrack(track, 0.37, -3.0), MUSIC_ONLY)
    assert suffix_for(source) == SUFFIXES.get(name, ".mp4")
    written = export_preview(preview, tmp_path / f"out{suffix_for(source)}")
    assert copied_packets(written) == copied_packets(source)
    (was_s, _, frame_s), (is_s, _, _) = decoder_facts(source), decoder_facts(written)
    assert abs(is_s - was_s) < frame_s
    mix, sound = heard(preview), decoded(written)
    assert lag(mix, sound) == 0
    assert np.corrcoef(mix[:, 0], sound[: len(mix), 0])[0, 1] > 0.8
    assert len(mix) <= len(sound) < len(mix) + 1024


def test_a_transport_stream_keeps_its_times_to_the_tick_and_its_last_frame(
    tmp_path: Path, track: Path
) -> None:
    late = [0.4 + n / 25 for n in range(50)]
    source = made_video(tmp_path / "late.ts", times_s=late, options=B_FRAMES, sound_s=2.4)
    written = export_preview(Preview(source, PlacedTrack(track), MUSIC_ONLY), tmp_path / "out.mp4")
    was, now = copied_packets(source), copied_packets(written)
    assert [packet.pts_s for packet in now] == [packet.pts_s for packet in was]
    assert [packet.key for packet in now] == [packet.key for packet in was]
    assert decoder_facts(written)[0] == pytest.approx(decoder_facts(source)[0], abs=0.002)
    with opened(written) as container:
        assert container.streams.video[0].start_time == round((0.4 + 1024 / 48_000) * 90_000)


def test_rotation_shape_of_pixels_and_colours_are_kept(tmp_path: Path, track: Path) -> None:
    source = made_video(
        tmp_path / "turned.mp4",
        turned_deg=90,
        pixel_aspect=Fraction(4, 3),
        options={"colorprim": "bt2020", "transfer": "smpte2084", "colormatrix": "bt2020nc"},
    )
    written = export_preview(Preview(source, PlacedTrack(track), Mix()), tmp_path / "out.mp4")
    was, now = require_video(probe(source)), require_video(probe(written))
    assert now == was
    assert now.rotation_deg == 90
    with opened(source) as one, opened(written) as other:
        colours = [
            (c.color_primaries, c.color_trc, c.colorspace)
            for c in (container.streams.video[0].codec_context for container in (one, other))
        ]
    assert colours[0] == colours[1]


def test_the_sound_is_the_mix_in_one_file(video: Path, track: Path, tmp_path: Path) -> None:
    mix = Mix(original_volume=0.5, music_volume=0.8, ducking=Ducking(on=True, amount_db=20.0))
    preview = Preview(video, PlacedTrack(track, -0.5, 2.0), mix, speech=((1.0, 1.4),))
    written = export_preview(preview, tmp_path / "out.mp4")
    wanted, sound = heard(preview), decoded(written)
    assert lag(wanted, sound) == 0
    for begin_s, end_s in ((0.1, 0.45), (0.55, 0.8), (1.1, 1.3)):
        part = slice(round(begin_s * RATE_HZ), round(end_s * RATE_HZ))
        level, expected = np.std(sound[part]), np.std(wanted[part])
        assert level == pytest.approx(expected, rel=0.1)


def test_a_video_without_track_and_sound_is_silent(tmp_path: Path) -> None:
    source = made_video(tmp_path / "mute.mp4")
    written = export_preview(Preview(source, None, Mix()), tmp_path / "out.mp4")
    assert np.abs(decoded(written)).max() < 1e-4


def test_an_existing_preview_is_never_overwritten_unasked(video: Path, track: Path, tmp_path: Path) -> None:
    preview = Preview(video, PlacedTrack(track), MUSIC_ONLY)
    wanted = video.with_name("cut – Song.mp4")
    assert export_preview(preview, wanted) == wanted
    before = wanted.read_bytes()
    assert export_preview(preview, wanted) == video.with_name("cut – Song 2.mp4")
    assert wanted.read_bytes() == before
    shorter = made_video(tmp_path / "short.mp4", 1.0)
    assert export_preview(Preview(shorter, None, Mix()), wanted, replace=True) == wanted
    assert wanted.stat().st_size < len(before)
    assert files(video.parent) == ["cut – Song 2.mp4", "cut – Song.mp4", "cut.mp4"]


@pytest.mark.parametrize("which", ["video", "track"])
def test_what_it_is_made_of_is_never_overwritten(which: str, tmp_path: Path) -> None:
    source = made_video(tmp_path / "cut.mp4", sound_s=2.0)
    music = made_video(tmp_path / "music.mp4", sound_s=2.0)
    own = {"video": source, "track": music}[which]
    before = own.read_bytes()
    with pytest.raises(ExportError, match=f"{own.name} is what the preview is made of"):
        export_preview(Preview(source, PlacedTrack(music), Mix()), own, replace=True)
    assert own.read_bytes() == before
    assert files(tmp_path) == ["cut.mp4", "music.mp4"]


def test_a_suffix_that_does_not_fit_is_changed_and_that_name_not_overwritten(
    video: Path, track: Path
) -> None:
    video.with_name("a.mp4").write_bytes(b"theirs")
    written = export_preview(
        Preview(video, PlacedTrack(track), MUSIC_ONLY), video.with_name("a.avi"), replace=True
    )
    assert written.name == "a 2.mp4"
    assert video.with_name("a.mp4").read_bytes() == b"theirs"


def test_progress_rises_to_the_end(video: Path, track: Path) -> None:
    told: list[tuple[float, float]] = []
    export_preview(
        Preview(video, PlacedTrack(track), Mix()),
        video.with_name("a.mp4"),
        progress=lambda done_s, total_s: told.append((done_s, total_s)),
    )
    assert told == sorted(told)
    assert told[-1] == (2.0, 2.0)


@pytest.mark.parametrize("after", [1, 40])
def test_cancelling_leaves_nothing(after: int, video: Path, track: Path) -> None:
    calls = 0

    def cancel(done_s: float, total_s: float) -> None:
        nonlocal calls
        calls += 1
        if calls == after:
            raise CancelledError

    with pytest.raises(CancelledError):
        export_preview(Preview(video, PlacedTrack(track), Mix()), video.with_name("a.mp4"), progress=cancel)
    assert files(video.parent) == ["cut.mp4"]


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """Have the system refuse to write on beyond `size`, as a drive does that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("size", [0, 100, 40_000])
def test_a_drive_that_takes_no_more_is_one_sentence_and_leaves_nothing(
    size: int, video: Path, track: Path
) -> None:
    preview = Preview(video, PlacedTrack(track), Mix())
    full = pytest.raises(ExportError, match=r"^a\.mp4 can't be written: it is too large for the drive")
    with full, files_no_larger_than(size):
        export_preview(preview, video.with_name("a.mp4"))
    assert files(video.parent) == ["cut.mp4"]


def test_a_folder_that_is_gone_is_one_sentence(video: Path, track: Path, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="the folder gone is not there"):
        export_preview(Preview(video, PlacedTrack(track), Mix()), tmp_path / "gone" / "a.mp4")


@pytest.mark.parametrize("which", ["video", "track"])
def test_a_source_that_is_gone_is_named(which: str, video: Path, track: Path) -> None:
    {"video": video, "track": track}[which].unlink()
    before = files(video.parent)
    with pytest.raises(MediaError, match="is not there"):
        export_preview(Preview(video, PlacedTrack(track), Mix()), video.with_name("a.mp4"))
    assert files(video.parent) == before


def test_a_track_that_is_no_sound_is_named(video: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.mp3"
    broken.write_bytes(b"no sound at all" * 100)
    with pytest.raises(MediaError, match=r"^broken\.mp3 "):
        export_preview(Preview(video, PlacedTrack(broken), Mix()), video.with_name("a.mp4"))
    assert files(video.parent) == ["cut.mp4"]


def test_a_video_cut_short_is_as_long_as_what_is_left_of_it(tmp_path: Path, track: Path) -> None:
    whole = made_video(tmp_path / "whole.mkv", 4.0, options=B_FRAMES)
    cut = tmp_path / "cut.mkv"
    data = whole.read_bytes()
    cut.write_bytes(data[: len(data) // 2])
    left = copied_packets(cut)
    written = export_preview(Preview(cut, PlacedTrack(track), MUSIC_ONLY), tmp_path / "out.mkv")
    assert copied_packets(written) == left
    last_s = float(max(packet.pts_s for packet in left if packet.pts_s is not None))
    assert last_s < 3.0
    assert len(decoded(written)) == pytest.approx((last_s + 0.04) * RATE_HZ, abs=1024)


def test_recordings_that_were_joined_are_refused_in_one_sentence(tmp_path: Path, track: Path) -> None:
    first = made_video(tmp_path / "first.ts", options=B_FRAMES)
    joined = tmp_path / "joined.ts"
    joined.write_bytes(first.read_bytes() * 2)
    with pytest.raises(ExportError, match=r"^The picture of joined\.ts can't be copied into out\.mp4"):
        export_preview(Preview(joined, PlacedTrack(track), Mix()), tmp_path / "out.mp4")
    assert "out.mp4" not in files(tmp_path)
    assert not [name for name in files(tmp_path) if name.endswith(".part")]


def test_a_bare_stream_without_times_is_refused_in_one_sentence(tmp_path: Path, track: Path) -> None:
    bare = made_video(tmp_path / "bare.h264", options=B_FRAMES)
    with pytest.raises(ExportError, match=r"^The pictures of bare\.h264 carry no times"):
        export_preview(Preview(bare, PlacedTrack(track), Mix()), tmp_path / "out.mp4")
    assert "out.mp4" not in files(tmp_path)


def test_a_video_that_states_no_length_is_measured(tmp_path: Path, track: Path) -> None:
    whole = made_video(tmp_path / "whole.mkv", options=B_FRAMES)
    live = streamed(whole, tmp_path / "live.mkv")
    assert decoder_facts(live)[0] == 0.0
    written = export_preview(Preview(live, PlacedTrack(track), MUSIC_ONLY), tmp_path / "out.mp4")
    assert copied_packets(written) == copied_packets(live)
    assert len(decoded(written)) == pytest.approx(2.0 * RATE_HZ, abs=1024)
