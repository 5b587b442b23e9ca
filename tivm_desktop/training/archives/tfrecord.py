"""TFRecord files: one checked record after the other.

The checksums are google-crc32c's; what else there is to a file is sixteen bytes a record (ADR 0070).
"""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

import google_crc32c

from tivm_desktop.domain.errors import ArchiveError

_MASK_DELTA: Final = 0xA282EAD8
_HEADER_BYTES: Final = 12
_FOOTER_BYTES: Final = 4

RECORD_OVERHEAD_BYTES: Final = _HEADER_BYTES + _FOOTER_BYTES
"""What a record takes in a file beyond its data."""


def masked_crc32c(data: bytes) -> int:
    """Checksum of TFRecord: CRC-32C, turned right by 15 bits, plus a constant, modulo 2^32.

    Source: TensorFlow's documentation of the TFRecord format (`masked_crc = ((crc >> 15) | (crc << 17)) +
    0xa282ead8ul`).
    """
    crc = int(google_crc32c.value(data))
    return (((crc >> 15) | (crc << 17)) + _MASK_DELTA) & 0xFFFFFFFF


def read_records(path: Path) -> Iterator[bytes]:
    """Yield the records of a file in order, one in memory at a time.

    A record is its length (uint64, little endian), the masked CRC-32C of the length (uint32), its bytes, and
    their masked CRC-32C. Nothing of a record is yielded before both of its checksums were found right.

    Raises:
        ArchiveError: the file can't be read, is cut short, or a record's checksum is wrong; file and record
            are named.
    """
    try:
        with path.open("rb") as file:
            size = path.stat().st_size
            number = 0
            while file.tell() < size:
                yield _record(file, path, number, size)
                number += 1
    except OSError as error:
        raise ArchiveError(
            path, f"{path} can't be read ({error.strerror or error}); check the path and the disk."
        ) from error


def _record(file: BinaryIO, path: Path, number: int, size: int) -> bytes:
    header = file.read(_HEADER_BYTES)
    if len(header) < _HEADER_BYTES:
        raise _cut_short(path, number)
    length, checksum = struct.unpack("<QI", header)
    if masked_crc32c(header[:8]) != checksum:
        raise _damaged(path, number, "length")
    if length + _FOOTER_BYTES > size - file.tell():
        raise _cut_short(path, number)
    data = file.read(length)
    if masked_crc32c(data) != struct.unpack("<I", file.read(_FOOTER_BYTES))[0]:
        raise _damaged(path, number, "data")
    return data


def _cut_short(path: Path, number: int) -> ArchiveError:
    return ArchiveError(path, f"{path} is cut short in record {number}; download it again.")


def _damaged(path: Path, number: int, part: str) -> ArchiveError:
    return ArchiveError(
        path,
        f"{path} is damaged or no TFRecord file: the checksum of the {part} of record {number} is wrong; "
        "download it again.",
    )
