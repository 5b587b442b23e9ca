"""What PyInstaller is told on Windows and macOS only."""

import sys
from pathlib import Path
from typing import Any

from . import mac_app
from .films import suffixes
from .icon_files import write_icns, write_ico
from .program import NAME, project_version
from .windows_version import write_version


def executable(name: str, work: Path, system: str = sys.platform) -> dict[str, Any]:
    """Return what EXE is told of the program `name` beside what it is told everywhere.

    Args:
        name: of the executable, without suffix.
        work: where icons and the like are written.
        system: `sys.platform` of the build.
    """
    if system == "win32":
        icon, told = work / f"{NAME}.ico", work / f"{name}-version.txt"
        write_ico(icon)
        write_version(told, name, project_version())
        return {"icon": str(icon), "version": str(told)}
    # macOS hands what is opened over in an event: at the start it is made an argument, as on other systems.
    return {"argv_emulation": name == NAME} if system == "darwin" else {}


def application(work: Path) -> dict[str, Any]:
    """Return what BUNDLE is told; the icon is written into the folder `work`."""
    icon = work / f"{NAME}.icns"
    write_icns(icon)
    return {
        "name": mac_app.APP,
        "icon": str(icon),
        "bundle_identifier": mac_app.IDENTIFIER,
        "version": project_version(),
        "info_plist": mac_app.information(project_version(), suffixes()),
    }
