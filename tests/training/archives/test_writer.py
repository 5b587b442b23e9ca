import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.errors import ArchiveError, CancelledError
from tivm_desktop.training.archives.archive import read_archive
from tivm_desktop.training.archives.writer import ArchiveWriter


def _rows(count: int, width: int, seed: int = 0) -> FloatArray:
    return np.random.default_rng(seed).random((count, width)).astype(np.float32)


@contextmanager
def _disk_that_holds(byte_count: int) -> Iterator[None]:
    """No file of this process may become longer: writing fails as on a full disk."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (byte_count, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_items_are_written_one_after_the_other(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path / "a.npz", {"v": 3}, {"m": 2, "n": 1}, 0.5) as writer:
        for index in range(3):
            video, music = _rows(4 + index, 3, index), _rows(4 + index, 3, index + 9)
            writer.add(f"s{index}", "g", {"v": video}, {"n": music[:, 2:], "m": music[:, :2]})
        assert (writer.items, writer.rows) == (3, 15)
        assert not (tmp_path / "a.npz").exists()
    read = read_archive(tmp_path / "a.npz")
    assert read.lengths.tolist() == [4, 5, 6]
    assert read.rate_hz == 0.5
    np.testing.assert_allclose(read.rows("music", 2), _rows(6, 3, 11), atol=1e-3)


def _write(path: Path, items: int, rows: int, then: type[BaseException] | None = None) -> None:
    with ArchiveWriter(path, {"v": 100}, {"m": 100}, 1.0) as writer:
        for index in range(items):
            writer.add(f"s{index}", "g", {"v": _rows(rows, 100)}, {"m": _rows(rows, 100)})
        if then is not None:
            raise then


@pytest.mark.parametrize("error", [KeyboardInterrupt, CancelledError])
def test_an_interrupted_archive_leaves_nothing(error: type[BaseException], tmp_path: Path) -> None:
    with pytest.raises(error):
        _write(tmp_path / "a.npz", 3, 4, then=error)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the length of files")
@pytest.mark.parametrize("byte_count", [1_000, 250_000], ids=["while adding", "at the end"])
def test_a_full_disk_is_told_and_leaves_nothing(byte_count: int, tmp_path: Path) -> None:
    with (
        _disk_that_holds(byte_count),
        pytest.raises(ArchiveError, match=r"a\.npz can't be written .File too large.; free space"),
    ):
        _write(tmp_path / "a.npz", 4, 250)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("video", "sentence"),
    [
        ({"v": _rows(4, 2)}, r"item s has video columns {'v': 2} where {'v': 3} were promised"),
        ({"w": _rows(4, 3)}, "were promised"),
        ({"v": _rows(4, 3)[:, 0]}, "were promised"),
        ({"v": _rows(5, 3)}, "music column `m` has 4 rows, but `offsets` end at 5"),
        ({"v": _rows(4, 3) * np.nan}, "NaN or infinity in 4 row.* in item s, row 0"),
    ],
)
def test_an_item_that_does_not_fit_is_refused(
    video: dict[str, FloatArray], sentence: str, tmp_path: Path
) -> None:
    writer = ArchiveWriter(tmp_path / "a.npz", {"v": 3}, {"m": 2}, 1.0)
    with pytest.raises(ArchiveError, match=sentence), writer:
        writer.add("s", "g", video, {"m": _rows(4, 2)})
    assert list(tmp_path.iterdir()) == []
