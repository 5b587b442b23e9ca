"""What opens above the status line: when the library is listened to, and with how much of the machine."""

import os
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSpinBox, QWidget

from tivm_desktop.domain.indexing import IndexPace
from tivm_desktop.gui.controls import label
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.popover import Popover
from tivm_desktop.gui.typography import font

_WIDTH = 340


class PacePopover(Popover):
    """Shows a pace and asks for others; decides nothing."""

    chosen = Signal(object)
    """`IndexPace`"""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, tr("When the library is listened to"), _WIDTH)
        self._pace = IndexPace()
        self._idle = self._check(tr("Only while I am not at the machine"), "only_when_idle")
        self._battery = self._check(tr("Wait while on battery"), "wait_on_battery")
        self._workers = QSpinBox()
        self._workers.setRange(1, most_workers())
        self._workers.setAccessibleName(tr("Tracks listened to at the same time"))
        self._workers.setFont(font("body"))
        self._workers.lineEdit().setTextMargins(8, 0, 8, 0)
        self._workers.valueChanged.connect(lambda count: self.chosen.emit(replace(self._pace, workers=count)))
        caption = label(tr("Tracks at the same time"), "body", "dim")
        caption.setBuddy(self._workers)
        note = label(
            tr("What you play, and tracks on the screen, always go first. Stopping loses nothing."),
            "caption",
            "faint",
        )
        note.setWordWrap(True)
        grid = QGridLayout(self.ground)
        grid.setContentsMargins(18, 14, 18, 14)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._idle, 0, 0, 1, 2)
        grid.addWidget(self._battery, 1, 0, 1, 2)
        grid.addWidget(caption, 2, 0)
        grid.addWidget(self._workers, 2, 1)
        grid.addWidget(note, 3, 0, 1, 2)

    def show_pace(self, pace: IndexPace) -> None:
        """Show a pace."""
        self._pace = pace
        self._idle.setChecked(pace.only_when_idle)
        self._battery.setChecked(pace.wait_on_battery)
        with QSignalBlocker(self._workers):
            self._workers.setValue(pace.workers)

    def first_control(self) -> QWidget | None:
        """Begin with the first box."""
        return self._idle

    def _check(self, says: str, name: str) -> QCheckBox:
        made = QCheckBox(says)
        made.setFont(font("body"))
        made.setAccessibleName(says)
        made.clicked.connect(lambda on: self.chosen.emit(replace(self._pace, **{name: on})))
        return made


def most_workers() -> int:
    """Return how many tracks can be listened to at the same time: one a core, but two on any machine."""
    return max(os.cpu_count() or 1, 2)
