"""What the user says of tracks: by keys, in the row and in its menu; the session keeps it."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QPoint

from tivm_desktop.domain.marks import RATINGS, Marks
from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.domain.track_facts import Depth
from tivm_desktop.gui.desk import Desk
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.marks_editor import MarksEditor
from tivm_desktop.gui.marks_words import favourite_text, never_text, note_text
from tivm_desktop.gui.row_marks import Pressed
from tivm_desktop.gui.row_places import places
from tivm_desktop.gui.track_menu import TrackMenu
from tivm_desktop.gui.tracks_panel import TracksPanel

_GROUP = "Marking tracks"


class MarksControl(QObject):
    """Turns keys, clicks and menu entries into marks, shows them at once and has them kept."""

    def __init__(self, desk: Desk, tracks: TracksPanel, menu: TrackMenu) -> None:
        super().__init__(desk.window)
        self._engine = desk.engine
        self._tracks = tracks
        self._message = desk.message
        self._status = desk.status
        self.editor = MarksEditor(desk.window)
        self.editor.written.connect(self._set)
        tracks.view.mark_pressed.connect(self._press)
        menu.add_separator()
        menu.add(lambda track: favourite_text(self._marks(track)), self.toggle_favourite, "marks.favourite")
        menu.add(lambda track: note_text(self._marks(track)), self.write, "marks.write")
        menu.add(lambda track: never_text(self._marks(track)), self.toggle_never, "marks.never")
        current = menu.on_current
        add = desk.shortcuts.add
        add("marks.favourite", _GROUP, tr("Favourite or not"), "F", current(self.toggle_favourite))
        for rating in RATINGS:
            says = tr("Rate the track {rating} of 5").format(rating=rating)
            says = says if rating else tr("Take the rating away")
            add(f"marks.rate_{rating}", _GROUP, says, str(rating), current(partial(self._rate, rating)))
        add("marks.write", _GROUP, tr("Write tags and a note"), "W", current(self.write))
        add("marks.never", _GROUP, tr("Never suggest the track"), "Del", current(self.toggle_never))

    def toggle_favourite(self, track: Suggestion) -> None:
        """Make a track a favourite, or no more."""
        marks = self._marks(track)
        self._set(track, replace(marks, favourite=not marks.favourite))

    def rate(self, track: Suggestion, rating: int) -> None:
        """Rate a track 1 to 5; 0 takes the rating away."""
        said = tr("{title}: {rating} of 5") if rating else tr("{title} is not rated")
        self._status.say(said.format(title=track.title, rating=rating))
        self._set(track, replace(self._marks(track), rating=rating))

    def toggle_never(self, track: Suggestion) -> None:
        """Never suggest a track again, or do: it can be undone."""
        marks = self._marks(track)
        self._set(track, replace(marks, never=not marks.never))
        if not marks.never and track.depth is not Depth.NONE:
            self._message.notice(
                tr("{title} is never suggested again. The file stays where it is.").format(title=track.title),
                tr("Undo"),
                lambda: self._set(track, replace(self._marks(track), never=False)),
            )

    def write(self, track: Suggestion) -> None:
        """Open the editor of tags and note beside a track's row."""
        view = self._tracks.view
        index = self._tracks.model.index(self._tracks.model.row_of(track.path))
        self.editor.show_track(replace(track, marks=self._marks(track)))
        below = view.visualRect(index).bottomLeft() + QPoint(places().text_left, 4)
        self.editor.open_at(view.viewport().mapToGlobal(below), view.window())

    def _rate(self, rating: int, track: Suggestion) -> None:
        self.rate(track, rating)

    def _press(self, track: Suggestion, pressed: Pressed) -> None:
        if pressed.rating is None:
            self.toggle_favourite(track)
        else:
            self.rate(track, 0 if self._marks(track).rating == pressed.rating else pressed.rating)

    def _marks(self, track: Suggestion) -> Marks:
        """Return the newest marks of a track: its row may have been marked since."""
        newest = self._tracks.model.suggestion(self._tracks.model.row_of(track.path))
        return self._tracks.model.marks_of(newest or track)

    def _set(self, track: Suggestion, marks: Marks) -> None:
        if track.depth is Depth.NONE:
            said = tr("{title} can be marked once it was listened to.")
            self._status.say(said.format(title=track.title))
            return
        self._tracks.model.set_marks(track.path, marks)
        self._engine.library.set_marks(track.path, marks)
