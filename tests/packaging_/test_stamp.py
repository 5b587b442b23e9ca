"""What a build says of itself."""

import json
import subprocess
from pathlib import Path

import pytest
from builder.stamp import StampError, epoch, stamp


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone with one commit of a known second."""
    git(tmp_path, "init", "--quiet")
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "pack.json").write_text("{}")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "one")
    return tmp_path


def git(folder: Path, *words: str) -> str:
    """Run git as nobody in particular."""
    done = subprocess.run(
        ["git", "-C", folder, "-c", "user.name=n", "-c", "user.email=n@localhost", *words],
        env={
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "HOME": str(folder),
            "GIT_COMMITTER_DATE": "1000000000 +0000",
            "GIT_CONFIG_NOSYSTEM": "1",
        },
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_a_build_is_of_its_commit_and_its_day(clone: Path) -> None:
    made = stamp(clone, {})
    assert made.commit == git(clone, "rev-parse", "HEAD")
    assert (made.origin, made.date, made.releases) == ("local", "2001-09-09", "")


@pytest.mark.parametrize("file", ["models/pack.json", "tivm_desktop/new.py"])
def test_changes_that_are_shipped_are_marked(clone: Path, file: str) -> None:
    (clone / file).parent.mkdir(exist_ok=True)
    (clone / file).write_text("changed")
    assert stamp(clone, {}).commit == git(clone, "rev-parse", "HEAD") + "+"


def test_changes_that_are_not_shipped_are_none(clone: Path) -> None:
    (clone / "notes.txt").write_text("new")
    assert not stamp(clone, {}).commit.endswith("+")


def test_the_builder_says_who_it_is_and_where_it_publishes(clone: Path) -> None:
    told = {"TIVM_BUILD_ORIGIN": "somebody", "TIVM_RELEASES_URL": "https://example.org/releases/"}
    made = stamp(clone, told)
    assert (made.origin, made.releases) == ("somebody", "https://example.org/releases")


def test_an_address_without_encryption_is_refused(clone: Path) -> None:
    with pytest.raises(StampError, match="https://"):
        stamp(clone, {"TIVM_RELEASES_URL": "http://example.org"})


def test_the_given_second_goes_first(clone: Path) -> None:
    assert epoch(clone, {"SOURCE_DATE_EPOCH": "86400"}) == 86400
    assert stamp(clone, {"SOURCE_DATE_EPOCH": "86400"}).date == "1970-01-02"
    with pytest.raises(StampError, match="SOURCE_DATE_EPOCH"):
        epoch(clone, {"SOURCE_DATE_EPOCH": "yesterday"})


def test_without_a_clone_there_is_no_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    file = stamp(tmp_path, {}).write(tmp_path)
    assert json.loads(file.read_text())["commit"] == ""
