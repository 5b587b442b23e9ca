"""The questions for which the desktop's own dialogs are right. Loaded when they are asked."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from tivm_desktop.gui.intake import VIDEO_SUFFIXES


def choose_video(parent: QWidget) -> Path | None:
    """Let the user choose a video; None if they think better of it."""
    patterns = " ".join(f"*{suffix}" for suffix in sorted(VIDEO_SUFFIXES))
    name, _ = QFileDialog.getOpenFileName(parent, "Open a video", "", f"Videos ({patterns});;All files (*)")
    return Path(name) if name else None


def choose_music_folder(parent: QWidget, start: Path | None) -> Path | None:
    """Let the user choose a folder, beginning at `start`; None if they think better of it."""
    name = QFileDialog.getExistingDirectory(parent, "Choose the music folder", str(start or ""))
    return Path(name) if name else None


def choose_wheels_folder(parent: QWidget) -> Path | None:
    """Let the user choose the folder with the files of GPU support; None if they think better of it."""
    name = QFileDialog.getExistingDirectory(parent, "Choose the folder with the files of GPU support")
    return Path(name) if name else None


def choose_export(parent: QWidget, proposed: Path) -> Path | None:
    """Let the user name a preview; None if they think better of it. Overwriting is confirmed there."""
    suffix = proposed.suffix
    name, _ = QFileDialog.getSaveFileName(
        parent, "Export preview: the whole video", str(proposed), f"Video (*{suffix})"
    )
    return Path(name) if name else None
