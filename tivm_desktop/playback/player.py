"""The audition: one clock for the picture, its own sound and the music under it."""

from collections.abc import Sequence
from pathlib import Path

from tivm_desktop.domain.mix import Mix, SpeechSpans
from tivm_desktop.domain.placed_track import PlacedTrack
from tivm_desktop.media.audio import audio_blocks
from tivm_desktop.playback.board import StateBoard
from tivm_desktop.playback.clock import PlaybackClock
from tivm_desktop.playback.conductor import Conductor
from tivm_desktop.playback.conductor_thread import ConductorThread
from tivm_desktop.playback.events import (
    LoopSet,
    MixSet,
    OutputChosen,
    PauseAsked,
    PlayAsked,
    Scrubbed,
    Sought,
    SpeechFound,
    SpeedSet,
    StandbySet,
    TrackChosen,
    VideoChosen,
)
from tivm_desktop.playback.frame_queue import VideoFrame
from tivm_desktop.playback.frames import DEFAULT_VIEW, FrameReader
from tivm_desktop.playback.hardware import Hardware
from tivm_desktop.playback.output import AudioOutput, ChoosableOutput, SilentOutput
from tivm_desktop.playback.relay import Relay
from tivm_desktop.playback.sound_backwards import SoundReader
from tivm_desktop.playback.state import PlayerState
from tivm_desktop.playback.stretch_sounds import StretchSounds

JOIN_S = 2.0
EARLY_S = 0.004
ROUNDING_S = 0.0005


