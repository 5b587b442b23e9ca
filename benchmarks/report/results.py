"""The figures of the runs: of those done here, and before them of those that the repository holds."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from benchmarks.report import collect
from benchmarks.report.asked import Figure, value_of

RECORD = collect.ROOT / "docs" / "benchmarks.json"


@dataclass(frozen=True, slots=True)
class Result:
    """What one run printed of what was asked for, and under which circumstances."""

    name: str
    about: dict[str, Any]
    """date, machine, commit, load_before, took_s, problem, note."""
    figures: Mapping[str, float]
    """By their ways."""


def results(figures: Iterable[Figure]) -> dict[str, Result]:
    """Return every run's figures: what was printed here last, or else what the repository holds."""
    ways: dict[str, list[str]] = {}
    for figure in figures:
        ways.setdefault(figure.run, []).extend(way for way in (figure.way, figure.peer_way) if way)
    recorded = _recorded()
    found = {}
    for run, its_ways in ways.items():
        kept = collect.read(run)
        if kept is not None and kept.document:
            values = {way: value_of(kept.document, way) for way in its_ways}
            given = {way: value for way, value in values.items() if value is not None}
            found[run] = Result(run, kept.about | _note(kept.document), given)
        elif run in recorded:
            found[run] = recorded[run]
        elif kept is not None:
            found[run] = Result(run, kept.about, {})
    return found


def record(found: Iterable[Result]) -> None:
    """Write them down in the repository; what gave nothing is left out."""
    entries = {one.name: {"about": one.about, "figures": dict(one.figures)} for one in found if one.figures}
    RECORD.write_text(json.dumps(entries, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _recorded() -> dict[str, Result]:
    if not RECORD.is_file():
        return {}
    entries = json.loads(RECORD.read_text(encoding="utf-8"))
    return {name: Result(name, entry["about"], entry["figures"]) for name, entry in entries.items()}


def _note(document: Mapping[str, Any]) -> dict[str, str]:
    since = document.get("cells_since")
    return {"note": f"cells of the study kept since {since}"} if since else {}
