from pathlib import Path

import pytest

from tests.library.shelf import Shelf, put
from tivm_desktop.matching.library_scope import Scope


@pytest.mark.parametrize("named", ["music", "other/../music", "music/.", "../{}/music"])
def test_what_is_found_in_a_folder_is_held_however_the_folder_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    put(tmp_path, "music/a.mp3", "music/deep/b.mp3", "elsewhere/c.mp3")
    monkeypatch.chdir(tmp_path)
    folder = Path(named.format(tmp_path.name))
    scope = Scope([folder])
    found = [file.path for file in Shelf(folder).scan().new]
    assert len(found) == 2
    assert all(map(scope.holds, found))
    assert scope.folders == (tmp_path / "music",)
    assert not scope.holds(tmp_path / "elsewhere" / "c.mp3")


def test_what_lies_below_a_folder_that_is_away_is_not_held(tmp_path: Path) -> None:
    scope = Scope([tmp_path], [tmp_path / "x" / ".." / "drive"])
    assert scope.holds(tmp_path / "a.mp3")
    assert not scope.holds(tmp_path / "drive" / "a.mp3")


def test_a_folder_named_twice_is_one_folder(tmp_path: Path) -> None:
    assert Scope([tmp_path / "a", tmp_path / "b" / ".." / "a"]).folders == (tmp_path / "a",)
