"""What the player says of itself, and the pure function that says how each event changes it."""

from dataclasses import dataclass, field, replace
from math import inf
from pathlib import Path

from tivm_desktop.domain.mix import Mix, SpeechSpans
from tivm_desktop.domain.placed_track import PlacedTrack
from tivm_desktop.playback.events import (
    BegunAnew,
    DeviceLost,
    DeviceReady,
    DeviceRestarted,
    DeviceStarved,
    EndFound,
    EndReached,
    Event,
    LoopSet,
    MixSet,
    OutputChosen,
    OutputMoved,
    OutputsFound,
    PauseAsked,
    PictureFailed,
    PictureFrom,
    PlayAsked,
    Scrubbed,
    Sought,
    SoundFailed,
    SpeechFound,
    SpeedSet,
    StandbySet,
    TrackChosen,
    VideoChosen,
    VideoOpened,
)
from tivm_desktop.playback.pace import playable
from tivm_desktop.playback.video_listener import PictureKind

END_TOLERANCE_S = 1e-3
END_TRUSTED_WITHIN_S = 0.25
"""The last pictures may have been left out or be damaged: so far the header is believed about the end."""


@dataclass(frozen=True, slots=True)
class PlayerState:
    """A snapshot of the player."""

    video: Path | None = None
    opened: bool = False
    """Whether the video's length is known and its pictures can be asked for."""
    failed: bool = False
    """Whether the video can't be shown (on)."""
    original_start_s: float | None = None
    """Second of the video at which its own sound begins; None where it has none."""
    duration_s: float = 0.0
    """Length of the picture; 0 where no video is open or its length isn't known yet."""
    playing: bool = False
    position_s: float = 0.0
    """Second of the video that is seen and heard now."""
    stretch: int = 0
    """Number of the stretch of playing: it grows whenever the position is moved or held."""
    openings: int = 0
    """Counts how often the sound device was to be looked for afresh: at each play, or because another was
    chosen or the chosen one came or went."""
    track: Path | None = None
    placement_s: float = 0.0
    """Second of the track that sounds at second 0 of the video; negative: the track enters later."""
    track_gain_db: float = 0.0
    mix: Mix = field(default_factory=Mix)
    speed: float = 1.0
    """Seconds of the video that pass in one second of playing; negative: backwards."""
    loop: tuple[float, float] | None = None
    """(from, until) seconds of the video that are played over and over."""
    picture_from: PictureKind = "original"
    """What the pictures shown now are decoded from."""
    decoded_by: str = "software"
    """What decodes them: "software", or the name of the hardware's interface."""
    output: str | None = None
    """The sound device that was chosen; None follows the system's default."""
    standby: tuple[PlacedTrack, ...] = ()
    """Tracks that may be wanted next."""
    speech: SpeechSpans = ()
    """Where somebody speaks in the video's own sound."""
    jumps: int = 0
    """Counts how often the position jumped without being asked to: pictures have to follow."""
    outputs: tuple[str, ...] = ()
    """The sound devices there are, as far as is known."""
    device: str | None = None
    """Name of the sound device; None where playback is silent."""
    silent_because: str | None = None
    """Why there is no sound device, or not the chosen one, as one sentence; None while there is."""
    error: str | None = None
    """What went wrong last, as one sentence; None once something new is tried."""

    @property
    def ends_s(self) -> float:
        """Where playing ends; infinite as long as the length isn't known."""
        return self.duration_s if self.duration_s > 0.0 else inf

    @property
    def original_gain(self) -> float:
        """Linear gain of the video's own sound."""
        return self.mix.original_gain

    @property
    def music_gain(self) -> float:
        """Linear gain of the track: its level matching times the music's gain in the mix."""
        return float(10.0 ** (self.track_gain_db / 20.0)) * self.mix.music_gain


