"""The thread that makes the device, the sounds and the mixer do what the state says."""

import logging
from collections.abc import Callable
from threading import Thread
from time import monotonic

from tivm_desktop.playback.board import StateBoard
from tivm_desktop.playback.cast import Cast
from tivm_desktop.playback.clock import PlaybackClock
from tivm_desktop.playback.comeback import Comeback
from tivm_desktop.playback.ducker import SpeechFollower
from tivm_desktop.playback.events import (
    BegunAnew,
    DeviceLost,
    DeviceReady,
    DeviceRestarted,
    EndReached,
    OutputMoved,
    OutputsFound,
    PauseAsked,
    SoundFailed,
)
from tivm_desktop.playback.mixer import Mixer
from tivm_desktop.playback.output import AudioOutput, ChoosableOutput, OutputDevice, OutputError
from tivm_desktop.playback.state import PlayerState

PICTURE_WAIT_S = 1.0
"""How long sound waits for the picture after a seek; a slower picture catches up."""
PRIMING_LIMIT_S = 3.0
"""How long sound is waited for before the picture goes on without it."""
FADE_WITHIN_S = 0.25
"""A device that holds more than that is stopped without a fade, which would be heard too late."""
FADE_LIMIT_S = 0.5
"""How long a fade is waited for: a device that stalls never plays it."""
PROVEN_S = 1.0
"""A device that has played that long since it was opened is opened again should it fail."""
_LOOK_AGAIN_S = 0.01
JOIN_S = 5.0

_log = logging.getLogger(__name__)


