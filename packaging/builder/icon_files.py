"""The program's icon in the forms that Windows and macOS want: one file with all sizes."""

import struct
from pathlib import Path

from builder.icon_set import DRAWINGS, drawn
from PySide6.QtCore import QBuffer, QIODevice

_ICO_SIZES = {16: "app-16", 24: "app-24", 32: "app-16", 48: "app", 64: "app", 128: "app", 256: "app"}
_ICO_HEAD = struct.Struct("<HHH")
_ICO_ENTRY = struct.Struct("<BBBBHHII")
_ICNS_SIZES = {
    b"ic11": 32,
    b"ic12": 64,
    b"ic07": 128,
    b"ic13": 256,
    b"ic08": 256,
    b"ic14": 512,
    b"ic09": 512,
    b"ic10": 1024,
}
"""Apple's names of sizes -> pixels; the ones beyond 10 are for screens with two pixels in a point."""
_ICNS_HEAD = struct.Struct(">4sI")


def write_ico(file: Path, drawings: Path = DRAWINGS) -> None:
    """Write Windows' form: each size as a PNG, which Windows has read since Vista.

    Args:
        file: where to.
        drawings: the folder with `app.svg` and those for small sizes.

    Raises:
        ValueError: a drawing is no SVG that Qt can render.
        OSError: the file can't be written.
    """
    pictures = {size: _png(drawings / f"{name}.svg", size) for size, name in _ICO_SIZES.items()}
    offset = _ICO_HEAD.size + _ICO_ENTRY.size * len(pictures)
    entries = []
    for size, data in pictures.items():
        entries.append(_ICO_ENTRY.pack(size % 256, size % 256, 0, 0, 1, 32, len(data), offset))
        offset += len(data)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"".join([_ICO_HEAD.pack(0, 1, len(pictures)), *entries, *pictures.values()]))


def write_icns(file: Path, drawings: Path = DRAWINGS) -> None:
    """Write macOS' form, with PNGs too; see `write_ico`."""
    blocks = []
    for name, size in _ICNS_SIZES.items():
        data = _png(drawings / "app.svg", size)
        blocks.append(_ICNS_HEAD.pack(name, _ICNS_HEAD.size + len(data)) + data)
    whole = b"".join(blocks)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(_ICNS_HEAD.pack(b"icns", _ICNS_HEAD.size + len(whole)) + whole)


def _png(drawing: Path, size: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawn(drawing, size).save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
