"""Writes the page: what was asked for, what came out, the misses first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.report.asked import Figure, whole_names
from benchmarks.report.results import Result
from benchmarks.report.runs import RUNS

ISSUES = {
    2: "The main job, end to end",
    3: "TIVM itself: training and judging",
    4: "The default pack",
    5: "The audition",
    6: "The library",
    7: "The installed program",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A figure with what came out."""

    name: str
    """What it is, in full."""
    figure: Figure
    value: float | None
    peer: float | None
    met: bool | None


def lines(figures: Iterable[Figure], runs: Mapping[str, Result]) -> list[Line]:
    """All figures, with what the runs say of them."""
    figures, found = list(figures), []
    for name, figure in zip(whole_names(figures), figures, strict=True):
        values = runs[figure.run].figures if figure.run in runs else {}
        value = values.get(figure.way)
        met = None if value is None else figure.met(value)
        found.append(Line(name, figure, value, values.get(figure.peer_way), met))
    return found


def page(found: Sequence[Line], runs: Mapping[str, Result], picture: str) -> str:
    """Return the page in Markdown."""
    results = [runs[run.name] for run in RUNS if run.name in runs]
    machines = dict.fromkeys(result.about["machine"] for result in results)
    bounded = [line for line in found if line.met is not None]
    missed = [line for line in bounded if not line.met]
    lacking = [line for line in found if line.value is None]
    parts = [
        "# Figures",
        (
            "Every figure that was asked for, ours and beside it the peer's of the same run. `./dev bench"
            " --all --material DIR` runs everything and writes this page; what DIR has to hold says"
            " `benchmarks/report/material.py`."
        ),
        f"Machine: {'; '.join(machines)}. {len(bounded) - len(missed)} of {len(bounded)} bounds are kept.",
        f"![Each figure over its bound: left of the line it is kept]({picture})",
        "## Missed",
        *(_sentence(line) for line in missed),
        *([] if missed else ["Nothing."]),
    ]
    if lacking:
        parts += [
            "## Not measured",
            *(f"- {line.name} (`{line.figure.run}`: {_why(line, runs)})" for line in lacking),
        ]
    for issue, title in ISSUES.items():
        rows = [line for line in found if line.figure.issue == issue and line.value is not None]
        if rows:
            parts += [f"## {title} (issue {issue})", _table(rows)]
    parts += ["## The runs", _runs(results)]
    return _joined(parts)


def _sentence(line: Line) -> str:
    return f"- {line.name}: **{_ours(line)}**, asked: {line.figure.asked}."


def _ours(line: Line) -> str:
    return "" if line.value is None else line.figure.shown(line.value)


def _why(line: Line, runs: Mapping[str, Result]) -> str:
    result = runs.get(line.figure.run)
    if result is None:
        return "not run"
    return result.about.get("problem") or f"it prints no {line.figure.way}"


def _table(rows: Sequence[Line]) -> str:
    head = ["| | ours | asked | | peer | |", "|---|---:|---|---|---:|---|"]
    body = []
    for line in rows:
        verdict = {True: "kept", False: "**missed**", None: ""}[line.met]
        peer, whose = ("", "") if line.peer is None else (line.figure.shown(line.peer), line.figure.peer)
        body.append(
            f"| {line.figure.what} | {_ours(line)} | {line.figure.asked} | {verdict} | {peer} | {whose} |"
        )
    return "\n".join(head + body)


def _runs(results: Sequence[Result]) -> str:
    head = ["| run | command | day | commit | load before | took, s | |", "|---|---|---|---|---:|---:|---|"]
    body = [
        f"| {result.name} | `{result.about['command']}` | {result.about['date']} | {result.about['commit']} |"
        f" {result.about['load_before']} | {result.about.get('took_s', '')} | {_note(result)} |"
        for result in results
    ]
    return "\n".join(head + body)


def _note(result: Result) -> str:
    return str(result.about["problem"] or result.about.get("note", ""))


def _joined(parts: Sequence[str]) -> str:
    text = ""
    for before, part in zip(("", *parts), parts, strict=False):
        text += (
            "" if not before else "\n" if before.startswith("- ") and part.startswith("- ") else "\n\n"
        ) + part
    return text + "\n"
