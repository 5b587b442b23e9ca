"""What opens above the transport's sliders: the common level, and how the music gives way to speech."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from tivm_desktop.domain.level_match import LevelMatch
from tivm_desktop.domain.mix import Ducking
from tivm_desktop.gui import mix_settings as limits
from tivm_desktop.gui.controls import label
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.popover import Popover
from tivm_desktop.gui.typography import font
from tivm_desktop.gui.value_slider import ValueSlider
from tivm_desktop.gui.wording import number

_WIDTH = 360
_APART_PX = 4


class MixPopover(Popover):
    """Shows level and ducking, asks for changes; decides nothing."""

    level_chosen = Signal(object)
    """`LevelMatch`"""
    ducking_chosen = Signal(object)
    """`Ducking`"""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, tr("Levels and ducking"), _WIDTH)
        self._level = LevelMatch()
        self._ducking = Ducking()
        self._match = _check(tr("Match the tracks' levels"))
        self._target = ValueSlider(
            tr("Loudness"),
            tr("Loudness that tracks are matched to"),
            (limits.LEAST_TARGET_LUFS, limits.MOST_TARGET_LUFS),
        )
        self._duck = _check(tr("Duck the music under speech"))
        self._amount = ValueSlider(
            tr("Amount", "how far the music is turned down under speech"),
            tr("How far the music is turned down"),
            (0.0, limits.MOST_DUCKING_DB),
        )
        self._attack = ValueSlider(
            tr("Attack", "how long ducking takes to turn the music down"),
            tr("How long turning down takes"),
            (limits.LEAST_ATTACK_S, limits.MOST_ATTACK_S),
            step=0.01,
        )
        self._release = ValueSlider(
            tr("Release", "how long ducking takes to let the music come back"),
            tr("How long coming back takes"),
            (limits.LEAST_RELEASE_S, limits.MOST_RELEASE_S),
            step=0.05,
        )
        self._speech = label("", "caption", "dim")
        self._speech.setWordWrap(True)
        self._lay_out()
        self._join()
        self.show_level(self._level)
        self.show_ducking(self._ducking)

    def show_level(self, level: LevelMatch) -> None:
        """Show whether levels are matched, and to which loudness."""
        self._level = level
        self._match.setChecked(level.on)
        self._target.setEnabled(level.on)
        self._target.show_value(level.target_lufs, f"{number(level.target_lufs)} LUFS")

    def show_ducking(self, ducking: Ducking) -> None:
        """Show how the music gives way."""
        self._ducking = ducking
        self._duck.setChecked(ducking.on)
        for slider in (self._amount, self._attack, self._release):
            slider.setEnabled(ducking.on)
        self._amount.show_value(ducking.amount_db, f"{number(-ducking.amount_db)} dB")
        self._attack.show_value(ducking.attack_s, _time(ducking.attack_s))
        self._release.show_value(ducking.release_s, _time(ducking.release_s))

    def show_speech(self, sentence: str) -> None:
        """Say what is known of speech in the open video."""
        self._speech.setText(sentence)
        self._speech.setVisible(bool(sentence))
        if self.isVisible():
            self.resize(self.width(), self.wanted_height())

    def speech_text(self) -> str:
        """Return what is said of speech."""
        return self._speech.text()

    def open_above(self, anchor: QWidget) -> None:
        """Open over `anchor`, ending where it ends, inside its window."""
        corner = QPoint(anchor.width() - self.wanted_width(), -self.wanted_height() - _APART_PX)
        self.open_at(anchor.mapToGlobal(corner), anchor.window())

    def first_control(self) -> QWidget | None:
        """Begin with the first box."""
        return self._match

    def _lay_out(self) -> None:
        note = label(
            tr("By EBU R128, as far as a track's peaks allow. The video's own sound is left as it is."),
            "caption",
            "faint",
        )
        note.setWordWrap(True)
        grid = QGridLayout(self.ground)
        grid.setContentsMargins(18, 14, 18, 14)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._match, 0, 0, 1, 3)
        self._target.put_into(grid, 1)
        grid.addWidget(note, 2, 0, 1, 3)
        grid.setRowMinimumHeight(3, 6)
        grid.addWidget(self._duck, 4, 0, 1, 3)
        for row, slider in enumerate((self._amount, self._attack, self._release), start=5):
            slider.put_into(grid, row)
        grid.addWidget(self._speech, 8, 0, 1, 3)

    def _join(self) -> None:
        level, ducking = self.level_chosen.emit, self.ducking_chosen.emit
        self._match.clicked.connect(lambda on: level(replace(self._level, on=on)))
        self._target.chosen.connect(lambda lufs: level(replace(self._level, target_lufs=lufs)))
        self._duck.clicked.connect(lambda on: ducking(replace(self._ducking, on=on)))
        self._amount.chosen.connect(lambda db: ducking(replace(self._ducking, amount_db=db)))
        self._attack.chosen.connect(lambda time_s: ducking(replace(self._ducking, attack_s=time_s)))
        self._release.chosen.connect(lambda time_s: ducking(replace(self._ducking, release_s=time_s)))


def _check(text: str) -> QCheckBox:
    made = QCheckBox(text)
    made.setFont(font("strong"))
    made.setAccessibleName(text)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def _time(seconds: float) -> str:
    return f"{number(seconds, 2)} s" if seconds >= 1 else f"{number(seconds * 1000)} ms"
