"""The menu of a row of the list, which features add their entries to."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.shortcuts import Shortcuts
from tivm_desktop.gui.track_model import SUGGESTION_ROLE
from tivm_desktop.gui.track_view import TrackView

OnTrack = Callable[[Suggestion], None]


@dataclass(frozen=True, slots=True)
class _Entry:
    text: str | Callable[[Suggestion], str]
    call: OnTrack
    command: str


class TrackMenu(QObject):
    """Opens at a right click, and with the menu key at the current row; neither changes the audition."""

    def __init__(self, view: TrackView, shortcuts: Shortcuts) -> None:
        """Have `view` open the menu; `shortcuts` know the keys that entries show."""
        super().__init__(view)
        self._view = view
        self._shortcuts = shortcuts
        self._entries: list[_Entry | None] = []
        self.menu = QMenu(view)
        self.menu.setAccessibleName(tr("Track"))
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._ask)

    def add(self, text: str | Callable[[Suggestion], str], call: OnTrack, command: str = "") -> None:
        """Add an entry below the others.

        Args:
            text: What it says, or what says it for a track.
            call: Called with the track.
            command: The window's command that does the same, whose keys are shown.
        """
        self._entries.append(_Entry(text, call, command))

    def add_separator(self) -> None:
        """Begin another group of entries."""
        if self._entries:
            self._entries.append(None)

    def on_current(self, call: OnTrack) -> Callable[[], None]:
        """Return what calls `call` with the list's current track, and does nothing where there is none."""

        def act() -> None:
            track = self._track(self._view.currentIndex().data(SUGGESTION_ROLE))
            if track is not None:
                call(track)

        return act

    def open_for(self, track: Suggestion, at: QPoint) -> None:
        """Open the menu for a track, at a place on the screen."""
        self.menu.clear()
        for entry in self._entries:
            if entry is None:
                self.menu.addSeparator()
            else:
                self._show(entry, track)
        self.menu.popup(at)

    def _show(self, entry: _Entry, track: Suggestion) -> None:
        says = entry.text if isinstance(entry.text, str) else entry.text(track)
        keys = self._shortcuts.text(entry.command) if entry.command else ""
        text = says.replace("&", "&&")
        action = self.menu.addAction(f"{text}\t{keys}" if keys else text)
        action.triggered.connect(lambda: entry.call(track))

    def _ask(self, point: QPoint) -> None:
        index = self._view.indexAt(point)
        track = self._track(index.data(SUGGESTION_ROLE))
        if track is not None:
            self.open_for(track, self._view.viewport().mapToGlobal(point))

    @staticmethod
    def _track(shown: object) -> Suggestion | None:
        return shown if isinstance(shown, Suggestion) else None
