"""A second program: a small window from which the file named on the command line can be dragged."""

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

NAME = "drag source"
ACCEPTED = "accepted"


class Source(QLabel):
    """Starts a drag of one file as soon as the mouse is moved with its button down."""

    def __init__(self, file: Path) -> None:
        super().__init__(file.name)
        self._file = file
        self.setWindowTitle(NAME)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(self._file))])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.actionChanged.connect(self._tell)
        drag.exec(Qt.DropAction.CopyAction)

    def _tell(self, action: Qt.DropAction) -> None:
        """Say on stdout that the other side takes the file; a button let go before that drops nothing."""
        if action == Qt.DropAction.CopyAction:
            sys.stdout.write(ACCEPTED + "\n")
            sys.stdout.flush()


def main() -> None:
    application = QApplication(sys.argv[:1])
    source = Source(Path(sys.argv[1]))
    source.resize(160, 120)
    source.show()
    application.exec()


if __name__ == "__main__":
    main()
