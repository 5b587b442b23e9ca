"""The data of ICU, of which Qt uses a third: how to sort, the encodings of old systems, calendars.

Qt's core asks ICU for nothing but these (`nm --dynamic libQt6Core.so.6`), and no other library of Qt asks it:
names of countries, languages, currencies and units, spelt numbers, transliteration, line breaks lie idle.
"""

import re
import struct
import subprocess
import tempfile
from pathlib import Path

_IDLE = ("brkitr", "curr", "lang", "rbnf", "region", "translit", "unit", "zone")
_BASIC = ("en.res", "pool.res", "res_index.res", "root.res", "tzdbNames.res")
"""Kept in each folder, so that whoever asks for a language that is gone gets these."""
_SYMBOL = re.compile(r"^([0-9a-f]+) ([0-9a-f]+) R (icudt\d+_dat)$", re.M)
_MAGIC = b"\xda\x27"
_ALIGNED = 16
_SOURCE = """
.section .rodata
.balign 16
.globl {symbol}
.type {symbol}, @object
.size {symbol}, {size}
{symbol}:
.incbin "data"
.section .note.GNU-stack, "", @progbits
"""


def slim(library: Path) -> int:
    """Take what lies idle out of `libicudata.so.*` and return how many bytes were won.

    Raises:
        ValueError: it is no library with ICU's data as Qt's are.
        OSError: binutils are missing, or the file can't be written.
        subprocess.CalledProcessError: binutils failed, and said why.
    """
    symbol, data = _data(library)
    less = slimmed(data)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "data").write_bytes(less)
        (Path(folder) / "data.s").write_text(_SOURCE.format(symbol=symbol, size=len(less)))
        for command in (
            ["as", "-o", "data.o", "data.s"],
            ["ld", "-shared", "-z", "noseparate-code", "-soname", library.name, "-o", "linked", "data.o"],
        ):
            subprocess.run(command, cwd=folder, check=True)
        before = library.stat().st_size
        library.write_bytes((Path(folder) / "linked").read_bytes())
    return before - library.stat().st_size


def slimmed(data: bytes) -> bytes:
    """Return ICU's common data without what lies idle.

    Its layout: a header, the number of items, for each where its name and its bytes begin, counted from that
    number on; then names and bytes, in the order of the names.

    Raises:
        ValueError: it is no such data.
    """
    (header,) = struct.unpack_from("<H", data)
    if data[2:4] != _MAGIC or data[12:16] != b"CmnD":
        raise ValueError("This is not the common data of ICU.")
    table = data[header:]
    (count,) = struct.unpack_from("<I", table)
    places = [struct.unpack_from("<II", table, 4 + 8 * index) for index in range(count)]
    ends = [begin for _, begin in places[1:]] + [len(table)]
    kept = []
    for (at, begin), end in zip(places, ends, strict=True):
        name = table[at : table.index(b"\0", at) + 1]
        if _is_used(name[:-1].decode()):
            kept.append((name, table[begin:end]))
    return data[:header] + _table(kept, header)


def _is_used(name: str) -> bool:
    _, folder, file = ("", *name.split("/"))[-3:]
    return folder not in _IDLE or file in _BASIC


def _table(items: list[tuple[bytes, bytes]], header: int) -> bytes:
    names = b"".join(name for name, _ in items)
    name_at = 4 + 8 * len(items)
    begin = _up(header + name_at + len(names)) - header
    entries, body = [struct.pack("<I", len(items))], bytearray()
    for name, content in items:
        entries.append(struct.pack("<II", name_at, begin + len(body)))
        name_at += len(name)
        body += content + bytes(_up(len(content)) - len(content))
    head = b"".join(entries) + names
    return head + bytes(begin - len(head)) + bytes(body)


def _up(size: int) -> int:
    return -(-size // _ALIGNED) * _ALIGNED


def _data(library: Path) -> tuple[str, bytes]:
    told = subprocess.run(["nm", "-D", "-S", library], capture_output=True, text=True, check=True).stdout
    match = _SYMBOL.search(told)
    if match is None:
        raise ValueError(f"{library} holds no data of ICU.")
    begin, size = int(match[1], 16), int(match[2], 16)
    return match[3], library.read_bytes()[begin : begin + size]
