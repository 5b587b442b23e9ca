from typing import Any

from tests.house.coverage import ELSEWHERE, PACKAGE, ROOT, as_text, gaps, is_held, read


def test_a_held_module_that_lacks_a_branch_is_a_gap() -> None:
    modules = read(_found(domain_branches=1))
    assert [one.module for one in gaps(modules)] == ["domain/half.py"]
    assert "tivm_desktop/domain/half.py lacks 7, 4->end, 5->6" in as_text(modules)


def test_a_held_module_that_is_whole_is_none() -> None:
    assert gaps(read(_found(domain_branches=4))) == []


def test_other_rooms_are_reported_only() -> None:
    text = as_text(read(_found(domain_branches=4)))
    row = next(line for line in text.splitlines() if line.startswith("gui/"))
    assert "33.3 %" in row
    assert "0.0 %" in row
    assert "  held " in text
    assert not any("held" in line for line in as_text(read(_found())[1:]).splitlines())


def test_all_is_only_what_is_all() -> None:
    row = next(line for line in as_text(read(_found(lines=9999))).splitlines() if line.startswith("gui/"))
    assert "99.9 %" in row


def test_what_lies_beside_the_package_is_not_told() -> None:
    found = {"files": {"tests/test_it.py": _file(1, 1, 0, 0)}}
    assert read(found) == []


def _found(*, domain_branches: int = 4, lines: int = 1) -> dict[str, Any]:
    held = _file(4, 4, 4, domain_branches)
    if domain_branches < 4:
        held |= {"missing_lines": [7], "missing_branches": [[4, -1], [5, 6]]}
    whole = 10000 if lines > 1 else 3
    return {
        "files": {
            "tivm_desktop/domain/half.py": held,
            "tivm_desktop/gui/window.py": _file(whole, lines, 2, 0),
        }
    }


def _file(lines: int, reached: int, branches: int, branches_reached: int) -> dict[str, Any]:
    return {
        "summary": {
            "num_statements": lines,
            "covered_lines": reached,
            "num_branches": branches,
            "covered_branches": branches_reached,
        },
        "missing_lines": [],
        "missing_branches": [],
    }


def test_what_only_another_system_reaches_is_not_held() -> None:
    assert is_held("library/store.py")
    assert not is_held("library/drives.py")


def test_every_module_that_is_let_off_is_there() -> None:
    assert [name for name in ELSEWHERE if not (ROOT / PACKAGE / f"{name}.py").is_file()] == []
