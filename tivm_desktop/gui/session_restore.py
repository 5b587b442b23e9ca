"""Brings back what the window was at: the video where it stood, what lay under it once that is ranked."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tivm_desktop.domain.finding import Query
from tivm_desktop.domain.placed_track import same_place
from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.gui.engine import Engine
from tivm_desktop.gui.intake import Intake
from tivm_desktop.gui.lane import Lane
from tivm_desktop.gui.language import tr
from tivm_desktop.runs.kept_session import KeptSession

if TYPE_CHECKING:
    from tivm_desktop.gui.window import MainWindow


class SessionRestore(QObject):
    """One session at a time; whatever the user does meanwhile goes before."""

    opened = Signal(str)
    """The video is back; what of the rest can't be is said, empty where everything can."""
    failed = Signal(str)
    """The video can't be brought back: a sentence says why."""
    coming = Signal(object)
    """`KeptSession` that is on its way, None once it is here or given up."""

    def __init__(self, window: "MainWindow", engine: Engine, lane: Lane) -> None:
        super().__init__(window)
        self._window = window
        self._engine = engine
        self._lane = lane
        self._asked: KeptSession | None = None
        self._coming: KeptSession | None = None
        self._lost = ""
        """What is said of a track that is gone."""
        engine.taken_in.connect(self._on_taken_in)
        engine.auditions.entered.connect(self._on_entered)
        engine.marshal.order_changed.connect(self._on_order)

    def bring_back(self, session: KeptSession) -> None:
        """Begin; the files are looked for off the GUI thread."""
        self._expect(session)
        self._lane.submit(
            lambda: [path for path in (session.video, session.track) if path and not path.exists()],
            lambda missing: self._on_looked(session, missing),
            self._give_up,
        )

    def _on_looked(self, session: KeptSession, missing: list[Path]) -> None:
        if self._engine.video is not None:
            self._expect(None)
        elif session.video in missing:
            self._give_up(
                tr("{name} is not where it was: plug its drive in, or open it where it is now.").format(
                    name=session.video.name
                )
            )
        else:
            lost = session.track if session.track in missing else None
            self._asked = session
            self._lost = "" if lost is None else tr("{name} is not where it was.").format(name=lost.name)
            self._engine.hold_at(session.video, session.position_s)
            self._engine.take_in([session.video])

    def _on_taken_in(self, intake: Intake) -> None:
        session, self._asked = self._asked, None
        if session is None:
            if intake.video is not None:
                self._expect(None)
        elif intake.video is not None and intake.video.path == session.video:
            self._set_up(session)
            self._expect(session if session.track is not None or session.pinned else None)
            self.opened.emit(self._lost)
        else:
            self._give_up(
                intake.problem or tr("{name} was not brought back.").format(name=session.video.name)
            )

    def _set_up(self, session: KeptSession) -> None:
        engine, window = self._engine, self._window
        engine.auditions.bring_back(session.moved)
        if session.range is not None:
            engine.set_range(VideoRange(*session.range))
        if session.loop != window.transport.loops:
            window.transport.loop_toggled.emit()
        if session.query != Query():
            window.library.search.look_for(session.query)

    def _on_order(self, video: Path, order: Sequence[Suggestion]) -> None:
        session = self._coming
        if session is None or video != session.video or self._engine.video is None:
            return
        if self._engine.video.path != video:
            return
        ranked = {one.path: one for one in order}
        pins = self._window.pins
        for path in session.pinned:
            if path in ranked and path not in pins.pinned:
                pins.toggle_track(ranked[path])
        if session.track in ranked and self._engine.auditions.current is None:
            track = ranked[session.track]
            self._window.tracks.view.go_to(track.path)
            lay_s = session.placement_s
            if lay_s is not None and not (track.placed and same_place(lay_s, track.placement_s)):
                self._engine.auditions.bring_back({track.path: lay_s})
            self._engine.auditions.enter(track, play=False)
        elif session.track is None and all(path in ranked for path in session.pinned):
            self._expect(None)

    def _on_entered(self) -> None:
        """Hear that a track is under the video: the one that was, or one the user took instead."""
        self._expect(None)

    def _give_up(self, sentence: str) -> None:
        self._asked = None
        self._expect(None)
        self.failed.emit(sentence)

    def _expect(self, session: KeptSession | None) -> None:
        if session is not self._coming:
            self._coming = session
            self.coming.emit(session)
