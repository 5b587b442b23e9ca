"""The one way from foreign threads into the GUI."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from tivm_desktop.domain.analysis import VideoAnalysis
    from tivm_desktop.domain.found_track import FoundTrack
    from tivm_desktop.domain.library_status import LibraryStatus
    from tivm_desktop.domain.mix import SpeechSpans
    from tivm_desktop.domain.suggestion import Suggestion


class Marshal(QObject):
    """Listens to a matching session on its threads and speaks in signals on the GUI thread.

    Lives on the GUI thread; its methods may be called on any. Receivers are objects of the GUI thread, so
    that Qt queues every delivery that comes from another one.
    """

    folder_refused = Signal(object, str)
    """(folder: Path, sentence)"""
    library_moved = Signal(object)
    """`LibraryStatus`"""
    video_moved = Signal(object, float, float)
    """(video: Path, done_s, total_s)"""
    video_analysed = Signal(object, object)
    """(video: Path, VideoAnalysis)"""
    video_refused = Signal(object, str)
    """(video: Path, sentence)"""
    proxy_made = Signal(object, object)
    """(video: Path, proxy: Path)"""
    order_changed = Signal(object, object, int)
    """(video: Path, tuple[Suggestion, ...], how many there are)"""
    tracks_found = Signal(object, int)
    """(tuple[FoundTrack, ...], how many there are)"""
    speech_heard = Signal(object, object)
    """(video: Path, SpeechSpans)"""
    speech_refused = Signal(object, str)
    """(video: Path, sentence)"""
    provider_named = Signal(str)
    """The execution provider that computes."""
    provider_refused = Signal(str)
    """The sentence that says why the encoders can't run as was asked for."""
    warning_given = Signal(str)
    """A sentence the user has to know of; nothing stops."""
    _posted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._posted.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def post(self, call: Callable[[], None]) -> None:
        """Have `call` run on the GUI thread, after what was posted before it; not at all once that ended."""
        with suppress(RuntimeError):  # Qt has taken this object down with the window
            self._posted.emit(call)

    def folder_failed(self, folder: Path, message: str) -> None:
        """Pass on that the folder can't be read."""
        self.folder_refused.emit(folder, message)

    def library_changed(self, status: "LibraryStatus") -> None:
        """Pass on how the library stands."""
        self.library_moved.emit(status)

    def video_progress(self, video: Path, done_s: float, total_s: float) -> None:
        """Pass on how much of the video is analysed."""
        self.video_moved.emit(video, done_s, total_s)

    def video_ready(self, video: Path, analysis: "VideoAnalysis") -> None:
        """Pass on the video's analysis."""
        self.video_analysed.emit(video, analysis)

    def video_failed(self, video: Path, message: str) -> None:
        """Pass on that the video can't be analysed."""
        self.video_refused.emit(video, message)

    def proxy_ready(self, video: Path, proxy: Path) -> None:
        """Pass on where the video's proxy is."""
        self.proxy_made.emit(video, proxy)

    def ranked(self, video: Path, suggestions: "tuple[Suggestion, ...]", total: int | None = None) -> None:
        """Pass on a whole new order; `total` is how many there are, as many as these where it isn't said."""
        self.order_changed.emit(video, suggestions, len(suggestions) if total is None else total)

    def found(self, tracks: "tuple[FoundTrack, ...]", total: int) -> None:
        """Pass on what the library has of what is looked for."""
        self.tracks_found.emit(tracks, total)

    def speech_found(self, video: Path, spans: "SpeechSpans") -> None:
        """Pass on where somebody speaks in the video's own sound."""
        self.speech_heard.emit(video, spans)

    def speech_failed(self, video: Path, message: str) -> None:
        """Pass on that it can't be found out."""
        self.speech_refused.emit(video, message)

    def provider_active(self, provider: str) -> None:
        """Pass on which execution provider computes."""
        self.provider_named.emit(provider)

    def provider_failed(self, message: str) -> None:
        """Pass on that the encoders can't run as was asked for."""
        self.provider_refused.emit(message)

    def warned(self, message: str) -> None:
        """Pass on something the user has to know."""
        self.warning_given.emit(message)

    @Slot(object)
    def _run(self, call: Callable[[], None]) -> None:
        call()
