from pathlib import Path
from threading import Event

import numpy as np
import pytest

from tests.playback.making import counting, make_video
from tests.playback.staging import COUNTING, FADE, RATE_HZ, Stage
from tests.waiting import until
from tivm_desktop.domain.mix import Ducking, Mix
from tivm_desktop.domain.placed_track import PlacedTrack

LEVEL = Path("level0.25.flac")
OTHERS = [PlacedTrack(Path(f"level0.{digit}.flac")) for digit in range(4, 8)]


@pytest.fixture
def long(tmp_path: Path) -> Path:
    return make_video(tmp_path / "long.mp4", frames=250)


def changes_within(stage: Stage, level: float, seconds: float) -> bool:
    """Play on; tell whether sound mixed from now on gets to `level` in that time plus the crossfade."""
    before = len(stage.heard())
    stage.output.play(seconds)
    return bool(np.allclose(stage.heard()[before:][-240:], level))


def lies_at(stage: Stage, offset: int, *, since_start: bool = False) -> bool:
    """Play on; tell whether the counting track is heard that many samples ahead of what was heard."""
    stage.output.play(0.01)
    heard = stage.output.heard(since_start=since_start)[:, 0]
    settled = np.arange(len(heard) - 240, len(heard))
    return np.array_equal(heard[settled], counting(settled + offset))


def let_decode(stage: Stage) -> None:
    """Play a while, so that what is on standby gets ready."""
    stage.output.play(0.3)
    Event().wait(0.05)
    stage.output.play(0.2)


def test_tracks_on_standby_come_in_one_after_the_other(stage: Stage, long: Path) -> None:
    stage.show(long)
    stage.player.set_track(LEVEL)
    stage.player.set_standby(OTHERS)
    stage.start()
    let_decode(stage)
    for track, level in zip(OTHERS, (0.4, 0.5, 0.6, 0.7), strict=True):
        stage.player.set_track(track.path, track.placement_s)
        until(lambda level=level: changes_within(stage, level, 0.01), track.path.name)  # type: ignore[misc]
    assert np.abs(np.diff(stage.heard())).max() < 0.002
    assert stage.player.underruns == 0


def test_two_tracks_flip_to_and_fro(stage: Stage, long: Path) -> None:
    stage.show(long)
    stage.player.set_track(LEVEL)
    stage.player.set_standby([PlacedTrack(LEVEL), PlacedTrack(COUNTING, 5.0)])
    stage.start()
    let_decode(stage)
    for _ in range(5):
        stage.player.set_track(COUNTING, 5.0)
        until(lambda: lies_at(stage, 5 * RATE_HZ), "the one")
        stage.player.set_track(LEVEL)
        until(lambda: changes_within(stage, 0.25, 0.01), "the other")
    assert stage.player.underruns == 0


def test_standby_follows_a_seek(stage: Stage, long: Path) -> None:
    stage.show(long)
    stage.player.set_track(LEVEL)
    stage.player.set_standby([PlacedTrack(COUNTING, 5.0)])
    stage.start()
    let_decode(stage)
    stage.player.seek(6.0)
    until(lambda: stage.output.starts(2), "the sound")
    let_decode(stage)
    stage.player.set_track(COUNTING, 5.0)
    until(lambda: lies_at(stage, 11 * RATE_HZ, since_start=True), "the track")


def test_a_track_moved_a_little_is_heard_there_at_once(stage: Stage, long: Path) -> None:
    stage.show(long)
    stage.player.set_track(COUNTING, 5.0)
    stage.start()
    let_decode(stage)
    for placement_s in (5.01, 5.05, 4.9, 4.86, 5.5):
        stage.player.set_track(COUNTING, placement_s)
        offset = round(placement_s * RATE_HZ)
        until(lambda offset=offset: lies_at(stage, offset), f"placement {placement_s}")  # type: ignore[misc]
    assert stage.player.underruns == 0


def test_a_track_moved_far_is_decoded_anew(stage: Stage, long: Path) -> None:
    stage.show(long)
    stage.player.set_track(COUNTING, 5.0)
    stage.start()
    stage.output.play(0.2)
    stage.player.set_track(COUNTING, 30.0)
    until(lambda: lies_at(stage, 30 * RATE_HZ), "the other place")


def test_the_newest_of_many_tracks_is_heard(stage: Stage, long: Path) -> None:
    stage.show(long)
    stage.player.set_track(LEVEL)
    stage.start()
    stage.output.play(0.1)
    for track in OTHERS:
        stage.player.set_track(track.path)
    until(lambda: changes_within(stage, 0.7, 0.01), "the newest track")
    stage.player.set_track(COUNTING)
    stage.player.set_track(OTHERS[-1].path)
    stage.output.play(0.2)
    until(lambda: changes_within(stage, 0.7, 0.01), "the newest track again")


def test_a_track_that_is_gone_may_be_on_standby(stage: Stage, long: Path) -> None:
    stage.show(long)
    stage.player.set_track(LEVEL)
    stage.player.set_standby([PlacedTrack(Path("gone.flac")), *OTHERS])
    stage.start()
    let_decode(stage)
    assert stage.player.state.error is None
    stage.player.set_track(OTHERS[0].path)
    until(lambda: changes_within(stage, 0.4, 0.01), "a track that is there")
    stage.player.set_track(Path("gone.flac"))
    until(lambda: stage.player.state.error == "gone.flac is not there: choose it again.", "the sentence")


def test_music_gives_way_to_speech_while_it_plays(stage: Stage, long: Path) -> None:
    stage.show(long)
    stage.player.set_track(LEVEL)
    stage.player.set_speech(((0.5, 1.0),))
    stage.start()
    stage.output.play(0.7)
    assert np.allclose(stage.heard()[FADE:], 0.25)
    stage.player.set_mix(Mix(ducking=Ducking(on=True, amount_db=20.0, attack_s=0.1, release_s=0.1)))
    until(lambda: changes_within(stage, 0.025, 0.01), "the quiet music")
    stage.output.play(0.5)
    heard = stage.heard()
    assert np.allclose(heard[-480:], 0.25)
    assert np.abs(np.diff(heard)).max() < 0.001


def test_solo_silences_the_other_sound(stage: Stage, tmp_path: Path) -> None:
    stage.show(make_video(tmp_path / "level0.5.mkv", frames=100, sound_s=4.0))
    stage.player.set_track(LEVEL)
    stage.start()
    stage.output.play(0.1)
    assert np.allclose(stage.heard()[FADE:], 0.75)
    for mix, level in (
        (Mix(solo="music"), 0.25),
        (Mix(solo="original"), 0.5),
        (Mix(solo="original", original_muted=True), 0.0),
        (Mix(music_muted=True), 0.5),
        (Mix(), 0.75),
    ):
        stage.player.set_mix(mix)
        until(lambda level=level: changes_within(stage, level, 0.01), str(mix))  # type: ignore[misc]


def test_scrubbing_holds_sound_and_clock_and_play_goes_on(stage: Stage, long: Path) -> None:
    stage.show(long)
    stage.player.set_track(LEVEL)
    stage.start()
    stage.output.play(0.3)
    for time_s in (1.0, 3.0, 2.0):
        stage.player.scrub(time_s)
        assert (stage.player.state.playing, stage.player.state.position_s) == (False, time_s)
    until(stage.output.stops, "the silence")
    stage.player.seek(4.04)
    until(lambda: stage.look() == 101, "the exact picture")
    stage.start()
    stage.output.play(0.2)
    assert stage.player.state.position_s == pytest.approx(4.24)
