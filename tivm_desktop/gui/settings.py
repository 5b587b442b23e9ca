"""What the window remembers from one start to the next, in one INI file of the profile."""

import json
import math
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings


class Settings:
    """Remembers the music folders, the theme, the volumes and where everything stood.

    Args:
        file: the INI file; made when something is first remembered.
    """

    def __init__(self, file: Path) -> None:
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def music_folders(self) -> tuple[Path, ...]:
        """The folders whose music was ranked last."""
        try:
            kept = json.loads(self._text("music/folders") or "[]")
        except ValueError:
            kept = []
        folders = [text for text in kept if isinstance(text, str)] if isinstance(kept, list) else []
        single = self._text("music/folder")
        return tuple(Path(text) for text in folders or ([single] if single else []))

    def remember_music_folders(self, folders: Sequence[Path]) -> None:
        """Keep `folders` for the next start."""
        self._store.setValue("music/folders", json.dumps([str(folder) for folder in folders]))
        self._store.remove("music/folder")

    @property
    def theme(self) -> str:
        """The theme chosen in the window; empty where none was."""
        return self._text("window/theme")

    def remember_theme(self, name: str) -> None:
        """Keep the theme for the next start."""
        self._store.setValue("window/theme", name)

    def volume(self, which: str) -> float:
        """Return a volume, 0..1 linear; 1 where none was set. `which` is "original" or "music"."""
        try:
            kept = float(self._text(f"volume/{which}") or 1.0)
        except ValueError:
            kept = 1.0
        return min(max(kept, 0.0), 1.0) if math.isfinite(kept) else 1.0

    def remember_volume(self, which: str, linear: float) -> None:
        """Keep a volume for the next start."""
        self._store.setValue(f"volume/{which}", f"{linear:.4f}")

    def layout(self, of: str) -> QByteArray | None:
        """Return where `of` (window or splitter) stood, in Qt's own form."""
        value = self._store.value(f"layout/{of}")
        return value if isinstance(value, QByteArray) and not value.isEmpty() else None

    def remember_layout(self, of: str, state: QByteArray) -> None:
        """Keep where `of` stands for the next start."""
        self._store.setValue(f"layout/{of}", state)

    def text(self, key: str) -> str:
        """Return what was kept as `key` ("group/name"); empty where nothing was, or it was spoilt."""
        return self._text(key)

    def remember(self, key: str, text: str) -> None:
        """Keep `text` as `key` ("group/name") for the next start."""
        self._store.setValue(key, text)

    def flush(self) -> None:
        """Write what was remembered to the file."""
        self._store.sync()

    def _text(self, key: str) -> str:
        value = self._store.value(key, "")
        return value if isinstance(value, str) else ""
