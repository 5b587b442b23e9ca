"""What the status line says of exports: how far, how to stop, and where the file is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from tivm_desktop.gui.controls import ElidedLabel, IconButton, push_button, show_tip
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.typography import font
from tivm_desktop.gui.wording import number

_BAR_PX = 96
_WIDEST = 300


class ExportBar(QWidget):
    """Shown while something is exported, and afterwards until it is dismissed."""

    cancel_asked = Signal()
    show_asked = Signal()

    def __init__(self, icons: Icons, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ElidedLabel("caption", "plain")
        self._text.setMaximumWidth(_WIDEST)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(_BAR_PX)
        self._progress.setAccessibleName(tr("Export"))
        self._show = push_button(
            tr("Show", "in the file manager"),
            tr("Show the exported file"),
            "chip",
            tr("Show it in the file manager"),
        )
        self._show.setFont(font("caption"))
        self._close = IconButton(icons, themes, "close", tr("Cancel this export"), size=12)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self._text, self._progress, self._show, self._close):
            row.addWidget(part)
        self._show.clicked.connect(self.show_asked)
        self._close.clicked.connect(self._on_close)
        self.hide()

    def show_moving(self, name: str, share: float, waiting: int) -> None:
        """Say how far an export is, and how many wait."""
        one, more = tr("Exporting {name}"), tr("Exporting {name}  ·  {count} more")
        self._say(more.format(name=name, count=number(waiting)) if waiting else one.format(name=name))
        self._progress.setValue(round(share * 100))
        self._set_moving(moving=True)

    def show_done(self, text: str) -> None:
        """Say what was exported, and offer to show it."""
        self._say(text)
        self._set_moving(moving=False)

    def text(self) -> str:
        """Return what is said, empty while the bar is not there."""
        return "" if self.isHidden() else self._text.whole_text()

    def percent(self) -> int:
        """Return how far the bar says that the export is."""
        return self._progress.value()

    def _say(self, text: str) -> None:
        if text != self._text.whole_text():
            self._text.show_text(text)
            self.setAccessibleName(text)

    def _set_moving(self, *, moving: bool) -> None:
        self._progress.setVisible(moving)
        self._show.setVisible(not moving)
        name = tr("Cancel this export") if moving else tr("Dismiss the message")
        self._close.setAccessibleName(name)
        show_tip(self._close, name)
        self.show()

    def _on_close(self) -> None:
        if self._progress.isVisibleTo(self):
            self.cancel_asked.emit()
        else:
            self.hide()
