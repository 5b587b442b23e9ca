"""Pinning two tracks and flipping between them, at the same second of the video."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.gui.auditions import Audition
from tivm_desktop.gui.desk import Desk
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.pins import Pins
from tivm_desktop.gui.tracks_panel import TracksPanel

_GROUP = "Comparing"


class PinsControl(QObject):
    """Keeps the pins through every new order, marks them in the list, and enters the other one on a flip."""

    changed = Signal()
    """Other tracks may be asked for next."""

    def __init__(self, desk: Desk, tracks: TracksPanel) -> None:
        super().__init__(desk.window)
        self._engine = engine = desk.engine
        self._tracks = tracks
        self._status = desk.status
        self._shortcuts = desk.shortcuts
        self._pins = Pins()
        self._seen: dict[Path, Suggestion] = {}
        tracks.pins.pin_toggled.connect(self.toggle)
        tracks.pins.flip_asked.connect(self.flip)
        tracks.emptied.connect(self._forget)
        engine.auditions.entered.connect(self._hear)
        engine.auditions.left.connect(self._show)
        add = desk.shortcuts.add
        add("compare.pin", _GROUP, tr("Pin the track you hear, or unpin it"), "P", self.toggle)
        add("compare.flip", _GROUP, tr("Flip between the pinned tracks"), "B", self.flip)

    @property
    def suggestions(self) -> Sequence[Suggestion]:
        """What a flip may ask for next, as it is ranked now."""
        return [self._newest(path) for path in self._pins.paths]

    @property
    def pinned(self) -> tuple[Path, ...]:
        """The pinned files, A first."""
        return tuple(sorted(self._pins.letters, key=lambda path: self._pins.letters[path]))

    def toggle(self) -> None:
        """Pin the track that is heard, or let go of it."""
        current = self._current()
        if current is None:
            self._status.say(
                tr("Choose a track first: {pin} pins the one you hear.").format(pin=self._pin_key())
            )
        else:
            self.toggle_track(current)

    def toggle_track(self, track: Suggestion) -> None:
        """Pin a track, heard or not, or let go of it."""
        self._seen[track.path] = track
        letter = self._pins.toggle(track.path)
        said = tr("{title} is pinned as {letter}") if letter else tr("{title} is unpinned")
        self._status.say(said.format(title=track.title, letter=letter))
        self._show()
        self.changed.emit()

    def menu_text(self, track: Suggestion) -> str:
        """Return what a row's menu offers for a track."""
        letter = self._pins.letters.get(track.path)
        return tr("Unpin {letter}").format(letter=letter) if letter else tr("Pin", "a track, to compare it")

    def flip(self) -> None:
        """Change to the other pinned track; say what to do where there is none."""
        current = self._current()
        path = self._pins.flipped(current.path if current is not None else None)
        if path is None:
            self._status.say(self._how_to_flip())
            return
        self._tracks.view.go_to(path)
        self._engine.auditions.enter(self._newest(path), play=False)

    def _how_to_flip(self) -> str:
        none = tr(
            "Nothing is pinned: press {pin} to pin the track you hear, then another one, and {flip} to flip."
        )
        one = tr(
            "Only this track is pinned: choose another one, or pin it with {pin}, and {flip} flips between "
            "the two."
        )
        return (one if self._pins.letters else none).format(pin=self._pin_key(), flip=self._flip_key())

    def _pin_key(self) -> str:
        return self._shortcuts.text("compare.pin") or tr("the pin button", "in place of a key's name")

    def _flip_key(self) -> str:
        return self._shortcuts.text("compare.flip") or tr("the flip button", "in place of a key's name")

    def _current(self) -> Suggestion | None:
        heard = self._engine.auditions.current
        return heard.suggestion if heard is not None else self._tracks.view.current()

    def _newest(self, path: Path) -> Suggestion:
        return self._tracks.model.suggestion(self._tracks.model.row_of(path)) or self._seen[path]

    def _hear(self, audition: Audition) -> None:
        self._seen[audition.suggestion.path] = audition.suggestion
        self._pins.hear(audition.suggestion.path)
        self._show()
        self.changed.emit()

    def _forget(self) -> None:
        self._pins.forget()
        self._seen.clear()
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        letters = self._pins.letters
        current = self._current()
        self._tracks.model.set_pinned(letters)
        self._tracks.pins.show_pin(letters.get(current.path, "") if current is not None else "")
