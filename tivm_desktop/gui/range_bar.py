"""The controls of the range: its in point, its out point, what it is, and back to the whole video."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.gui.controls import IconButton, label, stands_for
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.wording import span


class RangeBar(QWidget):
    """Shows a range and asks for changes; decides nothing."""

    start_asked = Signal()
    end_asked = Signal()
    clear_asked = Signal()

    def __init__(self, icons: Icons, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = label("", "caption", "accent")
        self._start = IconButton(
            icons,
            themes,
            "mark-in",
            tr("Begin the range here"),
            tr("Begin the range at the playhead"),
            size=16,
        )
        self._end = IconButton(
            icons, themes, "mark-out", tr("End the range here"), tr("End the range at the playhead"), size=16
        )
        self._clear = IconButton(
            icons, themes, "close", tr("Clear the range"), tr("Back to the whole video"), size=14
        )
        for button, command in ((self._start, "start"), (self._end, "end"), (self._clear, "clear")):
            stands_for(button, f"range.{command}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._text)
        row.addWidget(self._clear)
        row.addSpacing(4)
        row.addWidget(self._start)
        row.addWidget(self._end)
        self._start.clicked.connect(self.start_asked)
        self._end.clicked.connect(self.end_asked)
        self._clear.clicked.connect(self.clear_asked)
        self.show_range(None, enabled=False)

    def show_range(self, chosen: VideoRange | None, *, enabled: bool) -> None:
        """Show a range or that there is none; nothing can be asked for while there is no video."""
        for control in (self._start, self._end):
            control.setEnabled(enabled)
        self._text.setText("" if chosen is None else tr("Range {range}").format(range=span(chosen)))
        self._text.setVisible(chosen is not None)
        self._clear.setVisible(chosen is not None)

    def text(self) -> str:
        """Return what is said of the range."""
        return self._text.text()
