"""A cut, a few tracks and a profile, made on the spot; a listener that keeps what it hears."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.media.making import camera, filmed, write_video
from tests.media.sounds import real_tracks
from tivm_desktop.domain.analysis import VideoAnalysis
from tivm_desktop.domain.found_track import FoundTrack
from tivm_desktop.domain.library_status import LibraryState, LibraryStatus
from tivm_desktop.domain.mix import SpeechSpans
from tivm_desktop.domain.suggestion import SkippedTrack, Suggestion
from tivm_desktop.encoders.pack import default_pack_folder, load_pack
from tivm_desktop.library.profile import Profile
from tivm_desktop.matching.listener import SessionListener
from tivm_desktop.matching.session import SuggestionSession


def write_cut(path: Path) -> Path:
    """A video of 6 s with cuts at 2 and 4 s."""
    shots = [(2.0, camera(1)), (2.0, camera(2, 60.0)), (2.0, camera(3))]
    return write_video(path, filmed(shots, 12), rate=12)


def folder_of_music(folder: Path, count: int) -> Path:
    """A folder with that many real tracks, of different moods."""
    tracks = real_tracks()
    if not tracks:
        pytest.skip("no real music on this system: immich-memories-music is not installed")
    folder.mkdir()
    for track in tracks[:: max(1, len(tracks) // count)][:count]:
        shutil.copy(track, folder / f"{track.parent.name} {track.name}")
    return folder


class Heard(SessionListener):
    """Keeps everything a session says."""

    def __init__(self) -> None:
        self.folder_failures: list[str] = []
        self.video_steps: list[float] = []
        self.videos: list[VideoAnalysis] = []
        self.video_failures: list[str] = []
        self.orders: list[tuple[Suggestion, ...]] = []
        self.totals: list[int] = []
        self.library = LibraryStatus()
        self.finds: list[tuple[tuple[FoundTrack, ...], int]] = []
        self.proxies: list[Path] = []
        self.speech: list[tuple[Path, SpeechSpans]] = []
        self.speech_failures: list[str] = []
        self.providers: list[str] = []
        self.provider_failures: list[str] = []
        self.warnings: list[str] = []
        self.first_track = threading.Event()
        self.four_tracks = threading.Event()

    @property
    def skipped(self) -> tuple[SkippedTrack, ...]:
        return self.library.failed

    @property
    def folder(self) -> tuple[int, int]:
        """How many tracks of all are dealt with, the skipped ones among them."""
        return self.library.full + len(self.library.failed), self.library.total

    def folder_failed(self, folder: Path, message: str) -> None:
        self.folder_failures.append(message)

    def library_changed(self, status: LibraryStatus) -> None:
        self.library = status
        done, total = self.folder
        if status.state is LibraryState.SCANNING:
            return
        if done:
            self.first_track.set()
        if done == total == 4:
            self.four_tracks.set()

    def video_progress(self, video: Path, done_s: float, total_s: float) -> None:
        self.video_steps.append(done_s)

    def video_ready(self, video: Path, analysis: VideoAnalysis) -> None:
        self.videos.append(analysis)

    def video_failed(self, video: Path, message: str) -> None:
        self.video_failures.append(message)

    def ranked(self, video: Path, suggestions: tuple[Suggestion, ...], total: int) -> None:
        self.orders.append(suggestions)
        self.totals.append(total)

    def found(self, tracks: tuple[FoundTrack, ...], total: int) -> None:
        self.finds.append((tracks, total))

    def proxy_ready(self, video: Path, proxy: Path) -> None:
        self.proxies.append(proxy)

    def speech_found(self, video: Path, spans: SpeechSpans) -> None:
        self.speech.append((video, spans))

    def speech_failed(self, video: Path, message: str) -> None:
        self.speech_failures.append(message)

    def provider_active(self, provider: str) -> None:
        self.providers.append(provider)

    def provider_failed(self, message: str) -> None:
        self.provider_failures.append(message)

    def warned(self, message: str) -> None:
        self.warnings.append(message)


@contextmanager
def session(profile: Path, heard: Heard, workers: int = 2) -> Iterator[SuggestionSession]:
    """A session on the default pack and the CPU."""
    pack = load_pack(default_pack_folder())
    begun = SuggestionSession(pack, "cpu", Profile(profile), heard, workers)
    try:
        yield begun
    finally:
        begun.close()
