"""Breaks the core in one place at a time and looks whether a test notices: `./dev mutate`.

mutmut does it on a copy in build/mutation, with the tests that reach the function it breaks. What it found
stays there: a run that was stopped goes on where it was, and after tests changed, what had survived is tried
again. A module that is named (`./dev mutate domain/placement playback/clock`) is tried anew as a whole.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from tests.house.mutation_report import (
    BROKEN_OFF,
    CLOCK,
    PACKAGE,
    UNNOTICED,
    as_json,
    as_text,
    groups,
    metas,
    percent,
    scores,
)

MUTMUT = "mutmut==3.8.1"
ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "mutation"
LEAST_PERCENT = 85.0

_COPIED = (PACKAGE, "tests", "pyproject.toml")
_TESTS = ("tests/domain", "tests/playback/test_clock.py")
_SETTINGS = f"""[mutmut]
source_paths=
    {PACKAGE}
only_mutate=
    {PACKAGE}/domain/*
    {PACKAGE}/{CLOCK}.py
pytest_add_cli_args_test_selection=
    {_TESTS[0]}
    {_TESTS[1]}
use_git_change_detection=false
use_setproctitle=false
"""
_ON_IMPORT = """
import importlib, sys
from mutmut.state import state
for name in sys.argv[1:]:
    importlib.import_module(name)
print(*state()._stats)
"""
"""Prints the functions that were called."""


def take_copy(root: Path, folder: Path) -> None:
    """Bring the copy up to date with the working tree; a file that stayed the same keeps its time."""
    wanted = {
        file.relative_to(root): file
        for place in _COPIED
        for file in ([root / place] if (root / place).is_file() else sorted((root / place).rglob("*")))
        if file.is_file() and "__pycache__" not in file.parts
    }
    for path, file in wanted.items():
        content, copy = file.read_bytes(), folder / path
        if not copy.is_file() or copy.read_bytes() != content:
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(content)
    for base in (folder, folder / "mutants"):
        for place in (PACKAGE, "tests"):
            for copy in (base / place).rglob("*.py"):
                if copy.relative_to(base) not in wanted:
                    copy.unlink()
                    for note in (".meta", ".spans"):
                        copy.with_name(copy.name + note).unlink(missing_ok=True)
    (folder / "setup.cfg").write_text(_SETTINGS, encoding="utf-8")
    (folder / "mutants").mkdir(exist_ok=True)
    for name in ("models", "resources"):
        link = folder / "mutants" / name
        if not link.exists():
            link.symlink_to(root / name)


def open_again(folder: Path, *, all_of_it: bool = True) -> None:
    """Forget what was broken off and, with other tests than last time, which of them reaches what.

    Forget also what survived the tests of the last time, if `all_of_it` is tried.
    """
    files = sorted(file for place in _TESTS for file in _python(folder / place))
    stamp = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
    note = folder / "tests.sha256"
    same = note.is_file() and note.read_text(encoding="utf-8") == stamp
    forgotten = {BROKEN_OFF, *(UNNOTICED if all_of_it and not same else ())}
    if not same:
        (folder / "mutants" / "mutmut-stats.json").unlink(missing_ok=True)
    for meta in metas(folder):
        found = json.loads(meta.read_text(encoding="utf-8"))
        verdicts = found["exit_code_by_key"]
        verdicts |= {name: None for name, code in verdicts.items() if code in forgotten}
        meta.write_text(json.dumps(found), encoding="utf-8")
    if all_of_it:
        note.write_text(stamp, encoding="utf-8")


def run(folder: Path, modules: Sequence[str], processes: int) -> None:
    """Have mutmut try what is open, or the named modules."""
    called = [
        *_in_its_environment(),
        *("mutmut", "run", "--max-children", str(processes)),
        *(f"{PACKAGE}.{module.replace('/', '.')}.x*" for module in modules),
    ]
    with (folder / "mutmut.log").open("wb") as log:
        seen = None if sys.stdout.isatty() else log
        done = subprocess.run(called, cwd=folder, env=_surroundings(), stdout=seen, stderr=seen, check=False)
    if done.returncode != 0:
        raise SystemExit(f"mutmut gave up; what it said stands in {log.name}" if seen else 1)


def run_on_import(folder: Path, processes: int) -> None:
    """Try what survived in functions that run while a module is imported, in a process of its own each.

    mutmut breaks them when all is imported, too late for what they made.
    """
    on_import = _functions_on_import(folder)
    with ThreadPoolExecutor(processes) as threads:
        for meta in metas(folder):
            found = json.loads(meta.read_text(encoding="utf-8"))
            verdicts = found["exit_code_by_key"]
            survived = [name for name, code in verdicts.items() if code in UNNOTICED]
            again = [name for name in survived if name.partition("__mutmut_")[0] in on_import]
            verdicts |= zip(again, threads.map(partial(_imported, folder), again), strict=True)
            meta.write_text(json.dumps(found), encoding="utf-8")


def _functions_on_import(folder: Path) -> set[str]:
    mutants = folder / "mutants"
    names = [
        ".".join(meta.relative_to(mutants).with_suffix("").with_suffix("").parts) for meta in metas(folder)
    ]
    done = subprocess.run(
        [*_in_its_environment(), "python", "-c", _ON_IMPORT, *names],
        cwd=mutants,
        env=_surroundings() | {"MUTANT_UNDER_TEST": "stats"},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def _imported(folder: Path, name: str) -> int:
    _, *rooms, module, _ = name.split(".")
    own = Path("tests", *rooms, f"test_{module}.py")
    called = [*_in_its_environment(), "python", "-m", "pytest", "-x", "-q", "-p", "no:randomly"]
    done = subprocess.run(
        [*called, "-p", "no:cacheprovider", str(own) if (folder / own).is_file() else _TESTS[0]],
        cwd=folder / "mutants",
        env=_surroundings() | {"MUTANT_UNDER_TEST": name},
        capture_output=True,
        check=False,
    )
    return int(done.returncode != 0)


def _in_its_environment() -> list[str]:
    uv = [sys.executable, "-m", "uv", "tool", "run", "--quiet"]
    return [*uv, "--python", sys.executable, "--from", MUTMUT]


def _surroundings() -> dict[str, str]:
    paths = dict.fromkeys((sysconfig.get_path("purelib"), sysconfig.get_path("platlib")))
    return os.environ | {"PYTHONPATH": os.pathsep.join(paths), "OMP_NUM_THREADS": "1"}


def _python(place: Path) -> list[Path]:
    return list(place.rglob("*.py")) if place.is_dir() else [place]


def main() -> int:
    """Try the core, print what was found and return 1 where too much of it goes unnoticed."""
    parser = argparse.ArgumentParser(prog="./dev mutate", description=__doc__)
    parser.add_argument("modules", nargs="*", metavar="MODULE", help="such as domain/placement; tried anew")
    parser.add_argument("--report", action="store_true", help="try nothing, print what is known")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write what was found there too")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1, metavar="N")
    arguments = parser.parse_args()
    for module in arguments.modules:
        if not (ROOT / PACKAGE / f"{module}.py").is_file():
            parser.error(f"there is no module {module}; one is called domain/placement, one {CLOCK}")
    if not arguments.report:
        FOLDER.mkdir(parents=True, exist_ok=True)
        take_copy(ROOT, FOLDER)
        open_again(FOLDER, all_of_it=not arguments.modules)
        run(FOLDER, arguments.modules, arguments.processes)
        run_on_import(FOLDER, arguments.processes)
    found = scores(FOLDER)
    sys.stdout.write(as_text(found) + "\n")
    if arguments.json:
        arguments.json.write_text(as_json(found) + "\n", encoding="utf-8")
    return int(any(percent(group) < LEAST_PERCENT for group in groups(found).values()))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit("Stopped; the next ./dev mutate goes on from here.")
