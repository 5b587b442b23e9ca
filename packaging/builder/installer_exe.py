"""The installer for Windows: `python -m builder.installer_exe ONEDIR INTO`, wherever makensis is."""

import argparse
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path, PureWindowsPath

from builder.films import suffixes
from builder.icon_files import write_ico
from builder.program import COMMANDS, NAME, ROOT, TITLE, Program, program_of
from builder.windows_version import VersionError, four_numbers

SCRIPT = ROOT / "packaging" / "windows" / "installer.nsi"

_LONGEST = 180
"""Characters of the longest path below the program's folder; the folder may have 80, Windows allows 260."""


class InstallerError(RuntimeError):
    """The installer can't be made."""


def build(onedir: Path, into: Path, target: str = "") -> Path:
    """Make the installer of a finished onedir build of Windows.

    Args:
        onedir: the folder with both programs and `_internal`.
        into: where the installer goes.
        target: the installer's own machine, such as "amd64-unicode"; NSIS as published for Windows has only
            32 bits, which every 64-bit Windows runs.

    Returns:
        The installer, `tivm-desktop-VERSION-setup.exe`.

    Raises:
        InstallerError: makensis is missing or refuses, or a path is too long for Windows.
        FileNotFoundError: `onedir` is no build.
    """
    for name in COMMANDS:
        if not (onedir / f"{name}.exe").is_file():
            raise FileNotFoundError(f"{onedir} has no {name}.exe; build it on Windows.")
    compiler = shutil.which("makensis")
    if compiler is None:
        raise InstallerError("makensis is missing: install NSIS 3.08 or newer (Debian: nsis).")
    program = program_of(onedir)
    into.mkdir(parents=True, exist_ok=True)
    installer = (into / f"{NAME}-{program.version}-setup.exe").resolve()
    folder = into / "installer"
    write_ico(folder / "icon.ico")
    text = header(program, installer, folder / "icon.ico", suffixes())
    (folder / "build.nsh").write_text(text, encoding="utf-8-sig")
    command = [compiler, "-V2", "-WX", "-INPUTCHARSET", "UTF8", f'-X!addincludedir "{folder.resolve()}"']
    command += [f"-XTarget {target}"] if target else []
    command.append(str(SCRIPT))
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode != 0:
        raise InstallerError(f"makensis: {(done.stdout + done.stderr).strip()[-2000:]}")
    return installer


def header(program: Program, installer: Path, icon: Path, films: Sequence[str]) -> str:
    """Return build.nsh: what the script can't know.

    Raises:
        InstallerError: a path is too long for Windows.
        VersionError: the version doesn't begin with a number.
    """
    inside = [path.relative_to(program.onedir) for path in program.onedir.rglob("*")]
    longest = max(inside, key=lambda path: len(str(path)))
    if len(str(longest)) > _LONGEST:
        raise InstallerError(f"{longest} has more than {_LONGEST} characters: Windows can't install it.")
    defined = {
        "VERSION": program.version,
        "VERSION4": four_numbers(program.version),
        "PAYLOAD": str(program.onedir.resolve() / "*.*"),
        "ICON": str(icon.resolve()),
        "OUTPUT": str(installer),
        "ORIGINAL": PureWindowsPath(installer.name).name,
        "SIZE_KB": str(program.size_bytes() // 1024),
        "PUBLISHER": f"The authors of {TITLE}",
        "HOMEPAGE": program.releases,
    }
    lines = [f'!define {name} "{value}"' for name, value in defined.items()]
    each = [f"  !insertmacro ${{do}} {suffix}" for suffix in films]
    return "\n".join([*lines, "!macro each_suffix do", *each, "!macroend", ""])


def main() -> int:
    """Make the installer and return the process's exit status."""
    parser = argparse.ArgumentParser(prog="python -m builder.installer_exe", description=__doc__)
    parser.add_argument("onedir", type=Path)
    parser.add_argument("into", type=Path)
    arguments = parser.parse_args()
    try:
        installer = build(arguments.onedir, arguments.into)
    except (InstallerError, VersionError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{installer}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
