"""Breaks the core in one place at a time and looks whether a test notices: `./dev mutate`.

mutmut does it on a copy in build/mutation, with the tests that reach the function it breaks. What it found
stays there: a run that was stopped goes on where it was, and after tests changed, what had survived is tried
again. A module that is named (`./dev mutate domain/placement playback/clock`) is tried anew as a whole.
"""

import argparse
import difflib
import hashlib
import json
import os
import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

MUTMUT = "mutmut==3.8.1"
ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "tivm_desktop"
FOLDER = ROOT / "build" / "mutation"
LEAST_PERCENT = 85.0
CLOCK = "playback/clock"

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
_UNNOTICED = (0, 5, 33)
"""How mutmut notes what no test failed for, and what no test reaches."""
_NOT_TRIED = (None, 2)


@dataclass(frozen=True)
class Survivor:
    """A change that no test notices."""

    name: str
    change: str
    """The lines before and after it."""


@dataclass(frozen=True)
class Score:
    """What became of the changes of one module."""

    module: str
    tried: int
    open: int
    """Not tried yet."""
    survivors: tuple[Survivor, ...]

    @property
    def noticed(self) -> int:
        """How many of the tried ones made a test fail, or run on without an end."""
        return self.tried - len(self.survivors)


def percent(found: Sequence[Score]) -> float:
    """Return how many of a hundred tried changes were noticed, over all of `found`; 0 if none was tried."""
    tried = sum(one.tried for one in found)
    return 100.0 * sum(one.noticed for one in found) / tried if tried else 0.0


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


def try_again_if_tests_changed(folder: Path) -> None:
    """Forget who survived, when the tests are not those that they survived."""
    files = sorted(file for place in _TESTS for file in _python(folder / place))
    stamp = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
    note = folder / "tests.sha256"
    if note.is_file() and note.read_text(encoding="utf-8") == stamp:
        return
    for meta in _metas(folder):
        found = json.loads(meta.read_text(encoding="utf-8"))
        verdicts = found["exit_code_by_key"]
        found["exit_code_by_key"] = {
            name: None if code in _UNNOTICED else code for name, code in verdicts.items()
        }
        meta.write_text(json.dumps(found), encoding="utf-8")
    note.write_text(stamp, encoding="utf-8")


def run(folder: Path, modules: Sequence[str], processes: int) -> None:
    """Have mutmut try what is open, or the named modules."""
    paths = [sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]
    called = [
        *(sys.executable, "-m", "uv", "tool", "run", "--quiet", "--python", sys.executable, "--from", MUTMUT),
        *("mutmut", "run", "--max-children", str(processes)),
        *(f"{PACKAGE}.{module.replace('/', '.')}.x*" for module in modules),
    ]
    surroundings = os.environ | {"PYTHONPATH": os.pathsep.join(dict.fromkeys(paths)), "OMP_NUM_THREADS": "1"}
    with (folder / "mutmut.log").open("wb") as log:
        seen = None if sys.stdout.isatty() else log
        done = subprocess.run(called, cwd=folder, env=surroundings, stdout=seen, stderr=seen, check=False)
    if done.returncode != 0:
        raise SystemExit(f"mutmut gave up; what it said stands in {log.name}" if seen else 1)


def scores(folder: Path) -> list[Score]:
    """What was found so far, module by module."""
    return [score for meta in _metas(folder) if (score := _score(folder, meta)).tried + score.open]


def _score(folder: Path, meta: Path) -> Score:
    source = meta.with_suffix("")
    module = source.relative_to(folder / "mutants" / PACKAGE).with_suffix("").as_posix()
    verdicts: dict[str, int | None] = json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"]
    waiting = sum(code in _NOT_TRIED for code in verdicts.values())
    names = [name for name, code in verdicts.items() if code in _UNNOTICED]
    survivors = tuple(Survivor(name, _change(source, name)) for name in names)
    return Score(module, len(verdicts) - waiting, waiting, survivors)


def _change(source: Path, name: str) -> str:
    spans = json.loads(source.with_name(source.name + ".spans").read_text(encoding="utf-8"))["spans"]
    lines = source.read_text(encoding="utf-8").splitlines()
    broken = name.rpartition(".")[2]
    function = broken.partition("__mutmut_")[0]
    before, after = (
        [line.replace(one, function) for line in lines[spans[one][0] - 1 : spans[one][1]]]
        for one in (f"{function}__mutmut_orig", broken)
    )
    changed = list(difflib.unified_diff(before, after, lineterm="", n=0))[2:]
    return "\n".join(line for line in changed if not line.startswith("@@"))


def _metas(folder: Path) -> Iterator[Path]:
    return iter(sorted((folder / "mutants" / PACKAGE).rglob("*.py.meta")))


def _python(place: Path) -> list[Path]:
    return list(place.rglob("*.py")) if place.is_dir() else [place]


def as_text(found: Sequence[Score]) -> str:
    """A table of the modules, the weakest first, and below it what no test notices."""
    lines = [f"{'module':<32}{'tried':>7}{'noticed':>9}{'score':>9}{'open':>7}"]
    lines += [_line(one.module, [one]) for one in sorted(found, key=lambda one: percent([one])) if one.tried]
    lines += [_line(name, group) for name, group in _groups(found).items()]
    for one in found:
        for survivor in one.survivors:
            lines += ["", survivor.name, survivor.change]
    return "\n".join(lines)


def _line(name: str, group: Sequence[Score]) -> str:
    tried, noticed, waiting = (
        sum(getattr(one, count) for one in group) for count in ("tried", "noticed", "open")
    )
    return f"{name:<32}{tried:>7}{noticed:>9}{percent(group):>8.1f}%{waiting:>7}"


def as_json(found: Sequence[Score]) -> str:
    """The same for a program."""
    modules = {
        one.module: {
            "tried": one.tried,
            "noticed": one.noticed,
            "open": one.open,
            "percent": round(percent([one]), 1),
            "survivors": {survivor.name: survivor.change for survivor in one.survivors},
        }
        for one in found
    }
    totals = {name: round(percent(group), 1) for name, group in _groups(found).items()}
    return json.dumps({"percent": totals, "modules": modules}, indent=1)


def _groups(found: Sequence[Score]) -> dict[str, list[Score]]:
    return {
        "all of domain": [one for one in found if one.module != CLOCK],
        "the clock": [one for one in found if one.module == CLOCK],
    }


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
        try_again_if_tests_changed(FOLDER)
        run(FOLDER, arguments.modules, arguments.processes)
    found = scores(FOLDER)
    sys.stdout.write(as_text(found) + "\n")
    if arguments.json:
        arguments.json.write_text(as_json(found) + "\n", encoding="utf-8")
    return int(any(percent(group) < LEAST_PERCENT for group in _groups(found).values()))


if __name__ == "__main__":
    sys.exit(main())
