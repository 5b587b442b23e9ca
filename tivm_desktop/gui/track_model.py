"""The ranked tracks as an item model that moves rows instead of resetting them."""

# ruff: noqa: N802 - Qt names what is overridden

from collections.abc import Mapping, Sequence
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.gui.carry_files import files_data
from tivm_desktop.gui.wording import entry, length, tempo

AnyIndex = QModelIndex | QPersistentModelIndex

SUGGESTION_ROLE = int(Qt.ItemDataRole.UserRole)
AUDITIONED_ROLE = SUGGESTION_ROLE + 1
PIN_ROLE = SUGGESTION_ROLE + 2
"""What the track is pinned as; empty where it is not."""


class Column(IntEnum):
    """The columns of the model; the list draws a whole row from the first."""

    TITLE = 0
    ARTIST = 1
    LENGTH = 2
    TEMPO = 3
    FIT = 4
    WHY = 5


_HEADINGS = ("Title", "Artist", "Length", "Tempo", "Fit", "Why")


class TrackModel(QAbstractTableModel):
    """Rows keyed by path, so that a selection stays on its track whatever happens to the order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Suggestion] = []
        self._auditioned: Path | None = None
        self._pinned: Mapping[Path, str] = {}

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """What is shown, top to bottom."""
        return tuple(self._rows)

    def row_of(self, path: Path) -> int:
        """Return the row of `path`, or -1."""
        return next((row for row, shown in enumerate(self._rows) if shown.path == path), -1)

    def suggestion(self, row: int) -> Suggestion | None:
        """Return what is shown in `row`, or None outside the list."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def show(self, suggestions: Sequence[Suggestion]) -> None:
        """Bring the rows into the order given: leave out, add, then move in one step."""
        wanted = {suggestion.path: place for place, suggestion in enumerate(suggestions)}
        self._leave_out(wanted)
        known = {shown.path for shown in self._rows}
        added = [suggestion for suggestion in suggestions if suggestion.path not in known]
        if added:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(added) - 1)
            self._rows.extend(added)
            self.endInsertRows()
        self._reorder(wanted)
        self._rows = list(suggestions)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(Column) - 1))

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

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text of a cell, the whole suggestion, or what a screen reader says of the row."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        shown = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _cell(shown, Column(index.column()))
        if role == SUGGESTION_ROLE:
            return shown
        if role == AUDITIONED_ROLE:
            return shown.path == self._auditioned
        if role == PIN_ROLE:
            return self._pinned.get(shown.path, "")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(shown, self._pinned.get(shown.path, ""))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(shown)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADINGS[section]
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
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1), [role])

    def _leave_out(self, wanted: dict[Path, int]) -> None:
        for row in range(len(self._rows) - 1, -1, -1):
            if self._rows[row].path not in wanted:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._rows[row]
                self.endRemoveRows()

    def _reorder(self, wanted: dict[Path, int]) -> None:
        places = [wanted[shown.path] for shown in self._rows]
        if places == sorted(places):
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        after = [self.index(places[index.row()], index.column()) for index in before]
        self._rows.sort(key=lambda shown: wanted[shown.path])
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()


def spoken(suggestion: Suggestion, pinned_as: str = "") -> str:
    """Say a row in one sentence, for a screen reader."""
    parts = [f"{suggestion.rank}. {suggestion.title}"]
    if pinned_as:
        parts.append(f"pinned as {pinned_as}")
    if suggestion.artist:
        parts.append(f"by {suggestion.artist}")
    parts.append(f"fit {suggestion.fit:.0f} of 100")
    parts.append(length(suggestion.duration_s))
    if suggestion.tempo_bpm > 0:
        parts.append(f"{tempo(suggestion.tempo_bpm)} beats a minute")
    return ", ".join([*parts, *suggestion.why])


def tooltip(suggestion: Suggestion) -> str:
    """Say why and where a track fits, for who rests on its row."""
    return "\n".join([*suggestion.why, entry(suggestion.placement_s).capitalize(), str(suggestion.path)])


def _cell(shown: Suggestion, column: Column) -> str:
    match column:
        case Column.TITLE:
            return shown.title
        case Column.ARTIST:
            return shown.artist
        case Column.LENGTH:
            return length(shown.duration_s)
        case Column.TEMPO:
            return tempo(shown.tempo_bpm)
        case Column.FIT:
            return f"{shown.fit:.0f}"
        case Column.WHY:
            return " · ".join(shown.why)
