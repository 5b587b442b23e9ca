"""Tracks as other programs take them: by drag, and from the clipboard."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl

_GNOME = "x-special/gnome-copied-files"


def files_data(paths: Iterable[Path]) -> QMimeData:
    """Return files as a drag carries them: as URLs for editors, as paths for text fields."""
    listed = list(paths)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in listed])
    data.setText("\n".join(str(path) for path in listed))
    return data


def copied_file(path: Path) -> QMimeData:
    """Return a file as the clipboard holds it: the file managers of GNOME, Xfce and others say "copy" too."""
    data = files_data([path])
    url = bytes(QUrl.fromLocalFile(str(path)).toEncoded().data())
    data.setData(_GNOME, b"copy\n" + url)
    return data
