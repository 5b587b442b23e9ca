"""The barest window of the same build, which the program's start is measured against; not shipped.

Writes the moment from which it can be used, seconds since 1970, and closes.
"""

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class Bare(QMainWindow):
    """A window of the program's size with nothing in it."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Be painted, and say so as soon as the event loop is free."""
        super().paintEvent(event)
        QTimer.singleShot(0, self._done)

    def _done(self) -> None:
        sys.stdout.write(f"{time.time():.6f}\n")
        sys.stdout.flush()
        self.close()


def main() -> None:
    """Open it."""
    application = QApplication(sys.argv[:1])
    window = Bare()
    window.resize(1360, 840)
    window.show()
    application.exec()


if __name__ == "__main__":
    main()
