"""The ranked tracks as an item model that moves rows instead of resetting them."""

# ruff: noqa: N802 - Qt names what is overridden

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from operator import attrgetter
from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from tivm_desktop.domain.marks import Marks
from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.gui.carry_files import files_data
from tivm_desktop.gui.controls import plain_tip
from tivm_desktop.gui.track_words import row_sentence, row_tip

AnyIndex = QModelIndex | QPersistentModelIndex

SUGGESTION_ROLE = int(Qt.ItemDataRole.UserRole)
AUDITIONED_ROLE = SUGGESTION_ROLE + 1
PIN_ROLE = SUGGESTION_ROLE + 2
"""What the track is pinned as; empty where it is not."""


_ALL_BUT_PATH = attrgetter(*(field.name for field in fields(Suggestion) if field.name != "path"))


class TrackModel(QAbstractListModel):
    """Rows keyed by path, so that a selection stays on its track whatever happens to the order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Suggestion] = []
        self._places: dict[Path, int] = {}
        self._said: dict[Path, Marks] = {}
        self._auditioned: Path | None = None
        self._pinned: Mapping[Path, str] = {}

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """What is shown, top to bottom."""
        return tuple(self._rows)

    def row_of(self, path: Path) -> int:
        """Return the row of `path`, or -1."""
        return self._places.get(path, -1)

    def suggestion(self, row: int) -> Suggestion | None:
        """Return what is shown in `row`, or None outside the list."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def show(self, suggestions: Sequence[Suggestion]) -> None:
        """Bring the rows into the order given, in at most four steps however much is new.

        What leaves goes to the end and leaves at once, what is new comes at the end at once, then all take
        their places. Only rows that look different are told to have changed.
        """
        rows = [self._as_said(suggestion) for suggestion in suggestions]
        known = [self._places.get(suggestion.path, -1) for suggestion in rows]
        places = [-1] * len(self._rows)
        for place, row in enumerate(known):
            if row >= 0:
                places[row] = place
        self._leave_out(places)
        places = [place for place in places if place >= 0]
        added = [place for place, row in enumerate(known) if row < 0]
        if added:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(added) - 1)
            self._rows.extend(rows[place] for place in added)
            self._count_from(first)
            self.endInsertRows()
        self._reorder([*places, *added])
        changed = [row for row, shown in enumerate(self._rows) if _looks_other(shown, rows[row])]
        self._rows = rows
        for first, last in _runs(changed):
            self.dataChanged.emit(self.index(first), self.index(last))

    def set_marks(self, path: Path, marks: Marks) -> None:
        """Show what the user says of a track, also in orders that come from before it was said."""
        self._said[path] = marks
        row = self.row_of(path)
        if row >= 0 and self._rows[row].marks != marks:
            self._rows[row] = replace(self._rows[row], marks=marks)
            self.dataChanged.emit(self.index(row), self.index(row))

    def marks_of(self, suggestion: Suggestion) -> Marks:
        """Return what the user says of a track, also if nobody has confirmed it yet."""
        return self._said.get(suggestion.path, suggestion.marks)

    def set_auditioned(self, path: Path | None) -> None:
        """Mark the track that is under the video now."""
        marked = {p for p in (self._auditioned, path) if p is not None}
        self._auditioned = path
        self._tell(marked, AUDITIONED_ROLE)

    def set_pinned(self, letters: Mapping[Path, str]) -> None:
        """Mark the tracks that are pinned with what they are called."""
        marked = {p for p in {*self._pinned, *letters} if self._pinned.get(p) != letters.get(p)}
        self._pinned = dict(letters)
        self._tell(marked, PIN_ROLE)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of tracks."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the title, the whole suggestion, its marks, or what is said of the row."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        shown = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown.title
        if role == SUGGESTION_ROLE:
            return shown
        if role == AUDITIONED_ROLE:
            return shown.path == self._auditioned
        if role == PIN_ROLE:
            return self._pinned.get(shown.path, "")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row_sentence(shown, self._pinned.get(shown.path, ""))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(row_tip(shown))
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Rows can be selected and dragged out."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled | flag.ItemNeverHasChildren

    def mimeTypes(self) -> list[str]:
        """Tracks leave the list as files."""
        return ["text/uri-list", "text/plain"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the files of the rows given."""
        rows = dict.fromkeys(index.row() for index in indexes)
        return files_data(self._rows[row].path for row in rows)

    def _tell(self, paths: set[Path], role: int) -> None:
        for row in {self.row_of(path) for path in paths} - {-1}:
            self.dataChanged.emit(self.index(row), self.index(row), [role])

    def _as_said(self, suggestion: Suggestion) -> Suggestion:
        said = self._said.get(suggestion.path) if self._said else None
        if said is None:
            return suggestion
        if said == suggestion.marks:
            del self._said[suggestion.path]
            return suggestion
        return replace(suggestion, marks=said)

    def _leave_out(self, places: Sequence[int]) -> None:
        """Take the rows away whose place is -1."""
        stay = sum(place >= 0 for place in places)
        if stay == len(self._rows):
            return
        self._reorder([0 if place >= 0 else 1 for place in places])
        self.beginRemoveRows(QModelIndex(), stay, len(self._rows) - 1)
        for shown in self._rows[stay:]:
            del self._places[shown.path]
        del self._rows[stay:]
        self.endRemoveRows()

    def _reorder(self, places: Sequence[int]) -> None:
        """Sort the rows by their places; equal ones stay as they are."""
        order = sorted(range(len(places)), key=places.__getitem__)
        if all(row == place for place, row in enumerate(order)):
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        place_of = {row: place for place, row in enumerate(order)}
        after = [self.index(place_of[index.row()]) for index in before]
        self._rows = [self._rows[row] for row in order]
        self._count_from(0)
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _count_from(self, first: int) -> None:
        for row in range(first, len(self._rows)):
            self._places[self._rows[row].path] = row


def _looks_other(shown: Suggestion, new: Suggestion) -> bool:
    """Tell whether a row of one file changed; comparing paths, which are equal, would take the longest."""
    return shown is not new and _ALL_BUT_PATH(shown) != _ALL_BUT_PATH(new)


def _runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Return the rows given, which rise, as (first, last) of each run without a gap."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = runs[-1][0], row
        else:
            runs.append((row, row))
    return runs
