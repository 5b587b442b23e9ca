"""The very first start: a welcome in the window, until something was chosen, dropped or put away."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from tivm_desktop.domain.library_status import LibraryState, LibraryStatus
from tivm_desktop.gui.engine import Engine
from tivm_desktop.gui.intake import Intake
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.settings import Settings
from tivm_desktop.gui.wording import counted, short_folder

if TYPE_CHECKING:
    from tivm_desktop.gui.window import MainWindow

WELCOMED = "start/welcomed"
_YES = "yes"
_LOOKED_AT = 200
"""Entries of the music folder that are looked at, at most, to see whether there is anything in it."""
_log = logging.getLogger(__name__)


class WelcomeControl(QObject):
    """Decides whether to welcome, offers the user's music folder, and says what was found in it."""

    def __init__(self, window: "MainWindow", engine: Engine, settings: Settings, *, asked: bool) -> None:
        """Show the welcome where this is the first start.

        Args:
            window: not shown yet.
            engine: behind it.
            settings: remembers that the welcome was seen.
            asked: whether the command line brings something, which is welcome enough.
        """
        super().__init__(window)
        self._window, self._engine, self._settings = window, engine, settings
        empty = window.empty
        empty.choose_wanted.connect(window.ask_for_music)
        empty.folder_taken.connect(lambda folder: engine.take_in([folder]))
        empty.dismissed.connect(self._end)
        empty.demo_wanted.connect(self._note)
        engine.taken_in.connect(self._on_taken_in)
        engine.marshal.library_moved.connect(self._show_found)
        if self._is_first and not asked:
            empty.show_welcome()
            _log.info("welcomed")
            window.tracks.hint.tell(
                tr("Your tracks, ranked"), tr("By how well each fits your video, and why it does.")
            )
            window.usable.connect(self._look_for_music)
        else:
            self._offer_demo()

    @property
    def _is_first(self) -> bool:
        return not self._settings.text(WELCOMED) and not self._settings.music_folders

    def _look_for_music(self) -> None:
        self._engine.aside(standard_music, self._offer)

    def _offer(self, folder: Path | None) -> None:
        if folder is not None and self._window.empty.is_welcoming():
            self._window.empty.welcome.offer_folder(folder)

    def _on_taken_in(self, intake: Intake) -> None:
        if intake.video is not None or intake.music is not None:
            self._end()

    def _end(self) -> None:
        self._note()
        empty = self._window.empty
        if empty.is_welcoming():
            empty.show_start()
            if not self._engine.library.folders:
                self._window.tracks.hint.ask_for_music()

    def _note(self) -> None:
        if not self._settings.text(WELCOMED):
            self._settings.remember(WELCOMED, _YES)
        self._offer_demo()

    def _offer_demo(self) -> None:
        self._window.empty.start.offer_demo(
            offered=not self._engine.library.folders and not self._settings.music_folders
        )

    def _show_found(self, status: LibraryStatus) -> None:
        if not self._window.empty.isVisible():
            return
        self._offer_demo()
        self._window.empty.start.say_found(found_words(status))


def found_words(status: LibraryStatus) -> str:
    """Say what was found of music so far; empty where there is nothing to be said."""
    if not status.folders:
        return ""
    where = short_folder(status.folders[0]) if len(status.folders) == 1 else tr("your music folders")
    tracks = status.listenable
    scanning = status.state is LibraryState.SCANNING
    if not tracks:
        return tr("Looking through {where}…").format(where=where) if scanning else ""
    if scanning:
        return counted(
            tracks,
            tr("Looking through {where}: {count} track so far"),
            tr("Looking through {where}: {count} tracks so far"),
            where=where,
        )
    return counted(tracks, tr("{count} track in {where}"), tr("{count} tracks in {where}"), where=where)


def standard_music() -> Path | None:
    """Return the user's own music folder where it holds anything that could be music. Looks at the disk."""
    import platformdirs

    from tivm_desktop.library.walk import AUDIO_EXTENSIONS

    folder = Path(platformdirs.user_music_dir())
    try:
        for number, entry in enumerate(folder.iterdir()):
            if number >= _LOOKED_AT:
                break
            if not entry.name.startswith(".") and (
                entry.suffix.lower() in AUDIO_EXTENSIONS or entry.is_dir()
            ):
                return folder
    except OSError:
        return None
    return None
