from pathlib import Path

import pytest

from tivm_desktop.domain.errors import FileError
from tivm_desktop.library.profile import Profile


def test_one_folder_holds_everything(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "p")
    profile.create()
    below = {
        "config": [profile.session_file],
        "data": [
            profile.database,
            profile.packs_folder,
            profile.gpu_folder,
            profile.mark_file,
            profile.catalogues_folder,
        ],
        "cache": [profile.proxies_folder, profile.vectors_folder, profile.speech_folder, profile.demo_folder],
        "log": [profile.log_file, profile.worker_log_file, profile.faults_file],
    }
    for folder, places in below.items():
        assert {place.parent for place in places} == {tmp_path / "p" / folder}
    assert sorted(folder.name for folder in (tmp_path / "p").iterdir()) == ["cache", "config", "data", "log"]


def test_making_a_profile_object_touches_nothing(tmp_path: Path) -> None:
    Profile(tmp_path / "p")
    assert list(tmp_path.iterdir()) == []


def test_a_relative_folder_is_fixed_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    profile = Profile(Path("p"))
    monkeypatch.chdir("/")
    assert profile.database == tmp_path / "p" / "data" / "library.sqlite3"


def test_without_a_folder_the_system_says_where(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    assert Profile().root is None
    assert Profile().database.name == "library.sqlite3"
    assert "tivm-desktop" in Profile().database.parts


def test_a_folder_that_can_not_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileError, match=r"can't be made .* --profile DIR"):
        Profile(tmp_path / "file").create()
