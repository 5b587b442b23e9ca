"""Makes the device, the sounds and the mixer do what the state says."""

import logging
from collections.abc import Callable
from time import monotonic

from tivm_desktop.domain.errors import OutputError
from tivm_desktop.playback.board import StateBoard
from tivm_desktop.playback.clock import PlaybackClock
from tivm_desktop.playback.ducker import SpeechFollower
from tivm_desktop.playback.events import (
    BegunAnew,
    EndReached,
    PauseAsked,
    SoundFailed,
)
from tivm_desktop.playback.output import AudioOutput, ChoosableOutput
from tivm_desktop.playback.output_stage import OutputStage
from tivm_desktop.playback.state import PlayerState
from tivm_desktop.playback.stretch_sounds import StretchSounds

PICTURE_WAIT_S = 1.0
"""How long sound waits for the picture after a seek; a slower picture catches up."""
PRIMING_LIMIT_S = 3.0
"""How long sound is waited for before the picture goes on without it."""
LOOK_AGAIN_S = 0.01

_log = logging.getLogger(__name__)


class Conductor:
    """Compares the state with what is, and changes what is; only ever acts on the newest state.

    A stretch of playing is prepared before it is heard: its sounds are decoded a little ahead and its first
    picture is waited for, so that its first block already holds the right sound. What sounded before fades
    out meanwhile. A device that runs is not stopped for that: it gets another mixer's blocks from then on.

    Used by one thread, see `ConductorThread`.
    """

    def __init__(
        self, board: StateBoard, clock: PlaybackClock, sounds: StretchSounds, output: ChoosableOutput,
        fallback: AudioOutput, picture_ready: Callable[[], bool], now: Callable[[], float] = monotonic,
    ) -> None:  # fmt: skip
        """Join the parts; `now` tells the seconds by which is waited."""
        self._board = board
        self._clock = clock
        self._sounds = sounds
        self._picture_ready = picture_ready
        self._stage = OutputStage(board, clock, output, fallback, now)
        self._speech = SpeechFollower()
        self._stretch: int | None = None
        self._openings_done = 0
        self._preparing_since_s = 0.0
        self._started = False
        self._now = now

    @property
    def underruns(self) -> int:
        """Blocks that were not ready in time so far."""
        return self._stage.underruns

    def begin(self) -> None:
        """Open the device."""
        self._stage.watch()

    def turn(self) -> float | None:
        """Do the next step towards what the state says.

        Returns:
            In how many seconds to look again, if the board's bell doesn't ring before; None: not before it.
        """
        try:
            self._act(self._board.state)
        except OutputError as error:
            self._stage.replace(error)
        except Exception:
            _log.exception("playback failed")
            self._board.dispatch(
                SoundFailed("Playback failed for an unknown reason: press play to try again.")
            )
            self._board.dispatch(PauseAsked())
        return LOOK_AGAIN_S if self._stage.sounds or self._board.state.playing else None

    def close(self) -> None:
        """End the sounds and let go of the device."""
        self._stage.close()
        self._sounds.close()

    def _act(self, state: PlayerState) -> None:
        settled = state.openings == self._openings_done
        if self._stage.follow_outputs(state, settled=settled, started=self._started):
            return
        if not (state.playing and state.opened):
            self._rest()
        elif state.stretch != self._stretch:
            self._prepare(state)
        elif not self._started:
            self._start_when_ready(state)
        else:
            self._watch(state)
        for sentence in self._sounds.new_errors():
            self._board.dispatch(SoundFailed(sentence))

    def _watch(self, state: PlayerState) -> None:
        mixer = self._stage.mixer
        if self._stage.tend():
            return
        way = self._sounds.ended(self._clock.reading(), state, mixer)
        if way is not None:
            over = (
                EndReached(state.stretch)
                if way.goes_on_s is None
                else BegunAnew(state.stretch, way.goes_on_s)
            )
            self._board.dispatch(over)
            return
        self._speech.follow(state, mixer.ducker)
        if not self._sounds.follow(state, mixer):
            self._board.dispatch(BegunAnew(state.stretch, state.position_s))

    def _rest(self) -> None:
        self._stretch = None
        self._sounds.dismiss()
        self._stage.rest()
        if not self._stage.sounds and self._board.state.openings != self._openings_done:
            self._openings_done = self._board.state.openings
            self._stage.open()

    def _prepare(self, state: PlayerState) -> None:
        self._stretch = state.stretch
        self._started = False
        self._preparing_since_s = self._now()
        self._sounds.assemble(state, self._stage.mixer.rate_hz)
        self._start_when_ready(state)

    def _start_when_ready(self, state: PlayerState) -> None:
        if state.openings == self._openings_done:
            if not self._stage.is_faded():
                return
        else:
            if not self._stage.is_quiet():
                return
            self._openings_done = state.openings
            self._stage.open()
            if self._board.state.stretch != state.stretch:
                return
        if not self._sounds.suits(state, self._stage.mixer.rate_hz):
            self._sounds.assemble(state, self._stage.mixer.rate_hz)
        waited_s = self._now() - self._preparing_since_s
        primed = self._sounds.is_primed or waited_s > PRIMING_LIMIT_S
        if not primed or not (self._picture_ready() or waited_s > PICTURE_WAIT_S):
            return
        self._stage.renew_mixer()
        self._speech.follow(state, self._stage.mixer.ducker)
        self._sounds.begin(state, self._stage.mixer)
        self._stage.start()
        self._started = True
