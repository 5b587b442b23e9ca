"""No network unless the user asks: a whole start makes no socket and loads nothing that could."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.app import quiet_start

PROBE = (
    "import socket; from tests.app.quiet_start import listen; noted = listen();"
    "made = socket.socket(); made.bind(('127.0.0.1', 0)); made.close(); print(len(noted))"
)


def run(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, check=True, timeout=100
    )
    return done.stdout.splitlines()[-1]


@pytest.mark.timeout(120)
@pytest.mark.parametrize("kept", ["", "[updates]\ncheck=no\nlooked=2020-01-01\n"])
def test_a_start_makes_no_socket_where_looking_for_updates_is_off(tmp_path: Path, kept: str) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "window.ini").write_text(kept, encoding="utf-8")
    told = json.loads(run("-m", quiet_start.__name__, str(tmp_path)))
    assert told["sockets"] == []
    assert told["loaded"] == []


def test_a_socket_would_be_noted() -> None:
    assert run("-c", PROBE) == "2"
