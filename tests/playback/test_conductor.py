"""The conductor's turns one by one, on a device and a watch whose time only passes when told to."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.playback.making import FakeOutput, SameTime, read_counting
from tests.playback.staging import FADE
from tests.waiting import until
from tivm_desktop.playback.board import StateBoard
from tivm_desktop.playback.clock import PlaybackClock
from tivm_desktop.playback.conductor import LOOK_AGAIN_S, PICTURE_WAIT_S, PRIMING_LIMIT_S, Conductor
from tivm_desktop.playback.events import (
    LoopSet,
    OutputChosen,
    PauseAsked,
    PlayAsked,
    Sought,
    TrackChosen,
    VideoChosen,
    VideoOpened,
)
from tivm_desktop.playback.mixer import Mixer
from tivm_desktop.playback.output_stage import FADE_LIMIT_S
from tivm_desktop.playback.reconnection import PROOF_S, TRY_EVERY_S
from tivm_desktop.playback.state import PlayerState
from tivm_desktop.playback.stretch_sounds import StretchSounds

CLIP = Path("level0.25.mkv")
LEVEL = Path("level0.5.flac")


class Mistaken(StretchSounds):
    """Says, once told to, that the mixer plays another leg than was thought."""

    mistaken = False

    def follow(self, state: PlayerState, mixer: Mixer) -> bool:
        mistaken, self.mistaken = self.mistaken, False
        return super().follow(state, mixer) and not mistaken


class Rehearsal:
    def __init__(self, output: FakeOutput) -> None:
        self.output = output
        self.fallback = SameTime(output)
        self.now_s = 10.0
        self.has_picture = True
        self.decodes = Event()
        self.decodes.set()
        self._closed = False
        self.board = StateBoard(clock := PlaybackClock(output.now))
        self.sounds = Mistaken(self._read, self.board.ring)
        self.conductor = Conductor(
            self.board,
            clock,
            self.sounds,
            output,
            self.fallback,
            lambda: self.has_picture,
            lambda: self.now_s,
        )
        self.conductor.begin()
        self.board.dispatch(VideoChosen(CLIP))
        self.board.dispatch(VideoOpened(CLIP, 20.0, 0.0))

    def _read(
        self, path: Path, rate: int, channels: int, *, block_s: float, start_s: float
    ) -> Iterator[NDArray[np.float32]]:
        while not (self._closed or self.decodes.wait(0.01)):
            pass
        return read_counting(path, rate, channels, block_s=block_s, start_s=start_s)

    @property
    def state(self) -> PlayerState:
        return self.board.state

    def turn(self) -> float | None:
        return self.conductor.turn()

    def turns_until(self, condition: Callable[[], bool]) -> None:
        """Turn until what decoders are waited for is there."""

        def turned() -> bool:
            self.turn()
            return condition()

        until(turned)

    def play(self) -> None:
        self.board.dispatch(PlayAsked())
        self.turns_until(lambda: self.output.running)

    def close(self) -> None:
        self._closed = True
        self.conductor.close()


@pytest.fixture
def rehearsal(output: FakeOutput) -> Iterator[Rehearsal]:
    rehearsal = Rehearsal(output)
    yield rehearsal
    rehearsal.close()


def test_it_looks_again_soon_only_while_something_plays(rehearsal: Rehearsal) -> None:
    assert rehearsal.turn() is None
    rehearsal.play()
    assert rehearsal.turn() == LOOK_AGAIN_S
    rehearsal.board.dispatch(PauseAsked())
    assert rehearsal.turn() == LOOK_AGAIN_S
    rehearsal.output.advance(0.2)
    assert rehearsal.turn() is None


def test_sound_waits_for_the_picture_but_not_for_long(rehearsal: Rehearsal) -> None:
    rehearsal.has_picture = False
    rehearsal.board.dispatch(PlayAsked())
    rehearsal.turn()
    until(lambda: rehearsal.sounds.is_primed)
    rehearsal.now_s += PICTURE_WAIT_S
    rehearsal.turn()
    assert not rehearsal.output.running
    rehearsal.now_s += 0.01
    rehearsal.turn()
    assert rehearsal.output.running


def test_a_sound_that_does_not_come_is_not_waited_for_for_ever(rehearsal: Rehearsal) -> None:
    rehearsal.decodes.clear()
    rehearsal.board.dispatch(PlayAsked())
    rehearsal.turn()
    rehearsal.now_s += PRIMING_LIMIT_S
    rehearsal.turn()
    assert not rehearsal.output.running
    rehearsal.now_s += 0.01
    rehearsal.turn()
    assert rehearsal.output.running
    rehearsal.output.advance(0.3)
    assert not rehearsal.output.heard().any()
    assert rehearsal.state.position_s == pytest.approx(0.3)


def test_a_device_that_is_gone_at_play_leaves_the_picture_to_the_silent_clock(rehearsal: Rehearsal) -> None:
    rehearsal.output.refuses_to_open = "No sound device was found."
    rehearsal.board.dispatch(PlayAsked())
    rehearsal.turns_until(lambda: rehearsal.fallback.running)
    assert (rehearsal.state.playing, rehearsal.state.error) == (True, "No sound device was found.")


def test_a_device_that_is_known_to_be_there_is_not_looked_for_at_play(rehearsal: Rehearsal) -> None:
    opened = rehearsal.output.opened
    rehearsal.output.current = True
    rehearsal.play()
    assert rehearsal.output.opened == opened
    rehearsal.output.current = False
    rehearsal.board.dispatch(PauseAsked())
    rehearsal.turns_until(rehearsal.output.stops)
    rehearsal.play()
    assert rehearsal.output.opened == opened + 1


def test_a_device_that_was_not_looked_for_at_play_and_fails_is_opened_again(rehearsal: Rehearsal) -> None:
    rehearsal.output.current = True
    rehearsal.play()
    opened = rehearsal.output.opened
    rehearsal.output.failure = "The device stopped taking sound."
    rehearsal.turns_until(lambda: rehearsal.output.starts(2))
    assert (rehearsal.output.opened, rehearsal.state.device) == (opened + 1, "fake")
    assert not rehearsal.fallback.running


def test_a_lost_device_is_tried_every_few_seconds_and_brings_the_sound_back(rehearsal: Rehearsal) -> None:
    output = rehearsal.output
    rehearsal.play()
    output.advance(1.2)
    output.refuses_to_open = "No sound device was found."
    output.failure = "The device was unplugged."
    rehearsal.turns_until(lambda: rehearsal.fallback.running)
    for _ in range(3):
        opened = output.opened
        output.advance(TRY_EVERY_S + 0.1)
        rehearsal.turn()
        rehearsal.turn()
        assert output.opened == opened + 1
        assert (rehearsal.state.device, rehearsal.state.error) == (None, "The device was unplugged.")
    position_s = rehearsal.state.position_s
    output.refuses_to_open = None
    output.advance(TRY_EVERY_S + 0.1)
    rehearsal.turn()
    assert output.running
    assert rehearsal.fallback.running
    output.advance(PROOF_S + 0.1)
    started = output.started
    rehearsal.turns_until(lambda: output.started > started)
    assert (rehearsal.state.device, rehearsal.state.error) == ("fake", None)
    assert not rehearsal.fallback.running
    output.advance(0.3)
    assert (output.heard()[-480:] == 0.25).all()
    assert rehearsal.state.playing
    assert rehearsal.state.position_s > position_s


def test_a_stretch_that_is_not_mixed_as_was_thought_begins_anew_where_it_is(rehearsal: Rehearsal) -> None:
    rehearsal.play()
    rehearsal.output.advance(0.5)
    before = rehearsal.state
    rehearsal.sounds.mistaken = True
    rehearsal.turn()
    assert (rehearsal.state.jumps, rehearsal.state.stretch) == (before.jumps + 1, before.stretch + 1)
    assert rehearsal.state.position_s == before.position_s
    started = rehearsal.output.started
    rehearsal.turns_until(lambda: rehearsal.output.starts(started + 1))
    assert rehearsal.state.playing


def test_a_round_that_is_not_ready_in_time_is_begun_anew(rehearsal: Rehearsal) -> None:
    rehearsal.board.dispatch(LoopSet((1.0, 1.5)))
    rehearsal.board.dispatch(Sought(1.3))
    rehearsal.play()
    rehearsal.decodes.clear()
    rehearsal.turn()
    rehearsal.output.advance(0.4)
    rehearsal.turn()
    assert (rehearsal.state.jumps, rehearsal.state.position_s) == (1, 1.0)
    rehearsal.decodes.set()
    rehearsal.turns_until(lambda: rehearsal.output.starts(2))
    rehearsal.output.advance(0.3)
    assert 1.0 < rehearsal.state.position_s < 1.5


def test_a_pause_fades_with_the_very_next_block(rehearsal: Rehearsal) -> None:
    rehearsal.play()
    rehearsal.output.advance(0.4)
    mixed = len(rehearsal.output.heard())
    rehearsal.board.dispatch(PauseAsked())
    rehearsal.turn()
    rehearsal.output.advance(0.1)
    heard = rehearsal.output.heard()[:, 0]
    assert (heard[:mixed] == 0.25).all()
    assert (np.diff(heard[mixed : mixed + FADE]) < 0.0).all()
    assert not heard[mixed + FADE :].any()


def test_a_fade_that_a_device_never_plays_is_not_waited_for(rehearsal: Rehearsal) -> None:
    rehearsal.play()
    rehearsal.board.dispatch(PauseAsked())
    rehearsal.turn()
    rehearsal.now_s += FADE_LIMIT_S
    rehearsal.turn()
    assert rehearsal.output.running
    rehearsal.now_s += 0.01
    rehearsal.turn()
    assert not rehearsal.output.running


def test_a_seek_while_the_device_is_opened_is_where_it_begins(rehearsal: Rehearsal) -> None:
    rehearsal.board.dispatch(TrackChosen(LEVEL, 0.0, 0.0))
    rehearsal.decodes.clear()
    rehearsal.board.dispatch(PlayAsked())
    rehearsal.turn()
    rehearsal.board.dispatch(Sought(7.0))
    rehearsal.decodes.set()
    rehearsal.turns_until(lambda: rehearsal.output.running)
    assert rehearsal.state.position_s == 7.0
    assert rehearsal.output.started == 1


def test_a_device_of_another_rate_has_its_sounds_decoded_at_that_rate(rehearsal: Rehearsal) -> None:
    rehearsal.output.device = replace(rehearsal.output.device, rate_hz=44_100)
    rehearsal.play()
    rehearsal.output.advance(0.5)
    assert np.allclose(rehearsal.output.heard()[:22_050], 0.25)
    assert rehearsal.conductor.underruns == 0


class Server(FakeOutput):
    """A sound server that moves what plays by itself."""

    moved = False


def test_where_a_server_has_moved_the_sound_is_said() -> None:
    server = Server()
    rehearsal = Rehearsal(server)
    try:
        rehearsal.play()
        server.title = "Headphones"
        rehearsal.turn()
        assert rehearsal.state.device == "Headphones"
        assert server.started == 1
    finally:
        rehearsal.close()


def test_a_device_that_runs_dry_as_the_chosen_one_goes_takes_no_sentence_away(rehearsal: Rehearsal) -> None:
    rehearsal.output.names = ("fake", "Headphones")
    rehearsal.output.follows = True
    rehearsal.play()
    rehearsal.output.advance(0.3)
    rehearsal.board.dispatch(OutputChosen("Headphones"))
    rehearsal.turns_until(lambda: rehearsal.state.device == "Headphones")
    rehearsal.output.names = ("fake",)
    rehearsal.output.starved = True
    rehearsal.turns_until(lambda: rehearsal.output.starts(2))
    assert (rehearsal.state.device, rehearsal.state.error) == ("fake", "Headphones is not there.")


def test_a_device_chosen_while_it_plays_is_opened_once_what_sounds_has_faded(rehearsal: Rehearsal) -> None:
    rehearsal.output.names = ("fake", "Headphones")
    rehearsal.play()
    rehearsal.output.advance(0.3)
    opened = rehearsal.output.opened
    rehearsal.board.dispatch(OutputChosen("Headphones"))
    rehearsal.turn()
    assert (rehearsal.output.running, rehearsal.output.opened) == (True, opened)
    rehearsal.turns_until(lambda: rehearsal.output.starts(2))
    assert (rehearsal.state.device, rehearsal.output.opened) == ("Headphones", opened + 1)
    assert rehearsal.state.position_s == pytest.approx(0.3, abs=0.05)
