"""A slider for a quantity: in steps of a unit, with its caption before it and its value behind."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSlider

from tivm_desktop.gui.controls import label

_VALUE_PX = 72


class ValueSlider(QSlider):
    """Tells what it is moved to in the quantity's own unit.

    Args:
        caption: said before it.
        name: what a screen reader says.
        reach: lowest and highest value.
        step: what one step of the slider is.
    """

    chosen = Signal(float)
    """The value that it was moved to."""

    def __init__(self, caption: str, name: str, reach: tuple[float, float], step: float = 1.0) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._step = step
        self._caption = label(caption, "body", "dim")
        self._caption.setBuddy(self)
        self._text = label("", "body", "dim")
        self._text.setMinimumWidth(_VALUE_PX)
        self._text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(name)
        self.setRange(round(reach[0] / step), round(reach[1] / step))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.valueChanged.connect(lambda steps: self.chosen.emit(steps * self._step))

    def put_into(self, grid: QGridLayout, row: int) -> None:
        """Fill three columns of a grid's row: caption, slider, value."""
        for column, part in enumerate((self._caption, self, self._text)):
            grid.addWidget(part, row, column)

    def show_value(self, value: float, text: str) -> None:
        """Stand at a value, which is written as `text`; nothing is told."""
        with QSignalBlocker(self):
            self.setValue(round(value / self._step))
        self._text.setText(text)
        self.setToolTip(text)
        self.setAccessibleDescription(text)
