"""The right side: the ranked tracks under their heading, or what is needed before there are any."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from tivm_desktop.domain.finding import Order, Query
from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.gui.controls import ElidedLabel, label, push_button
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.list_hint import ListHint, NothingFound
from tivm_desktop.gui.list_words import Heading, waiting_text
from tivm_desktop.gui.pins_bar import PinsBar
from tivm_desktop.gui.search_bar import SearchBar
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.tour_bar import TourBar
from tivm_desktop.gui.track_model import TrackModel
from tivm_desktop.gui.track_view import TrackView


class TracksPanel(QWidget):
    """Heading with what compares tracks, search, chip for an order that waits, list."""

    choose_music = Signal()
    clear_asked = Signal()
    """Nothing was found, and everything is to be looked for again."""
    emptied = Signal()
    """What was listed belongs to another video or folder."""

    def __init__(self, icons: Icons, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tracksPanel")
        self.setAccessibleName(tr("Tracks"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(384)
        self.model = TrackModel(self)
        self.view = TrackView(self.model, themes)
        self.search = SearchBar(icons, themes)
        self._asked = self._offered = self._shown = Heading()
        self._tour_said = ""
        self.pins = PinsBar(icons, themes)
        self.tour = TourBar(icons, themes)
        self._count = ElidedLabel("caption", "faint")
        self._count.setMinimumWidth(0)
        self._chip = push_button("", tr("Show the new order"), "chip", tr("Show the new order"))
        self._chip.hide()
        self.hint = ListHint(icons, themes)
        self._nothing = NothingFound(icons, themes)
        self._pages = QStackedWidget()
        for page in (self.hint, self.view, self._nothing):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_header())
        column.addWidget(self.search)
        column.addWidget(self._pages)
        self.hint.choose_music.connect(self.choose_music)
        self._nothing.clear_asked.connect(self.clear_asked)
        self._chip.clicked.connect(self.view.settling.let_out_now)
        self.view.settling.waiting.connect(self._show_waiting)
        for signal in (self.model.rowsInserted, self.model.rowsRemoved):
            signal.connect(self._show_count)
        self.view.settled.connect(self._say_for_what)
        self._show_count()

    def offer(self, order: Sequence[Suggestion], total: int, *, ranked: bool = True) -> None:
        """Show a new order: at once where it answers what was asked just now, else when no hand is on it.

        Args:
            order: what is listed.
            total: how many tracks there are, of which these are the first.
            ranked: whether it is for a video.
        """
        self._offered = replace(self._asked, total=total, ranked=ranked)
        self.view.offer(order)
        if not order:
            self._show_count()

    def start_over(self) -> None:
        """Empty the list: what it showed belongs to another video or folder."""
        self.view.settling.forget()
        self._offered = self._shown = replace(self._asked, chosen=None)
        self.model.set_auditioned(None)
        self.model.show(())
        self.emptied.emit()
        self._show_count()

    def expect_range(self, chosen: VideoRange | None) -> None:
        """Hear for which range the orders to come are; the heading says so once one of them is shown."""
        self._asked = replace(self._asked, chosen=chosen)

    def expect_query(self, query: Query, order: Order) -> None:
        """Hear what the orders to come answer."""
        self._asked = replace(self._asked, narrowed=query != Query(), order=order)
        self._show_count()

    def show_tour(self, said: str) -> None:
        """Say where a tour is, in place of the list's length; empty where there is none."""
        self._tour_said = said
        self._show_count()

    def waiting_text(self) -> str:
        """Return what the chip says, empty while it is not shown."""
        return self._chip.text() if self._chip.isVisibleTo(self) else ""

    def count_text(self) -> str:
        """Return what is said of the list: how many tracks, ranked for what."""
        return self._count.whole_text()

    def _make_header(self) -> QWidget:
        header = QWidget()
        header.setFixedHeight(44)
        row = QHBoxLayout(header)
        row.setContentsMargins(20, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(label(tr("Tracks"), "strong"))
        row.addWidget(self._count, 1)
        for part in (self._chip, self.pins, self.tour):
            row.addWidget(part)
        return header

    def _show_waiting(self, order: Sequence[Suggestion] | None) -> None:
        if order is not None:
            shown: set[Path] = {suggestion.path for suggestion in self.model.suggestions}
            new = sum(suggestion.path not in shown for suggestion in order)
            self._chip.setText(tr("Update") if self._tour_said else waiting_text(new))
        self._chip.setVisible(order is not None)

    def _say_for_what(self) -> None:
        self._shown = self._offered
        self._show_count()

    def _show_count(self) -> None:
        count = self.model.rowCount()
        said = self._shown.words(count) if count else ""
        self._count.show_text(self._tour_said or said)
        for bar in (self.pins, self.tour):
            bar.setVisible(count > 0 and self._shown.ranked)
        asked = self._asked.narrowed
        self.search.setVisible(count > 0 or asked)
        nothing = asked and self._shown.narrowed
        self._pages.setCurrentWidget(self.view if count else self._nothing if nothing else self.hint)
