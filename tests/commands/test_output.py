"""Names of files that are no text, or that a terminal has no letters for, on stdout."""

import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tivm_desktop.cli import main
from tivm_desktop.commands.output import write_json, write_json_line
from tivm_desktop.library.attached import Attachment, attach
from tivm_desktop.library.profile import Profile

ODD = os.fsdecode(b"odd \xff name")


def stdout(monkeypatch: pytest.MonkeyPatch, encoding: str) -> io.BytesIO:
    """Put a stdout in the place of the program's that refuses what it can't encode."""
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding, "strict"))
    return written


@pytest.mark.parametrize(
    ("name", "encoding", "shown"),
    [
        (ODD, "utf-8", b"odd \xff name"),
        (ODD, "ascii", b"odd \xff name"),
        ("caf\u00e9 \u97f3\u697d", "utf-8", "caf\u00e9 \u97f3\u697d".encode()),
        ("caf\u00e9 \u97f3\u697d", "latin-1", b"caf\xe9 \\u97f3\\u697d"),
    ],
)
def test_any_name_of_a_file_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, encoding: str, shown: bytes
) -> None:
    attach(Profile(tmp_path), Attachment(tmp_path / name))
    written = stdout(monkeypatch, encoding)
    assert main(["library", "attached", "--profile", str(tmp_path)]) == 0
    assert b"/" + shown + b": " in written.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "latin-1"])
@pytest.mark.parametrize("write", [write_json, write_json_line])
def test_any_name_of_a_file_is_valid_json(
    monkeypatch: pytest.MonkeyPatch, write: Callable[[object], None], encoding: str
) -> None:
    names = [ODD, "caf\u00e9 \u97f3\u697d", "\U0001f600"]
    written = stdout(monkeypatch, encoding)
    write(names)
    sys.stdout.flush()
    assert json.loads(written.getvalue().decode(encoding)) == names


def test_letters_stay_readable_in_json(monkeypatch: pytest.MonkeyPatch) -> None:
    written = stdout(monkeypatch, "utf-8")
    write_json_line({"name": "caf\u00e9"})
    assert written.getvalue() == '{"name": "caf\u00e9"}\n'.encode()
