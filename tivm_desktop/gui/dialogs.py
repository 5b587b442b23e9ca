"""The questions for which the desktop's own dialogs are right. Loaded when they are asked."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from tivm_desktop.gui.language import tr
from tivm_desktop.library.scan import VIDEO_EXTENSIONS


def choose_video(parent: QWidget) -> Path | None:
    """Let the user choose a video; None if they think better of it."""
    patterns = " ".join(f"*{suffix}" for suffix in sorted(VIDEO_EXTENSIONS))
    kinds = tr("Videos ({patterns});;All files (*)").format(patterns=patterns)
    name, _ = QFileDialog.getOpenFileName(parent, tr("Open a video"), "", kinds)
    return Path(name) if name else None


def choose_music_folder(parent: QWidget, start: Path | None) -> Path | None:
    """Let the user choose a folder, beginning at `start`; None if they think better of it."""
    name = QFileDialog.getExistingDirectory(parent, tr("Choose the music folder"), str(start or ""))
    return Path(name) if name else None


def choose_wheels_folder(parent: QWidget) -> Path | None:
    """Let the user choose the folder with the files of GPU support; None if they think better of it."""
    name = QFileDialog.getExistingDirectory(parent, tr("Choose the folder with the files of GPU support"))
    return Path(name) if name else None


def choose_export(parent: QWidget, proposed: Path) -> Path | None:
    """Let the user name a preview; None if they think better of it. Overwriting is confirmed there."""
    kinds = tr("Video (*{suffix})").format(suffix=proposed.suffix)
    title = tr("Export preview: the whole video")
    name, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)
    return Path(name) if name else None
