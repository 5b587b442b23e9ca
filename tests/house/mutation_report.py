"""What mutmut found so far, read from the files it leaves, as a table and for a program."""

import difflib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

PACKAGE = "tivm_desktop"
CLOCK = "playback/clock"
UNNOTICED = (0, 5, 33)
"""How mutmut notes what no test failed for, and what no test reaches."""
BROKEN_OFF = 2
_NOT_TRIED = (None, BROKEN_OFF)


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


def scores(folder: Path) -> list[Score]:
    """What was found so far, module by module."""
    return [score for meta in metas(folder) if (score := _score(folder, meta)).tried + score.open]


def _score(folder: Path, meta: Path) -> Score:
    source = meta.with_suffix("")
    module = source.relative_to(folder / "mutants" / PACKAGE).with_suffix("").as_posix()
    verdicts: dict[str, int | None] = json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"]
    waiting = sum(code in _NOT_TRIED for code in verdicts.values())
    names = [name for name, code in verdicts.items() if code in UNNOTICED]
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


def metas(folder: Path) -> Iterator[Path]:
    """The files in which the verdicts stand, one a module."""
    return iter(sorted((folder / "mutants" / PACKAGE).rglob("*.py.meta")))


def as_text(found: Sequence[Score]) -> str:
    """A table of the modules, the weakest first, and below it what no test notices."""
    lines = [f"{'module':<32}{'tried':>7}{'noticed':>9}{'score':>9}{'open':>7}"]
    lines += [_line(one.module, [one]) for one in sorted(found, key=lambda one: percent([one])) if one.tried]
    lines += [_line(name, group) for name, group in groups(found).items()]
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
    totals = {name: round(percent(group), 1) for name, group in groups(found).items()}
    return json.dumps({"percent": totals, "modules": modules}, indent=1)


def groups(found: Sequence[Score]) -> dict[str, list[Score]]:
    """What is judged as a whole, by name."""
    return {
        "all of domain": [one for one in found if one.module != CLOCK],
        "the clock": [one for one in found if one.module == CLOCK],
    }
