"""Rows that are there again at the next opening, and a file that no crash spoils."""

import os
import resource
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from tivm_desktop.domain.errors import FileError
from tivm_desktop.library.vectors import VectorTable

WIDTH = 5
HEAD_BYTES = 64
RECORD_BYTES = 48 + 4 + 4 * WIDTH

WRITER = """
import sys, numpy as np
from pathlib import Path
from tivm_desktop.library.vectors import VectorTable
table = VectorTable(Path(sys.argv[1]), "key", 5)
print("open", flush=True)
for place in range(1_000_000):
    table.append([f"track {place}"], np.full((1, 5), place, np.float32))
    print(place, flush=True)
"""


def rows(*values: float) -> np.ndarray:
    return np.repeat(np.array(values, np.float32)[:, None], WIDTH, axis=1)


def opened(folder: Path, key: str = "key", width: int = WIDTH) -> VectorTable:
    return VectorTable(folder, key, width)


def filled(folder: Path, count: int) -> Path:
    """The file of a closed table of that many rows, named `0` and so on."""
    table = opened(folder)
    table.append([str(place) for place in range(count)], rows(*range(count)))
    table.close()
    return next(folder.glob("*.rows"))


@contextmanager
def full_disk(size: int) -> Iterator[None]:
    """No file grows beyond that many bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_rows_are_there_at_the_next_opening(tmp_path: Path) -> None:
    filled(tmp_path / "new" / "folder", 3)
    table = opened(tmp_path / "new" / "folder")
    assert list(table.ids) == ["0", "1", "2"]
    assert np.array_equal(table.rows, rows(0, 1, 2))
    assert (table.row_of("2"), table.row_of("3")) == (2, None)
    assert table.rows_of(["1", "3", "0"]).tolist() == [1, -1, 0]
    table.close()


def test_rows_are_read_only(tmp_path: Path) -> None:
    filled(tmp_path, 1)
    table = opened(tmp_path)
    with pytest.raises(ValueError, match="read-only"):
        table.rows[0, 0] = 1
    table.close()


def test_a_row_is_replaced_where_it_is(tmp_path: Path) -> None:
    filled(tmp_path, 3)
    table = opened(tmp_path)
    seen = table.rows
    table.append(["1", "new"], rows(7, 8))
    assert np.array_equal(seen, rows(0, 7, 2))
    table.close()
    again = opened(tmp_path)
    assert list(again.ids) == ["0", "1", "2", "new"]
    assert np.array_equal(again.rows, rows(0, 7, 2, 8))
    again.close()


def test_the_same_ids_asked_again_are_found_where_they_are_now(tmp_path: Path) -> None:
    table = opened(tmp_path)
    table.append(["a"], rows(1))
    asked = ("a", "b")
    assert table.rows_of(asked).tolist() == [0, -1]
    assert table.rows_of(asked).tolist() == [0, -1]
    table.append(["b"], rows(2))
    assert table.rows_of(asked).tolist() == [0, 1]
    table.close()


def test_of_two_rows_of_one_sound_the_later_stands(tmp_path: Path) -> None:
    table = opened(tmp_path)
    table.append(["a", "a"], rows(1, 2))
    assert np.array_equal(table.rows, rows(2))
    table.close()


def test_the_file_grows_while_earlier_rows_stay_readable(tmp_path: Path) -> None:
    table = opened(tmp_path)
    table.append(["first"], rows(1))
    before = table.rows
    names = [str(place) for place in range(5000)]
    for begin in range(0, 5000, 500):
        table.append(names[begin : begin + 500], rows(*range(begin, begin + 500)))
    assert np.array_equal(before, rows(1))
    assert np.array_equal(table.rows, rows(1, *range(5000)))
    assert len(table) == 5001
    table.close()


@pytest.mark.parametrize("name", ["", "x" * 49])
def test_what_is_no_audio_id_is_refused(tmp_path: Path, name: str) -> None:
    table = opened(tmp_path)
    with pytest.raises(ValueError, match="no audio id"):
        table.append([name], rows(1))
    assert len(table) == 0
    table.close()


def test_another_key_or_width_is_another_table(tmp_path: Path) -> None:
    filled(tmp_path, 3)
    for other in (opened(tmp_path, "other"), opened(tmp_path, width=WIDTH + 1)):
        assert len(other) == 0
        other.close()


def test_only_the_tables_opened_last_are_kept(tmp_path: Path) -> None:
    for place in range(8):
        opened(tmp_path, f"key {place}").close()
        for path in tmp_path.glob("*.rows"):
            os.utime(path, ns=(0, path.stat().st_mtime_ns - 10**9))
    assert len(list(tmp_path.glob("*.rows"))) == 5


@pytest.mark.parametrize("length", [0, 30, HEAD_BYTES, HEAD_BYTES + 10])
def test_a_file_cut_short_is_begun_anew(tmp_path: Path, length: int) -> None:
    path = filled(tmp_path, 3)
    os.truncate(path, length)
    table = opened(tmp_path)
    assert len(table) == 0
    table.append(["a"], rows(4))
    table.close()
    again = opened(tmp_path)
    assert np.array_equal(again.rows, rows(4))
    again.close()


def test_rubbish_is_begun_anew(tmp_path: Path) -> None:
    filled(tmp_path, 3).write_bytes(np.random.default_rng(1).bytes(10_000))
    table = opened(tmp_path)
    assert len(table) == 0
    table.close()


def test_a_row_torn_at_the_end_is_not_there(tmp_path: Path) -> None:
    path = filled(tmp_path, 3)
    os.truncate(path, HEAD_BYTES + 2 * RECORD_BYTES + 60)
    table = opened(tmp_path)
    assert list(table.ids) == ["0", "1"]
    table.close()


@pytest.mark.parametrize("byte", range(0, RECORD_BYTES, 3))
def test_a_damaged_row_is_blank_and_its_place_used_again(tmp_path: Path, byte: int) -> None:
    path = filled(tmp_path, 4)
    with path.open("r+b") as file:
        file.seek(HEAD_BYTES + 1 * RECORD_BYTES + byte)
        old = file.read(1)[0]
        file.seek(-1, os.SEEK_CUR)
        file.write(bytes([old ^ 0x10]))
    table = opened(tmp_path)
    assert list(table.ids) == ["0", "", "2", "3"]
    assert np.isnan(table.rows[1]).all()
    assert table.row_of("1") is None
    table.append(["1", "new"], rows(1, 9))
    table.close()
    again = opened(tmp_path)
    assert list(again.ids) == ["0", "1", "2", "3", "new"]
    assert np.array_equal(again.rows, rows(0, 1, 2, 3, 9))
    again.close()


def test_a_second_one_reads_and_keeps_what_it_adds_to_itself(tmp_path: Path) -> None:
    path = filled(tmp_path, 2)
    first = opened(tmp_path)
    second = opened(tmp_path)
    second.append(["0", *map(str, range(10, 3000))], rows(5, *range(10, 3000)))
    assert np.array_equal(second.rows[:3], rows(5, 1, 10))
    assert np.array_equal(first.rows, rows(0, 1))
    second.close()
    first.append(["2"], rows(2))
    first.close()
    again = opened(tmp_path)
    assert list(again.ids) == ["0", "1", "2"]
    again.close()
    path.unlink()


def test_a_second_one_finds_nothing_in_what_is_no_table(tmp_path: Path) -> None:
    path = filled(tmp_path, 2)
    first = opened(tmp_path)
    path.unlink()
    gone = opened(tmp_path)
    path.write_bytes(b"rubbish")
    spoilt = opened(tmp_path)
    assert (len(gone), len(spoilt)) == (0, 0)
    first.append(["2"], rows(2))
    assert np.array_equal(first.rows, rows(0, 1, 2))
    for table in (first, gone, spoilt):
        table.close()


def test_a_killed_writer_loses_nothing_it_had_appended(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, tmp_path], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "open\n"
        while int(writer.stdout.readline()) < 30:
            pass
        reader = opened(tmp_path)
        assert len(reader) >= 30
        assert np.array_equal(reader.rows[:, 0], np.arange(len(reader)))
        writer.send_signal(signal.SIGKILL)
        last = max((int(line) for line in writer.stdout if line.strip().isdecimal()), default=29)
    table = opened(tmp_path)
    count = len(table)
    assert count >= last
    assert np.array_equal(table.rows[:, 0], np.arange(count))
    table.append(["after"], rows(7))
    table.close()
    reader.close()
    table = opened(tmp_path)
    assert table.row_of("after") == count
    table.close()


def test_threads_may_read_while_one_appends(tmp_path: Path) -> None:
    table = opened(tmp_path)
    wrong: list[int] = []

    def read() -> None:
        while len(table) < 3000:
            found = table.rows
            if not np.array_equal(found[:, 0], np.arange(len(found))):
                wrong.append(len(found))

    reader = threading.Thread(target=read)
    reader.start()
    for place in range(3000):
        table.append([str(place)], rows(place))
    reader.join()
    table.close()
    assert not wrong


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FileError, match="free space on its disk"):
        opened(tmp_path / "file" / "folder")


def test_a_full_disk_is_told_and_what_was_there_stays(tmp_path: Path) -> None:
    filled(tmp_path, 3)
    table = opened(tmp_path)
    with full_disk(HEAD_BYTES + 5 * RECORD_BYTES), pytest.raises(FileError, match="free space on its disk"):
        table.append([str(place) for place in range(3, 5000)], rows(*range(3, 5000)))
    assert np.array_equal(table.rows, rows(0, 1, 2))
    table.append(["3"], rows(3))
    table.close()
    again = opened(tmp_path)
    assert np.array_equal(again.rows[:4], rows(0, 1, 2, 3))
    again.close()


def test_a_disk_too_full_to_mend_a_row_is_told(tmp_path: Path) -> None:
    path = filled(tmp_path, 4)
    content = bytearray(path.read_bytes())
    content[HEAD_BYTES + 2 * RECORD_BYTES] ^= 1
    path.write_bytes(content)
    with full_disk(HEAD_BYTES + RECORD_BYTES), pytest.raises(FileError, match="free space on its disk"):
        opened(tmp_path)
