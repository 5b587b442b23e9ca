from pathlib import Path

import numpy as np
import pytest

from tests.playback.making import counting, make_video
from tests.playback.staging import COUNTING, FADE, RATE_HZ, Stage
from tests.waiting import until

LEVEL = Path("level0.25.flac")


@pytest.mark.parametrize("speed", [0.5, 2.0, 4.0])
def test_sound_and_picture_go_at_another_speed_to_the_sample(
    stage: Stage, tmp_path: Path, speed: float
) -> None:
    stage.show(make_video(tmp_path / "long.mp4", frames=200))
    stage.player.set_track(COUNTING, 10.0)
    stage.player.set_speed(speed)
    stage.start()
    stage.output.play(0.5)
    assert stage.player.state.position_s == pytest.approx(0.5 * speed)
    start = round(10 * RATE_HZ / speed)
    assert np.array_equal(stage.heard()[FADE:20_000], counting(np.arange(start + FADE, start + 20_000)))
    assert stage.player.underruns == 0


@pytest.mark.parametrize("speed", [-1.0, -2.0])
def test_backwards_the_sound_is_reversed_to_the_sample(stage: Stage, clip: Path, speed: float) -> None:
    stage.show(clip)
    stage.player.set_track(COUNTING, 10.0)
    stage.player.seek(2.5)
    stage.player.set_speed(speed)
    stage.start()
    stage.output.play(0.5)
    assert stage.player.state.position_s == pytest.approx(2.5 + 0.5 * speed)
    last = round(12.5 * RATE_HZ / abs(speed)) - 1
    assert np.array_equal(stage.heard()[FADE:20_000], counting(last - np.arange(FADE, 20_000)))
    assert stage.player.underruns == 0


def test_backwards_it_holds_at_the_first_picture(stage: Stage, clip: Path) -> None:
    stage.show(clip)
    stage.player.set_track(COUNTING)
    stage.player.seek(0.6)
    stage.player.set_speed(-1.0)
    stage.start()

    def ended() -> bool:
        stage.output.play(0.05)
        return not stage.player.state.playing

    until(ended, "the start")
    until(stage.output.stops, "the silence")
    assert stage.player.state.position_s == 0.0
    heard = stage.heard()
    end = round(0.6 * RATE_HZ)
    assert np.array_equal(heard[FADE : end - FADE], counting(end - 1 - np.arange(FADE, end - FADE)))
    assert np.abs(np.diff(heard[end - FADE : end]))[-10:].max() < 0.01
    assert not heard[end:].any()
    stage.player.play()
    assert not stage.player.state.playing


def test_a_track_that_enters_later_ends_earlier_backwards(stage: Stage, clip: Path) -> None:
    stage.show(clip)
    stage.player.set_track(COUNTING, -1.0)
    stage.player.seek(1.25)
    stage.player.set_speed(-1.0)
    stage.start()
    stage.output.play(0.6)
    heard = stage.heard()
    quarter = RATE_HZ // 4
    assert np.array_equal(heard[FADE:quarter], counting(quarter - 1 - np.arange(FADE, quarter)))
    assert not heard[quarter:].any()


def test_backwards_a_track_is_silent_until_its_end(stage: Stage, clip: Path) -> None:
    stage.show(clip)
    stage.player.set_track(COUNTING, 58.0)
    stage.player.seek(2.5)
    stage.player.set_speed(-1.0)
    stage.start()
    stage.output.play(0.7)
    heard = stage.heard()
    half = RATE_HZ // 2
    assert not heard[:half].any()
    assert np.array_equal(heard[half : half + 9000], counting(60 * RATE_HZ - 1 - np.arange(9000)))


@pytest.mark.parametrize(("before", "after"), [(1.0, 2.0), (2.0, 0.5), (1.0, -1.0), (-1.0, 1.0)])
def test_the_speed_changes_while_playing_without_a_gap_in_sound_or_picture(
    stage: Stage, tmp_path: Path, before: float, after: float
) -> None:
    stage.show(make_video(tmp_path / "long.mp4", frames=200))
    stage.player.set_track(LEVEL, 10.0)
    stage.player.seek(4.0)
    stage.player.set_speed(before)
    stage.start()
    stage.output.play(0.3)
    stage.player.set_speed(after)
    assert stage.player.state.speed == after
    started, stretch = stage.output.started, stage.player.state.stretch
    places = [stage.player.state.position_s]

    def goes() -> bool:
        stage.output.play(0.01)
        places.append(stage.player.state.position_s)
        return places[-1] - places[-2] == pytest.approx(0.01 * after)

    until(goes, "the new speed")
    assert max(np.abs(np.diff(places))) <= 0.01 * max(abs(before), abs(after)) + 1e-6
    assert stage.output.started == started
    assert stage.player.state.stretch == stretch
    heard = stage.heard()
    assert heard[FADE:].min() > 0.24
    assert np.abs(np.diff(heard)).max() < 0.002
    stage.output.play(0.2)
    assert stage.player.state.position_s == pytest.approx(places[-1] + 0.2 * after)
    assert stage.player.underruns == 0


def test_after_a_change_of_speed_the_track_is_still_at_its_placement(stage: Stage, clip: Path) -> None:
    stage.show(clip)
    stage.player.set_track(COUNTING, 10.0)
    stage.start()
    stage.output.play(0.2)
    stage.player.set_speed(0.5)

    def settled() -> bool:
        before_s = stage.player.state.position_s
        stage.output.play(0.1)
        return stage.player.state.position_s - before_s == pytest.approx(0.05)

    until(settled, "half the speed")
    position = stage.player.state.position_s * 2 * RATE_HZ
    now = int(round(stage.output.now() - 100.0, 3) * RATE_HZ)
    heard = stage.heard()
    first = round(10.0 * 2 * RATE_HZ + position) - now
    settled_at = np.arange(now - 3000, now)
    start = len(heard) - round(stage.output.latency_s * RATE_HZ) - now
    assert np.array_equal(heard[settled_at + start], counting(settled_at + first))


def test_pictures_follow_backwards(stage: Stage, clip: Path) -> None:
    stage.show(clip)
    stage.player.seek(2.02)
    until(lambda: stage.look() == 50, "the picture")
    stage.player.set_speed(-1.0)
    stage.start()
    for index in range(1, 15):
        stage.output.play(0.04)
        until(lambda index=index: stage.look() == 50 - index, f"picture {50 - index}")  # type: ignore[misc]


def test_a_video_opens_at_the_normal_speed(stage: Stage, clip: Path) -> None:
    stage.show(clip)
    stage.player.set_speed(-2.0)
    stage.show(clip)
    assert stage.player.state.speed == 1.0


def test_no_speed_is_refused(stage: Stage) -> None:
    with pytest.raises(ValueError, match="pause instead"):
        stage.player.set_speed(0.0)
