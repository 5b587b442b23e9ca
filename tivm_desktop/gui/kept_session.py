"""Keeps what the window is at, while it is at it."""

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from tivm_desktop.gui.engine import Engine
from tivm_desktop.gui.lane import Lane
from tivm_desktop.runs.kept_session import KeptSession, write_session

if TYPE_CHECKING:
    from tivm_desktop.gui.window import MainWindow

LOOK_MS = 1000
PLAYING_S = 5.0
"""While only the position moves on it is kept this often."""


class SessionKeeper(QObject):
    """Looks once a second whether something changed, and has it written off the GUI thread.

    What is still on its way back from the session before counts as being there.
    """

    def __init__(
        self, window: "MainWindow", engine: Engine, lane: Lane, file: Path, tell: Callable[[str], None]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._engine = engine
        self._lane = lane
        self._file = file
        self._tell = tell
        self._coming: KeptSession | None = None
        self._brought: KeptSession | None = None
        self._kept: KeptSession | None = None
        self._kept_at_s = 0.0
        self._writing = self._told = False
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Keep from now on."""
        self._timer.start()

    @property
    def is_keeping(self) -> bool:
        """Whether it was started and not stopped."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Keep nothing more."""
        self._timer.stop()

    def expect(self, coming: KeptSession | None) -> None:
        """Hear which session is being brought back; None: it is back, or won't be."""
        self._coming = coming
        self._brought = coming or self._brought

    def now(self) -> KeptSession | None:
        """Return what the window is at; None without a video."""
        engine, video, state = self._engine, self._engine.video, self._engine.state
        if video is None:
            return None
        audition, chosen = engine.auditions.current, engine.range
        session = KeptSession(
            video=video.path,
            position_s=round(state.position_s, 3) if state is not None else self._begins_s(video.path),
            playing=state is not None and state.playing,
            range=(chosen.start_s, chosen.end_s) if chosen is not None else None,
            loop=self._window.transport.loops,
            track=audition.suggestion.path if audition is not None else None,
            placement_s=audition.placed.placement_s if audition is not None else None,
            moved=dict(engine.auditions.moves),
            pinned=self._window.pins.pinned,
            query=self._window.library.search.query,
        )
        coming = self._coming
        if coming is None or coming.video != session.video:
            return session
        if session.track is None:
            session = replace(session, track=coming.track, placement_s=coming.placement_s)
        return replace(session, pinned=session.pinned or coming.pinned)

    def _begins_s(self, video: Path) -> float:
        """Where a video will stand that no player has opened yet."""
        brought = self._brought
        return brought.position_s if brought is not None and brought.video == video else 0.0

    def look(self) -> None:
        """Have what changed written, unless the last is not written yet."""
        session, before = self.now(), self._kept
        if session is None or session == before or self._writing:
            return
        moved_only = before is not None and replace(session, position_s=before.position_s) == before
        if moved_only and session.playing and time.monotonic() - self._kept_at_s < PLAYING_S:
            return
        self._kept, self._kept_at_s, self._writing = session, time.monotonic(), True
        self._lane.submit(
            partial(write_session, self._file, session), lambda _: self._go_on(), self._on_failed
        )

    def _go_on(self) -> None:
        self._writing = False

    def _on_failed(self, sentence: str) -> None:
        self._writing = False
        self._kept_at_s = time.monotonic()
        if not self._told:
            self._told = True
            self._tell(sentence)
