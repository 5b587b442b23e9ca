"""The threat model names a test for each threat, and each of them is there."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "security.md"


def named() -> list[tuple[str, str]]:
    """File and function of every test that the page names."""
    return re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE.read_text(encoding="utf-8"))


def test_every_threat_names_a_test() -> None:
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")][1:]
    assert len(rows) > 20
    assert [row for row in rows if "::test_" not in row.rsplit("|", 2)[1]] == []


def test_every_test_that_is_named_exists() -> None:
    missing = []
    for file, function in named():
        path = ROOT / file
        tree = ast.parse(path.read_text(encoding="utf-8")) if path.is_file() else ast.Module([], [])
        if function not in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}:
            missing.append(f"{file}::{function}")
    assert missing == []
