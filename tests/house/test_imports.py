"""Who may import whom, seen from outside: by the linter, and in a fresh interpreter."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
APART = {"gui", "app", "training"}

IMPORT_ALL = """
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
print(*sorted({"PySide6", "shiboken6", "torch", "torchvision", "onnx"} & set(sys.modules)))
"""


def modules() -> list[str]:
    """Every module of the package but those that may know Qt or torch."""
    package = ROOT / "tivm_desktop"
    found = []
    for file in sorted(package.rglob("*.py")):
        parts = file.relative_to(package).with_suffix("").parts
        if parts[0] not in APART and parts[0] != "_bundled":
            found.append(".".join(["tivm_desktop", *parts]).removesuffix(".__init__"))
    return found


def loaded_by(*names: str) -> str:
    """Which of the heavy libraries a fresh interpreter has loaded after importing `names`."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", IMPORT_ALL, *names],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_neither_qt_nor_torch_is_loaded_outside_their_folders() -> None:
    assert len(modules()) > 20
    assert loaded_by(*modules()) == ""


def test_the_probe_would_see_them() -> None:
    assert "PySide6" in loaded_by("PySide6.QtCore")


@pytest.mark.parametrize("module", ["tivm_desktop.entry", "tivm_desktop.matching.worker_process"])
def test_what_a_spawned_worker_starts_with_is_light(module: str) -> None:
    program = f"import sys, {module}; print('numpy' in sys.modules, 'onnxruntime' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "False"]


def test_the_directions_of_import_are_kept() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("contract", "knowing"),
    [
        ("qt", {"app", "entry", "gui"}),
        ("torch", {"training"}),
        ("ray", {"cli", "cluster", "commands", "entry"}),
        ("network", {"online"}),
    ],
)
def test_every_room_but_those_that_know_it_is_held_to_a_contract(contract: str, knowing: set[str]) -> None:
    """`entry` starts all of it; the commands of a cluster know that."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    held = next(one["source_modules"] for one in contracts if one["id"] == contract)
    rooms = {name.split(".")[1] for name in modules() if "." in name} | APART
    assert set(held) == {f"tivm_desktop.{room}" for room in rooms - knowing}


def test_only_online_can_ask_a_server() -> None:
    """The linter sees `urllib` as one; taking addresses apart is anybody's."""
    package = ROOT / "tivm_desktop"
    asking = re.compile(r"^\s*(?:import|from) urllib(?:\.request| import request|\s*$)", re.M)
    found = {
        path.relative_to(package).parts[0]
        for path in package.rglob("*.py")
        if asking.search(path.read_text())
    }
    assert found == {"online"}
