"""The two sounds in the transport: mute, solo and volume of each, and the music's ducking."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSlider, QWidget

from tivm_desktop.domain.mix import VOICES, Mix, Voice
from tivm_desktop.gui.controls import IconButton, label, rule, stands_for
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.mix_words import voice_words
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.wording import number

_STEPS = 100
_LEAST_SLIDER_PX = 44
_MOST_SLIDER_PX = 96
_ICON_PX = 18
_ICONS: dict[Voice, str] = {"original": "speaker", "music": "music"}


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
        words = {voice: voice_words(voice) for voice in VOICES}
        self._mutes = {
            voice: IconButton(icons, themes, _ICONS[voice], words[voice].mute, size=_ICON_PX)
            for voice in VOICES
        }
        self._solos = {
            voice: IconButton(icons, themes, "solo", words[voice].alone, size=_ICON_PX) for voice in VOICES
        }
        self._volumes = {voice: _volume(words[voice].volume) for voice in VOICES}
        self.duck = IconButton(icons, themes, "ducking", tr("Duck the music under speech"), size=_ICON_PX)
        self.more = IconButton(icons, themes, "mix", tr("Levels and ducking"), size=_ICON_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._add(row, "original", words["original"].caption)
        row.addSpacing(8)
        row.addWidget(rule())
        row.addSpacing(10)
        self._add(row, "music", words["music"].caption)
        row.addWidget(self.duck)
        row.addWidget(self.more)
        for button in (*self._mutes.values(), *self._solos.values(), self.duck):
            button.setCheckable(True)
        stands_for(self.duck, "mix.duck")
        stands_for(self.more, "mix.more")
        self.duck.clicked.connect(self.ducking_toggled)
        self.more.clicked.connect(self.more_asked)
        self.show_mix(Mix())

    def show_mix(self, mix: Mix) -> None:
        """Show volumes, mutes, solo and whether the music is ducked."""
        for voice in VOICES:
            self._show_voice(voice, mix)
        on = mix.ducking.on
        self.duck.setChecked(on)
        self.duck.show_on(on=on)
        self.duck.show_icon(
            "ducking", tr("Stop ducking the music under speech") if on else tr("Duck the music under speech")
        )

    def _show_voice(self, voice: Voice, mix: Mix) -> None:
        words, icon = voice_words(voice), _ICONS[voice]
        mute, solo, slider = self._mutes[voice], self._solos[voice], self._volumes[voice]
        muted, alone = mix.muted(voice), mix.solo == voice
        mute.show_icon(f"{icon}-off" if muted else icon, words.unmute if muted else words.mute)
        mute.setChecked(muted)
        solo.show_icon("solo", tr("Hear both sounds") if alone else words.alone)
        solo.setChecked(alone)
        solo.show_on(on=alone)
        volume = mix.volume(voice)
        if round(linear(slider.value()), 4) != round(volume, 4):
            with QSignalBlocker(slider):
                slider.setValue(round(max(volume, 0.0) ** 0.5 * _STEPS))
        slider.setEnabled(not mix.silences(voice))
        _say_volume(slider)

    def _add(self, row: QHBoxLayout, voice: Voice, called: str) -> None:
        mute, solo, slider = self._mutes[voice], self._solos[voice], self._volumes[voice]
        caption: QLabel = label(called, "caption", "dim")
        caption.setBuddy(slider)
        row.addWidget(caption)
        row.addSpacing(4)
        for control in (mute, solo, slider):
            row.addWidget(control)
        stands_for(mute, f"mix.mute_{voice}")
        stands_for(solo, f"mix.solo_{voice}")
        mute.clicked.connect(lambda: self.mute_toggled.emit(voice))
        solo.clicked.connect(lambda: self.solo_toggled.emit(voice))
        slider.valueChanged.connect(lambda value: self.volume_changed.emit(voice, linear(value)))
        slider.valueChanged.connect(lambda: _say_volume(slider))


def linear(slider_value: int) -> float:
    """Return the linear volume of a slider position 0..100: squared, as loudness is heard."""
    return (slider_value / _STEPS) ** 2


def _say_volume(slider: QSlider) -> None:
    said = tr("{percent}%").format(percent=number(100 * slider.value() / _STEPS))
    slider.setAccessibleDescription(said)
    slider.setToolTip(f"{slider.accessibleName()}  {said}")


def _volume(name: str) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setAccessibleName(name)
    slider.setRange(0, _STEPS)
    slider.setValue(_STEPS)
    slider.setMinimumWidth(_LEAST_SLIDER_PX)
    slider.setMaximumWidth(_MOST_SLIDER_PX)
    slider.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return slider
