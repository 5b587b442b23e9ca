"""Two fields for a least and a most, each of which may be left open."""

from math import inf, isfinite

from PySide6.QtCore import Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from tivm_desktop.domain.finding import Span
from tivm_desktop.gui.controls import label
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.typography import font
from tivm_desktop.gui.wording import length


class SpanFields(QWidget):
    """Shows and asks for a span; empty fields ask nothing.

    Args:
        name: of the quantity, as a screen reader says it.
        least: the least that can be asked for, a whole number.
        most: the most.
        step: of the arrows.
        unit: behind the numbers; empty for lengths, written m:ss.
    """

    chosen = Signal(object)
    """A `Span`, or None."""

    def __init__(self, name: str, least: int, most: int, step: int, unit: str) -> None:
        super().__init__()
        box = _Seconds if not unit else _Number
        self._low, self._high = (
            box(least, most, empty)
            for empty in (tr("from", "in an empty field: the least"), tr("to", "in an empty field: the most"))
        )
        self.setFocusProxy(self._low)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for field, says in ((self._low, tr("{quantity}, from")), (self._high, tr("{quantity}, to"))):
            field.setAccessibleName(says.format(quantity=name))
            field.setSingleStep(step)
            field.valueChanged.connect(self._ask)
        row.addWidget(self._low, 1)
        row.addWidget(label("–", "body", "faint"))
        row.addWidget(self._high, 1)
        if unit:
            row.addWidget(label(unit, "caption", "faint"))

    def show_span(self, span: Span | None) -> None:
        """Show a span without asking for it."""
        for field, end in zip((self._low, self._high), span or (-inf, inf), strict=True):
            field.blockSignals(True)
            field.setValue(round(end) if isfinite(end) else field.minimum())
            field.blockSignals(False)

    def _ask(self) -> None:
        low, high = self._low.end(-inf), self._high.end(inf)
        self.chosen.emit((low, high) if isfinite(low) or isfinite(high) else None)


class _Number(QSpinBox):
    """A whole number; one less than the least stands for none."""

    def __init__(self, least: int, most: int, empty: str) -> None:
        super().__init__()
        self.setRange(least - 1, most)
        self.setValue(least - 1)
        self.setSpecialValueText(empty)
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(8, 0, 8, 0)
        self.setFont(font("body"))

    def end(self, if_open: float) -> float:
        """Return the number, or `if_open` where there is none."""
        return if_open if self.value() == self.minimum() else float(self.value())


class _Seconds(_Number):
    """A length, written as m:ss; a bare number is minutes."""

    def textFromValue(self, value: int) -> str:  # noqa: N802
        """Write a length."""
        return length(value)

    def valueFromText(self, text: str) -> int:  # noqa: N802
        """Read a length."""
        minutes, _, seconds = text.strip().partition(":")
        return int(minutes or 0) * 60 + int(seconds or 0)

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Let digits and one colon be typed."""
        parts = text.strip().split(":")
        fits = len(parts) <= 2 and all(part.isdigit() or not part for part in parts)
        if text == self.specialValueText():
            return QValidator.State.Acceptable, text, place
        if not fits:
            return QValidator.State.Invalid, text, place
        done = all(parts)
        return (QValidator.State.Acceptable if done else QValidator.State.Intermediate), text, place
