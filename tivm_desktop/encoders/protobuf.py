"""Protocol-buffer messages read field by field without their schema, as far as checking files needs it."""

import struct
from collections.abc import Iterator


class WireError(ValueError):
    """The bytes are not a protocol-buffer message."""


def fields(message: memoryview) -> Iterator[tuple[int, int | memoryview]]:
    """Yield (field number, value) in file order; length-delimited values come as views, numbers as integers.

    Raises:
        WireError: the message is cut short or has a wire type that is not in use.
    """
    position = 0
    while position < len(message):
        tag, position = read_varint(message, position)
        value: int | memoryview
        match tag & 7:
            case 0:
                value, position = read_varint(message, position)
            case 1:
                value, position = _fixed("<Q", message, position)
            case 2:
                length, position = read_varint(message, position)
                if position + length > len(message):
                    raise WireError("a field is cut short")
                value, position = message[position : position + length], position + length
            case 5:
                value, position = _fixed("<I", message, position)
            case wire:
                raise WireError(f"wire type {wire} is not in use")
        yield tag >> 3, value


def read_varint(data: memoryview, position: int) -> tuple[int, int]:
    """Return the variable-length integer at `position` and the position behind it.

    Raises:
        WireError: the data end within it, or it has more than 64 bits.
    """
    value = 0
    for shift in range(0, 70, 7):
        if position >= len(data):
            raise WireError("a number is cut short")
        byte = data[position]
        position += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, position
    raise WireError("a number is too long")


def _fixed(layout: str, data: memoryview, position: int) -> tuple[int, int]:
    try:
        (value,) = struct.unpack_from(layout, data, position)
    except struct.error as error:
        raise WireError("a number is cut short") from error
    return int(value), position + struct.calcsize(layout)
