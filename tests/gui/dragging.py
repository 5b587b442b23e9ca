"""Two programs for a real drag: the window on fakes, and one that takes drops as an editor does.

python -m tests.gui.dragging source FOLDER   tells where the list is, then what was asked of the player
python -m tests.gui.dragging target FOLDER   tells where it is, then what was dropped on it
"""

# ruff: noqa: N802 - Qt names what is overridden

import json
import sys
from itertools import count
from pathlib import Path

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.fakes import FakePlayer, FakeSession, parts, suggestion, track_analysis
from tivm_desktop.bundle import bundled
from tivm_desktop.gui.engine import Engine
from tivm_desktop.gui.icons import Icons
from tivm_desktop.gui.marshal import Marshal
from tivm_desktop.gui.settings import Settings
from tivm_desktop.gui.theme import Themes
from tivm_desktop.gui.window import MainWindow

LOOK_MS = 20


def tell(file: Path, document: object) -> None:
    """Write a document in one step."""
    part = file.with_suffix(".part")
    part.write_text(json.dumps(document))
    part.replace(file)


class Target(QWidget):
    """Takes every drop and tells what it was."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        data = event.mimeData()
        dropped = {
            "formats": data.formats(),
            "uri-list": data.data("text/uri-list").toStdString(),
            "text": data.text(),
            "action": event.dropAction().name,
        }
        tell(self._folder / "dropped.json", dropped)


def target(folder: Path) -> QWidget:
    """Show a window that takes drops, on the right of the screen."""
    widget = Target(folder)
    widget.setGeometry(1160, 100, 200, 400)
    widget.show()
    tell(folder / "target.json", {"at": [1260, 300]})
    return widget


def source(folder: Path) -> QWidget:
    """Show the window on the left of the screen, with one track under the video and another in the list."""
    player, session = FakePlayer(), FakeSession()
    engine = Engine(parts(player, session), Marshal())
    themes = Themes(bundled("resources") / "themes")
    window = MainWindow(
        engine, Settings(folder / "window.ini"), themes, Icons(bundled("resources") / "icons")
    )
    window.setGeometry(20, 60, 1100, 700)
    window.show()
    engine.start()
    video = Path("/v/cut.mp4")
    tracks = (
        suggestion("a", 1, path=folder / "a.wav"),
        suggestion("Zweites Stück & more", 2, path=folder / "ä b#%20.wav"),
    )
    session.analyses |= {track.path: track_analysis() for track in tracks}

    def ranked() -> None:
        engine.marshal.ranked(video, tracks)
        engine.auditions.enter(tracks[0], play=True)

    looks = count()

    def look() -> None:
        view = window.tracks.view
        if window.tracks.model.rowCount() == 2 and player.asked("set_track"):
            row = view.visualRect(window.tracks.model.index(1, 0)).center()
            at = view.viewport().mapToGlobal(QPoint(row.x(), row.y()))
            current = engine.auditions.current
            tell(
                folder / "source.json",
                {
                    "at": [at.x(), at.y()],
                    "tracks": [str(call[0]) for call in player.asked("set_track")],
                    "playing": player.state.playing,
                    "under": str(current.placed.path) if current else "",
                    "looks": next(looks),
                },
            )

    engine.taken_in.connect(lambda: QTimer.singleShot(100, ranked))
    engine.player_ready.connect(lambda: engine.take_in([video]))
    timer = QTimer(window, interval=LOOK_MS)
    timer.timeout.connect(look)
    timer.start()
    return window


def main() -> None:
    """Run until the file `end` appears."""
    application = QApplication(sys.argv[:1])
    folder = Path(sys.argv[2])
    widget = {"source": source, "target": target}[sys.argv[1]](folder)
    end = QTimer(interval=LOOK_MS)
    end.timeout.connect(lambda: widget.close() if (folder / "end").exists() else None)
    end.start()
    application.exec()


if __name__ == "__main__":
    main()
