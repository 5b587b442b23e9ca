"""`tivm library attach`, `attached` and `detach`."""

import json
from pathlib import Path

import pytest

from tests.commands.typing_tivm import tivm as typed
from tests.library.test_shared_catalogue import write_catalogue
from tivm_desktop.cli import main
from tivm_desktop.library.profile import Profile


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile(tmp_path / "profile")


def tivm(profile: Profile, *arguments: object) -> int:
    return main(["library", *map(str, arguments), "--profile", str(profile.root)])


def told(profile: Profile, capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    capsys.readouterr()
    assert tivm(profile, "attached", "--json") == 0
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out)["catalogues"]
    return found


def test_a_catalogue_is_attached_with_where_its_music_lies_here(
    profile: Profile, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_catalogue(tmp_path / "shared")
    assert tivm(profile, "attach", folder, "--music", f"/there/music={tmp_path}") == 0
    output = capsys.readouterr().out
    assert f"{folder}: 2 tracks, 1 failed; made with another pack, so it is left out" in output
    assert f"  {tmp_path}\n" in output
    assert told(profile, capsys) == [
        {
            "catalogue": str(folder),
            "tracks": 2,
            "failed": 1,
            "usable": False,
            "music": [{"folder": str(tmp_path), "here": True}],
        }
    ]


def test_a_catalogue_that_is_gone_is_listed_with_what_is_wrong_until_it_is_detached(
    profile: Profile, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_catalogue(tmp_path / "shared")
    assert tivm(profile, "attach", folder) == 0
    folder.rename(tmp_path / "elsewhere")
    (one,) = told(profile, capsys)
    assert "is no shared catalogue" in str(one["error"])
    assert tivm(profile, "attached") == 0
    assert "is no shared catalogue" in capsys.readouterr().out
    assert tivm(profile, "detach", folder) == 0
    assert told(profile, capsys) == []
    assert tivm(profile, "detach", folder) == 1
    assert "No catalogue is attached" in capsys.readouterr().err


def test_a_catalogue_at_an_address_is_copied_and_its_copy_goes_when_it_is_detached(
    profile: Profile, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("ray", reason="Ray is not installed: pip install 'tivm-desktop[cluster]'")
    folder = write_catalogue(tmp_path / "shared")
    done = typed("library", "attach", folder.as_uri(), "--profile", profile.root)
    assert done.returncode == 0, done.stderr
    (one,) = told(profile, capsys)
    assert Path(str(one["catalogue"])).parent == profile.catalogues_folder
    assert one["tracks"] == 2
    assert tivm(profile, "detach", folder.as_uri()) == 0
    assert list(profile.catalogues_folder.iterdir()) == []
    assert sorted(path.name for path in folder.iterdir()) == ["catalogue.sqlite3", "features"]


@pytest.mark.parametrize("place", ["/there", "/there=", "=/here"])
def test_where_music_lies_is_said_of_both_sides(
    profile: Profile, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        tivm(profile, "attach", "/shared", "--music", place)
    assert "write THERE=HERE" in capsys.readouterr().err
