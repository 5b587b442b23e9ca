"""The sound device and the mixer that plays on it: opened, faded out, replaced, brought back."""

import logging
from collections.abc import Callable

from tivm_desktop.domain.errors import OutputError
from tivm_desktop.playback.board import StateBoard
from tivm_desktop.playback.clock import PlaybackClock
from tivm_desktop.playback.events import (
    DeviceLost,
    DeviceReady,
    DeviceRestarted,
    DeviceStarved,
    OutputMoved,
    OutputsFound,
)
from tivm_desktop.playback.mixer import Mixer
from tivm_desktop.playback.output import AudioOutput, ChoosableOutput, OutputDevice
from tivm_desktop.playback.reconnection import Reconnection
from tivm_desktop.playback.state import PlayerState

FADE_WITHIN_S = 0.25
"""A device that holds more than that is stopped without a fade, which would be heard too late."""
FADE_LIMIT_S = 0.5
"""How long a fade is waited for: a device that stalls never plays it."""
PROVEN_S = 1.0
"""A device that has played that long since it was opened is opened again should it fail."""

_log = logging.getLogger(__name__)


class OutputStage:
    """Plays a mixer's blocks on the chosen device, or silently while there is none; used by one thread.

    A device that fails while it plays is opened again at once. If that does not help, the picture goes on
    without sound and the device is tried every few seconds until it is back. What happens is told to the
    board.
    """

    def __init__(
        self,
        board: StateBoard,
        clock: PlaybackClock,
        output: ChoosableOutput,
        fallback: AudioOutput,
        now: Callable[[], float],
    ) -> None:
        """Join the parts; `now` tells the seconds by which is waited."""
        self._now = now
        self._board = board
        self._clock = clock
        self._preferred = output
        self._fallback = fallback
        self._reconnection = Reconnection(output)
        self._output = fallback
        self.mixer = Mixer(fallback.open().rate_hz, clock.publish)
        """Another one whenever a stretch begins on a device that runs, or the device has another rate."""
        self._earlier_underruns = 0
        self._chosen: str | None = None
        self._sounding = False
        self._fading_since_s: float | None = None
        self._proven = False

    @property
    def underruns(self) -> int:
        """Blocks that were not ready in time so far."""
        return self._preferred.underruns + self._earlier_underruns + self.mixer.underruns

    @property
    def sounds(self) -> bool:
        """Whether the device asks for blocks."""
        return self._sounding

    def watch(self) -> None:
        """Ring the board's bell when devices come and go, and open the device."""
        self._preferred.watch(self._board.ring)
        self.open()

    def start(self) -> None:
        """Let the device ask the mixer for blocks.

        Raises:
            OutputError: It doesn't take sound.
        """
        self._output.start(self.mixer.render)
        self._sounding = True
        self._fading_since_s = None

    def tend(self) -> bool:
        """Look after the device while it plays; tell whether it is another one now, or was lost."""
        audible = self._output is self._preferred
        played_s = self.mixer.rendered / self.mixer.rate_hz
        self._proven = self._proven or (audible and played_s > PROVEN_S)
        if self._output.failure is not None:
            self.replace(OutputError(self._output.failure))
        elif self._output.starved:
            self._board.dispatch(DeviceStarved())
        elif not audible and (device := self._reconnection.look()) is not None:
            self._stop()
            self._take(self._preferred, device)
            self._board.dispatch(DeviceRestarted(device.name, device.note))
        else:
            return False
        return True

    def rest(self) -> None:
        """Let go of the device once what sounds has faded out."""
        self._reconnection.rest()
        if self._sounding and self.is_quiet():
            self._output.close()

    def close(self) -> None:
        """Let go of the device at once."""
        self._reconnection.rest()
        self._output.close()
        self._preferred.watch(None)

    def follow_outputs(self, state: PlayerState, *, settled: bool, started: bool) -> bool:
        """Say which devices there are; tell whether another than the one that plays is to be opened.

        Args:
            state: The player's state.
            settled: Whether the device was looked for since that was asked for last.
            started: Whether a stretch plays on it.
        """
        output = self._preferred
        if state.output != self._chosen:
            self._chosen = state.output
            output.choose(state.output)
            if self._output is not output:
                self._board.dispatch(OutputMoved())
                return True
        if output.names != state.outputs:
            self._reconnection.hurry()
            self._board.dispatch(OutputsFound(output.names))
        if self._output is not output:
            return False
        if output.moved and settled:
            device = output.follow() if started else None
            if device is None:
                self._board.dispatch(OutputMoved())
                return True
            self._board.dispatch(DeviceReady(device.name, device.note))
            return False
        if output.title != state.device:
            self._board.dispatch(DeviceReady(output.title, state.silent_because))
        return False

    def is_faded(self) -> bool:
        """Fade out what sounds; tell whether something else may begin, on the device that runs if it can."""
        if not self._sounding:
            return True
        silent_from_s = self.mixer.silent_from_s
        broken = self._output is self._fallback or self._output.failure is not None or self._output.starved
        if broken or silent_from_s is None or silent_from_s > self._output.now() + FADE_WITHIN_S:
            return self.is_quiet()
        return True

    def is_quiet(self) -> bool:
        """Fade out what sounds and stop the device once that is heard; tell whether it stands."""
        if not self._sounding:
            return True
        if self._output is self._fallback:
            self._stop()
            return True
        self.mixer.fade_out()
        if self._fading_since_s is None:
            self._fading_since_s = self._now()
        silent_from_s, now_s = self.mixer.silent_from_s, self._output.now()
        coming = silent_from_s is None or now_s < silent_from_s <= now_s + FADE_WITHIN_S
        broken = self._output.failure is not None or self._output.starved
        if coming and not broken and self._now() - self._fading_since_s <= FADE_LIMIT_S:
            return False
        self._stop()
        return True

    def _stop(self) -> None:
        self._output.stop()
        self._sounding = False
        self._fading_since_s = None

    def open(self) -> None:
        """Look for the device afresh, unless it is known to be there; without one silence takes over."""
        if self._output is self._preferred and self._preferred.current:
            self._proven = True  # opened some time ago: should it fail now, opening it again may help
            return
        self._reconnection.rest()
        self._output.close()
        self._proven = False
        try:
            device = self._preferred.open()
        except OutputError as error:
            self._fall_silent(error)
        else:
            self._take(self._preferred, device)
            self._board.dispatch(DeviceReady(device.name, device.note))

    def replace(self, problem: OutputError) -> None:
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
        self._reconnection.lost()
        self._board.dispatch(DeviceLost(str(problem)))

    def _take(self, output: AudioOutput, device: OutputDevice) -> None:
        self._output = output
        if device.rate_hz != self.mixer.rate_hz:
            self._change_mixer(device.rate_hz)

    def renew_mixer(self) -> None:
        """Have another mixer, that doesn't render, if this one does."""
        if self._sounding:
            self._change_mixer(self.mixer.rate_hz)

    def _change_mixer(self, rate_hz: int) -> None:
        self._earlier_underruns += self.mixer.underruns
        self.mixer = Mixer(rate_hz, self._clock.publish)
