"""What the window's controls have at hand."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from tivm_desktop.gui.engine import Engine
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.message_bar import MessageBar
from tivm_desktop.gui.settings import Settings
from tivm_desktop.gui.shortcuts import Shortcuts
from tivm_desktop.gui.status_bar import StatusBar
from tivm_desktop.gui.theme import Themes


@dataclass(frozen=True, slots=True)
class Desk:
    """Handed to every control beside the widgets that it joins to the engine."""

    engine: Engine
    """Does the work, answers in signals and tells problems."""
    settings: Settings
    """Remember what was chosen."""
    shortcuts: Shortcuts
    """The window's keys."""
    status: StatusBar
    """Says what happens now."""
    message: MessageBar
    """Says what has to be read, and offers to undo."""
    icons: Icons
    themes: Themes
    window: QWidget
    """Owns the controls, and what they open."""
