from pathlib import Path

import pytest

from tivm_desktop.machine.power import linux_on_battery, mac_on_battery
from tivm_desktop.machine.programs import run_quietly


def supply(folder: Path, name: str, **files: str) -> None:
    (folder / name).mkdir()
    for file, line in files.items():
        (folder / name / file).write_text(line + "\n")


@pytest.mark.parametrize(
    ("online", "status", "expected"),
    [
        ("1", "Charging", False),
        ("1", "Discharging", False),
        ("0", "Discharging", True),
        ("0", "Not charging", False),
    ],
)
def test_a_laptop_is_on_battery_where_that_discharges_and_no_mains_is_there(
    tmp_path: Path, *, online: str, status: str, expected: bool
) -> None:
    supply(tmp_path, "AC", type="Mains", online=online)
    supply(tmp_path, "BAT0", type="Battery", status=status, scope="System")
    assert linux_on_battery(tmp_path) is expected


def test_the_battery_of_a_mouse_does_not_count(tmp_path: Path) -> None:
    supply(tmp_path, "mouse", type="Battery", status="Discharging", scope="Device")
    assert linux_on_battery(tmp_path) is False


def test_a_desktop_computer_with_an_empty_socket_is_on_mains(tmp_path: Path) -> None:
    supply(tmp_path, "ucsi", type="USB", online="0")
    assert linux_on_battery(tmp_path) is False


def test_a_system_without_a_list_of_supplies_says_nothing(tmp_path: Path) -> None:
    assert linux_on_battery(tmp_path / "missing") is None


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Now drawing from 'AC Power'\n -InternalBattery-0 100%; charged", False),
        ("Now drawing from 'Battery Power'\n -InternalBattery-0 55%; discharging", True),
        ("", None),
    ],
)
def test_what_pmset_says_is_understood(*, said: str, expected: bool | None) -> None:
    commands: list[list[str]] = []

    def run(command: list[str]) -> str:
        commands.append(command)
        return said

    assert mac_on_battery(run) is expected
    assert commands == [["pmset", "-g", "batt"]]


def test_a_program_that_is_not_there_or_fails_says_nothing() -> None:
    assert run_quietly(["/nowhere/at all"]) == ""
    assert run_quietly(["false"]) == ""
    assert run_quietly(["echo", "yes"]) == "yes\n"
