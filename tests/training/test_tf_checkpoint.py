"""TensorFlow checkpoints of both formats, written here byte by byte as TensorFlow writes them."""

import struct
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tivm_desktop.domain.errors import PackError
from tivm_desktop.training.backbones.tf_checkpoint import load_checkpoint

Arrays = Mapping[str, NDArray[np.float32]]


@pytest.fixture
def arrays() -> Arrays:
    random = np.random.default_rng(5)
    return {
        "conv/bias": random.normal(size=3).astype(np.float32),
        "conv/kernel": random.normal(size=(2, 3, 1, 4)).astype(np.float32),
        "scalar": np.array(7.0, np.float32),
    }


def varint(value: int) -> bytes:
    out = b""
    while value >= 0x80:
        out += bytes([value & 0x7F | 0x80])
        value >>= 7
    return out + bytes([value])


def number(field: int, value: int) -> bytes:
    return varint(field << 3) + varint(value)


def data(field: int, value: bytes) -> bytes:
    return varint(field << 3 | 2) + varint(len(value)) + value


def shape_of(array: NDArray[np.float32]) -> bytes:
    return b"".join(data(2, number(1, size)) for size in array.shape)


def block(rows: list[tuple[bytes, bytes]]) -> bytes:
    """Rows with shared key prefixes, one restart point, no compression, a checksum nobody reads."""
    out, previous = b"", b""
    for key, value in rows:
        shared = next((i for i, (a, b) in enumerate(zip(key, previous, strict=False)) if a != b), 0)
        out += varint(shared) + varint(len(key) - shared) + varint(len(value)) + key[shared:] + value
        previous = key
    return out + struct.pack("<II", 0, 1)


def table(rows: list[tuple[bytes, bytes]], compression: int = 0) -> bytes:
    content, index = block(rows), b""
    out = content + bytes([compression]) + bytes(4)
    index = block([(rows[-1][0], varint(0) + varint(len(content)))])
    start = len(out)
    out += index + bytes(5)
    footer = varint(0) + varint(0) + varint(start) + varint(len(index))
    return out + footer.ljust(40, b"\0") + struct.pack("<Q", 0xDB4775248B80FB57)


def write_v2(prefix: Path, arrays: Arrays, shard: int = 0) -> None:
    rows, content = [(b"", number(1, 1))], b""
    for name, array in sorted(arrays.items()):
        entry = number(1, 1) + data(2, shape_of(array)) + number(3, shard)
        entry += number(4, len(content)) + number(5, array.nbytes)
        rows.append((name.encode(), entry))
        content += array.tobytes()
    prefix.with_name(prefix.name + ".index").write_bytes(table(rows))
    prefix.with_name(prefix.name + ".data-00000-of-00001").write_bytes(content)


def write_v1(path: Path, arrays: Arrays, compression: int = 0) -> None:
    described = b"".join(
        data(1, data(1, name.encode()) + data(2, shape_of(array)) + number(3, 1))
        for name, array in arrays.items()
    )
    rows = [(b"", data(1, described))]
    for name, array in sorted(arrays.items()):
        saved = data(1, name.encode()) + data(3, number(1, 1) + data(5, array.tobytes()))
        rows.append((b"\0" + name.encode(), data(2, saved)))
    path.write_bytes(table(rows, compression))


def assert_same(found: Arrays, wanted: Arrays) -> None:
    assert set(found) == set(wanted)
    for name, array in wanted.items():
        np.testing.assert_array_equal(found[name], array)


def test_a_v2_checkpoint_is_read_by_prefix_and_by_index(tmp_path: Path, arrays: Arrays) -> None:
    write_v2(tmp_path / "model.ckpt", arrays)

    assert_same(load_checkpoint(tmp_path / "model.ckpt"), arrays)
    assert_same(load_checkpoint(tmp_path / "model.ckpt.index"), arrays)


def test_a_v2_checkpoint_without_a_name_is_read_by_folder(tmp_path: Path, arrays: Arrays) -> None:
    write_v2(tmp_path / "x", arrays)
    (tmp_path / "x.index").rename(tmp_path / ".index")
    (tmp_path / "x.data-00000-of-00001").rename(tmp_path / ".data-00000-of-00001")

    assert_same(load_checkpoint(tmp_path), arrays)


def test_a_v1_checkpoint_is_read(tmp_path: Path, arrays: Arrays) -> None:
    write_v1(tmp_path / "vggish_model.ckpt", arrays)

    assert_same(load_checkpoint(tmp_path / "vggish_model.ckpt"), arrays)


def test_a_missing_checkpoint_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"nothing\.ckpt can't be read"):
        load_checkpoint(tmp_path / "nothing.ckpt")


@pytest.mark.parametrize("content", [b"", b"text", bytes(100)])
def test_other_files_are_no_checkpoints(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.ckpt").write_bytes(content)

    with pytest.raises(PackError, match="closing mark"):
        load_checkpoint(tmp_path / "x.ckpt")


def test_a_cut_checkpoint_is_refused(tmp_path: Path, arrays: Arrays) -> None:
    write_v2(tmp_path / "x.ckpt", arrays)
    shard = tmp_path / "x.ckpt.data-00000-of-00001"
    shard.write_bytes(shard.read_bytes()[:-8])

    with pytest.raises(PackError, match="not a TensorFlow checkpoint"):
        load_checkpoint(tmp_path / "x.ckpt")


def test_compressed_and_sharded_checkpoints_are_refused(tmp_path: Path, arrays: Arrays) -> None:
    write_v1(tmp_path / "compressed", arrays, compression=1)
    write_v2(tmp_path / "sharded", arrays, shard=1)

    with pytest.raises(PackError, match="compressed"):
        load_checkpoint(tmp_path / "compressed")
    with pytest.raises(PackError, match="shards"):
        load_checkpoint(tmp_path / "sharded")
