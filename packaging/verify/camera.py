"""Saves what is on the screen: `python -m verify.camera FILE`; says how many colours it has."""

import sys

from PySide6.QtGui import QGuiApplication

_STEP = 4


def main() -> None:
    """Save the picture and write the number of its colours to stdout."""
    application = QGuiApplication(sys.argv[:1])
    picture = application.primaryScreen().grabWindow(0).toImage()
    picture.save(sys.argv[1])
    places = [(x, y) for x in range(0, picture.width(), _STEP) for y in range(0, picture.height(), _STEP)]
    sys.stdout.write(f"{len({picture.pixel(x, y) for x, y in places})}\n")


if __name__ == "__main__":
    main()
