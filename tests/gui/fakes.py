"""Stand-ins for the engine's parts: they note what is asked of them and say what the test wants."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.analysis import PictureTimeline, SoundTimeline, TrackAnalysis, VideoAnalysis
from tivm_desktop.domain.errors import MediaError
from tivm_desktop.domain.finding import Order, Query
from tivm_desktop.domain.marks import Marks
from tivm_desktop.domain.mix import Mix, SpeechSpans
from tivm_desktop.domain.placed_track import PlacedTrack
from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.gui.parts import Matching, Parts, VideoFacts
from tivm_desktop.matching.listener import SessionListener

if TYPE_CHECKING:
    from tivm_desktop.domain.indexing import IndexPace


@dataclass(frozen=True)
class FakeState:
    playing: bool = False
    position_s: float = 0.0
    duration_s: float = 0.0
    device: str | None = "Test device"
    error: str | None = None
    speed: float = 1.0
    picture_from: Literal["original", "proxy"] = "original"
    decoded_by: str = "software"
    output: str | None = None
    outputs: tuple[str, ...] = ("Test device", "Other device")


@dataclass(frozen=True)
class FakeFrame:
    rgb: NDArray[np.uint8]
    pts_s: float = 0.0


@dataclass
class FakePlayer:
    state: FakeState = field(default_factory=FakeState)
    calls: list[tuple[object, ...]] = field(default_factory=list)
    frames: list[FakeFrame] = field(default_factory=list)
    open_error: Exception | None = None

    def open_video(self, path: Path) -> None:
        if self.open_error is not None:
            raise self.open_error
        self.calls.append(("open_video", path))
        self.state = replace(self.state, duration_s=10.0, position_s=0.0)

    def set_track(self, path: Path | None, placement_s: float = 0.0, gain_db: float = 0.0) -> None:
        self.calls.append(("set_track", path, placement_s, gain_db))

    def play(self) -> None:
        self.calls.append(("play",))
        self.state = replace(self.state, playing=True)

    def pause(self) -> None:
        self.calls.append(("pause",))
        self.state = replace(self.state, playing=False)

    def seek(self, time_s: float) -> None:
        self.calls.append(("seek", time_s))
        self.state = replace(self.state, position_s=time_s)

    def close(self) -> None:
        self.calls.append(("close",))

    def set_view_size(self, width: int, height: int) -> None:
        self.calls.append(("set_view_size", width, height))

    def frame_due(self) -> FakeFrame | None:
        return self.frames.pop(0) if self.frames else None

    def set_mix(self, mix: Mix) -> None:
        self.calls.append(("set_mix", mix))

    def set_standby(self, tracks: Sequence[PlacedTrack]) -> None:
        self.calls.append(("set_standby", tuple(tracks)))

    def set_speed(self, speed: float) -> None:
        self.calls.append(("set_speed", speed))
        self.state = replace(self.state, speed=speed)

    def set_loop(self, loop: tuple[float, float] | None) -> None:
        self.calls.append(("set_loop", loop))

    def scrub(self, time_s: float) -> None:
        self.calls.append(("scrub", time_s))
        self.state = replace(self.state, position_s=time_s, playing=False)

    def set_proxy(self, proxy: Path | None) -> None:
        self.calls.append(("set_proxy", proxy))

    def set_speech(self, spans: SpeechSpans) -> None:
        self.calls.append(("set_speech", spans))

    def set_output(self, name: str | None) -> None:
        self.calls.append(("set_output", name))
        self.state = replace(self.state, output=name)

    def asked(self, name: str) -> list[tuple[object, ...]]:
        return [call[1:] for call in self.calls if call[0] == name]


@dataclass
class FakeSession:
    calls: list[tuple[object, ...]] = field(default_factory=list)
    analyses: dict[Path, TrackAnalysis] = field(default_factory=dict)
    placements: dict[Path, Suggestion] = field(default_factory=dict)

    def set_music_folders(self, folders: Sequence[Path]) -> None:
        self.calls.append(("set_music_folders", tuple(folders)))

    def rescan(self) -> None:
        self.calls.append(("rescan",))

    def set_query(self, query: Query, order: Order) -> None:
        self.calls.append(("set_query", query, order))

    def set_in_view(self, paths: Sequence[Path]) -> None:
        self.calls.append(("set_in_view", tuple(paths)))

    def set_marks(self, path: Path, marks: Marks) -> None:
        self.calls.append(("set_marks", path, marks))

    def pause_indexing(self) -> None:
        self.calls.append(("pause_indexing",))

    def resume_indexing(self) -> None:
        self.calls.append(("resume_indexing",))

    def set_pace(self, pace: "IndexPace") -> None:
        self.calls.append(("set_pace", pace))

    def try_again(self, paths: Sequence[Path] | None) -> None:
        self.calls.append(("try_again", paths))

    def set_video(self, video: Path) -> None:
        self.calls.append(("set_video", video))

    def set_range(self, chosen: VideoRange | None) -> None:
        self.calls.append(("set_range", chosen))

    def find_speech(self) -> None:
        self.calls.append(("find_speech",))

    def cancel_video(self) -> None:
        self.calls.append(("cancel_video",))

    def track_analysis(self, path: Path) -> TrackAnalysis | None:
        return self.analyses.get(path)

    def placed(self, path: Path) -> Suggestion | None:
        return self.placements.get(path)

    def close(self) -> None:
        self.calls.append(("close",))

    def asked(self, name: str) -> list[tuple[object, ...]]:
        return [call[1:] for call in self.calls if call[0] == name]


def look_by_name(path: Path) -> VideoFacts | None:
    """Take .mp4 for video, .mka-like sound for sound, and everything else for nonsense."""
    if path.suffix == ".mp4":
        return VideoFacts(path, 10.0, 640, 360, 25.0)
    if path.suffix == ".mp4a":
        return None
    raise MediaError(path, f"{path.name} is not a video or a sound: choose another file.")


def parts(
    player: FakePlayer,
    session: FakeSession,
    look_at: Callable[[Path], VideoFacts | None] = look_by_name,
    heard: list[SessionListener] | None = None,
) -> Parts:
    def make_matching(listener: SessionListener) -> Matching:
        if heard is not None:
            heard.append(listener)
        return Matching(session, "toy 1")

    return Parts(make_player=lambda: player, make_matching=make_matching, look_at=look_at)


def suggestion(name: str, rank: int = 1, fit: float = 80.0, **more: object) -> Suggestion:
    made = Suggestion(
        path=Path("/music") / f"{name}.opus",
        title=name,
        artist="Somebody",
        duration_s=185.0,
        rank=rank,
        fit=fit,
        placement_s=12.0,
        tempo_bpm=120.0,
        integrated_lufs=-10.0,
        why=("both calm", "its drop meets your cut at 0:41"),
        fit_curve=(0.2, 0.9, 0.5),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def order(*names: str) -> tuple[Suggestion, ...]:
    """Suggestions of that order, the fit falling by two from 90."""
    return tuple(suggestion(name, rank, 92.0 - 2 * rank) for rank, name in enumerate(names, 1))


def video_analysis(seconds: int = 10, seed: int = 1) -> VideoAnalysis:
    noise = np.random.default_rng(seed)
    row = noise.random(seconds).astype(np.float32)
    picture = PictureTimeline(
        motion=row * 30,
        frame_difference=row * 5,
        activity=row,
        brightness=row,
        saturation=row,
        warmth=row,
        greenness=row,
        contrast=row,
        cuts_s=np.array([2.0, 5.5], np.float32),
    )
    empty = np.zeros((seconds, 0), np.float32)
    return VideoAnalysis(float(seconds), 640, 360, 25.0, True, picture, empty, empty, "toy")


def track_analysis(seconds: int = 30, peak_dbfs: float = -3.0, seed: int = 1) -> TrackAnalysis:
    noise = np.random.default_rng(seed)
    row = noise.random(seconds).astype(np.float32)
    high = noise.random(seconds * 20).astype(np.float32)
    sound = SoundTimeline(
        loudness_lufs=row,
        rms=row,
        onset_density=row,
        brightness_hz=row,
        chroma=np.zeros((seconds, 12), np.float32),
        onset_strength=np.zeros(seconds * 50, np.float32),
        peaks=np.stack([-high, high], axis=1),
        beats_s=np.zeros(0, np.float32),
        integrated_lufs=-10.0,
        peak_dbfs=peak_dbfs,
        tempo_bpm=120.0,
        key=0,
        mode="major",
    )
    empty = np.zeros((seconds, 0), np.float32)
    return TrackAnalysis(float(seconds), sound, empty, empty, "toy")
