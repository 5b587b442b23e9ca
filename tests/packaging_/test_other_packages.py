"""Packages that the verification makes of the one it verifies."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from verify.other_packages import LOWER, STAND_IN, lowered, make_older, make_stand_in
from verify.report import BrokenPromiseError

CONTROL = """\
Package: tivm-desktop
Version: 1.2.3
Architecture: all
Maintainer: somebody <somebody@localhost>
Depends: libc6 (>= 2.36), libpulse0
Recommends: libasound2-plugins | pipewire-alsa
Description: hear which of your own music fits a video
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    if shutil.which("dpkg-deb") is None:
        pytest.skip("no dpkg-deb on this system")
    tree = tmp_path / "tree"
    (tree / "DEBIAN").mkdir(parents=True)
    (tree / "DEBIAN" / "control").write_text(CONTROL)
    stamp = tree / "usr/lib/tivm-desktop/_internal/tivm_desktop/_bundled/build.json"
    stamp.parent.mkdir(parents=True)
    stamp.write_text('{"commit": "abc", "date": "2026-11-23"}')
    made = tmp_path / "tivm-desktop_1.2.3_all.deb"
    subprocess.run(["dpkg-deb", "--root-owner-group", "--build", tree, made], check=True, capture_output=True)
    return made


def field(package: Path, *names: str) -> str:
    done = subprocess.run(
        ["dpkg-deb", "--field", package, *names], check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def test_a_lower_version_has_the_same_files_and_needs(package: Path, tmp_path: Path) -> None:
    older = make_older(package, tmp_path / "older")
    assert field(older, "Version") == LOWER
    assert field(older, "Depends") == field(package, "Depends")
    subprocess.run(["dpkg-deb", "--extract", older, tmp_path / "out"], check=True)
    (stamp,) = (tmp_path / "out").rglob("build.json")
    assert json.loads(stamp.read_text()) == {"commit": LOWER, "date": "2026-11-23", "origin": "verification"}


def test_the_stand_in_asks_for_the_same_and_has_nothing_in_it(package: Path, tmp_path: Path) -> None:
    made = make_stand_in(package, tmp_path / "needs")
    assert field(made, "Package") == STAND_IN
    for name in ("Architecture", "Depends", "Recommends"):
        assert field(made, name) == field(package, name)
    done = subprocess.run(["dpkg-deb", "--contents", made], check=True, capture_output=True, text=True)
    assert [line.split()[-1] for line in done.stdout.splitlines()] in ([], ["./"])


def test_a_package_without_a_stamp_is_refused(package: Path, tmp_path: Path) -> None:
    made = make_stand_in(package, tmp_path / "needs")
    with pytest.raises(BrokenPromiseError, match="0 build stamps"):
        make_older(made, tmp_path / "older")


def test_only_the_version_is_another() -> None:
    assert lowered(CONTROL) == CONTROL.replace("1.2.3", LOWER)
    with pytest.raises(BrokenPromiseError, match="no version"):
        lowered("Package: tivm-desktop\n")
