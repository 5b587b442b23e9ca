"""A program is tried out after it was installed: what made-up programs say and do is judged."""

import os
import sys
from pathlib import Path

import pytest
from builder.smoke import Shown, SmokeError, try_out

from tests.packaging_.made_program import put
from tivm_desktop.entry import give_streams

GOOD = '{"frames_shown": 90, "tracks_ranked": 3}'

pytestmark = pytest.mark.skipif(os.name == "nt", reason="programs are made up as shell scripts")


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the demo is made once."""
    return tmp_path_factory.mktemp("work")


def _install(folder: Path, *, says: str = GOOD, status: int = 0) -> Path:
    put(folder, "tivm", "#!/bin/sh\nexit 0\n").chmod(0o755)
    put(folder, "tivm-desktop", f"#!/bin/sh\necho '{says}'\nexit {status}\n").chmod(0o755)
    return folder


@pytest.mark.media
def test_a_program_that_works(tmp_path: Path, work: Path) -> None:
    assert try_out(_install(tmp_path), work) == Shown(90, 3)


@pytest.mark.media
@pytest.mark.parametrize(
    ("says", "status", "told"),
    [
        ('{"frames_shown": 90, "tracks_ranked": 1}', 0, "ranked 1 of 3"),
        ('{"frames_shown": 1, "tracks_ranked": 3}', 0, "showed 1 pictures"),
        ("nothing", 0, "said nothing"),
        ("trouble", 1, "ended with 1: trouble"),
    ],
)
def test_a_program_that_does_not(tmp_path: Path, work: Path, says: str, status: int, told: str) -> None:
    with pytest.raises(SmokeError, match=told):
        try_out(_install(tmp_path, says=says, status=status), work)


def test_a_folder_without_a_program(tmp_path: Path) -> None:
    with pytest.raises(SmokeError, match="has no tivm-desktop"):
        try_out(tmp_path, tmp_path)


def test_a_program_without_a_console_can_speak_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    give_streams()
    with sys.stdout, sys.stderr:
        assert sys.stdout.write("x") == 1
        assert sys.stderr.write("x") == 1
