"""The line over the list: what is searched, what it is narrowed down to, how it is sorted."""

# ruff: noqa: N802 - Qt names what is overridden

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from tivm_desktop.domain.finding import Column, Order
from tivm_desktop.gui.controls import IconButton, IconLabel, push_button, stands_for
from tivm_desktop.gui.flow import FlowLayout
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.order_words import BY_FIT, COLUMNS, column_name, is_usual, order_text, turned, usual
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.typography import font


class SearchBar(QWidget):
    """Shows what is looked for and asks for something else; decides nothing."""

    typed = Signal(str)
    """The text searched, with every letter."""
    filters_asked = Signal()
    filter_removed = Signal(str)
    """Name of the query's field."""
    sorted_by = Signal(object)
    """`Order`"""
    left = Signal()
    """Esc was pressed with nothing searched, or Enter or Down: on to the list."""

    def __init__(self, icons: Icons, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order = BY_FIT
        self.field = _Field(self)
        self.field.setPlaceholderText(tr("Search title, artist, album, file"))
        self.field.setAccessibleName(tr("Search the tracks"))
        self.field.setFont(font("body"))
        self.field.setTextMargins(18, 0, 0, 0)
        glass = QHBoxLayout(self.field)
        glass.setContentsMargins(9, 0, 0, 0)
        glass.addWidget(IconLabel(icons, themes, "search", "text_faint", 16), 0, Qt.AlignmentFlag.AlignLeft)
        self._clear = IconButton(icons, themes, "close", tr("Clear the search"), size=14)
        self._clear.clicked.connect(self.field.clear)
        self._clear.hide()
        stands_for(self.field, "search.focus")
        self.filter = IconButton(icons, themes, "filter", tr("Filters"), size=18)
        stands_for(self.filter, "search.filters")
        self.sort = IconButton(icons, themes, "sort", tr("Sort"), size=18)
        stands_for(self.sort, "search.sort")
        self.menu = QMenu(self)
        self.menu.setAccessibleName(tr("Sort by"))
        self._fill_menu()
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2)
        line.addWidget(self.field, 1)
        line.addWidget(self._clear)
        line.addSpacing(2)
        line.addWidget(self.filter)
        line.addWidget(self.sort)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        self._flow.setContentsMargins(0, 6, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 0, 12, 8)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self._chips)
        self._chips.hide()
        self.field.textEdited.connect(self.typed)
        self.field.textChanged.connect(self._hear_cleared)
        self.filter.clicked.connect(self.filters_asked)
        self.sort.clicked.connect(self.open_menu)

    def show_text(self, text: str) -> None:
        """Show what is searched."""
        if text != self.field.text():
            self.field.blockSignals(True)
            self.field.setText(text)
            self.field.blockSignals(False)
            self._clear.setVisible(bool(text))

    def show_filters(self, filters: Mapping[str, str]) -> None:
        """Show the active filters, each to be taken away by a click."""
        while (item := self._flow.takeAt(0)) is not None:
            if (chip := item.widget()) is not None:
                chip.hide()
                chip.deleteLater()
        for name, says in filters.items():
            spoken = tr("Filter: {filter}. Take it away").format(filter=says)
            chip = push_button(f"{says}  ×", spoken, "chip", tr("Take it away", "a filter"))
            chip.clicked.connect(lambda _=False, name=name: self.filter_removed.emit(name))
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(filters))
        self._chips.updateGeometry()
        self.filter.show_on(on=bool(filters))

    def chips(self) -> list[str]:
        """Return what the chips say."""
        items = (self._flow.itemAt(index) for index in range(self._flow.count()))
        widgets = [item.widget() for item in items if item is not None]
        return [str(chip.property("text")).removesuffix("  ×") for chip in widgets if chip is not None]

    def show_order(self, order: Order) -> None:
        """Show how the list is sorted."""
        self._order = order
        self.sort.show_icon("sort", tr("Sort"), tr("Sorted {order}").format(order=order_text(order)))
        self.sort.show_on(on=order != BY_FIT)
        for action in self._columns.actions():
            action.setChecked(action.data() == order.by.value)
        self._reversed.setChecked(not is_usual(order))

    def open_menu(self) -> None:
        """Open the menu of what can be sorted by."""
        corner = self.sort.rect().bottomRight()
        corner.setX(corner.x() - self.menu.sizeHint().width())
        self.menu.popup(self.sort.mapToGlobal(corner))

    def _fill_menu(self) -> None:
        self._columns = QActionGroup(self)
        for column in COLUMNS:
            action = self.menu.addAction(column_name(column))
            action.setCheckable(True)
            action.setData(column.value)
            action.triggered.connect(lambda _=False, by=column: self.sorted_by.emit(usual(by)))
            self._columns.addAction(action)
            if column is Column.FIT:
                self.menu.addSeparator()
        self.menu.addSeparator()
        self._reversed = self.menu.addAction(tr("Reversed", "the order of the list"))
        self._reversed.setCheckable(True)
        self._reversed.triggered.connect(lambda: self.sorted_by.emit(turned(self._order)))

    def _hear_cleared(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        if not text:
            self.typed.emit("")


class _Field(QLineEdit):
    """A field of text that Esc clears and then leaves."""

    def __init__(self, bar: SearchBar) -> None:
        super().__init__(bar)
        self._bar = bar

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the window, where it does something else."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear on Esc; on to the list with Enter, Down, or Esc where there is nothing to clear."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._bar.left.emit()
        else:
            super().keyPressEvent(event)
