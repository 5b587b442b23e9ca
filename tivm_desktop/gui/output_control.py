"""The sound device: chosen in the status bar, played on by the engine, remembered for the next start."""

from PySide6.QtCore import QObject, Signal

from tivm_desktop.gui.controls import stands_for
from tivm_desktop.gui.desk import Desk
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.output_button import OutputButton
from tivm_desktop.gui.player_protocol import AuditionState

_KEY = "playback/output"
_COMMAND = "output.choose"


class OutputControl(QObject):
    """Joins the button, the engine and the settings."""

    shown = Signal(object)
    """`AuditionState`: the device in use, the chosen one, or what there is to choose from is another."""

    def __init__(self, desk: Desk, button: OutputButton) -> None:
        super().__init__(desk.window)
        self._engine = engine = desk.engine
        self._button = button
        self._settings = desk.settings
        self._shown: tuple[str | None, ...] | None = None
        engine.player_ready.connect(self._restore)
        engine.state_changed.connect(self._show)
        button.chosen.connect(self.choose)
        button.look_again.connect(self.look_again)
        says = tr("Choose the sound device")
        desk.shortcuts.add(_COMMAND, "Window", says, "Ctrl+Shift+D", button.open_menu)
        stands_for(button, _COMMAND)

    def choose(self, name: str | None) -> None:
        """Play on the device of that name, and keep that; None follows the system's default."""
        self._settings.remember(_KEY, name or "")
        self._engine.with_player(lambda player: player.set_output(name))

    def look_again(self) -> None:
        """Find out anew which devices there are."""
        self._engine.with_player(lambda player: player.set_output(player.state.output))

    def _restore(self) -> None:
        name = self._settings.text(_KEY)
        if name:
            self._engine.with_player(lambda player: player.set_output(name))

    def _show(self, state: AuditionState) -> None:
        shown = (state.device, state.output, *state.outputs)
        if shown == self._shown:
            return
        self._shown = shown
        self._button.offer(state.output, state.outputs)
        self._button.show_device(state.device)
        self._button.show()
        self.shown.emit(state)
