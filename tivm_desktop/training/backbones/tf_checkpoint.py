"""TensorFlow checkpoints read with numpy alone: nothing is unpickled and TensorFlow is not needed.

Two formats are read, both LevelDB-style tables of protocol-buffer messages without compression:
V2 (`prefix.index` with `BundleEntryProto` rows beside `prefix.data-00000-of-00001`) and the older V1 (one
file with `SavedTensorSlices` rows). Field numbers are those of `tensor_bundle.proto`,
`saved_tensor_slice.proto`, `tensor.proto` and `tensor_shape.proto` of TensorFlow.
"""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.errors import PackError
from tivm_desktop.encoders.protobuf import fields, read_varint

Variables = dict[str, NDArray[Any]]

_TABLE_MAGIC = 0xDB4775248B80FB57
_FOOTER_BYTES = 48
_DTYPES: dict[int, type[np.generic]] = {
    1: np.float32,
    2: np.float64,
    3: np.int32,
    9: np.int64,
    19: np.float16,
}


class _DamagedError(Exception):
    """The bytes are not what the format says."""


def load_checkpoint(path: Path) -> Variables:
    """Return every variable of a checkpoint as `{name: array}`.

    Args:
        path: a V1 checkpoint file; or a V2 checkpoint's `.index` file, or its prefix (`model.ckpt` for
            `model.ckpt.index`; a folder for the files `.index` and `.data-00000-of-00001` in it).

    Raises:
        PackError: the file is missing, damaged, compressed or sharded.
    """
    index = path if path.suffix == ".index" or path.name == ".index" else _index_of(path)
    try:
        if index is None:
            return _load_v1(path.read_bytes())
        shard = index.with_name(index.name.removesuffix(".index") + ".data-00000-of-00001")
        return _load_v2(index.read_bytes(), shard.read_bytes())
    except OSError as error:
        raise PackError(
            path,
            f"The checkpoint {path} can't be read ({error.strerror or error}); give the path of a"
            " whole checkpoint.",
        ) from error
    except (_DamagedError, IndexError, KeyError, ValueError, struct.error) as error:
        raise PackError(
            path, f"{path} is not a TensorFlow checkpoint that can be read here ({error}); download it again."
        ) from error


def _index_of(prefix: Path) -> Path | None:
    if prefix.is_dir():
        return prefix / ".index"
    index = prefix.with_name(prefix.name + ".index")
    return index if index.exists() else None


def _load_v2(index: bytes, shard: bytes) -> Variables:
    variables: Variables = {}
    for key, value in _table_rows(index):
        if not key:
            continue
        entry = _message(value)
        if entry.get(3, [0])[0]:
            raise _DamagedError("it is spread over several shards")
        shape = _shape(entry[2][0]) if 2 in entry else ()
        start, size = entry.get(4, [0])[0], entry[5][0]
        raw = shard[start : start + size]
        variables[key.decode()] = np.frombuffer(raw, _DTYPES[entry[1][0]]).reshape(shape).copy()
    return variables


def _load_v1(table: bytes) -> Variables:
    shapes: dict[str, tuple[int, ...]] = {}
    variables: Variables = {}
    for key, value in _table_rows(table):
        row = _message(value)
        if not key:
            for tensor in _message(row[1][0]).get(1, []):
                fields = _message(tensor)
                shapes[fields[1][0].decode()] = _shape(fields[2][0]) if 2 in fields else ()
            continue
        saved = _message(row[2][0])
        name = saved[1][0].decode()
        if name in variables:
            raise _DamagedError(f"{name} is cut into several slices")
        tensor = _message(saved[3][0])
        if tensor.get(1, [1])[0] != 1:
            continue
        variables[name] = _float_values(tensor).reshape(shapes[name])
    return variables


def _float_values(tensor: dict[int, list[Any]]) -> NDArray[np.float32]:
    """`float_val` (field 5), packed or one by one, or `tensor_content` (field 4) of a TensorProto."""
    if 4 in tensor:
        return np.frombuffer(tensor[4][0], "<f4").astype(np.float32)
    raw = b"".join(part if isinstance(part, bytes) else struct.pack("<I", part) for part in tensor[5])
    return np.frombuffer(raw, "<f4").astype(np.float32)


def _shape(message: bytes) -> tuple[int, ...]:
    return tuple(_message(dimension).get(1, [0])[0] for dimension in _message(message).get(2, []))


def _table_rows(table: bytes) -> Iterator[tuple[bytes, bytes]]:
    footer = memoryview(table)[-_FOOTER_BYTES:]
    if len(footer) < _FOOTER_BYTES or struct.unpack("<Q", footer[-8:])[0] != _TABLE_MAGIC:
        raise _DamagedError("its closing mark is missing")
    _, position = read_varint(footer, 0)
    _, position = read_varint(footer, position)
    offset, position = read_varint(footer, position)
    size, _ = read_varint(footer, position)
    for _, entry in _block_rows(table, offset, size):
        handle = memoryview(entry)
        block_offset, position = read_varint(handle, 0)
        block_size, _ = read_varint(handle, position)
        yield from _block_rows(table, block_offset, block_size)


def _block_rows(table: bytes, offset: int, size: int) -> Iterator[tuple[bytes, bytes]]:
    if table[offset + size] != 0:
        raise _DamagedError("its table is compressed")
    block = memoryview(table)[offset : offset + size]
    restarts = struct.unpack("<I", block[-4:])[0]
    end, position, key = len(block) - 4 * (restarts + 1), 0, b""
    while position < end:
        shared, position = read_varint(block, position)
        unshared, position = read_varint(block, position)
        length, position = read_varint(block, position)
        key = key[:shared] + bytes(block[position : position + unshared])
        position += unshared
        yield key, bytes(block[position : position + length])
        position += length


def _message(data: bytes) -> dict[int, list[Any]]:
    """A protocol-buffer message without its schema: field number to raw values."""
    found: dict[int, list[Any]] = {}
    for number, value in fields(memoryview(data)):
        found.setdefault(number, []).append(value if isinstance(value, int) else bytes(value))
    return found
