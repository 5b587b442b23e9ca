"""The tour's button in the list's heading, with a menu of how many tracks and how long each."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from tivm_desktop.gui.controls import IconButton, stands_for
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.wording import counted

TRACKS = (3, 5, 10, 15, 20, 30)
BARS = (1, 2, 4, 8, 16)


class TourBar(QWidget):
    """Shows whether a tour runs; decides nothing."""

    toggled = Signal()
    tracks_chosen = Signal(int)
    bars_chosen = Signal(int)

    def __init__(self, icons: Icons, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._button = IconButton(icons, themes, "tour", tr("Tour"), size=18)
        stands_for(self._button, "compare.tour")
        self._button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self._menu = QMenu(self)
        self._menu.setAccessibleName(tr("How the tour goes"))
        self._button.setMenu(self._menu)
        tracks = {count: counted(count, tr("{count} track"), tr("{count} tracks")) for count in TRACKS}
        self._tracks = self._choices(tracks, self.tracks_chosen)
        self._menu.addSeparator()
        one_bar, bars = tr("{count} bar of each", "track"), tr("{count} bars of each", "track")
        self._bars = self._choices({count: counted(count, one_bar, bars) for count in BARS}, self.bars_chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._button)
        self._button.clicked.connect(self.toggled)
        self.show_running(running=False, tracks=10)

    def open_menu(self) -> None:
        """Open the menu under the button, inside the window."""
        corner = self.rect().bottomRight() - QPoint(self._menu.sizeHint().width(), 0)
        self._menu.popup(self.mapToGlobal(corner))

    def show_length(self, tracks: int, bars: int) -> None:
        """Tick what the tour goes by."""
        for actions, count in ((self._tracks, tracks), (self._bars, bars)):
            for action in actions:
                action.setChecked(action.data() == count)

    def show_running(self, *, running: bool, tracks: int) -> None:
        """Show the button that does the other thing."""
        one, many = tr("Hear the first {count} track in turn"), tr("Hear the first {count} tracks in turn")
        said = tr("Stop the tour") if running else counted(tracks, one, many)
        self._button.show_icon("stop" if running else "tour", said)
        self._button.show_on(on=running)

    def _choices(self, texts: Mapping[int, str], chosen: SignalInstance) -> list[QAction]:
        group = QActionGroup(self._menu)
        made = []
        for count, text in texts.items():
            action = group.addAction(text)
            action.setCheckable(True)
            action.setData(count)
            self._menu.addAction(action)
            made.append(action)
        group.triggered.connect(lambda action: chosen.emit(action.data()))
        return made
