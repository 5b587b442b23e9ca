"""Two moments of a file system compared."""

from collections.abc import Callable
from pathlib import Path

import pytest
from verify.file_list import difference, listing


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("etc/hosts", "var/lib/dpkg/status", "usr/bin/true"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    (tmp_path / "bin").symlink_to("usr/bin")
    return tmp_path


def test_nothing_done_is_no_difference(root: Path) -> None:
    found = difference(listing(root), listing(root))
    assert not found
    assert found.sentence() == "nothing"


def _changes(root: Path) -> None:
    (root / "etc/hosts").write_text("other text")


def _changes_mode(root: Path) -> None:
    (root / "etc/hosts").chmod(0o600)


def _points_elsewhere(root: Path) -> None:
    (root / "bin").unlink()
    (root / "bin").symlink_to("usr/sbin")


@pytest.mark.parametrize(
    ("does", "path"), [(_changes, "etc/hosts"), (_changes_mode, "etc/hosts"), (_points_elsewhere, "bin")]
)
def test_what_differs_is_named(root: Path, does: Callable[[Path], None], path: str) -> None:
    before = listing(root)
    does(root)
    assert difference(before, listing(root)).changed == [path]


def test_what_came_and_what_went_is_named(root: Path) -> None:
    before = listing(root)
    (root / "etc/tivm").mkdir()
    (root / "etc/tivm/left").touch()
    (root / "usr/bin/true").unlink()
    found = difference(before, listing(root))
    assert (found.added, found.gone) == (["etc/tivm", "etc/tivm/left"], ["usr/bin/true"])
    assert found.sentence() == "2 left (etc/tivm, etc/tivm/left); 1 gone (usr/bin/true)"


def test_only_what_is_let_off_is_not_seen(root: Path) -> None:
    before = listing(root, ["var/lib/dpkg"])
    (root / "var/lib/dpkg/info").touch()
    assert not difference(before, listing(root, ["var/lib/dpkg"]))
    (root / "var/lib/dpkg-not").touch()
    assert difference(before, listing(root, ["var/lib/dpkg"])).added == ["var/lib/dpkg-not"]


def test_links_are_not_followed(root: Path) -> None:
    (root / "all").symlink_to("/")
    assert not any(path.startswith("all/") for path in listing(root))