def reduce(state: PlayerState, event: Event) -> PlayerState:
    """Return the state after `event`; `state.position_s` must be where the clock stands at that moment."""
    match event:
        case VideoChosen(path):
            return _with_video(state, path)
        case VideoOpened() | EndFound() | PictureFrom() | PictureFailed():
            return _told_by_picture(state, event) if event.video == state.video else state
        case TrackChosen(path, placement_s, gain_db):
            return replace(state, track=path, placement_s=placement_s, track_gain_db=gain_db, error=None)
        case OutputChosen(name) if name != state.output:
            return replace(state, output=name)
        case OutputChosen() | OutputMoved():
            return replace(_held(state, state.position_s), openings=state.openings + 1)
        case OutputsFound(names):
            return replace(state, outputs=names)
        case DeviceReady(name, note):
            return _with_device(state, name, note)
        case DeviceRestarted(name, note):
            return _held(_with_device(state, name, note), state.position_s)
        case DeviceStarved():
            return _held(state, state.position_s)
        case DeviceLost(sentence):
            lost = replace(state, device=None, error=sentence, silent_because=sentence)
            return _held(lost, state.position_s)
        case SoundFailed(sentence):
            return replace(state, error=sentence)
        case MixSet() | SpeedSet() | LoopSet() | StandbySet() | SpeechFound():
            return _set(state, event)
        case _:
            return _transported(state, event)


def _set(state: PlayerState, event: MixSet | SpeedSet | LoopSet | StandbySet | SpeechFound) -> PlayerState:
    match event:
        case MixSet(mix):
            return replace(state, mix=mix)
        case SpeedSet(speed):
            set_to = replace(state, speed=playable(speed))
            return set_to if state.playing else _held(set_to, state.position_s)
        case LoopSet(loop):
            return replace(state, loop=loop)
        case StandbySet(tracks):
            return replace(state, standby=tracks)
        case speech:
            return replace(state, speech=speech.spans)


def _with_video(state: PlayerState, path: Path) -> PlayerState:
    return replace(
        _held(state, 0.0),
        video=path,
        opened=False,
        failed=False,
        original_start_s=None,
        duration_s=0.0,
        playing=False,
        speed=1.0,
        loop=None,
        speech=(),
        picture_from="original",
        decoded_by="software",
        error=None,
    )


def _with_device(state: PlayerState, name: str | None, note: str | None) -> PlayerState:
    """A device that is there takes the sentence about its absence away, and no other sentence."""
    if name is None:
        return replace(state, device=None)
    said = state.error is not None and state.error == state.silent_because
    return replace(state, device=name, silent_because=note, error=note or (None if said else state.error))


def _told_by_picture(
    state: PlayerState, event: VideoOpened | EndFound | PictureFrom | PictureFailed
) -> PlayerState:
    match event:
        case VideoOpened(_, duration_s, original_start_s):
            return replace(state, opened=True, duration_s=duration_s, original_start_s=original_start_s)
        case EndFound(_, ends_s):
            trusted = state.duration_s > 0.0 and abs(ends_s - state.duration_s) <= END_TRUSTED_WITHIN_S
            return state if trusted else replace(state, duration_s=ends_s)
        case PictureFrom(_, kind, decoded_by):
            return replace(state, picture_from=kind, decoded_by=decoded_by)
        case failed:
            return replace(_held(state, state.position_s), playing=False, failed=True, error=failed.sentence)


def _transported(
    state: PlayerState, event: PlayAsked | PauseAsked | Sought | Scrubbed | EndReached | BegunAnew
) -> PlayerState:
    match event:
        case PlayAsked():
            return _started(state)
        case PauseAsked():
            return replace(_held(state, state.position_s), playing=False) if state.playing else state
        case Sought(time_s):
            return _held(state, _within(time_s, state))
        case Scrubbed(time_s):
            return replace(_held(state, _within(time_s, state)), playing=False)
        case EndReached(stretch):
            if stretch != state.stretch:
                return state
            return replace(_held(state, state.duration_s if state.speed > 0 else 0.0), playing=False)
        case begun:
            if begun.stretch != state.stretch:
                return state
            return replace(_held(state, _within(begun.time_s, state)), jumps=state.jumps + 1)


def _started(state: PlayerState) -> PlayerState:
    at_start = state.speed < 0 and state.position_s <= END_TOLERANCE_S
    if state.video is None or state.failed or state.playing or at_start:
        return state
    at_end = state.speed > 0 and state.position_s >= state.ends_s - END_TOLERANCE_S
    start = _held(state, 0.0) if at_end else state
    return replace(start, playing=True, openings=state.openings + 1, error=None)


def _held(state: PlayerState, position_s: float) -> PlayerState:
    return replace(state, position_s=position_s, stretch=state.stretch + 1)


def _within(time_s: float, state: PlayerState) -> float:
    return max(0.0, min(time_s, state.ends_s))
