"""Opening pages and folders with the desktop's own programs, only ever after a press of a button."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_page(address: str, failed: Callable[[str], None]) -> None:
    """Open an address in the browser; `failed` hears a sentence where there is none."""
    if not QDesktopServices.openUrl(QUrl(address)):
        failed(f"No browser could be started; the page is {address}.")


def open_folder(folder: Path, failed: Callable[[str], None]) -> None:
    """Open a folder in the file manager; `failed` hears a sentence where there is none."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        failed(f"No file manager could be started; the folder is {folder}.")
