"""What the pages of the settings window work on: the one owner of each setting is reached through here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tivm_desktop.bundle import Build
    from tivm_desktop.gui.engine import Engine
    from tivm_desktop.gui.icons import Icons
    from tivm_desktop.gui.settings import Settings
    from tivm_desktop.gui.theme import Themes
    from tivm_desktop.gui.update_control import UpdateControl
    from tivm_desktop.gui.window import MainWindow
    from tivm_desktop.library.profile import Profile


@dataclass(frozen=True, slots=True)
class Scope:
    """The parts of the program that settings are about."""

    window: "MainWindow"
    engine: "Engine"
    settings: "Settings"
    themes: "Themes"
    icons: "Icons"
    profile: "Profile"
    build: Callable[[], "Build"]
    """Says which build this is."""
    provider: Callable[[], str]
    """Name of the execution provider that computes; empty while none does."""
    pack: Callable[[], str]
    """Name and version of the pack in use; empty before there is one."""
    updates: "Callable[[], UpdateControl]"
    """Makes what looks for updates, once."""
    open_page: Callable[[str], None]
    """Shows a page by its name."""