class Player:
    """Plays a video with a track under it. No call blocks; what goes wrong is a sentence in `state.error`.

    Calls come from one thread (the GUI's). `state` and `frame_due` are cheap enough to be polled every few
    milliseconds.
    """

    def __init__(
        self,
        output: ChoosableOutput,
        fallback: AudioOutput | None = None,
        read_sound: SoundReader = audio_blocks,
        hardware: Hardware | None = None,
    ) -> None:
        """Start the player's thread.

        Args:
            output: The sound device.
            fallback: Takes over, on the same time base, while `output` can't be used; silent by default.
            read_sound: Decodes sound files.
            hardware: What may decode videos instead of software; None for nothing.
        """
        self._clock = PlaybackClock(output.now)
        self._board = StateBoard(self._clock)
        self._reader: FrameReader | None = None
        self._retired: list[FrameReader] = []
        self._view = DEFAULT_VIEW
        self._hardware = hardware
        self._scrubbing = False
        self._picture_speed = 1.0
        self._read_last = self._clock.reading()
        self._jumps = 0
        self._conductor = Conductor(
            self._board,
            self._clock,
            StretchSounds(read_sound, self._board.ring),
            output,
            fallback or SilentOutput(),
            self._picture_ready,
        )
        self._conductor_thread = ConductorThread(self._conductor, self._board)

    @property
    def state(self) -> PlayerState:
        """A snapshot, with the position at this moment."""
        return self._board.state

    @property
    def underruns(self) -> int:
        """How often sound was not ready in time."""
        return self._conductor.underruns

    def open_video(self, path: Path) -> None:
        """Show the first picture of `path`, paused; it is opened on a thread of its own."""
        self._retire_reader()
        self._board.dispatch(VideoChosen(path))
        self._picture_speed = 1.0
        relay = Relay(self._board, path)
        self._reader = FrameReader(path, self._clock.position, relay, self._view, self._hardware)

    def set_track(self, path: Path | None, placement_s: float = 0.0, gain_db: float = 0.0) -> None:
        """Put `path` under the video so that its second `placement_s` sounds at second 0 of the video.

        While playing it comes in with a crossfade and nothing else stops. None takes the music away.
        """
        self._board.dispatch(TrackChosen(path, placement_s, gain_db))

    def play(self) -> None:
        """Let the clock run; from the start if it stands at the end."""
        before = self._board.state
        after = self._board.dispatch(PlayAsked())
        if self._reader is None:
            return
        if after.stretch != before.stretch or self._scrubbing:
            self._scrubbing = False
            self._reader.seek(after.position_s, self._picture_speed)
        self._lead_picture(self._reader, after)

    def pause(self) -> None:
        """Hold the clock where it is, on the exact picture."""
        after = self._board.dispatch(PauseAsked())
        if self._reader is not None and after.picture_from == "proxy":
            self._reader.seek(after.position_s)

    def seek(self, time_s: float) -> None:
        """Go to second `time_s` of the video and go on from there; the newest seek wins."""
        self._scrubbing = False
        position_s = self._board.dispatch(Sought(time_s)).position_s
        if self._reader is not None:
            self._reader.seek(position_s, self._picture_speed)

    def set_mix(self, mix: Mix) -> None:
        """Set volumes, mutes, solo and ducking; gains move there without a step."""
        self._board.dispatch(MixSet(mix))

    def set_standby(self, tracks: Sequence[PlacedTrack]) -> None:
        """Keep these tracks decoded near the clock, so that `set_track` changes to one at once.

        The first six; a track lies where it will be set. They are decoded while something plays.
        """
        self._board.dispatch(StandbySet(tuple(tracks)))

    def set_speed(self, speed: float) -> None:
        """Play at -4..4 times the normal speed, negative: backwards; not 0.

        Sound is heard at that speed, with its pitch. While playing what is heard goes on until the new speed
        can follow it without a gap. At the first picture playing backwards ends.

        Raises:
            ValueError: `speed` is 0.
        """
        self._board.dispatch(SpeedSet(speed))

    def set_loop(self, loop: tuple[float, float] | None) -> None:
        """Play (from, until) seconds of the video over and over; None plays to the end.

        What plays before the loop plays into it, what plays behind it plays on. Loops of less than 0.2 s are
        not gone round.
        """
        self._board.dispatch(LoopSet(loop))

    def scrub(self, time_s: float) -> None:
        """Hold the clock and show a picture near `time_s` as quickly as can be.

        `seek` shows the exact one afterwards, and `play` goes on.
        """
        self._scrubbing = True
        position_s = self._board.dispatch(Scrubbed(time_s)).position_s
        if self._reader is not None:
            self._reader.scrub(position_s)

    def set_proxy(self, proxy: Path | None) -> None:
        """Tell of a small copy of the open video's picture that can be searched quickly."""
        if self._reader is not None:
            self._reader.set_proxy(proxy)

    def set_speech(self, spans: SpeechSpans) -> None:
        """Tell where somebody speaks in the open video's own sound."""
        self._board.dispatch(SpeechFound(spans))

    def set_output(self, name: str | None) -> None:
        """Play on the sound device of that name; None follows the system's default.

        The name of the one before has devices looked for afresh. Where the device is missing, sound goes to
        the default until it is back.
        """
        self._board.dispatch(OutputChosen(name))

    def set_view_size(self, width: int, height: int) -> None:
        """Fit pictures into `width` x `height` device pixels; while paused the current one is made anew."""
        if (width, height) == self._view:
            return
        self._view = (width, height)
        if self._reader is not None:
            self._reader.set_view_size(width, height)
            if not self._board.state.playing:
                self._reader.seek(self._board.state.position_s)

    def frame_due(self) -> VideoFrame | None:
        """Return the newest picture that is due and was not handed out yet.

        While playing a picture is due 4 ms early, for the view looks only every few milliseconds.
        """
        if self._reader is None:
            return None
        state = self._board.state
        self._lead_picture(self._reader, state)
        early_s = EARLY_S * state.speed if state.playing else ROUNDING_S
        return self._reader.take_due(state.position_s + early_s)

    def close(self) -> None:
        """End all threads and let go of the device; returns within a bounded time."""
        self._retire_reader()
        self._conductor_thread.close()
        for reader in self._retired:
            reader.join(JOIN_S)
        self._retired.clear()

    def _lead_picture(self, reader: FrameReader, state: PlayerState) -> None:
        """Let the pictures follow what is heard: its speed, and the jumps that nobody asked for."""
        before, now = self._read_last, self._clock.reading()
        jumped = now.stretch == before.stretch and now.leg != before.leg and now.speed == before.speed
        if state.jumps != self._jumps or jumped:
            reader.seek(now.position_s, self._picture_speed)
        speed = now.speed if state.playing else 1.0
        if speed != self._picture_speed:
            self._picture_speed = speed
            reader.set_speed(now.position_s, speed)
        self._read_last, self._jumps = now, state.jumps

    def _picture_ready(self) -> bool:
        reader = self._reader
        return reader is None or reader.has_first()

    def _retire_reader(self) -> None:
        self._retired = [reader for reader in self._retired if not reader.join(0.0)]
        if self._reader is not None:
            self._reader.stop()
            self._retired.append(self._reader)
            self._reader = None
