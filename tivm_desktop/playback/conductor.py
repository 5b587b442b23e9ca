"""The thread that makes the device, the sounds and the mixer do what the state says."""

import logging
from collections.abc import Callable
from threading import Thread
from time import monotonic

from tivm_desktop.playback.board import StateBoard
from tivm_desktop.playback.cast import Cast
from tivm_desktop.playback.clock import PlaybackClock
from tivm_desktop.playback.ducker import SpeechFollower
from tivm_desktop.playback.events import (
    BegunAnew,
    EndReached,
    PauseAsked,
    SoundFailed,
)
from tivm_desktop.playback.output import AudioOutput, ChoosableOutput, OutputError
from tivm_desktop.playback.sound_desk import SoundDesk
from tivm_desktop.playback.state import PlayerState

PICTURE_WAIT_S = 1.0
"""How long sound waits for the picture after a seek; a slower picture catches up."""
PRIMING_LIMIT_S = 3.0
"""How long sound is waited for before the picture goes on without it."""
_LOOK_AGAIN_S = 0.01
JOIN_S = 5.0

_log = logging.getLogger(__name__)


class Conductor:
    """Compares the state with what is, and changes what is: a loop that only ever acts on the newest state.

    A stretch of playing is prepared before it is heard: its sounds are decoded a little ahead and its first
    picture is waited for, so that its first block already holds the right sound. What sounded before fades
    out meanwhile. A device that runs is not stopped for that: it gets another mixer's blocks from then on.
    """

    def __init__(
        self, board: StateBoard, clock: PlaybackClock, cast: Cast, output: ChoosableOutput,
        fallback: AudioOutput, picture_ready: Callable[[], bool],
    ) -> None:  # fmt: skip
        self._board = board
        self._clock = clock
        self._cast = cast
        self._picture_ready = picture_ready
        self._desk = SoundDesk(board, clock, output, fallback)
        self._speech = SpeechFollower()
        self._run: int | None = None
        self._take_number = 0
        self._preparing_since_s = 0.0
        self._started = False
        self._closing = False
        self._thread = Thread(target=self._loop, name="playback-conductor", daemon=True)
        self._thread.start()

    @property
    def underruns(self) -> int:
        """Blocks that were not ready in time so far."""
        return self._desk.underruns

    def close(self) -> bool:
        """End the thread, the sounds and the device; tell whether all ended in time."""
        self._closing = True
        self._board.ring()
        self._thread.join(JOIN_S)
        return not self._thread.is_alive()

    def _loop(self) -> None:
        self._desk.watch()
        while not self._closing:
            state = self._board.state
            try:
                self._act(state)
            except OutputError as error:
                self._desk.replace(error)
            except Exception:
                _log.exception("playback failed")
                self._board.dispatch(
                    SoundFailed("Playback failed for an unknown reason: press play to try again.")
                )
                self._board.dispatch(PauseAsked())
            busy = self._desk.sounds or self._board.state.playing
            self._board.wait(_LOOK_AGAIN_S if busy else None)
        self._desk.close()
        self._cast.close()

    def _act(self, state: PlayerState) -> None:
        settled = state.takes == self._take_number
        if self._desk.follow_outputs(state, settled=settled, started=self._started):
            return
        if not (state.playing and state.opened):
            self._rest()
        elif state.run != self._run:
            self._prepare(state)
        elif not self._started:
            self._start_when_ready(state)
        else:
            self._watch(state)
        for sentence in self._cast.new_errors():
            self._board.dispatch(SoundFailed(sentence))

    def _watch(self, state: PlayerState) -> None:
        mixer = self._desk.mixer
        if self._desk.tend(state):
            return
        way = self._cast.ended(self._clock.place(), state, mixer)
        if way is not None:
            over = EndReached(state.run) if way.goes_on_s is None else BegunAnew(state.run, way.goes_on_s)
            self._board.dispatch(over)
            return
        self._speech.follow(state, mixer.ducker)
        if not self._cast.follow(state, mixer):
            self._board.dispatch(BegunAnew(state.run, state.position_s))

    def _rest(self) -> None:
        self._run = None
        self._cast.dismiss()
        self._desk.rest()
        if not self._desk.sounds and self._board.state.takes != self._take_number:
            self._take_number = self._board.state.takes
            self._desk.open()

    def _prepare(self, state: PlayerState) -> None:
        self._run = state.run
        self._started = False
        self._preparing_since_s = monotonic()
        self._cast.assemble(state, self._desk.mixer.rate_hz)
        self._start_when_ready(state)

    def _start_when_ready(self, state: PlayerState) -> None:
        if state.takes == self._take_number:
            if not self._desk.is_faded():
                return
        else:
            if not self._desk.is_quiet():
                return
            self._take_number = state.takes
            self._desk.open()
            if self._board.state.run != state.run:
                return
        if not self._cast.suits(state, self._desk.mixer.rate_hz):
            self._cast.assemble(state, self._desk.mixer.rate_hz)
        waited_s = monotonic() - self._preparing_since_s
        primed = self._cast.is_primed or waited_s > PRIMING_LIMIT_S
        if not primed or not (self._picture_ready() or waited_s > PICTURE_WAIT_S):
            return
        self._desk.renew_mixer()
        self._speech.follow(state, self._desk.mixer.ducker)
        self._cast.begin(state, self._desk.mixer)
        self._desk.start()
        self._started = True