class Conductor:
    """Compares the state with what is, and changes what is: a loop that only ever acts on the newest state.

    A stretch of playing is prepared before it is heard: its sounds are decoded a little ahead and its first
    picture is waited for, so that its first block already holds the right sound. What sounded before fades
    out meanwhile. A device that runs is not stopped for that: it gets another mixer's blocks from then on.

    A device that fails while it plays is opened again at once. If that does not help, the picture goes on
    without sound and the device is tried every few seconds until it is back.
    """

    def __init__(
        self, board: StateBoard, clock: PlaybackClock, cast: Cast, output: ChoosableOutput,
        fallback: AudioOutput, picture_ready: Callable[[], bool],
    ) -> None:  # fmt: skip
        self._board = board
        self._clock = clock
        self._cast = cast
        self._preferred = output
        self._fallback = fallback
        self._picture_ready = picture_ready
        self._comeback = Comeback(output)
        self._speech = SpeechFollower()
        self._output = fallback
        self._mixer = Mixer(fallback.open().rate_hz, clock.publish)
        self._earlier_underruns = 0
        self._run: int | None = None
        self._take_number = 0
        self._chosen: str | None = None
        self._preparing_since_s = 0.0
        self._started = False
        self._sounding = False
        self._fading_since_s: float | None = None
        self._proven = False
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
        self._preferred.watch(self._board.ring)
        self._open_device()
        while not self._closing:
            state = self._board.state
            try:
                self._act(state)
            except OutputError as error:
                self._replace_device(error)
            except Exception:
                _log.exception("playback failed")
                self._board.dispatch(
                    SoundFailed("Playback failed for an unknown reason: press play to try again.")
                )
                self._board.dispatch(PauseAsked())
            busy = self._sounding or self._board.state.playing
            self._board.wait(_LOOK_AGAIN_S if busy else None)
        self._comeback.rest()
        self._output.close()
        self._preferred.watch(None)
        self._cast.close()

    def _act(self, state: PlayerState) -> None:
        if self._follow_outputs(state):
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
        audible = self._output is self._preferred
        played_s = self._mixer.rendered / self._mixer.rate_hz
        self._proven = self._proven or (audible and played_s > PROVEN_S)
        if self._output.failure is not None:
            self._replace_device(OutputError(self._output.failure))
        elif self._output.starved:
            self._board.dispatch(DeviceRestarted(state.device, state.silent_because))
        elif (way := self._cast.ended(self._clock.place(), state, self._mixer)) is not None:
            over = EndReached(state.run) if way.goes_on_s is None else BegunAnew(state.run, way.goes_on_s)
            self._board.dispatch(over)
        elif not audible and (device := self._comeback.look()) is not None:
            self._stop()
            self._take(self._preferred, device)
            self._board.dispatch(DeviceRestarted(device.name, device.note))
        else:
            self._speech.follow(state, self._mixer.ducker)
            if not self._cast.follow(state, self._mixer):
                self._board.dispatch(BegunAnew(state.run, state.position_s))

    def _follow_outputs(self, state: PlayerState) -> bool:
        """Say which devices there are; tell whether another than the one that plays is to be opened."""
        output = self._preferred
        if state.output != self._chosen:
            self._chosen = state.output
            output.choose(state.output)
            if self._output is not output:
                self._board.dispatch(OutputMoved())
                return True
        if output.names != state.outputs:
            self._comeback.hurry()
            self._board.dispatch(OutputsFound(output.names))
        if self._output is not output:
            return False
        if output.moved and state.takes == self._take_number:
            device = output.follow() if self._started else None
            if device is None:
                self._board.dispatch(OutputMoved())
                return True
            self._board.dispatch(DeviceReady(device.name, device.note))
            return False
        if output.title != state.device:
            self._board.dispatch(DeviceReady(output.title, state.silent_because))
        return False

    def _rest(self) -> None:
        self._run = None
        self._cast.dismiss()
        self._comeback.rest()
        if self._sounding and self._is_quiet():
            self._output.close()
        if not self._sounding and self._board.state.takes != self._take_number:
            self._take_number = self._board.state.takes
            self._open_device()

    def _prepare(self, state: PlayerState) -> None:
        self._run = state.run
        self._started = False
        self._preparing_since_s = monotonic()
        self._cast.assemble(state, self._mixer.rate_hz)
        self._start_when_ready(state)

    def _start_when_ready(self, state: PlayerState) -> None:
        if state.takes == self._take_number:
            if not self._is_faded():
                return
        else:
            if not self._is_quiet():
                return
            self._take_number = state.takes
            self._open_device()
            if self._board.state.run != state.run:
                return
        if not self._cast.suits(state, self._mixer.rate_hz):
            self._cast.assemble(state, self._mixer.rate_hz)
        waited_s = monotonic() - self._preparing_since_s
        primed = self._cast.is_primed or waited_s > PRIMING_LIMIT_S
        if not primed or not (self._picture_ready() or waited_s > PICTURE_WAIT_S):
            return
        if self._sounding:
            self._renew_mixer(self._mixer.rate_hz)
        self._speech.follow(state, self._mixer.ducker)
        self._cast.begin(state, self._mixer)
        self._output.start(self._mixer.render)
        self._started = self._sounding = True
        self._fading_since_s = None

    def _is_faded(self) -> bool:
        """Fade out what sounds; tell whether something else may begin, on the device that runs if it can."""
        if not self._sounding:
            return True
        silent_from_s = self._mixer.silent_from_s
        broken = self._output is self._fallback or self._output.failure is not None or self._output.starved
        if broken or silent_from_s is None or silent_from_s > self._output.now() + FADE_WITHIN_S:
            return self._is_quiet()
        return True

    def _is_quiet(self) -> bool:
        """Fade out what sounds and stop the device once that is heard; tell whether it stands."""
        if not self._sounding:
            return True
        if self._output is self._fallback:
            self._stop()
            return True
        self._mixer.fade_out()
        if self._fading_since_s is None:
            self._fading_since_s = monotonic()
        silent_from_s, now_s = self._mixer.silent_from_s, self._output.now()
        coming = silent_from_s is None or now_s < silent_from_s <= now_s + FADE_WITHIN_S
        broken = self._output.failure is not None or self._output.starved
        if coming and not broken and monotonic() - self._fading_since_s <= FADE_LIMIT_S:
            return False
        self._stop()
        return True

    def _stop(self) -> None:
        self._output.stop()
        self._sounding = False
        self._fading_since_s = None

    def _open_device(self) -> None:
        self._comeback.rest()
        self._output.close()
        self._proven = False
        try:
            device = self._preferred.open()
        except OutputError as error:
            self._fall_silent(error)
        else:
            self._take(self._preferred, device)
            self._board.dispatch(DeviceReady(device.name, device.note))

    def _replace_device(self, problem: OutputError) -> None:
        """Open the device again, but fall silent if it had been opened only just now."""
        self._stop()
        self._output.close()
        if self._proven:
            self._proven = False
            try:
                device = self._preferred.open()
            except OutputError as error:
                _log.warning("%s", error)
            else:
                _log.warning("%s - opened again", problem)
                self._take(self._preferred, device)
                self._board.dispatch(DeviceRestarted(device.name, device.note))
                return
        self._fall_silent(problem)

    def _fall_silent(self, problem: OutputError) -> None:
        _log.warning("%s (%s)", problem, problem.__cause__)
        self._take(self._fallback, self._fallback.open())
        self._comeback.lost()
        self._board.dispatch(DeviceLost(str(problem)))

    def _take(self, output: AudioOutput, device: OutputDevice) -> None:
        self._output = output
        if device.rate_hz != self._mixer.rate_hz:
            self._renew_mixer(device.rate_hz)

    def _renew_mixer(self, rate_hz: int) -> None:
        self._earlier_underruns += self._mixer.underruns
        self._mixer = Mixer(rate_hz, self._clock.publish)
