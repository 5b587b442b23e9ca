from pathlib import Path

import numpy as np
import pytest

from tests.playback.making import counting, make_video
from tests.playback.staging import COUNTING, FADE, RATE_HZ, Stage
from tests.waiting import until

LEVEL = Path("level0.25.flac")


@pytest.fixture
def long(tmp_path: Path) -> Path:
    return make_video(tmp_path / "long.mp4", frames=150)


def test_a_loop_goes_round_without_a_gap_to_the_sample(stage: Stage, long: Path) -> None:
    stage.show(long)
    stage.player.set_track(COUNTING, 10.0)
    stage.player.set_loop((1.0, 2.0))
    stage.player.seek(1.0)
    stage.start()
    stage.output.play(2.5)
    heard = stage.heard()
    round_s = RATE_HZ
    for lap in range(2):
        inside = slice(lap * round_s + FADE, (lap + 1) * round_s - FADE)
        expected = counting(11 * RATE_HZ + np.arange(FADE, round_s - FADE))
        assert np.array_equal(heard[inside], expected)
    second = heard[round_s : round_s + 1000]
    assert np.array_equal(second, counting(11 * RATE_HZ + np.arange(1000)))
    assert stage.player.state.position_s == pytest.approx(1.5)
    assert stage.output.started == 1
    assert stage.player.underruns == 0


def test_the_sound_of_a_loop_has_no_dip_where_it_goes_round(stage: Stage, long: Path) -> None:
    stage.show(long)
    stage.player.set_track(LEVEL)
    stage.player.set_loop((0.2, 0.9))
    stage.start()
    stage.output.advance(2.0, pause_s=0.008)
    heard = stage.heard()
    assert heard[FADE:].min() > 0.24
    assert heard.max() < 0.36
    assert np.abs(np.diff(heard)).max() < 0.001


def test_the_clock_goes_round_at_the_moment_that_is_heard(stage: Stage, long: Path) -> None:
    stage.show(long)
    stage.player.set_track(LEVEL)
    stage.player.set_loop((1.0, 1.8))
    stage.player.seek(1.0)
    stage.start()
    for step in range(1, 200):
        stage.output.advance(0.01, pause_s=0.006)
        rounds = (stage.player.state.position_s - 1.0 - step * 0.01) / 0.8
        assert rounds == pytest.approx(round(rounds), abs=1e-3)


def test_pictures_go_round_with_the_loop(stage: Stage, long: Path) -> None:
    stage.show(long)
    stage.player.set_loop((1.0, 1.4))
    stage.player.seek(1.0)
    until(lambda: stage.look() == 25, "the picture")
    stage.start()
    stage.output.play(0.39)
    until(lambda: stage.look() == 34, "the last picture")
    stage.output.play(0.04)
    until(lambda: stage.look() == 25, "the first picture again")


def test_a_loop_goes_round_backwards(stage: Stage, long: Path) -> None:
    stage.show(long)
    stage.player.set_track(COUNTING, 10.0)
    stage.player.set_loop((1.0, 2.0))
    stage.player.set_speed(-1.0)
    stage.player.seek(2.0)
    stage.start()
    stage.output.play(1.6)
    heard = stage.heard()
    first = counting(12 * RATE_HZ - 1 - np.arange(RATE_HZ))
    assert np.array_equal(heard[FADE : RATE_HZ - FADE], first[FADE:-FADE])
    assert np.array_equal(heard[RATE_HZ : RATE_HZ + 20_000], first[:20_000])
    assert stage.player.state.position_s == pytest.approx(1.4)
    assert stage.output.started == 1


def test_what_plays_before_the_loop_plays_into_it(stage: Stage, long: Path) -> None:
    stage.show(long)
    stage.player.set_loop((1.0, 1.5))
    stage.player.seek(0.8)
    stage.start()
    stage.output.play(0.9)
    assert stage.player.state.position_s == pytest.approx(1.2)


def test_what_plays_behind_the_loop_plays_to_the_end(stage: Stage, long: Path) -> None:
    stage.show(long)
    stage.player.set_loop((1.0, 1.5))
    stage.player.seek(5.5)
    stage.start()

    def ended() -> bool:
        stage.output.play(0.05)
        return not stage.player.state.playing

    until(ended, "the end")
    assert stage.player.state.position_s == pytest.approx(6.0, abs=0.05)


def test_a_loop_set_while_playing_and_taken_away_again(stage: Stage, long: Path) -> None:
    stage.show(long)
    stage.player.set_track(COUNTING)
    stage.player.seek(1.0)
    stage.start()
    stage.output.play(0.3)
    stage.player.set_loop((1.0, 2.0))
    stage.output.play(1.0)
    assert stage.player.state.position_s == pytest.approx(1.3)
    stage.player.set_loop(None)
    stage.output.play(1.0)
    assert stage.player.state.position_s == pytest.approx(2.3)
    assert stage.output.started == 1


def test_another_track_comes_in_while_a_loop_goes_round(stage: Stage, long: Path) -> None:
    stage.show(long)
    stage.player.set_track(LEVEL)
    stage.player.set_loop((1.0, 2.0))
    stage.player.seek(1.0)
    stage.start()
    stage.output.play(0.3)
    stage.player.set_track(Path("level0.5.flac"))

    def came_in() -> bool:
        stage.output.play(0.01)
        return bool((stage.heard()[-480:] == 0.5).all())

    until(came_in, "the other track")
    stage.output.play(1.5)
    assert stage.heard()[-RATE_HZ:].min() > 0.49
    assert stage.player.state.position_s < 2.0


@pytest.mark.parametrize("loop", [(1.0, 1.1), (5.99, 9.0), (7.0, 8.0)])
def test_a_loop_too_short_is_not_gone_round(stage: Stage, long: Path, loop: tuple[float, float]) -> None:
    stage.show(long)
    stage.player.set_loop(loop)
    stage.player.seek(0.9)
    stage.start()
    stage.output.play(0.5)
    assert stage.player.state.position_s == pytest.approx(1.4)


def test_a_loop_to_the_end_goes_round(stage: Stage, long: Path) -> None:
    stage.show(long)
    stage.player.set_loop((5.0, 9.0))
    stage.player.seek(5.0)
    stage.start()
    stage.output.play(1.5)
    assert stage.player.state.playing
    assert stage.player.state.position_s == pytest.approx(5.5, abs=0.05)
