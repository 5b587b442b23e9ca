"""What opens above the transport's sliders: the common level, and how the music gives way to speech."""

# ruff: noqa: N802 - Qt names what is overridden

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLabel, QSlider, QWidget

from tivm_desktop.domain.level_match import LevelMatch
from tivm_desktop.domain.mix import Ducking
from tivm_desktop.gui import mix_settings as limits
from tivm_desktop.gui.controls import label
from tivm_desktop.gui.typography import font

_WIDTH = 360
_EDGE_PX = 10
_ATTACK_STEP_S = 0.01
_RELEASE_STEP_S = 0.05


class MixPopover(QFrame):
    """A popover; a click elsewhere or Esc closes it. Shows level and ducking, asks for changes."""

    level_chosen = Signal(object)
    """`LevelMatch`"""
    ducking_chosen = Signal(object)
    """`Ducking`"""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("mixPopover")
        self.setAccessibleName("Levels and ducking")
        self._level = LevelMatch()
        self._ducking = Ducking()
        self._match = _check("Match the tracks' levels")
        self._target = _slider(
            "Loudness that tracks are matched to", limits.LEAST_TARGET_LUFS, limits.MOST_TARGET_LUFS
        )
        self._duck = _check("Duck the music under speech")
        self._amount = _slider("How far the music is turned down", 0.0, limits.MOST_DUCKING_DB)
        self._attack = _slider(
            "How long turning down takes", limits.LEAST_ATTACK_S, limits.MOST_ATTACK_S, _ATTACK_STEP_S
        )
        self._release = _slider(
            "How long coming back takes", limits.LEAST_RELEASE_S, limits.MOST_RELEASE_S, _RELEASE_STEP_S
        )
        self._values = {slider: label("", "body", "dim") for slider in self._sliders()}
        self._speech = label("", "caption", "dim")
        self._speech.setWordWrap(True)
        note = label(
            "By EBU R128, as far as a track's peaks allow. The video's own sound is left as it is.",
            "caption",
            "faint",
        )
        note.setWordWrap(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(18, 14, 18, 14)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._match, 0, 0, 1, 3)
        self._add(grid, 1, "Loudness", self._target)
        grid.addWidget(note, 2, 0, 1, 3)
        grid.setRowMinimumHeight(3, 6)
        grid.addWidget(self._duck, 4, 0, 1, 3)
        self._add(grid, 5, "Amount", self._amount)
        self._add(grid, 6, "Attack", self._attack)
        self._add(grid, 7, "Release", self._release)
        grid.addWidget(self._speech, 8, 0, 1, 3)
        self._match.clicked.connect(lambda on: self._ask_level(replace(self._level, on=on)))
        self._target.valueChanged.connect(
            lambda value: self._ask_level(replace(self._level, target_lufs=float(value)))
        )
        self._duck.clicked.connect(lambda on: self._ask_ducking(replace(self._ducking, on=on)))
        self._amount.valueChanged.connect(
            lambda value: self._ask_ducking(replace(self._ducking, amount_db=float(value)))
        )
        self._attack.valueChanged.connect(
            lambda value: self._ask_ducking(replace(self._ducking, attack_s=value * _ATTACK_STEP_S))
        )
        self._release.valueChanged.connect(
            lambda value: self._ask_ducking(replace(self._ducking, release_s=value * _RELEASE_STEP_S))
        )
        self.show_level(self._level)
        self.show_ducking(self._ducking)

    def show_level(self, level: LevelMatch) -> None:
        """Show whether levels are matched, and to which loudness."""
        self._level = level
        self._match.setChecked(level.on)
        self._target.setEnabled(level.on)
        self._set(self._target, round(level.target_lufs), _signed(level.target_lufs, "LUFS"))

    def show_ducking(self, ducking: Ducking) -> None:
        """Show how the music gives way."""
        self._ducking = ducking
        self._duck.setChecked(ducking.on)
        for slider in (self._amount, self._attack, self._release):
            slider.setEnabled(ducking.on)
        self._set(self._amount, round(ducking.amount_db), _signed(-ducking.amount_db, "dB"))
        self._set(self._attack, round(ducking.attack_s / _ATTACK_STEP_S), f"{ducking.attack_s * 1000:.0f} ms")
        self._set(self._release, round(ducking.release_s / _RELEASE_STEP_S), _time(ducking.release_s))

    def show_speech(self, sentence: str) -> None:
        """Say what is known of speech in the open video."""
        self._speech.setText(sentence)
        self._speech.setVisible(bool(sentence))
        if self.isVisible():
            self.resize(_WIDTH, self._height())

    def speech_text(self) -> str:
        """Return what is said of speech."""
        return self._speech.text()

    def open_above(self, anchor: QWidget) -> None:
        """Open over `anchor`, inside its window."""
        height = self._height()
        self.resize(_WIDTH, height)
        window = anchor.window()
        corner = anchor.mapToGlobal(QPoint(anchor.width() - _WIDTH, -height - 4))
        least = window.mapToGlobal(QPoint(_EDGE_PX, _EDGE_PX))
        self.move(max(corner.x(), least.x()), max(corner.y(), least.y()))
        self.show()
        self._match.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _height(self) -> int:
        layout = self.layout()
        return layout.totalHeightForWidth(_WIDTH) if layout is not None else 0

    def _sliders(self) -> tuple[QSlider, ...]:
        return (self._target, self._amount, self._attack, self._release)

    def _add(self, grid: QGridLayout, row: int, name: str, slider: QSlider) -> None:
        caption: QLabel = label(name, "body", "dim")
        caption.setBuddy(slider)
        value = self._values[slider]
        value.setMinimumWidth(72)
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(caption, row, 0)
        grid.addWidget(slider, row, 1)
        grid.addWidget(value, row, 2)

    def _set(self, slider: QSlider, step: int, text: str) -> None:
        slider.blockSignals(True)
        slider.setValue(step)
        slider.blockSignals(False)
        self._values[slider].setText(text)
        slider.setToolTip(text)
        slider.setAccessibleDescription(text)

    def _ask_level(self, level: LevelMatch) -> None:
        self.level_chosen.emit(level)

    def _ask_ducking(self, ducking: Ducking) -> None:
        self.ducking_chosen.emit(ducking)


def _check(text: str) -> QCheckBox:
    made = QCheckBox(text)
    made.setFont(font("strong"))
    made.setAccessibleName(text)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def _slider(name: str, least: float, most: float, step: float = 1.0) -> QSlider:
    made = QSlider(Qt.Orientation.Horizontal)
    made.setAccessibleName(name)
    made.setRange(round(least / step), round(most / step))
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def _signed(value: float, unit: str) -> str:
    return f"{value:.0f} {unit}".replace("-0 ", "0 ").replace("-", "−")


def _time(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.0f} ms"
