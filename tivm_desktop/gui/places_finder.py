"""Where else the track under the video would go, and what of it snaps: found off the GUI thread."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tivm_desktop.gui.engine import Engine

if TYPE_CHECKING:
    from pathlib import Path

    from tivm_desktop.domain.analysis import SoundTimeline, VideoAnalysis
    from tivm_desktop.domain.placement_candidates import Places
    from tivm_desktop.domain.placement_snap import Accents
    from tivm_desktop.domain.video_range import VideoRange


class PlacesFinder(QObject):
    """Looks when it is told of a track, once the picture is analysed, and again for another range."""

    changed = Signal()
    """What is known has changed."""

    def __init__(self, engine: Engine, parent: QObject) -> None:
        super().__init__(parent)
        self._engine = engine
        self._video: tuple[Path, VideoAnalysis] | None = None
        self._accents: Accents | None = None
        self._places: Places | None = None
        self._wanted: object = None
        engine.range_changed.connect(self._look)
        engine.marshal.video_analysed.connect(self._take_video)

    @property
    def accents(self) -> "Accents | None":
        """What of the track snaps; None where it isn't known."""
        return self._accents

    @property
    def places(self) -> "Places | None":
        """Where the track would go; None where it isn't known."""
        return self._places

    def start_over(self) -> None:
        """Hear that another track is under the video, or none."""
        self._accents = self._places = None
        self.changed.emit()
        self._look()

    def _take_video(self, video: "Path", analysis: "VideoAnalysis") -> None:
        self._video = video, analysis
        self._look()

    def _look(self, _: object = None) -> None:
        """Have it found out; the newest request wins."""
        audition, facts, video = self._engine.auditions.current, self._engine.video, self._video
        self._wanted = wanted = object()
        if audition is None or audition.analysis is None or facts is None:
            return
        analysis = video[1] if video is not None and video[0] == facts.path else None
        find = partial(_find, analysis, audition.analysis.sound, self._engine.range)
        self._engine.aside(find, partial(self._take, wanted))

    def _take(self, wanted: object, found: "tuple[Accents, Places | None]") -> None:
        if wanted is self._wanted:
            self._accents, self._places = found
            self.changed.emit()


def _find(
    video: "VideoAnalysis | None", sound: "SoundTimeline", chosen: "VideoRange | None"
) -> "tuple[Accents, Places | None]":
    """Return what of a track snaps, and its places once the picture is known. Loads what it needs."""
    from tivm_desktop.domain.placement_candidates import places
    from tivm_desktop.domain.placement_snap import accents

    return accents(sound), places(video, sound, chosen) if video is not None else None
