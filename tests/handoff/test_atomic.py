"""A file is whole or not there."""

import errno
from pathlib import Path

import pytest

from tivm_desktop.domain.errors import ExportError
from tivm_desktop.handoff.atomic import new_file
from tivm_desktop.handoff.errors import export_error


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_published_file_has_its_name_and_all_its_bytes(tmp_path: Path) -> None:
    with new_file(tmp_path / "a.mp4", replace=False) as made:
        made.stream.write(b"whole")
        assert names(tmp_path) != ["a.mp4"]
        made.publish()
    assert names(tmp_path) == ["a.mp4"]
    assert made.path == tmp_path / "a.mp4"
    assert made.path.read_bytes() == b"whole"


def test_what_is_not_published_is_gone(tmp_path: Path) -> None:
    with new_file(tmp_path / "a.mp4", replace=False) as made:
        made.stream.write(b"half")
    assert names(tmp_path) == []


def test_an_error_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> None:
        with new_file(tmp_path / "a.mp4", replace=False) as made:
            made.stream.write(b"half")
            raise KeyError

    with pytest.raises(KeyError):
        broken()
    assert names(tmp_path) == []


def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    (tmp_path / "a.mp4").write_bytes(b"theirs")
    (tmp_path / "a 2.mp4").write_bytes(b"theirs too")
    with new_file(tmp_path / "a.mp4", replace=False) as made:
        made.stream.write(b"ours")
        made.publish()
    assert made.path == tmp_path / "a 3.mp4"
    assert (tmp_path / "a.mp4").read_bytes() == b"theirs"
    assert made.path.read_bytes() == b"ours"


def test_a_name_taken_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    with new_file(tmp_path / "a.mp4", replace=False) as made:
        made.stream.write(b"ours")
        (tmp_path / "a.mp4").write_bytes(b"theirs")
        made.publish()
    assert (tmp_path / "a.mp4").read_bytes() == b"theirs"
    assert made.path.read_bytes() == b"ours"


def test_a_file_is_replaced_where_that_was_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.mp4").write_bytes(b"old")
    with new_file(tmp_path / "a.mp4", replace=True) as made:
        made.stream.write(b"new")
        assert (tmp_path / "a.mp4").read_bytes() == b"old"
        made.publish()
    assert names(tmp_path) == ["a.mp4"]
    assert made.path.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("name", "says"), [("folder", "a folder has that name"), ("x" * 300, "its name is too long")]
)
def test_a_name_that_can_t_be_given_is_refused_before_anything_is_written(
    name: str, says: str, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    entered = False
    with pytest.raises(ExportError, match=says), new_file(tmp_path / name, replace=True):
        entered = True
    assert not entered
    assert names(tmp_path) == ["folder"]


def test_a_folder_that_comes_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    def late() -> None:
        with new_file(tmp_path / "a.mp4", replace=True) as made:
            (tmp_path / "a.mp4").mkdir()
            made.publish()

    with pytest.raises(ExportError, match="a folder has that name"):
        late()
    assert names(tmp_path) == ["a.mp4"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with (
        pytest.raises(ExportError, match="the folder gone is not there"),
        new_file(tmp_path / "gone" / "a.mp4", replace=False),
    ):
        pass


@pytest.mark.parametrize(
    ("number", "remedy"),
    [
        (errno.ENOSPC, "full; free some space"),
        (errno.EDQUOT, "full; free some space"),
        (errno.EFBIG, "too large for the drive"),
        (errno.EACCES, "may not write in films"),
        (errno.EROFS, "may not write in films"),
        (errno.ENOENT, "folder films is not there"),
        (errno.ENAMETOOLONG, "name is too long"),
        (errno.EIO, "choose another folder"),
    ],
)
def test_every_fault_names_file_and_remedy(number: int, remedy: str) -> None:
    sentence = str(export_error(Path("/films/a.mp4"), OSError(number, "it failed")))
    assert sentence.startswith("a.mp4 can't be written: ")
    assert remedy in sentence
    assert sentence.endswith(".")
    assert sentence.count(". ") == 0
