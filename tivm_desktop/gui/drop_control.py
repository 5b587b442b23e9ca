"""Files dragged onto the window: said what a drop would do, and taken in."""

# ruff: noqa: N802 - Qt names what is overridden

import logging
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from tivm_desktop.gui.drop_overlay import DropOverlay
from tivm_desktop.gui.engine import Engine
from tivm_desktop.gui.intake import promise
from tivm_desktop.gui.language import tr

_log = logging.getLogger(__name__)


class DropControl(QObject):
    """Veils the window while something is dragged over it; what is dropped goes to the engine."""

    dropped = Signal()
    """Files were dropped and are being taken in."""
    refused = Signal(str)
    """What was dropped can't be taken in: a sentence."""

    def __init__(self, engine: Engine, overlay: DropOverlay, window: QWidget) -> None:
        super().__init__(window)
        self._engine = engine
        self._overlay = overlay
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle what the window hears of drags; everything else goes on."""
        if isinstance(event, QDragEnterEvent):
            self._enter(event)
        elif event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self._drop(event)
        elif event.type() == QEvent.Type.DragLeave:
            self._overlay.hide()
        elif event.type() == QEvent.Type.Resize:
            self._overlay.setGeometry(self._window.rect())
            return False
        else:
            return super().eventFilter(watched, event)
        return True

    def _enter(self, event: QDragEnterEvent) -> None:
        if event.source() is not None:
            event.ignore()
            return
        paths = _local_paths(event.mimeData())
        will = promise(paths) if paths else tr("Only files of this computer can be dropped here")
        _log.info("dragged over: %s", will)
        self._overlay.show_over(will)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def _drop(self, event: QDropEvent) -> None:
        self._overlay.hide()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        paths = _local_paths(event.mimeData())
        if paths:
            self.dropped.emit()
            self._engine.take_in(paths)
        else:
            self.refused.emit(
                tr(
                    "What was dropped is not a file of this computer: "
                    "save it to a folder and drop it from there."
                )
            )


def _local_paths(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
