"""The open video in the window: opened, looked at, ranked for, played with a track under it."""

import logging
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.gui.auditions import Audition
from tivm_desktop.gui.desk import Desk
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.parts import VideoFacts
from tivm_desktop.gui.player_protocol import AuditionState
from tivm_desktop.gui.preview import Preview
from tivm_desktop.gui.sentences import spoken
from tivm_desktop.gui.timeline_panel import TimelinePanel
from tivm_desktop.gui.top_bar import TopBar
from tivm_desktop.gui.tracks_panel import TracksPanel
from tivm_desktop.gui.transport import Transport

if TYPE_CHECKING:
    from tivm_desktop.domain.analysis import VideoAnalysis

_log = logging.getLogger(__name__)


class VideoControl(QObject):
    """Hands the video to the engine, and to the panels what the engine says of it."""

    refused = Signal(str)
    """The video can't be analysed: a sentence says why."""

    def __init__(
        self,
        desk: Desk,
        top: TopBar,
        preview: Preview,
        transport: Transport,
        tracks: TracksPanel,
        timeline: TimelinePanel,
    ) -> None:
        super().__init__(desk.window)
        self._engine, self._status = desk.engine, desk.status
        self._top, self._preview, self._transport = top, preview, transport
        self._tracks, self._timeline = tracks, timeline
        self._dropped_s: float | None = None
        self._join_engine()
        timeline.video_cancelled.connect(self.cancel)
        timeline.analysis_wanted.connect(self._analyse_again)
        preview.view_resized.connect(self._engine.set_view_size)
        preview.painted.connect(self._note_first_picture)
        tracks.view.chosen.connect(lambda track: self._enter(track, play=True))
        tracks.view.stepped.connect(lambda track: self._enter(track, play=False))

    def open(self, video: VideoFacts) -> None:
        """Play `video` and rank tracks for it."""
        self._top.show_video(video)
        self._preview.show_video()
        self._transport.set_enabled(enabled=True)
        self._timeline.timeline.set_video(video.duration_s)
        self._timeline.show_looking(0.0, video.duration_s)
        self._tracks.start_over()
        self._engine.auditions.leave()
        self._engine.open_video(video)
        self._tracks.hint.show_folders(self._engine.library.folders, has_video=True)
        self.hint()
        self._status.say(tr("Looking at {name}").format(name=video.path.name))

    def cancel(self) -> None:
        """Give up analysing the video; it still plays."""
        self._engine.cancel_video()
        self._timeline.show_not_looked(tr("Picture not analysed"))
        self._tracks.hint.tell(
            tr("Analysis stopped"), tr("The video plays; its tracks are ranked once it is analysed.")
        )
        self._status.say(tr("Analysis stopped"))

    def hint(self) -> None:
        """Say on the timeline what to do next, until there is a waveform on it."""
        if self._engine.auditions.current is not None:
            words = tr("The waveform appears here once the track was heard in full.")
        elif self._engine.library.folders:
            words = tr("Click a track: it appears here, where it enters under your video.")
        else:
            words = tr("Choose a music folder to rank your tracks for this video.")
        self._timeline.timeline.set_hint(words)

    def note_drop(self) -> None:
        """Begin to measure how long it takes to the first picture."""
        self._dropped_s = time.monotonic()

    def _join_engine(self) -> None:
        engine, marshal = self._engine, self._engine.marshal
        engine.player_ready.connect(self._on_player)
        engine.state_changed.connect(self._on_state)
        engine.auditions.entered.connect(self._on_entered)
        engine.auditions.left.connect(self.hint)
        marshal.video_moved.connect(self._on_moved)
        marshal.video_analysed.connect(self._on_analysed)
        marshal.video_refused.connect(self._on_refused)
        marshal.order_changed.connect(self._on_order)

    def _on_player(self) -> None:
        self._preview.follow(self._engine.frame_due)
        self._status.say(tr("Ready"))

    def _note_first_picture(self) -> None:
        if self._dropped_s is not None:
            _log.info("first picture %.3f s after the drop", time.monotonic() - self._dropped_s)
            self._dropped_s = None

    def _on_state(self, state: AuditionState) -> None:
        self._preview.set_playing(playing=state.playing)
        self._transport.show_playing(playing=state.playing)
        if self._engine.video is not None:
            self._transport.show_time(state.position_s, state.duration_s or self._engine.video.duration_s)
            self._timeline.timeline.set_position(state.position_s)

    def _on_entered(self, audition: Audition) -> None:
        track = audition.suggestion
        _log.info("auditioning %s", track.path.name)
        self._tracks.model.set_auditioned(track.path)
        self._timeline.show_track(track)
        self.hint()
        self._status.say(tr("Playing {title}").format(title=track.title) if track.title else "")

    def _on_moved(self, video: Path, done_s: float, total_s: float) -> None:
        if self._shows(video):
            self._timeline.show_looking(done_s, total_s)

    def _on_analysed(self, video: Path, analysis: "VideoAnalysis") -> None:
        if self._shows(video):
            self._timeline.timeline.set_picture(analysis.picture)
            self._timeline.show_looked(len(analysis.picture.cuts_s))
            self._status.say(tr("{name} is analysed").format(name=video.name))

    def _on_refused(self, video: Path, sentence: str) -> None:
        if self._shows(video):
            self._timeline.show_not_looked(tr("Picture not analysed"))
            self._tracks.hint.tell(tr("Tracks can't be ranked"), spoken(sentence))
            self.refused.emit(sentence)

    def _on_order(self, video: Path, order: Sequence[Suggestion], total: int) -> None:
        if self._shows(video):
            _log.info("ranked %d tracks", len(order))
            self._engine.auditions.learn(order)
            first = self._tracks.model.rowCount() == 0
            self._tracks.offer(order, total)
            if first and order and not self._tracks.search.field.hasFocus():
                self._tracks.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shows(self, video: Path) -> bool:
        return self._engine.video is not None and self._engine.video.path == video

    def _enter(self, track: Suggestion, *, play: bool) -> None:
        if self._engine.video is None:
            self._status.say(tr("Open a video to hear tracks under it."))
        else:
            self._engine.auditions.enter(track, play=play)

    def _analyse_again(self) -> None:
        video = self._engine.video
        if video is not None:
            self._timeline.show_looking(0.0, video.duration_s)
            self._tracks.hint.tell_looking()
            self._engine.analyse_video_again()
