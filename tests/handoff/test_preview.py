"""Previews of made videos: every packet as it was, every sample where it was heard."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.handoff.making import (
    B_FRAMES,
    MUSIC_ONLY,
    RATE_HZ,
    copied_packets,
    decoded,
    decoder_facts,
    lag,
    made_video,
    streamed,
)
from tivm_desktop.domain.mix import Ducking, Mix
from tivm_desktop.domain.placed_track import PlacedTrack
from tivm_desktop.handoff.preview import Preview, export_preview, suffix_for
from tivm_desktop.media.opening import opened
from tivm_desktop.media.probe import probe, require_video
from tivm_desktop.media.rotation import Orientation, orientation_of
from tivm_desktop.playback.offline import mixed_blocks


def heard(preview: Preview) -> NDArray[np.float32]:
    duration_s, start_s, _ = decoder_facts(preview.video)
    return np.concatenate(
        list(
            mixed_blocks(
                preview.video, start_s, preview.track, preview.mix, preview.speech, until_s=duration_s
            )
        )
    )


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
    with opened(source) as one, opened(written) as other:
        colours = [
            (c.color_primaries, c.color_trc, c.colorspace)
            for c in (container.streams.video[0].codec_context for container in (one, other))
        ]
        turned = [orientation_of(next(container.decode(video=0))) for container in (one, other)]
    assert colours[0] == colours[1]
    assert turned[0] == turned[1] != Orientation()


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


def test_a_video_that_states_no_length_is_measured(tmp_path: Path, track: Path) -> None:
    whole = made_video(tmp_path / "whole.mkv", options=B_FRAMES)
    live = streamed(whole, tmp_path / "live.mkv")
    assert decoder_facts(live)[0] == 0.0
    written = export_preview(Preview(live, PlacedTrack(track), MUSIC_ONLY), tmp_path / "out.mp4")
    assert copied_packets(written) == copied_packets(live)
    assert len(decoded(written)) == pytest.approx(2.0 * RATE_HZ, abs=1024)
