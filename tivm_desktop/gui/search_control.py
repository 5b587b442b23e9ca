"""One query, many hands: typing, filters, chips and the sort menu ask for it, the session answers it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from tivm_desktop.domain.finding import Column, Order, Query
from tivm_desktop.domain.library_status import LibraryStatus
from tivm_desktop.gui.desk import Desk
from tivm_desktop.gui.filter_popover import FilterPopover
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.order_words import BY_FIT
from tivm_desktop.gui.query_words import filters, without
from tivm_desktop.gui.settings import Settings
from tivm_desktop.gui.tracks_panel import TracksPanel

TYPING_MS = 120
"""A pause this long between two letters, and what is typed so far is looked for."""
_GROUP = "Tracks"
_BY, _DESCENDING = "list/sorted_by", "list/descending"


class SearchControl(QObject):
    """Keeps what is looked for and in which order; the order is remembered, the query is not."""

    def __init__(self, desk: Desk, tracks: TracksPanel) -> None:
        super().__init__(desk.window)
        self._engine = desk.engine
        self._tracks = tracks
        self._settings = desk.settings
        self._folders: Sequence[Path] = ()
        self.query = Query()
        self.order = _kept(desk.settings)
        self.popover = FilterPopover(desk.window)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self._look)
        bar = self._bar = tracks.search
        bar.typed.connect(self._type)
        bar.filters_asked.connect(self.open_filters)
        bar.filter_removed.connect(lambda name: self.look_for(without(self.query, name)))
        bar.sorted_by.connect(self.sort)
        bar.left.connect(tracks.view.setFocus)
        tracks.clear_asked.connect(self.clear)
        self.popover.chosen.connect(self.look_for)
        desk.engine.marshal.library_moved.connect(self._take_folders)
        add = desk.shortcuts.add
        add("search.focus", _GROUP, tr("Search the tracks"), ("Ctrl+F", "/"), self._focus)
        add("search.filters", _GROUP, tr("Narrow the list down"), "Ctrl+Shift+F", self.open_filters)
        add("search.sort", _GROUP, tr("Sort the list"), "Ctrl+Shift+S", bar.open_menu)
        add("search.clear", _GROUP, tr("Clear search and filters"), "Ctrl+Shift+X", self.clear)
        bar.show_order(self.order)
        tracks.expect_query(self.query, self.order)
        if self.order != BY_FIT:
            self._look()

    def look_for(self, query: Query) -> None:
        """Look for something else, at once."""
        self.query = query
        self._show()
        self._look()

    def sort(self, order: Order) -> None:
        """Have the list in another order."""
        self.order = order
        self._settings.remember(_BY, order.by.value)
        self._settings.remember(_DESCENDING, "yes" if order.descending else "no")
        self._bar.show_order(order)
        self._look()

    def clear(self) -> None:
        """Look for everything again."""
        self.look_for(Query())

    def open_filters(self) -> None:
        """Open what the list is narrowed down with."""
        self.popover.show_query(self.query)
        self.popover.open_under(self._bar.filter)

    def _focus(self) -> None:
        self._bar.field.setFocus()
        self._bar.field.selectAll()

    def _type(self, text: str) -> None:
        if text != self.query.text:
            self.query = replace(self.query, text=text)
            self._typing.start()

    def _look(self) -> None:
        self._typing.stop()
        self._tracks.expect_query(self.query, self.order)
        self._tracks.view.settling.expect_answer()
        self._engine.library.look_for(self.query, self.order)

    def _show(self) -> None:
        self._bar.show_text(self.query.text)
        self._bar.show_filters(filters(self.query))
        self.popover.show_query(self.query)

    def _take_folders(self, status: LibraryStatus) -> None:
        if status.folders != self._folders:
            self._folders = status.folders
            self.popover.offer_folders(status.folders)


def _kept(settings: Settings) -> Order:
    text = settings.text(_BY)
    if text not in {column.value for column in Column}:
        return BY_FIT
    return Order(Column(text), settings.text(_DESCENDING) != "no")
