"""What the window asks of the matching session."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from tivm_desktop.domain.analysis import TrackAnalysis
    from tivm_desktop.domain.finding import Order, Query
    from tivm_desktop.domain.indexing import IndexPace
    from tivm_desktop.domain.marks import Marks
    from tivm_desktop.domain.suggestion import Suggestion
    from tivm_desktop.domain.video_range import VideoRange


class MatchingSession(Protocol):
    """The matching session. Every call returns at once."""

    def set_music_folders(self, folders: Sequence[Path]) -> None:
        """Scan and analyse these folders in the background: all of the library from now on."""
        ...

    def rescan(self) -> None:
        """Look anew at what the folders hold."""
        ...

    def set_query(self, query: "Query", order: "Order") -> None:
        """Rank, or list while there is no video, only what `query` asks for, in that order."""
        ...

    def set_in_view(self, paths: Sequence[Path]) -> None:
        """Tell which rows are on the screen, the most wanted first: they are listened to and placed next."""
        ...

    def set_marks(self, path: Path, marks: "Marks") -> None:
        """Keep what the user says of a track."""
        ...

    def pause_indexing(self) -> None:
        """Listen to no more tracks for now; the ones in hand are finished."""
        ...

    def resume_indexing(self) -> None:
        """Go on listening."""
        ...

    def set_pace(self, pace: "IndexPace") -> None:
        """Set with how many workers, and when, tracks are listened to."""
        ...

    def try_again(self, paths: Sequence[Path] | None) -> None:
        """Listen again to files that failed; None: to all of them."""
        ...

    def set_video(self, video: Path) -> None:
        """Analyse `video` in the background; an earlier one is given up."""
        ...

    def set_range(self, chosen: "VideoRange | None") -> None:
        """Rank for a range of the video set last; None for all of it. Another video begins whole."""
        ...

    def find_speech(self) -> None:
        """Find where somebody speaks in the video set last; the listener hears it."""
        ...

    def cancel_video(self) -> None:
        """Give up the video's analysis."""
        ...

    def track_analysis(self, path: Path) -> "TrackAnalysis | None":
        """Return what is known of a track; the window asks on its own thread."""
        ...

    def placed(self, path: Path) -> "Suggestion | None":
        """Return a row of the list placed, at once; None if it isn't in the list. Not for the GUI thread."""
        ...

    def close(self) -> None:
        """End the workers."""
        ...
