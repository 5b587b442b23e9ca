"""Protocol-buffer messages field by field, and what is none."""

import struct

import pytest

from tivm_desktop.encoders.protobuf import WireError, fields, read_varint


def read(message: bytes) -> list[tuple[int, int | bytes]]:
    """All fields, views as bytes."""
    return [
        (number, bytes(value) if isinstance(value, memoryview) else value)
        for number, value in fields(memoryview(message))
    ]


def test_fields_come_with_their_numbers_in_order() -> None:
    message = (
        b"\x08\xac\x02"  # field 1, a number: 300
        b"\x11"
        + struct.pack("<Q", 2**40)  # field 2, eight bytes
        + b"\x1a\x03abc"  # field 3, three bytes of any kind
        + b"\x25"
        + struct.pack("<I", 7)  # field 4, four bytes
        + b"\x82\x01\x00"  # field 16, empty
    )

    assert read(message) == [(1, 300), (2, 2**40), (3, b"abc"), (4, 7), (16, b"")]
    assert read(b"") == []


@pytest.mark.parametrize(
    ("message", "said"),
    [
        (b"\x08", "a number is cut short"),
        (b"\x08\x80", "a number is cut short"),
        (b"\x11\x00\x00", "a number is cut short"),
        (b"\x25\x00\x00\x00", "a number is cut short"),
        (b"\x1a\x04abc", "a field is cut short"),
        (b"\x0b", "wire type 3 is not in use"),
        (b"\x0f", "wire type 7 is not in use"),
        (b"\x08" + b"\xff" * 10, "a number is too long"),
    ],
)
def test_what_is_no_message_is_refused(message: bytes, said: str) -> None:
    with pytest.raises(WireError, match=said):
        read(message)


def test_a_number_of_ten_bytes_is_read_and_the_position_behind_it_told() -> None:
    assert read_varint(memoryview(b"\x00" + b"\x80" * 9 + b"\x01\x05"), 1) == (1 << 63, 11)
