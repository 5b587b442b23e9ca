"""What can happen to the player."""

from dataclasses import dataclass
from pathlib import Path

from tivm_desktop.domain.mix import Mix, SpeechSpans
from tivm_desktop.domain.placed_track import PlacedTrack
from tivm_desktop.playback.video_listener import PictureKind


@dataclass(frozen=True, slots=True)
class VideoChosen:
    """Another video is being opened."""

    path: Path


@dataclass(frozen=True, slots=True)
class VideoOpened:
    """The video is open and its first picture is on its way."""

    video: Path
    duration_s: float
    original_start_s: float | None


@dataclass(frozen=True, slots=True)
class EndFound:
    """The last picture was decoded: the video is as long as this, whatever its header says."""

    video: Path
    duration_s: float


@dataclass(frozen=True, slots=True)
class TrackChosen:
    """Another track, or none, is to sound under the video."""

    path: Path | None
    placement_s: float
    gain_db: float


@dataclass(frozen=True, slots=True)
class PlayAsked:
    """The clock is to run: from the start if it stands at the end, not at all backwards from the start."""


@dataclass(frozen=True, slots=True)
class PauseAsked:
    """The clock is to stand."""


@dataclass(frozen=True, slots=True)
class Sought:
    """The clock is to go on from `time_s`."""

    time_s: float


@dataclass(frozen=True, slots=True)
class Scrubbed:
    """The clock is to stand at `time_s` while a hand moves it."""

    time_s: float


@dataclass(frozen=True, slots=True)
class SpeedSet:
    """Seconds of the video that are to pass in one second of playing; negative: backwards; not 0."""

    speed: float


@dataclass(frozen=True, slots=True)
class LoopSet:
    """These seconds of the video are to be played over and over; None: play to the end."""

    loop: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class EndReached:
    """Playback arrived at the end of the picture, or backwards at its start, in that stretch."""

    stretch: int


@dataclass(frozen=True, slots=True)
class BegunAnew:
    """What was to follow in that stretch was not ready in time: playing begins anew at `time_s`."""

    stretch: int
    time_s: float


@dataclass(frozen=True, slots=True)
class StandbySet:
    """These tracks may be wanted next."""

    tracks: tuple[PlacedTrack, ...]


@dataclass(frozen=True, slots=True)
class SpeechFound:
    """Somebody speaks in the open video's sound at these times."""

    spans: SpeechSpans


@dataclass(frozen=True, slots=True)
class MixSet:
    """Volumes, mutes, solo and ducking were set."""

    mix: Mix


@dataclass(frozen=True, slots=True)
class OutputChosen:
    """Sound is to go to the device of that name, looked for afresh; None follows the system's default."""

    name: str | None


@dataclass(frozen=True, slots=True)
class OutputMoved:
    """The chosen device came or went: it is to be looked for afresh."""


@dataclass(frozen=True, slots=True)
class OutputsFound:
    """These sound devices are there."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeviceReady:
    """Sound goes to this device, or nowhere."""

    name: str | None
    note: str | None = None
    """Why it is not the chosen one."""


@dataclass(frozen=True, slots=True)
class DeviceRestarted:
    """The sound device was opened again: playback goes on with it, from where it is."""

    name: str | None
    note: str | None = None
    """Why it is not the chosen one."""


@dataclass(frozen=True, slots=True)
class DeviceStarved:
    """The sound device ran dry and is started anew: playback goes on with it, from where it is."""


@dataclass(frozen=True, slots=True)
class DeviceLost:
    """The sound device is missing or failed: playback goes on silently, from where it is."""

    sentence: str


@dataclass(frozen=True, slots=True)
class SoundFailed:
    """A track or the video's own sound can't be played; the rest goes on."""

    sentence: str


@dataclass(frozen=True, slots=True)
class PictureFrom:
    """Pictures come from this file of the video from now on, decoded by this."""

    video: Path
    kind: PictureKind
    decoded_by: str


@dataclass(frozen=True, slots=True)
class PictureFailed:
    """The video can't be shown (on)."""

    video: Path
    sentence: str


Event = (
    VideoChosen
    | VideoOpened
    | EndFound
    | TrackChosen
    | PlayAsked
    | PauseAsked
    | Sought
    | Scrubbed
    | SpeedSet
    | LoopSet
    | EndReached
    | BegunAnew
    | StandbySet
    | SpeechFound
    | MixSet
    | OutputChosen
    | OutputMoved
    | OutputsFound
    | DeviceReady
    | DeviceRestarted
    | DeviceStarved
    | DeviceLost
    | SoundFailed
    | PictureFrom
    | PictureFailed
)
