"""What the status line says of listening to the library."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from tivm_desktop.domain.library_status import LibraryState, LibraryStatus
from tivm_desktop.gui.controls import ElidedLabel, IconButton, stands_for
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.index_words import done_of, index_line
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.theme import Themes

_BAR_PX = 72
_WIDEST = 340


class IndexBar(QWidget):
    """Shown while there is something to listen to; decides nothing."""

    pause_toggled = Signal()
    pace_asked = Signal()

    def __init__(self, icons: Icons, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ElidedLabel("caption", "dim")
        self._text.setMaximumWidth(_WIDEST)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(_BAR_PX)
        self._progress.setAccessibleName(tr("Analysis of the library"))
        self._pause = IconButton(icons, themes, "pause", tr("Pause listening to the library"), size=14)
        stands_for(self._pause, "library.pause")
        self.more = IconButton(icons, themes, "mix", tr("When the library is listened to"), size=14)
        stands_for(self.more, "library.pace")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part in (self._text, self._progress, self._pause, self.more):
            row.addWidget(part)
        self._pause.clicked.connect(self.pause_toggled)
        self.more.clicked.connect(self.pace_asked)
        self.hide()

    def show_status(self, status: LibraryStatus) -> None:
        """Say how it goes; take the line away when all is known."""
        said = index_line(status)
        if said != self._text.whole_text():
            self._text.show_text(said)
        self._progress.setRange(0, status.listenable if status.state is not LibraryState.SCANNING else 0)
        self._progress.setValue(done_of(status))
        paused = status.state is LibraryState.PAUSED
        says = tr("Go on listening to the library") if paused else tr("Pause listening to the library")
        self._pause.show_icon("play" if paused else "pause", says)
        self._pause.setVisible(status.state is not LibraryState.SCANNING)
        self.setVisible(bool(said))

    def text(self) -> str:
        """Return what is said, empty while the line is not there."""
        return "" if self.isHidden() else self._text.whole_text()
