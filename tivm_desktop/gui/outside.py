"""Opening pages and folders with the desktop's own programs, only ever after a press of a button."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from tivm_desktop.gui.language import tr


def open_page(address: str, failed: Callable[[str], None]) -> None:
    """Open an address in the browser; `failed` hears a sentence where there is none."""
    if not QDesktopServices.openUrl(QUrl(address)):
        failed(tr("No browser could be started; the page is {address}.").format(address=address))


def open_folder(folder: Path, failed: Callable[[str], None]) -> None:
    """Open a folder in the file manager; `failed` hears a sentence where there is none."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        failed(tr("No file manager could be started; the folder is {folder}.").format(folder=folder))
