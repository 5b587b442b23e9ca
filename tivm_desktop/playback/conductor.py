"""The thread that makes the device, the sounds and the mixer do what the state says."""

import logging
from collections.abc import Callable
from math import isfinite
from sys import maxsize
from threading import Thread
from time import monotonic

from tivm_desktop.playback.board import StateBoard
from tivm_desktop.playback.cast import Cast
from tivm_desktop.playback.clock import PlaybackClock
from tivm_desktop.playback.mixer import Mixer
from tivm_desktop.playback.output import AudioOutput, OutputError
from tivm_desktop.playback.state import (
    DeviceLost,
    DeviceReady,
    EndReached,
    PauseAsked,
    PlayerState,
    SoundFailed,
)

PICTURE_WAIT_S = 1.0
"""How long sound waits for the picture after a seek; a slower picture catches up."""
PRIMING_LIMIT_S = 3.0
"""How long sound is waited for before the picture goes on without it."""
_LOOK_AGAIN_S = 0.01
JOIN_S = 5.0

_log = logging.getLogger(__name__)


class Conductor:
    """Compares the state with what is, and changes what is: a loop that only ever acts on the newest state.

    A stretch of playing is prepared while the device stands: its sounds are decoded a little ahead and its
    first picture is waited for, so that the first block the device asks for already holds the right sound.
    """

    def __init__(
        self, board: StateBoard, clock: PlaybackClock, cast: Cast, output: AudioOutput, fallback: AudioOutput,
        picture_ready: Callable[[], bool],
    ) -> None:  # fmt: skip
        self._board = board
        self._clock = clock
        self._cast = cast
        self._preferred = output
        self._fallback = fallback
        self._picture_ready = picture_ready
        self._output = fallback
        self._mixer = Mixer(fallback.open().rate_hz, clock)
        self._earlier_underruns = 0
        self._run: int | None = None
        self._take = 0
        self._position = 0
        self._preparing_since_s = 0.0
        self._sounding = False
        self._closing = False
        self._thread = Thread(target=self._loop, name="playback-conductor", daemon=True)
        self._thread.start()

    @property
    def underruns(self) -> int:
        """Blocks that were not ready in time so far."""
        return self._preferred.underruns + self._earlier_underruns + self._mixer.underruns

    def close(self) -> bool:
        """End the thread, the sounds and the device; tell whether all ended in time."""
        self._closing = True
        self._board.ring()
        self._thread.join(JOIN_S)
        return not self._thread.is_alive()

    def _loop(self) -> None:
        self._open_device()
        while not self._closing:
            state = self._board.state
            try:
                self._act(state)
            except OutputError as error:
                self._fall_silent(str(error))
            except Exception:
                _log.exception("playback failed")
                self._board.dispatch(
                    SoundFailed("Playback failed for an unknown reason: press play to try again.")
                )
                self._board.dispatch(PauseAsked())
            self._board.wait(_LOOK_AGAIN_S if self._board.state.playing else None)
        self._rest()
        self._output.close()
        self._cast.close()

    def _act(self, state: PlayerState) -> None:
        if not (state.playing and state.opened):
            self._rest()
        elif state.run != self._run:
            self._prepare(state)
        elif not self._sounding:
            self._start_when_ready(state)
        elif self._output.failure is not None:
            self._fall_silent(self._output.failure)
        elif state.position_s >= state.ends_s:
            self._board.dispatch(EndReached(state.run))
        else:
            self._cast.follow(state, self._mixer)
        for sentence in self._cast.new_errors():
            self._board.dispatch(SoundFailed(sentence))

    def _rest(self) -> None:
        if self._sounding:
            self._output.close()
            self._sounding = False
        self._cast.dismiss()
        self._run = None

    def _prepare(self, state: PlayerState) -> None:
        self._stop_sounding()
        self._run = state.run
        self._preparing_since_s = monotonic()
        rate_hz = self._mixer.rate_hz
        self._position = self._cast.assemble(state, rate_hz)
        if state.takes != self._take:
            self._take = state.takes
            self._open_device()
        if self._mixer.rate_hz != rate_hz:
            self._position = self._cast.assemble(state, self._mixer.rate_hz)
        self._start_when_ready(state)

    def _start_when_ready(self, state: PlayerState) -> None:
        waited_s = monotonic() - self._preparing_since_s
        primed = self._cast.is_primed(self._position) or waited_s > PRIMING_LIMIT_S
        if not primed or not (self._picture_ready() or waited_s > PICTURE_WAIT_S):
            return
        end = round(state.ends_s * self._mixer.rate_hz) if isfinite(state.ends_s) else maxsize
        self._mixer.begin(state.run, self._position, end, self._cast.voices)
        self._output.start(self._mixer.render)
        self._sounding = True

    def _stop_sounding(self) -> None:
        if self._sounding:
            self._output.stop()
            self._sounding = False

    def _open_device(self) -> None:
        self._output.close()
        try:
            device, self._output = self._preferred.open(), self._preferred
        except OutputError as error:
            device, self._output = self._fallback.open(), self._fallback
            self._board.dispatch(DeviceLost(str(error)))
        self._board.dispatch(DeviceReady(device.name))
        self._adapt_mixer(device.rate_hz)

    def _fall_silent(self, sentence: str) -> None:
        _log.warning("%s", sentence)
        self._output.close()
        self._sounding = False
        self._output = self._fallback
        self._adapt_mixer(self._fallback.open().rate_hz)
        self._board.dispatch(DeviceLost(sentence))

    def _adapt_mixer(self, rate_hz: int) -> None:
        if rate_hz != self._mixer.rate_hz:
            self._earlier_underruns += self._mixer.underruns
            self._mixer = Mixer(rate_hz, self._clock)
