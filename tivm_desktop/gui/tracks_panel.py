"""The right side: the ranked tracks under their heading, or what is needed before there are any."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from tivm_desktop.domain.finding import Order, Query
from tivm_desktop.domain.library_status import LibraryStatus
from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.gui.controls import ElidedLabel, IconLabel, label, push_button, stands_for
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.list_words import Listed
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
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(384)
        self.model = TrackModel(self)
        self.view = TrackView(self.model, themes)
        self.search = SearchBar(icons, themes)
        self._query = Query()
        self._asked = self._offered = self._shown = Listed()
        self._rankable = 0
        self.pins = PinsBar(icons, themes)
        self.tour = TourBar(icons, themes)
        self._tour_said = ""
        self._count = ElidedLabel("caption", "faint")
        self._count.setMinimumWidth(0)
        self._chip = push_button("", "Show the new order", "chip", "Show the new order")
        self._chip.hide()
        self._hint = label("", "title")
        self._hint_more = label("", "body", "dim")
        self._choose = push_button("Add a music folder…", "Add a music folder")
        stands_for(self._choose, "file.choose_music")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._make_hint(icons, themes))
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._make_nothing_found(icons, themes))
        heading = QHBoxLayout()
        heading.setContentsMargins(20, 0, 12, 0)
        heading.setSpacing(8)
        heading.addWidget(label("Tracks", "strong"))
        heading.addWidget(self._count, 1)
        heading.addWidget(self._chip)
        heading.addWidget(self.pins)
        heading.addWidget(self.tour)
        header = QWidget()
        header.setFixedHeight(44)
        header.setLayout(heading)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self.search)
        column.addWidget(self._pages)
        self._choose.clicked.connect(self.choose_music)
        self._chip.clicked.connect(self.view.settling.let_out_now)
        self.view.settling.waiting.connect(self._show_waiting)
        for signal in (self.model.rowsInserted, self.model.rowsRemoved):
            signal.connect(self._show_count)
        self.view.settled.connect(self._say_for_what)
        self.ask_for_music()

    def offer(self, order: Sequence[Suggestion], total: int | None = None) -> None:
        """Show a new order: at once where it answers what was asked just now, else when no hand is on it.

        Args:
            order: what is listed.
            total: how many tracks there are of which these are the first, where that is known.
        """
        self._offered = replace(self._asked, total=total)
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
        self._query = query
        self._asked = replace(self._asked, narrowed=query != Query(), order=order)
        self._show_count()

    def show_library(self, status: LibraryStatus) -> None:
        """Hear how many tracks can be ranked."""
        if status.coarse != self._rankable:
            self._rankable = status.coarse
            self._show_count()

    def show_tour(self, said: str) -> None:
        """Say where a tour is, in place of the list's length; empty where there is none."""
        self._tour_said = said
        self._show_count()

    def show_folders(self, folders: Sequence[Path], *, has_video: bool) -> None:
        """Say what is needed before there is something to list: music, a video, or time."""
        if not folders:
            self.ask_for_music()
        elif has_video:
            self.tell_looking()
        else:
            self.ask_for_video()

    def ask_for_music(self) -> None:
        """Say that a music folder is needed."""
        self._say(
            "Where is your music?", "Add your folders, or drop them here. Music is read, never changed."
        )
        self._choose.show()

    def ask_for_video(self) -> None:
        """Say that a video is needed."""
        self._say("Ready when your video is", "Drop a video on the window to rank your tracks for it.")

    def tell_looking(self) -> None:
        """Say that the first ranked tracks are on their way."""
        self._say(
            "Looking at the picture", "The first tracks appear as soon as video and music are analysed."
        )

    def tell(self, heading: str, more: str) -> None:
        """Say something else in place of the list."""
        self._say(heading, more)

    def waiting_text(self) -> str:
        """Return what the chip says, empty while it is not shown."""
        return self._chip.text() if self._chip.isVisibleTo(self) else ""

    def count_text(self) -> str:
        """Return what is said of the list: how many tracks, ranked for what."""
        return self._count.whole_text()

    def hint_text(self) -> str:
        """Return what is said in place of the list."""
        return self._hint.text()

    def _say(self, heading: str, more: str) -> None:
        self._hint.setText(heading)
        self._hint_more.setText(more)
        self._choose.hide()

    def _make_nothing_found(self, icons: Icons, themes: Themes) -> QWidget:
        clear = push_button("Clear search and filters", "Clear search and filters")
        stands_for(clear, "search.clear")
        clear.clicked.connect(self.clear_asked)
        more = label("Search for less, or take a filter away.", "body", "dim")
        return _page(
            (IconLabel(icons, themes, "search", "text_faint", 32), label("Nothing found", "title"), more),
            clear,
        )

    def _make_hint(self, icons: Icons, themes: Themes) -> QWidget:
        icon = IconLabel(icons, themes, "music", "text_faint", 32)
        return _page((icon, self._hint, self._hint_more), self._choose)

    def _show_waiting(self, order: Sequence[Suggestion] | None) -> None:
        if order is None:
            self._chip.hide()
            return
        shown: set[Path] = {suggestion.path for suggestion in self.model.suggestions}
        new = sum(suggestion.path not in shown for suggestion in order)
        what = f"{new} new" if new else "New order"
        self._chip.setText("Update" if self._tour_said else f"{what}  ·  Update")
        self._chip.show()

    def _say_for_what(self) -> None:
        self._shown = self._offered
        self._show_count()

    def _show_count(self) -> None:
        count = self.model.rowCount()
        said = self._shown.words(count, self._rankable) if count else ""
        self._count.show_text(self._tour_said or said)
        for bar in (self.pins, self.tour):
            bar.setVisible(count > 0 and self._shown.total is None)
        asked = self._asked.narrowed
        self.search.setVisible(count > 0 or asked)
        self._pages.setCurrentIndex(1 if count else 2 if asked and self._shown.narrowed else 0)


def _page(lines: tuple[QLabel, ...], button: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(40, 0, 40, 44)
    column.setSpacing(8)
    column.addStretch()
    for line in lines:
        line.setWordWrap(line is lines[-1])
        line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(line)
    column.addSpacing(12)
    column.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)
    column.addStretch()
    return page
