"""Whether this machine runs on its battery."""

import ctypes
import sys
from pathlib import Path

from tivm_desktop.machine.programs import Run, run_quietly

_SUPPLIES = Path("/sys/class/power_supply")


def on_battery() -> bool | None:
    """Tell whether this machine runs on its battery; None where the system doesn't say."""
    if sys.platform == "win32":
        return windows_on_battery()
    if sys.platform == "darwin":
        return mac_on_battery(run_quietly)
    return linux_on_battery(_SUPPLIES)


def linux_on_battery(supplies: Path) -> bool | None:
    """Read the kernel's list of power supplies.

    Mains that is online decides; without any, a system battery that discharges does. Batteries of mice and
    headphones (`scope` Device) don't count.

    Args:
        supplies: the folder with one folder for each supply.
    """
    mains = [supply for supply in supplies.glob("*") if _text(supply / "type") in {"Mains", "USB"}]
    batteries = [
        supply
        for supply in supplies.glob("*")
        if _text(supply / "type") == "Battery" and _text(supply / "scope") != "Device"
    ]
    if not supplies.is_dir():
        return None
    plugged_in = any(_text(supply / "online") == "1" for supply in mains)
    return not plugged_in and any(_text(supply / "status") == "Discharging" for supply in batteries)


def _text(file: Path) -> str:
    """The line in a file of the kernel's; empty where there is none."""
    try:
        return file.read_text().strip()
    except (OSError, UnicodeDecodeError):
        return ""


def mac_on_battery(run: Run) -> bool | None:
    """Ask `pmset`."""
    said = run(["pmset", "-g", "batt"])
    if "'AC Power'" in said:
        return False
    return True if "'Battery Power'" in said else None


class _PowerStatus(ctypes.Structure):
    """SYSTEM_POWER_STATUS of the Windows API."""

    _fields_ = (
        ("line", ctypes.c_ubyte),
        ("flag", ctypes.c_ubyte),
        ("percent", ctypes.c_ubyte),
        ("saver", ctypes.c_ubyte),
        ("life_s", ctypes.c_ulong),
        ("full_life_s", ctypes.c_ulong),
    )


def windows_on_battery() -> bool | None:
    """Ask `GetSystemPowerStatus`."""
    library = getattr(ctypes, "windll", None)
    status = _PowerStatus()
    if library is None or not library.kernel32.GetSystemPowerStatus(ctypes.byref(status)):
        return None
    return {0: True, 1: False}.get(status.line)
