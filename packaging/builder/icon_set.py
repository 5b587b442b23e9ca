"""The program's icon in all sizes that desktops look for, drawn by Qt's own SVG renderer."""

import shutil
from pathlib import Path

from builder.program import NAME
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWINGS = Path(__file__).resolve().parents[2] / "resources" / "icons"
SIZES = {16: "app-16", 22: "app-22", 24: "app-24", 32: "app-16"} | dict.fromkeys(
    (48, 64, 96, 128, 256, 512), "app"
)
"""Width in pixels -> the drawing that is sharp at it: small ones lie on their own grid of pixels."""


def write_icons(hicolor: Path, drawings: Path = DRAWINGS) -> list[Path]:
    """Write the icon into an icon theme.

    Args:
        hicolor: the theme's folder, such as `share/icons/hicolor`; what is missing is made.
        drawings: the folder with `app.svg` and those for small sizes.

    Returns:
        The files written.

    Raises:
        ValueError: a drawing is no SVG that Qt can render.
        OSError: a file can't be written.
    """
    written = []
    for size, drawing in SIZES.items():
        file = hicolor / f"{size}x{size}" / "apps" / f"{NAME}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        if not drawn(drawings / f"{drawing}.svg", size).save(str(file), "PNG"):  # type: ignore[call-overload]
            raise OSError(f"{file} can't be written.")
        written.append(file)
    scalable = hicolor / "scalable" / "apps" / f"{NAME}.svg"
    scalable.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(drawings / "app.svg", scalable)
    return [*written, scalable]


def drawn(drawing: Path, size: int) -> QImage:
    """Return a drawing as a picture, `size` pixels wide and high, with transparency.

    Raises:
        ValueError: it is no SVG that Qt can render.
    """
    renderer = QSvgRenderer(str(drawing))
    if not renderer.isValid():
        raise ValueError(f"{drawing} is no SVG that can be drawn.")
    picture = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(0)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture
