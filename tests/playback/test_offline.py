from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.playback.making import counting, read_counting
from tivm_desktop.domain.errors import MediaError
from tivm_desktop.domain.mix import Ducking, Mix, SpeechSpans
from tivm_desktop.domain.placed_track import PlacedTrack
from tivm_desktop.playback.offline import BLOCK, mixed_blocks

RATE_HZ = 48_000
FADE = 720
SILENT = Path("level0.0.mkv")
COUNTING = Path("counting.flac")


def mixed(
    track: PlacedTrack | None,
    mix: Mix | None = None,
    *,
    video: Path = SILENT,
    original_start_s: float | None = 0.0,
    speech: SpeechSpans = (),
    until_s: float = 1.0,
) -> NDArray[np.float32]:
    blocks = list(
        mixed_blocks(
            video, original_start_s, track, mix or Mix(), speech,
            until_s=until_s, read=read_counting,
        )
    )  # fmt: skip
    assert all(len(block) == BLOCK for block in blocks[:-1])
    whole = np.concatenate(blocks)
    assert np.array_equal(whole[:, 0], whole[:, 1])
    return whole[:, 0]


def test_the_track_lies_where_it_is_placed_to_the_sample() -> None:
    heard = mixed(PlacedTrack(COUNTING, 2.0))
    start = 2 * RATE_HZ
    assert len(heard) == RATE_HZ
    assert np.array_equal(heard[FADE:-FADE], counting(np.arange(start + FADE, start + RATE_HZ - FADE)))


def test_a_track_that_enters_later_is_silent_until_then() -> None:
    heard = mixed(PlacedTrack(COUNTING, -0.25))
    assert not heard[:12_000].any()
    assert np.array_equal(heard[12_000:20_000], counting(np.arange(8000)))


def test_it_is_faded_in_amid_a_track_and_out_at_the_end() -> None:
    heard = mixed(PlacedTrack(Path("level0.5.flac"), 3.0), until_s=0.5)
    assert len(heard) == RATE_HZ // 2
    assert heard[0] < 0.002
    assert heard[-1] < 0.002
    assert (heard[FADE:-FADE] == 0.5).all()


def test_original_and_music_are_as_loud_as_the_mix_says() -> None:
    track = PlacedTrack(Path("level0.25.flac"), gain_db=-6.0206)
    video = Path("level0.5.mkv")
    mix = Mix(original_volume=0.5, music_volume=2.0)
    assert np.allclose(mixed(track, mix, video=video)[FADE:-FADE], 0.25 + 0.25, atol=1e-5)
    assert np.allclose(mixed(track, Mix(solo="music"), video=video)[FADE:-FADE], 0.125, atol=1e-5)
    assert np.allclose(mixed(track, Mix(music_muted=True), video=video)[FADE:-FADE], 0.5)
    assert np.allclose(mixed(None, video=video)[FADE:-FADE], 0.5)


def test_the_original_begins_where_it_does_in_the_video() -> None:
    heard = mixed(None, video=Path("counting.mkv"), original_start_s=0.5)
    assert not heard[:24_000].any()
    assert np.array_equal(heard[24_000:40_000], counting(np.arange(16_000)))


def test_a_video_without_sound_is_not_read() -> None:
    assert not mixed(None, video=Path("gone.mkv"), original_start_s=None).any()


def test_music_gives_way_to_speech() -> None:
    ducking = Ducking(on=True, amount_db=20.0, attack_s=0.1, release_s=0.1)
    heard = mixed(PlacedTrack(Path("level0.5.flac")), Mix(ducking=ducking), speech=((1.0, 2.0),), until_s=3.0)
    assert np.allclose(heard[FADE : round(0.89 * RATE_HZ)], 0.5)
    assert np.allclose(heard[round(1.01 * RATE_HZ) : round(1.99 * RATE_HZ)], 0.05, atol=1e-4)
    assert np.allclose(heard[round(2.12 * RATE_HZ) : -FADE], 0.5)
    assert np.abs(np.diff(heard[:-FADE])).max() < 0.001


def test_a_mix_beyond_full_scale_is_limited() -> None:
    heard = mixed(PlacedTrack(Path("level0.9.flac")), video=Path("level0.9.mkv"))
    assert heard.max() <= 1.0
    assert heard[FADE:-FADE].min() > 0.99


def test_a_track_that_is_gone_is_said() -> None:
    with pytest.raises(MediaError, match=r"gone.flac is not there"):
        mixed(PlacedTrack(Path("gone.flac")))


def test_a_track_shorter_than_the_video_just_ends() -> None:
    heard = mixed(PlacedTrack(COUNTING, 59.5))
    assert np.array_equal(heard[FADE:24_000], counting(np.arange(59 * RATE_HZ + 24_000 + FADE, 60 * RATE_HZ)))
    assert not heard[24_000:].any()
