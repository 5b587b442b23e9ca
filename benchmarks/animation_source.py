"""A second program for the animation: a folder with one clip in it, which can be dragged out."""

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDrag, QFont, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

NAME = "Cuts"
SIZE = (190, 190)


class Folder(QWidget):
    """Shows the clip, and gives it away as soon as the mouse is moved with its button down."""

    def __init__(self, file: Path) -> None:
        super().__init__(None, Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
        self._file = file
        self.setWindowTitle(NAME)
        self.setFixedSize(*SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Paint the folder and the clip in it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#e9ebee"))
        painter.fillRect(0, 0, self.width(), 26, QColor("#d3d7dc"))
        painter.setPen(QColor("#2b2f36"))
        painter.setFont(QFont("Inter", 9))
        painter.drawText(self.rect().adjusted(10, 5, 0, 0), Qt.AlignmentFlag.AlignLeft, NAME)
        painter.drawPixmap(self.width() // 2 - 45, 45, self._icon())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begin the drag."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(self._file))])
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(self._icon())
        drag.setHotSpot(QPoint(45, 30))
        drag.exec(Qt.DropAction.CopyAction)

    def _icon(self) -> QPixmap:
        icon = QPixmap(90, 100)
        icon.fill(Qt.GlobalColor.transparent)
        painter = QPainter(icon)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor("#2f8f73"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(10, 5, 70, 56, 6, 6)
        painter.setBrush(QColor("white"))
        painter.drawPolygon([QPoint(36, 20), QPoint(36, 46), QPoint(58, 33)])
        painter.setPen(QColor("#2b2f36"))
        painter.setFont(QFont("Inter", 9))
        painter.drawText(0, 66, 90, 30, Qt.AlignmentFlag.AlignHCenter, self._file.name)
        painter.end()
        return icon


def main() -> None:
    """Show the folder at the place that the command line names: FILE X Y."""
    application = QApplication(sys.argv[:1])
    folder = Folder(Path(sys.argv[1]))
    folder.move(int(sys.argv[2]), int(sys.argv[3]))
    folder.show()
    application.exec()


if __name__ == "__main__":
    main()
