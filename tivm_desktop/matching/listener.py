"""Who hears what a session finds out."""

from pathlib import Path
from typing import Protocol

from tivm_desktop.domain.analysis import VideoAnalysis
from tivm_desktop.domain.found_track import FoundTrack
from tivm_desktop.domain.library_status import LibraryStatus
from tivm_desktop.domain.mix import SpeechSpans
from tivm_desktop.domain.suggestion import Suggestion


class SessionListener(Protocol):
    """Hears from a session, on the session's thread."""

    def folder_failed(self, folder: Path, message: str) -> None:
        """Hear that the folder can't be read, or ceased to be."""
        ...

    def library_changed(self, status: LibraryStatus) -> None:
        """Hear how the library stands, at most four times a second."""
        ...

    def video_progress(self, video: Path, done_s: float, total_s: float) -> None:
        """Hear how much of the video is analysed."""
        ...

    def video_ready(self, video: Path, analysis: VideoAnalysis) -> None:
        """Hear that the video is analysed."""
        ...

    def video_failed(self, video: Path, message: str) -> None:
        """Hear that the video can't be analysed."""
        ...

    def proxy_ready(self, video: Path, proxy: Path) -> None:
        """Hear where the small copy of the video's picture is, once it is made or found."""
        ...

    def ranked(self, video: Path, suggestions: tuple[Suggestion, ...], total: int) -> None:
        """Hear a whole new order, at most four times a second.

        Args:
            video: what it is for.
            suggestions: the first 2,000 tracks of what is looked for. Those further down may not be placed
                yet (`Suggestion.placed`); the order stands.
            total: how many there are.
        """
        ...

    def found(self, tracks: tuple[FoundTrack, ...], total: int) -> None:
        """Hear what the library has of what is looked for, while there is no video to rank it for.

        Args:
            tracks: the first 2,000 of them, in the order asked for.
            total: how many there are.
        """
        ...

    def speech_found(self, video: Path, spans: SpeechSpans) -> None:
        """Hear where somebody speaks in the video's own sound, after `find_speech`."""
        ...

    def speech_failed(self, video: Path, message: str) -> None:
        """Hear that it can't be found out."""
        ...

    def provider_active(self, provider: str) -> None:
        """Hear which execution provider the encoders really run on."""
        ...

    def provider_failed(self, message: str) -> None:
        """Hear that the encoders can't run as was asked for."""
        ...

    def warned(self, message: str) -> None:
        """Hear once of something the user has to know that stops nothing."""
        ...
