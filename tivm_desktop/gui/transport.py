"""The controls under the preview: play, time, and the two volumes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from tivm_desktop.gui.controls import IconButton, label, rule
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.wording import time_code

_STEPS = 100


class Transport(QWidget):
    """Shows where playback stands and asks for changes; decides nothing."""

    play_toggled = Signal()
    start_requested = Signal()
    original_volume_changed = Signal(float)
    """0..1, linear"""
    original_mute_toggled = Signal()
    music_volume_changed = Signal(float)
    """0..1, linear"""

    def __init__(self, icons: Icons, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transport")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(56)
        self._start = IconButton(icons, themes, "start", "Back to the start", "Back to the start")
        self._play = IconButton(icons, themes, "play", "Play", "Play  (Space)")
        self._play.setObjectName("playButton")
        self._play.setFixedSize(36, 36)
        self._position = label(time_code(0), "timecode")
        self._position.setAccessibleName("Position")
        self._length = label("", "timecode", "faint")
        self._length.setAccessibleName("Length of the video")
        self._mute = IconButton(icons, themes, "speaker", "Mute the original sound", size=18)
        self._original = _volume("Volume of the original sound")
        self._music = _volume("Volume of the music")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.setSpacing(8)
        row.addWidget(self._start)
        row.addWidget(self._play)
        row.addSpacing(8)
        row.addWidget(self._position)
        row.addWidget(self._length)
        row.addStretch()
        _group(row, "Original", self._mute, self._original)
        row.addSpacing(8)
        row.addWidget(rule())
        row.addSpacing(8)
        _group(row, "Music", None, self._music)
        self._start.clicked.connect(self.start_requested)
        self._play.clicked.connect(self.play_toggled)
        self._mute.clicked.connect(self.original_mute_toggled)
        self._original.valueChanged.connect(lambda v: self.original_volume_changed.emit(linear(v)))
        self._music.valueChanged.connect(lambda v: self.music_volume_changed.emit(linear(v)))
        self.set_enabled(enabled=False)

    def set_enabled(self, *, enabled: bool) -> None:
        """Let the video be played, or not while there is none."""
        for control in (self._start, self._play):
            control.setEnabled(enabled)
        self._length.setText("" if not enabled else self._length.text())

    def show_time(self, position_s: float, duration_s: float) -> None:
        """Show where playback stands."""
        self._position.setText(time_code(position_s))
        self._length.setText(f"/ {time_code(duration_s)}" if duration_s > 0 else "")

    def show_playing(self, *, playing: bool) -> None:
        """Show the button that does the other thing."""
        if playing:
            self._play.show_icon("pause", "Pause", "Pause  (Space)")
        else:
            self._play.show_icon("play", "Play", "Play  (Space)")

    def show_volumes(self, original: float, music: float, *, muted: bool) -> None:
        """Show volumes, 0..1 linear, and whether the original sound is muted."""
        for slider, volume in ((self._original, original), (self._music, music)):
            slider.setValue(round((max(volume, 0.0) ** 0.5) * _STEPS))
        if muted:
            self._mute.show_icon("speaker-off", "Unmute the original sound", "Unmute the original sound  (M)")
        else:
            self._mute.show_icon("speaker", "Mute the original sound", "Mute the original sound  (M)")
        self._original.setEnabled(not muted)


def linear(slider_value: int) -> float:
    """Return the linear volume of a slider position 0..100: squared, as loudness is heard."""
    return (slider_value / _STEPS) ** 2


def _volume(name: str) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setAccessibleName(name)
    slider.setToolTip(name)
    slider.setRange(0, _STEPS)
    slider.setValue(_STEPS)
    slider.setFixedWidth(96)
    slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return slider


def _group(row: QHBoxLayout, name: str, button: QWidget | None, slider: QSlider) -> QLabel:
    caption = label(name, "caption", "dim")
    caption.setBuddy(slider)
    row.addWidget(caption)
    if button is not None:
        row.addWidget(button)
    row.addWidget(slider)
    return caption
