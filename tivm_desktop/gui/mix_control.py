"""One mix, many hands: keys, buttons, sliders and the popover ask for it; the settings keep it."""

from dataclasses import replace

from PySide6.QtCore import QObject

from tivm_desktop.domain.level_match import LevelMatch
from tivm_desktop.domain.mix import Ducking, Mix, Voice
from tivm_desktop.gui.desk import Desk
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.mix_bar import MixBar
from tivm_desktop.gui.mix_popover import MixPopover
from tivm_desktop.gui.mix_settings import keep_level, keep_mix, kept_level, kept_mix
from tivm_desktop.gui.mix_words import speech_words, voice_words
from tivm_desktop.gui.shortcuts import Shortcuts


class MixControl(QObject):
    """Owns the mix and the common level: takes them from the settings, changes them, shows and keeps them."""

    def __init__(self, desk: Desk, bar: MixBar) -> None:
        super().__init__(desk.window)
        self._engine = engine = desk.engine
        self._bar = bar
        self._settings = desk.settings
        self.popover = MixPopover(desk.window)
        bar.mute_toggled.connect(self.toggle_mute)
        bar.solo_toggled.connect(self.toggle_solo)
        bar.volume_changed.connect(self.set_volume)
        bar.ducking_toggled.connect(self.toggle_ducking)
        bar.more_asked.connect(self.open)
        self.popover.level_chosen.connect(self.set_level)
        self.popover.ducking_chosen.connect(self.set_ducking)
        engine.speech.changed.connect(self._say_of_speech)
        self._bind(desk.shortcuts)
        self._take(kept_mix(desk.settings))
        self._take_level(kept_level(desk.settings))

    def _bind(self, shortcuts: Shortcuts) -> None:
        original, music = voice_words("original"), voice_words("music")
        for name, says, keys, call in (
            ("mute_original", original.mute, "M", lambda: self.toggle_mute("original")),
            ("mute_music", music.mute, "Shift+M", lambda: self.toggle_mute("music")),
            ("solo_original", original.alone, "S", lambda: self.toggle_solo("original")),
            ("solo_music", music.alone, "Shift+S", lambda: self.toggle_solo("music")),
            ("duck", tr("Duck the music under speech"), "D", self.toggle_ducking),
            ("more", tr("Levels and ducking"), "Shift+D", self.open),
        ):
            shortcuts.add(f"mix.{name}", "Sound", says, keys, call)

    @property
    def mix(self) -> Mix:
        """What is mixed how."""
        return self._engine.mix

    def toggle_mute(self, voice: Voice) -> None:
        """Silence one of the two sounds, or let it be heard."""
        self._set(self.mix.with_muted(voice, muted=not self.mix.muted(voice)))

    def toggle_solo(self, voice: Voice) -> None:
        """Hear one of the two sounds alone, or both; a sound that is muted is let be heard."""
        self._set(self.mix.together() if self.mix.solo == voice else self.mix.alone(voice))

    def set_volume(self, voice: Voice, linear: float) -> None:
        """Set the volume of one of the two sounds, 0..1."""
        self._set(self.mix.with_volume(voice, linear))

    def toggle_ducking(self) -> None:
        """Have the music give way to speech, or not."""
        self.set_ducking(replace(self.mix.ducking, on=not self.mix.ducking.on))

    def set_ducking(self, ducking: Ducking) -> None:
        """Set how the music gives way to speech."""
        self._set(replace(self.mix, ducking=ducking))

    def set_level(self, level: LevelMatch) -> None:
        """Set whether tracks are brought to a common loudness, and to which."""
        self._take_level(level)
        keep_level(self._settings, level)

    def open(self) -> None:
        """Open what levels and ducking are set with."""
        self.popover.open_above(self._bar.more)

    def _set(self, mix: Mix) -> None:
        self._take(mix)
        keep_mix(self._settings, mix)

    def _take(self, mix: Mix) -> None:
        self._engine.set_mix(mix)
        self._bar.show_mix(mix)
        self.popover.show_ducking(mix.ducking)
        self._say_of_speech()

    def _say_of_speech(self) -> None:
        speech, wanted = self._engine.speech, self.mix.ducking.on
        self.popover.show_speech(
            speech_words(speech.spans, speech.sentence, looking=speech.looking, wanted=wanted)
        )

    def _take_level(self, level: LevelMatch) -> None:
        self._engine.auditions.set_level(level)
        self.popover.show_level(level)
