"""The two sounds in the transport: mute, solo and volume of each, and the music's ducking."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSlider, QWidget

from tivm_desktop.domain.mix import Mix, Voice
from tivm_desktop.gui.controls import IconButton, label, rule, stands_for
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.theme import Themes

_STEPS = 100
_LEAST_SLIDER_PX = 44
_MOST_SLIDER_PX = 96
_ICON_PX = 18
_CALLED: dict[Voice, str] = {"original": "the original sound", "music": "the music"}


class MixBar(QWidget):
    """Shows a `Mix` and asks for changes; decides nothing."""

    volume_changed = Signal(str, float)
    """(voice, 0..1 linear)"""
    mute_toggled = Signal(str)
    """(voice)"""
    solo_toggled = Signal(str)
    """(voice)"""
    ducking_toggled = Signal()
    more_asked = Signal()
    """Levels and ducking are to be set more closely."""

    def __init__(self, icons: Icons, themes: Themes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mutes = {
            "original": IconButton(icons, themes, "speaker", "Mute the original sound", size=_ICON_PX),
            "music": IconButton(icons, themes, "music", "Mute the music", size=_ICON_PX),
        }
        self._solos = {
            voice: IconButton(icons, themes, "solo", f"Hear only {called}", size=_ICON_PX)
            for voice, called in _CALLED.items()
        }
        self._volumes = {voice: _volume(f"Volume of {called}") for voice, called in _CALLED.items()}
        self.duck = IconButton(icons, themes, "ducking", "Duck the music under speech", size=_ICON_PX)
        self.more = IconButton(icons, themes, "mix", "Levels and ducking", size=_ICON_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._add(row, "Original", "original")
        row.addSpacing(8)
        row.addWidget(rule())
        row.addSpacing(10)
        self._add(row, "Music", "music")
        row.addWidget(self.duck)
        row.addWidget(self.more)
        for voice in _CALLED:
            stands_for(self._mutes[voice], f"mix.mute_{voice}")
            stands_for(self._solos[voice], f"mix.solo_{voice}")
        stands_for(self.duck, "mix.duck")
        stands_for(self.more, "mix.more")
        for button in (*self._mutes.values(), *self._solos.values(), self.duck):
            button.setCheckable(True)
        self.duck.clicked.connect(self.ducking_toggled)
        self.more.clicked.connect(self.more_asked)
        self.show_mix(Mix())

    def show_mix(self, mix: Mix) -> None:
        """Show volumes, mutes, solo and whether the music is ducked."""
        self._show_voice("original", mix.original_volume, mix, muted=mix.original_muted)
        self._show_voice("music", mix.music_volume, mix, muted=mix.music_muted)
        self.duck.setChecked(mix.ducking.on)
        self.duck.show_on(on=mix.ducking.on)
        said = "Stop ducking the music under speech" if mix.ducking.on else "Duck the music under speech"
        self.duck.show_icon("ducking", said)

    def _show_voice(self, voice: Voice, volume: float, mix: Mix, *, muted: bool) -> None:
        called = _CALLED[voice]
        icon = {"original": "speaker", "music": "music"}[voice]
        mute, solo, slider = self._mutes[voice], self._solos[voice], self._volumes[voice]
        said = f"Unmute {called}" if muted else f"Mute {called}"
        mute.show_icon(f"{icon}-off" if muted else icon, said)
        mute.setChecked(muted)
        alone = mix.solo == voice
        said = "Hear both sounds" if alone else f"Hear only {called}"
        solo.show_icon("solo", said)
        solo.setChecked(alone)
        solo.show_on(on=alone)
        if round(linear(slider.value()), 4) != round(volume, 4):
            slider.blockSignals(True)
            slider.setValue(round(max(volume, 0.0) ** 0.5 * _STEPS))
            slider.blockSignals(False)
        slider.setEnabled(not muted and mix.solo in (None, voice))

    def _add(self, row: QHBoxLayout, name: str, voice: Voice) -> None:
        caption: QLabel = label(name, "caption", "dim")
        slider = self._volumes[voice]
        caption.setBuddy(slider)
        row.addWidget(caption)
        row.addSpacing(4)
        for control in (self._mutes[voice], self._solos[voice]):
            row.addWidget(control)
        row.addWidget(slider)
        self._mutes[voice].clicked.connect(partial(self._tell_mute, voice))
        self._solos[voice].clicked.connect(partial(self._tell_solo, voice))
        slider.valueChanged.connect(partial(self._tell_volume, voice))

    def _tell_mute(self, voice: Voice) -> None:
        self.mute_toggled.emit(voice)

    def _tell_solo(self, voice: Voice) -> None:
        self.solo_toggled.emit(voice)

    def _tell_volume(self, voice: Voice, value: int) -> None:
        self.volume_changed.emit(voice, linear(value))


def linear(slider_value: int) -> float:
    """Return the linear volume of a slider position 0..100: squared, as loudness is heard."""
    return (slider_value / _STEPS) ** 2


def _volume(name: str) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setAccessibleName(name)
    slider.setToolTip(name)
    slider.setRange(0, _STEPS)
    slider.setValue(_STEPS)
    slider.setMinimumWidth(_LEAST_SLIDER_PX)
    slider.setMaximumWidth(_MOST_SLIDER_PX)
    slider.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return slider
