import json
from pathlib import Path

import pytest

from tests.house.mutation import open_again, take_copy
from tests.house.mutation_report import CLOCK, Score, Survivor, as_json, as_text, percent, scores

MODULE = """def x_half__mutmut_orig(value):
    \"\"\"Half of it.\"\"\"
    return value / 2


def x_half__mutmut_1(value):
    \"\"\"Half of it.\"\"\"
    return value * 2


def x_half__mutmut_2(value):
    \"\"\"Half of it.\"\"\"
    return value / 3
"""
SPANS = {"x_half__mutmut_orig": [1, 3], "x_half__mutmut_1": [6, 8], "x_half__mutmut_2": [11, 13]}
SURVIVOR = Survivor(
    "tivm_desktop.domain.half.x_half__mutmut_2", "-    return value / 2\n+    return value / 3"
)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    root = tmp_path / "tree"
    for name in ("models/pack.json", "resources/icon.svg", "pyproject.toml", "tivm_desktop/domain/half.py"):
        _write(root / name, "1")
    for name in ("tests/conftest.py", "tests/domain/test_half.py", "tests/playback/test_clock.py"):
        _write(root / name, "1")
    return root


@pytest.fixture
def tried(tmp_path: Path) -> Path:
    """A folder in which one change was noticed, one was not, and one is open."""
    folder = tmp_path / "mutation"
    module = folder / "mutants" / "tivm_desktop" / "domain" / "half.py"
    _write(module, MODULE)
    _write(module.with_name("half.py.spans"), json.dumps({"version": 1, "spans": SPANS}))
    names = [f"tivm_desktop.domain.half.x_half__mutmut_{number}" for number in (1, 2, 3)]
    _write(
        module.with_name("half.py.meta"),
        json.dumps({"exit_code_by_key": dict(zip(names, (1, 0, None), strict=True))}),
    )
    return folder


def test_the_copy_follows_the_tree(tree: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    take_copy(tree, copy)
    same, changed = copy / "tests/conftest.py", copy / "tests/playback/test_clock.py"
    written = same.stat().st_mtime_ns
    _write(tree / "tests/playback/test_clock.py", "2")
    (tree / "tests/domain/test_half.py").unlink()
    _write(copy / "mutants/tests/domain/test_half.py", "1")
    take_copy(tree, copy)
    assert (changed.read_text(), same.stat().st_mtime_ns) == ("2", written)
    assert not (copy / "tests/domain/test_half.py").exists()
    assert not (copy / "mutants/tests/domain/test_half.py").exists()
    assert (copy / "mutants/models/pack.json").read_text() == "1"


def test_who_survived_is_shown_with_the_change(tried: Path) -> None:
    assert scores(tried) == [Score("domain/half", 2, 1, (SURVIVOR,))]


def test_new_tests_try_again_what_had_survived(tree: Path, tried: Path) -> None:
    take_copy(tree, tried)
    open_again(tried)
    assert scores(tried) == [Score("domain/half", 1, 2, ())]


def test_where_modules_are_named_the_rest_stays_until_all_is_tried(tree: Path, tried: Path) -> None:
    take_copy(tree, tried)
    open_again(tried, all_of_it=False)
    assert scores(tried)[0].survivors == (SURVIVOR,)
    open_again(tried)
    assert not scores(tried)[0].survivors


def test_with_the_same_tests_what_was_found_stays(tree: Path, tried: Path) -> None:
    take_copy(tree, tried)
    meta = next(tried.rglob("*.meta"))
    found = meta.read_text()
    open_again(tried)
    meta.write_text(found)
    open_again(tried)
    assert scores(tried)[0].survivors == (SURVIVOR,)


def test_what_was_broken_off_is_open(tree: Path, tried: Path) -> None:
    take_copy(tree, tried)
    open_again(tried)
    meta = next(tried.rglob("*.meta"))
    meta.write_text(json.dumps({"exit_code_by_key": dict.fromkeys("abc", 2)}))
    open_again(tried)
    assert json.loads(meta.read_text())["exit_code_by_key"] == dict.fromkeys("abc")


def test_a_score_counts_what_was_tried() -> None:
    weak, untried = Score("domain/half", 8, 5, (SURVIVOR, SURVIVOR)), Score("domain/whole", 0, 9, ())
    assert percent([weak, untried]) == pytest.approx(75.0)
    assert percent([untried]) == pytest.approx(0.0)


def test_both_forms_say_the_same() -> None:
    found = [Score(CLOCK, 10, 0, ()), Score("domain/half", 4, 2, (SURVIVOR,))]
    lines = as_text(found).splitlines()
    assert [line.split() for line in lines[1:5]] == [
        ["domain/half", "4", "3", "75.0%", "2"],
        ["playback/clock", "10", "10", "100.0%", "0"],
        ["all", "of", "domain", "4", "3", "75.0%", "2"],
        ["the", "clock", "10", "10", "100.0%", "0"],
    ]
    assert lines[-3:] == [SURVIVOR.name, *SURVIVOR.change.splitlines()]
    as_data = json.loads(as_json(found))
    assert as_data["percent"] == {"all of domain": 75.0, "the clock": 100.0}
    assert as_data["modules"]["domain/half"]["survivors"] == {SURVIVOR.name: SURVIVOR.change}


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
