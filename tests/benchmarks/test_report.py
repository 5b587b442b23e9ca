"""The page of all figures says what the runs printed, the misses first, and what was not measured."""

import json
from pathlib import Path

import pytest

from benchmarks.report import collect, results
from benchmarks.report.asked import Figure, asked, value_of, whole_names
from benchmarks.report.chart import draw, share
from benchmarks.report.collect import last_document
from benchmarks.report.material import Material
from benchmarks.report.page import Line, lines, page
from benchmarks.report.runs import RUNS, Run

DOCUMENT = {"a": {"b.c": 2.5, "d": [1, {"e": True}]}, "x-1.deb": 3, "x-1.run": 9, "text": "four"}
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("way", "value"),
    [
        ("a / b.c", 2.5),
        ("a / d / 0", 1.0),
        ("a / d / 1 / e", 1.0),
        ("a / d / 7", None),
        ("x-*", 9.0),
        ("*.deb", 3.0),
        ("text", None),
        ("nowhere / at all", None),
    ],
)
def test_a_way_leads_to_a_number(way: str, value: float | None) -> None:
    assert value_of(DOCUMENT, way) == value


def test_every_figure_is_of_a_run_and_every_run_is_of_a_benchmark() -> None:
    names = [run.name for run in RUNS]
    assert len(set(names)) == len(names)
    assert {figure.run for figure in asked()} <= set(names)
    assert [run.module for run in RUNS if not (ROOT / "benchmarks" / f"{run.module}.py").is_file()] == []


def test_what_is_the_same_is_said_in_full_where_a_name_stands_alone() -> None:
    whats = ["100,000 tracks: open", "the same: rank, worst", "a stall", "the same under load"]
    names = whole_names([Figure(6, what, "r", "w") for what in whats])
    assert names == ["100,000 tracks: open", "100,000 tracks: rank, worst", "a stall", "a stall under load"]


@pytest.mark.parametrize(
    ("text", "document"),
    [
        ('said before\n{"a": 1}\n', {"a": 1}),
        ('{"first": 1}\n{\n "a": [1,\n  2]\n}', {"a": [1, 2]}),
        ("no document", {}),
        ("", {}),
    ],
)
def test_the_last_document_is_read(text: str, document: object) -> None:
    assert last_document(text) == document


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nothing was run yet, here or elsewhere."""
    monkeypatch.setattr(collect, "KEPT", tmp_path / "kept")
    monkeypatch.setattr(results, "RECORD", tmp_path / "record.json")
    return tmp_path / "kept"


def test_a_run_is_done_once_and_one_without_its_material_says_so(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    runs = [Run("known", "report", lambda _: ["--help"]), Run("lacking", "sync", wants=("clips",))]
    collect.collect(runs, Material(None), again=False)
    known, lacking = (json.loads((kept / f"{run.name}.json").read_text()) for run in runs)
    assert known["about"]["problem"] == "printed no JSON"
    assert lacking["about"]["problem"] == "not here: clips"
    (kept / "known.json").write_text(json.dumps({"about": known["about"], "document": {"x": 1}}))
    capsys.readouterr()
    collect.collect(runs, Material(None), again=False)
    assert capsys.readouterr().err == "== lacking\n"


ABOUT = {
    "date": "2026-01-31",
    "machine": "a machine",
    "commit": "abc",
    "load_before": 0.1,
    "command": "c",
    "problem": "",
}


def test_the_page_says_the_misses_first(kept: Path) -> None:
    keep(kept, "startup", {"ratio": 2.5, "usable_s": 1})
    runs = results.results(asked())
    text = page(lines(asked(), runs), runs, "picture.png")
    missed, rest = text.split("## Not measured")
    assert "Machine: a machine. " in missed
    assert "over a bare PySide6 window: **2.50 x**, asked: at most 2.00 x." in missed
    assert "| **missed** |" in rest
    assert "`sync`: not run" in rest
    assert "| startup | `c` | 2026-01-31 | abc | 0.1 |" in rest


def test_figures_of_earlier_runs_stay_until_the_run_is_done_again(kept: Path) -> None:
    keep(kept, "startup", {"ratio": 2.5, "of no use": "/a/folder"})
    keep(kept, "suggest", {"second_run_s": 1.5})
    results.record(results.results(asked()).values())
    assert "folder" not in results.RECORD.read_text()
    (kept / "startup.json").unlink()
    keep(kept, "suggest", {"second_run_s": 2.5})
    keep(kept, "sync", {}, problem="not here: sound")
    found = results.results(asked())
    assert found["startup"] == results.Result("startup", ABOUT, {"ratio": 2.5})
    assert found["suggest"].figures == {"second_run_s": 2.5}
    assert found["sync"].figures == {}
    results.record(found.values())
    assert set(json.loads(results.RECORD.read_text())) == {"startup", "suggest"}


def keep(folder: Path, run: str, document: object, problem: str = "") -> None:
    folder.mkdir(exist_ok=True)
    kept = {"about": ABOUT | {"problem": problem}, "document": document}
    (folder / f"{run}.json").write_text(json.dumps(kept))


def test_the_picture_has_a_bar_for_each_bound(tmp_path: Path) -> None:
    kept_one = Line("quick", Figure(2, "quick", "r", "w", "s", at_most=2.0), 1.0, None, True)
    missed_one = Line("good", Figure(2, "good", "r", "w", at_least=0.8), 0.4, None, False)
    truth = Line("so", Figure(2, "so", "r", "w", "yes", at_least=1.0), 1.0, None, True)
    assert [share(line) for line in (kept_one, missed_one, truth)] == [0.5, 2.0, None]
    draw([kept_one, missed_one, truth], tmp_path / "picture.png")
    assert (tmp_path / "picture.png").read_bytes().startswith(b"\x89PNG")
