from pathlib import Path

import numpy as np
import pytest

from tests.playback.making import FakeOutput, counting, make_video, number_of
from tests.playback.staging import COUNTING, FADE, RATE_HZ, Stage
from tests.playback.watching import proxy_of
from tests.waiting import until
from tivm_desktop.domain.mix import Mix
from tivm_desktop.playback.player import Player


def test_a_video_opens_paused_on_its_first_picture(stage: Stage, clip: Path) -> None:
    stage.show(clip)
    state = stage.player.state
    assert number_of(stage.seen[0].rgb) == 0
    assert (state.video, state.playing, state.position_s, state.error) == (clip, False, 0.0, None)
    assert state.duration_s == pytest.approx(3.0, abs=0.05)
    assert stage.look() is None
    assert not stage.output.running


def test_what_is_asked_before_there_is_a_video_is_no_fault(stage: Stage) -> None:
    player = stage.player
    for ask in (player.play, player.pause):
        ask()
    player.seek(3.0)
    player.scrub(2.0)
    player.set_proxy(Path("proxy.mkv"))
    player.set_view_size(320, 180)
    assert player.frame_due() is None
    assert (player.state.playing, player.state.position_s, player.state.error) == (False, 2.0, None)


def test_the_device_is_known_before_anything_plays(stage: Stage) -> None:
    until(lambda: stage.player.state.device == "fake", "the device")


def test_the_picture_follows_what_is_heard(stage: Stage, clip: Path) -> None:
    stage.show(clip)
    stage.start()
    for index in range(1, 20):
        stage.output.play(0.04)
        assert stage.player.state.position_s == pytest.approx(index * 0.04)
        until(lambda index=index: stage.look() == index, f"picture {index}")  # type: ignore[misc]


def test_the_track_sounds_at_its_placement(stage: Stage, clip: Path) -> None:
    stage.show(clip)
    stage.player.set_track(COUNTING, placement_s=20.0)
    stage.player.play()
    until(lambda: stage.output.running, "the sound")
    stage.output.play(0.5)
    start = 20 * RATE_HZ
    assert np.array_equal(stage.heard()[FADE:20_000], counting(np.arange(start + FADE, start + 20_000)))
    assert stage.player.underruns == 0


def test_a_negative_placement_lets_the_track_enter_later(stage: Stage, clip: Path) -> None:
    stage.show(clip)
    stage.player.set_track(COUNTING, placement_s=-0.25)
    stage.player.play()
    until(lambda: stage.output.running, "the sound")
    stage.output.play(0.5)
    heard = stage.heard()
    assert not heard[:12_000].any()
    assert np.array_equal(heard[12_000:20_000], counting(np.arange(8000)))


def test_pause_holds_picture_and_sound_and_play_goes_on_without_a_gap(stage: Stage, clip: Path) -> None:
    stage.show(clip)
    stage.player.set_track(COUNTING)
    stage.start()
    stage.output.play(0.4)
    stage.player.pause()
    assert stage.player.state.position_s == pytest.approx(0.4)
    until(stage.output.stops, "the silence")
    stage.output.play(1.0)
    assert stage.player.state.position_s == pytest.approx(0.4)
    stage.output.forget()
    stage.start()
    stage.output.play(0.2)
    assert stage.player.state.position_s == pytest.approx(0.6)
    assert np.array_equal(stage.heard()[FADE:5000], counting(np.arange(19_200 + FADE, 24_200)))


def test_a_seek_moves_picture_and_sound_together(stage: Stage, clip: Path) -> None:
    stage.show(clip)
    stage.player.set_track(COUNTING, 10.0)
    stage.start()
    stage.output.play(0.3)
    stage.player.seek(2.0)
    assert stage.player.state.position_s == 2.0
    until(lambda: stage.look() == 50, "the exact picture")
    until(lambda: stage.output.starts(2), "the sound")
    stage.output.play(stage.output.latency_s)
    assert stage.player.state.position_s == pytest.approx(2.0)
    stage.output.play(0.2)
    assert stage.player.state.position_s == pytest.approx(2.2)
    start = 12 * RATE_HZ
    heard = stage.output.heard(since_start=True)[:, 0]
    assert np.array_equal(heard[FADE:4000], counting(np.arange(start + FADE, start + 4000)))


def test_a_seek_does_not_stop_the_device(stage: Stage, clip: Path) -> None:
    stage.show(clip)
    stage.player.set_track(Path("level0.5.flac"))
    stage.start()
    stage.output.play(0.3)
    for place in range(2, 6):
        stage.player.seek(0.4 * place)
        until(lambda place=place: stage.output.starts(place), "the next place")  # type: ignore[misc]
        stage.output.play(0.2)
    assert stage.output.stopped == 0
    assert stage.player.underruns == 0


