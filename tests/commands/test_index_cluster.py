"""What `tivm index --engine ray` refuses before anything is started."""

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tivm_desktop.cli import main
from tivm_desktop.commands.status import ERROR

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def music(tmp_path: Path) -> Path:
    folder = tmp_path / "music"
    folder.mkdir()
    (folder / "a.mp3").write_text("never looked into")
    return folder


def refused(capsys: pytest.CaptureFixture[str], music: Path, *options: str) -> str:
    profile = music.parent / "profile"
    assert main(["index", "--engine", "ray", str(music), "--profile", str(profile), *options]) == ERROR
    return capsys.readouterr().err


def test_a_catalogue_needs_a_place(capsys: pytest.CaptureFixture[str], music: Path) -> None:
    assert "name one with --output" in refused(capsys, music)


def test_a_cluster_listens_to_whole_tracks(capsys: pytest.CaptureFixture[str], music: Path) -> None:
    told = refused(capsys, music, "--output", str(music.parent / "out"), "--coarse-only")
    assert "leave out --coarse-only" in told


def test_a_cluster_that_is_not_there_is_told_at_once(music: Path) -> None:
    pytest.importorskip("ray", reason="Ray is not installed: pip install 'tivm-desktop[cluster]'")
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"127.0.0.1:{server.getsockname()[1]}"
    place = ("--output", music.parent / "out", "--profile", music.parent / "profile", "--address", address)
    program = "import sys; from tivm_desktop.cli import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", program, "index", "--engine", "ray", music, *place],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        timeout=100,
    )
    assert done.returncode == ERROR
    assert f"There is no Ray cluster at {address}" in done.stderr
