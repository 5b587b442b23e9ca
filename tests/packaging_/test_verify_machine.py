"""What the verification needs is said before anything is made, and never taken for a success."""

import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest
from verify import machine
from verify.report import ForbiddenError

ROOT = Path(__file__).resolve().parents[2]


def verify(*words: str) -> "subprocess.CompletedProcess[str]":
    places = f"{ROOT}{os.pathsep}{ROOT / 'packaging'}"
    return subprocess.run(
        [sys.executable, "-m", "verify", *words],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": places},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_package_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    done = verify("--deb", str(tmp_path / "tivm-desktop_1_all.deb"))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith("is not there; run ./dev package first\n")


def test_an_ordinary_user_is_told_that_root_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    (sentence,) = machine.forbidden()
    assert "needs root" in sentence


def test_each_thing_that_a_machine_forbids_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(machine, "works", lambda words: "--net" not in words and words[0] != "chroot")
    assert machine.forbidden() == ["chroot", "a network namespace (unshare --net)"]


def test_whether_a_command_works_is_tried() -> None:
    assert machine.works(("true",))
    assert not machine.works(("false",))
    assert not machine.works(("there-is-no-such-command",))


def targets(monkeypatch: pytest.MonkeyPatch, codename: str, *lines: str) -> None:
    """Have apt name these archives."""
    monkeypatch.setattr(platform, "freedesktop_os_release", lambda: {"VERSION_CODENAME": codename})
    said = subprocess.CompletedProcess([], 0, "".join(f"{line}\n" for line in lines), "")
    monkeypatch.setattr(subprocess, "run", lambda *words, **options: said)


def test_archives_are_the_machine_s_own_the_main_one_first(monkeypatch: pytest.MonkeyPatch) -> None:
    targets(
        monkeypatch,
        "bookworm",
        "http://a.example/security/\tbookworm-security\tmain",
        "http://a.example/debian/\tbookworm\tmain",
        "http://a.example/debian/\tbookworm\tcontrib",
        "http://a.example/debian/\tbookworm-updates\tmain",
        "http://b.example/tools/\tnodistro\tmain",
    )
    assert [one.line() for one in machine.suites()] == [
        "deb http://a.example/debian/ bookworm main contrib",
        "deb http://a.example/debian/ bookworm-updates main",
        "deb http://a.example/security/ bookworm-security main",
    ]


def test_a_machine_without_archives_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    targets(monkeypatch, "bookworm", "http://b.example/tools/\tnodistro\tmain")
    with pytest.raises(ForbiddenError, match="no archive of its own release"):
        machine.suites()
