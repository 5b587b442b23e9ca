"""Page "Playback": what sound goes to, how loud tracks are, what decodes the picture."""

from dataclasses import replace

from PySide6.QtWidgets import QSpinBox

from tivm_desktop.domain.level_match import LevelMatch
from tivm_desktop.gui.choice_box import ChoiceBox
from tivm_desktop.gui.controls import push_button
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.mix_settings import LEAST_TARGET_LUFS, MOST_TARGET_LUFS
from tivm_desktop.gui.output_button import LOOK_AGAIN, SILENT, SYSTEM_DEFAULT, missing_words
from tivm_desktop.gui.settings_page import SettingsPage
from tivm_desktop.gui.settings_scope import Scope
from tivm_desktop.gui.settings_values import HARDWARE, is_on, keep_on

_WIDEST_LETTERS = 26


class PlaybackPage(SettingsPage):
    """Device and level belong to the window's own controls: what is changed here is changed there."""

    def __init__(self, scope: Scope) -> None:
        super().__init__(tr("Playback"))
        self._scope = scope
        self._output, self._mix = scope.window.output, scope.window.mix
        self._offered: tuple[str | None, ...] = ()
        self._device, self._target = ChoiceBox(), QSpinBox()
        self._add_sound()
        self._add_levels()
        picture = self.section(tr("Picture"), lambda: self._keep_hardware(on=True))
        self._hardware = picture.check(
            tr("Decode the picture on the graphics card"),
            tr(
                "Where the card can't decode a video, the processor does, without being asked. Switch this "
                "off if pictures look broken. Holds from the next start on."
            ),
        )
        self._hardware.clicked.connect(lambda on: self._keep_hardware(on=on))
        self._show()

    @property
    def _level(self) -> LevelMatch:
        return self._scope.engine.auditions.level

    def shown(self) -> None:
        """Show how things stand."""
        super().shown()
        self._show()

    def _add_sound(self) -> None:
        sound = self.section(tr("Sound"), lambda: self._output.choose(None))
        self._device.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._device.setMinimumContentsLength(_WIDEST_LETTERS)
        sound.row(tr("Sound device"), tr("What picture and music are heard on."), self._device)
        self._now = sound.line(role="caption", tone="faint")
        again = push_button(tr(LOOK_AGAIN), tr(LOOK_AGAIN), "quiet")
        again.clicked.connect(self._output.look_again)
        sound.buttons(again)
        self._device.activated.connect(lambda: self._output.choose(self._device.currentData()))
        self._output.shown.connect(self._show_device)

    def _add_levels(self) -> None:
        level = self.section(tr("Levels"), lambda: self._mix.set_level(LevelMatch()))
        self._match = level.check(
            tr("Match the tracks' levels"),
            tr(
                "Every track is played at the same loudness, so that none is liked for being louder. "
                "The files are not changed."
            ),
        )
        self._target.setRange(round(LEAST_TARGET_LUFS), round(MOST_TARGET_LUFS))
        self._target.setSuffix(" LUFS")
        level.row(
            tr("Loudness that tracks are matched to"),
            tr("What streaming services level video at lies between −14 and −16 LUFS."),
            self._target,
        )
        mix = push_button(tr("Levels and ducking…"), tr("Levels and ducking, in the window"))
        mix.clicked.connect(self._open_mix)
        level.line(
            tr("How the music gives way to speech is set beside the volumes, where it is heard at once."),
            "caption",
        )
        level.buttons(mix)
        self._match.clicked.connect(lambda on: self._mix.set_level(replace(self._level, on=on)))
        self._target.valueChanged.connect(
            lambda value: self._mix.set_level(replace(self._level, target_lufs=float(value)))
        )
        self._scope.engine.auditions.levelled.connect(self._show)

    def _keep_hardware(self, *, on: bool) -> None:
        keep_on(self._scope.settings, HARDWARE, on=on)
        self._show()

    def _open_mix(self) -> None:
        self._scope.window.activateWindow()
        self._mix.open()

    def _show(self) -> None:
        self._match.setChecked(self._level.on)
        self._target.setEnabled(self._level.on)
        self._target.blockSignals(True)
        self._target.setValue(round(self._level.target_lufs))
        self._target.blockSignals(False)
        self._hardware.setChecked(is_on(self._scope.settings, HARDWARE))
        self._show_device()

    def _show_device(self) -> None:
        state = self._scope.engine.state
        self._device.setEnabled(state is not None)
        if state is None:
            self._now.setText(tr("The sound devices are known in a moment."))
            return
        self._now.setText(
            tr("Playing on {device}.").format(device=state.device) if state.device else f"{tr(SILENT)}."
        )
        offered = (state.output, *state.outputs)
        if offered != self._offered:
            self._offered = offered
            self._device.clear()
            self._device.addItem(tr(SYSTEM_DEFAULT), None)
            for name in state.outputs:
                self._device.addItem(name, name)
            if state.output is not None and state.output not in state.outputs:
                self._device.addItem(missing_words(state.output), state.output)
        chosen = 0 if state.output is None else self._device.findData(state.output)
        self._device.setCurrentIndex(chosen)
        self._device.setToolTip(self._device.currentText())
