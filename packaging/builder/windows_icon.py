"""The program's icon in the form that Windows wants: one file with all sizes."""

import struct
from pathlib import Path

from builder.icon_set import DRAWINGS, drawn
from PySide6.QtCore import QBuffer, QIODevice

_SIZES = {16: "app-16", 24: "app-24", 32: "app-16", 48: "app", 64: "app", 128: "app", 256: "app"}
_HEAD = struct.Struct("<HHH")
_ENTRY = struct.Struct("<BBBBHHII")


def write_icon(file: Path, drawings: Path = DRAWINGS) -> None:
    """Write an .ico with each size as a PNG, which Windows has read since Vista.

    Args:
        file: where to.
        drawings: the folder with `app.svg` and those for small sizes.

    Raises:
        ValueError: a drawing is no SVG that Qt can render.
        OSError: the file can't be written.
    """
    pictures = {size: _png(drawings / f"{name}.svg", size) for size, name in _SIZES.items()}
    offset = _HEAD.size + _ENTRY.size * len(pictures)
    entries = []
    for size, data in pictures.items():
        entries.append(_ENTRY.pack(size % 256, size % 256, 0, 0, 1, 32, len(data), offset))
        offset += len(data)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"".join([_HEAD.pack(0, 1, len(pictures)), *entries, *pictures.values()]))


def _png(drawing: Path, size: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawn(drawing, size).save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