def test_a_device_that_holds_much_is_stopped_for_a_seek(clip: Path) -> None:
    stage = Stage(FakeOutput(latency_s=0.4))
    try:
        stage.show(clip)
        stage.player.set_track(COUNTING)
        stage.start()
        stage.output.play(0.5)
        stage.player.seek(2.0)
        until(lambda: stage.output.starts(2), "the sound")
        assert stage.output.stopped == 1
        stage.output.play(0.2)
        assert stage.player.state.position_s == pytest.approx(2.2)
    finally:
        stage.player.close()


def test_pause_holds_the_picture_at_once_and_fades_the_sound(stage: Stage, clip: Path) -> None:
    stage.show(clip)
    stage.player.set_track(Path("level0.5.flac"))
    stage.start()
    stage.output.play(0.4)
    stage.player.pause()
    until(stage.output.stops, "the silence")
    assert stage.player.state.position_s == pytest.approx(0.4)
    heard = stage.heard()
    assert not heard[-1]
    assert np.abs(np.diff(heard)).max() < 0.002


def test_a_seek_fades_the_old_place_out_and_the_new_one_in(stage: Stage, clip: Path) -> None:
    stage.show(clip)
    stage.player.set_track(Path("level0.5.flac"))
    stage.start()
    stage.output.play(0.4)
    stage.player.seek(2.0)
    until(lambda: stage.output.starts(2), "the new place")
    stage.output.play(0.2)
    heard = stage.heard()
    assert np.abs(np.diff(heard)).max() < 0.002
    assert len(heard[heard < 0.001])
    assert heard[-1] == 0.5


def test_a_device_that_holds_much_is_stopped_at_once(clip: Path) -> None:
    stage = Stage(FakeOutput(latency_s=0.4))
    try:
        stage.show(clip)
        stage.player.set_track(Path("level0.5.flac"))
        stage.start()
        stage.output.play(0.4)
        stage.player.pause()
        until(stage.output.stops, "the silence")
        assert len(stage.heard()) / RATE_HZ < 0.5
    finally:
        stage.player.close()


def test_a_seek_while_paused_shows_the_exact_picture_and_no_other(stage: Stage, clip: Path) -> None:
    stage.show(clip)
    stage.player.seek(1.199)
    until(lambda: stage.look() is not None, "the picture")
    assert number_of(stage.seen[-1].rgb) == 29
    assert stage.look() is None
    assert not stage.output.running


def test_the_newest_of_many_seeks_wins(stage: Stage, clip: Path) -> None:
    stage.show(clip)
    stage.start()
    for index in (70, 20, 60, 10, 40):
        stage.player.seek(index / 25)
    until(lambda: stage.look() == 40, "the picture")
    until(lambda: stage.output.starts(2), "the sound")
    stage.output.play(stage.output.latency_s + 0.1)
    assert stage.player.state.position_s == pytest.approx(1.7)


def test_another_track_comes_in_at_the_same_place_without_a_stop(stage: Stage, clip: Path) -> None:
    stage.show(clip)
    stage.player.set_track(Path("level0.25.flac"))
    stage.start()
    stage.output.play(0.3)
    stretch = stage.player.state.stretch
    stage.player.set_track(COUNTING, 5.0)

    def came_in() -> bool:
        stage.output.play(0.01)
        return bool((stage.heard()[-480:] != 0.25).any())

    until(came_in, "the other track")
    stage.output.play(0.1)
    heard = stage.heard()
    first = int(np.flatnonzero(heard != 0.25)[0])
    settled = np.arange(first + FADE, len(heard))
    assert np.array_equal(heard[settled], counting(settled + 5 * RATE_HZ))
    assert stage.player.state.stretch == stretch
    assert stage.player.underruns == 0


def test_taking_the_track_away_leaves_silence(stage: Stage, clip: Path) -> None:
    stage.show(clip)
    stage.player.set_track(Path("level0.25.flac"))
    stage.start()
    stage.player.set_track(None)

    def silent() -> bool:
        stage.output.play(0.01)
        return not stage.heard()[-480:].any()

    until(silent, "silence")
    assert stage.player.state.playing


def test_gain_and_volumes_are_heard(stage: Stage, clip: Path) -> None:
    stage.show(clip)
    stage.player.set_track(Path("level0.5.flac"), gain_db=-6.0206)
    stage.start()
    stage.output.play(0.1)
    assert np.allclose(stage.heard(), 0.25, atol=1e-5)
    stage.player.set_mix(Mix(music_volume=0.5))

    def quieter() -> bool:
        stage.output.play(0.01)
        return bool(np.allclose(stage.heard()[-480:], 0.125, atol=1e-5))

    until(quieter, "the lower volume")


def test_original_sound_has_its_own_volume_and_mute(output: FakeOutput, tmp_path: Path) -> None:
    stage = Stage(output)
    clip = make_video(tmp_path / "level0.5.mkv", frames=75, sound_s=3.0)
    try:
        stage.show(clip)
        stage.start()
        stage.output.play(0.1)
        assert np.allclose(stage.heard(), 0.5)

        def reaches(level: float) -> bool:
            stage.output.play(0.01)
            return bool(np.allclose(stage.heard()[-480:], level, atol=1e-5))

        stage.player.set_mix(Mix(original_volume=0.5))
        until(lambda: reaches(0.25), "half the volume")
        stage.player.set_mix(Mix(original_volume=0.5, original_muted=True))
        until(lambda: reaches(0.0), "silence")
        stage.player.set_mix(Mix(original_volume=0.5))
        until(lambda: reaches(0.25), "the volume from before")
    finally:
        stage.player.close()


def test_at_the_end_it_stops_and_play_starts_again(stage: Stage, clip: Path) -> None:
    stage.show(clip)
    stage.player.set_track(COUNTING)
    stage.start()

    def ended() -> bool:
        stage.look()
        stage.output.play(0.05)
        return not stage.player.state.playing

    until(ended, "the end")
    until(stage.output.stops, "the silence")
    state = stage.player.state
    assert state.position_s == state.duration_s
    assert stage.look() is None
    assert number_of(stage.seen[-1].rgb) == 74
    stage.output.forget()
    stage.start()
    assert stage.player.state.position_s == pytest.approx(0.0)
    until(lambda: stage.look() == 0, "the first picture again")
    stage.output.play(0.1)
    assert np.array_equal(stage.heard()[:4000], counting(np.arange(4000)))


def test_sound_that_is_shorter_than_the_picture_just_ends(output: FakeOutput, tmp_path: Path) -> None:
    player = Player(output)
    try:
        player.open_video(make_video(tmp_path / "clip.mkv", frames=50, sound_s=0.5))
        player.play()
        until(lambda: output.running, "the sound")
        output.advance(1.0)
        heard = output.heard()[:, 0]
        assert np.abs(heard[FADE:23_000]).max() > 0.15
        assert not heard[24_500:].any()
        assert player.state.playing
        assert player.state.error is None
    finally:
        player.close()


def test_sound_that_is_longer_than_the_picture_ends_with_it(output: FakeOutput, tmp_path: Path) -> None:
    player = Player(output)
    try:
        player.open_video(make_video(tmp_path / "clip.mkv", frames=25, sound_s=3.0))
        player.play()
        until(lambda: output.running, "the sound")
        output.advance(1.2)
        until(lambda: not player.state.playing, "the end")
        assert player.state.position_s == pytest.approx(1.0, abs=0.05)
    finally:
        player.close()


def test_another_video_while_playing_opens_paused(stage: Stage, clip: Path, tmp_path: Path) -> None:
    other = make_video(tmp_path / "other.mp4", frames=20)
    stage.show(clip)
    stage.start()
    stage.output.play(0.2)
    stage.show(other)
    until(stage.output.stops, "the silence")
    state = stage.player.state
    assert (state.video, state.playing, state.position_s) == (other, False, 0.0)
    assert state.duration_s == pytest.approx(0.8, abs=0.05)


def test_play_asked_before_the_video_is_open_is_kept(stage: Stage, clip: Path) -> None:
    stage.player.open_video(clip)
    stage.player.set_track(COUNTING)
    stage.player.play()
    until(lambda: stage.output.running, "the sound")


def test_the_view_size_is_used_at_once_while_paused(stage: Stage, tmp_path: Path) -> None:
    stage.show(make_video(tmp_path / "clip.mp4", size=(320, 180)))
    stage.player.seek(1.0)
    until(lambda: stage.look() == 25, "the picture")
    stage.player.set_view_size(160, 160)
    until(lambda: stage.look() == 25, "the picture in its new size")
    assert stage.seen[-1].rgb.shape == (90, 160, 3)
    stage.player.set_view_size(160, 160)
    assert stage.look() is None


def test_pausing_on_the_proxy_brings_the_exact_picture(stage: Stage, clip: Path) -> None:
    stage.show(clip)
    stage.player.set_proxy(proxy_of(clip))
    stage.player.set_speed(4.0)
    stage.start()
    until(lambda: stage.look() is not None and stage.player.state.picture_from == "proxy", "the proxy")
    stage.player.pause()
    until(lambda: stage.look() is not None and stage.player.state.picture_from == "original", "the original")


def test_another_size_of_the_view_is_taken_up_by_what_plays_without_a_stop(stage: Stage, clip: Path) -> None:
    stage.show(clip)
    stage.start()
    stage.player.set_view_size(32, 24)

    def is_smaller() -> bool:
        stage.output.advance(0.01)
        stage.look()
        return stage.seen[-1].rgb.shape == (24, 32, 3)

    until(is_smaller, "a smaller picture")
    assert stage.output.started == 1
