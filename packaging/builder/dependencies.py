"""What a .deb depends on: what its files are linked with or load by name, in versions by dpkg-shlibdeps."""

import os
import re
import subprocess
import tempfile
from pathlib import Path

from builder.elf_tables import Elf, elf_files, from_outside, read_elf
from builder.program import NAME

LOADED_BY_NAME = {
    "libportaudio2": "sounddevice finds it by name: sound",
    "libpulse0": "pulsectl finds it by name: the choice of a sound device",
    "libegl1": "Qt's platform plugins load their OpenGL parts",
    "libgl1": "the same under X11",
}
"""Package -> why. No file in the program has an entry for them that a linker would see."""
MAY_STAY_AWAY = frozenset({"libqgtk3.so"})
"""Plugins that Qt passes over where their libraries are missing; nothing depends on them."""
LIBC = re.compile(r"^(libc|libm|libmvec|libdl|librt|libpthread|libutil|libresolv|ld-linux.*)\.so\.\d+$")
"""The names of the C library, which every system has."""


class UnresolvedError(RuntimeError):
    """A file in the program needs what neither the program nor an installed package has."""


def needed_packages(folder: Path) -> list[str]:
    """Return the packages that the files in `folder` need, in the words of a Depends field, sorted.

    Args:
        folder: the program as it is installed; a library in it goes before the system's of the same name.

    Raises:
        UnresolvedError: a library is nowhere, or a file works with one version of the C library only.
        OSError: objdump, dpkg-query or dpkg-shlibdeps can't be run.
    """
    files = [file for file in elf_files(folder) if file.name not in MAY_STAY_AWAY]
    read = read_elf(files)
    if tied := [elf.path.name for elf in read if elf.private]:
        raise UnresolvedError(
            f"These libraries belong to the system's C library and can't be shipped: {tied}."
        )
    carried = {path.name for path in folder.rglob("*.so*")}
    outside = {name for name in from_outside(read, carried) if not LIBC.match(name)}
    asking = [elf.path for elf in read if elf.needed & outside]
    owners = _owners(outside) - {"libc6"}
    found = [entry for entry in _versions(asking, folder) if _names(entry) & owners]
    told = {name for entry in found for name in _names(entry)}
    if unknown := owners - told:
        found += sorted(unknown)
    return sorted({*found, *_c_library(read), *(name for name in LOADED_BY_NAME if name not in told)})


def _c_library(read: list[Elf]) -> list[str]:
    newest = max((elf.glibc for elf in read), default=())
    return [f"libc6 (>= {'.'.join(map(str, newest))})"] if newest else []


def _names(entry: str) -> set[str]:
    return {part.split()[0] for part in entry.split("|")}


def _owners(libraries: set[str]) -> set[str]:
    """The packages of this system that the libraries come from."""
    cached = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True).stdout
    paths = dict(reversed(re.findall(r"^\s+(\S+) \(.*\) => (\S+)$", cached, re.M)))
    if missing := sorted(libraries - paths.keys()):
        raise UnresolvedError(f"The program needs {', '.join(missing)}, which this system lacks: install it.")
    found = set()
    for library in libraries:
        path = Path(paths[library])
        names = {str(path), str(path.resolve()), str(path).removeprefix("/usr"), f"/usr{path.resolve()}"}
        asked = subprocess.run(["dpkg-query", "-S", *names], capture_output=True, text=True, check=False)
        if not asked.stdout:
            raise UnresolvedError(f"{path} belongs to no package, so nothing can depend on it.")
        found.add(asked.stdout.split(":")[0])
    return found


def _versions(files: list[Path], folder: Path) -> list[str]:
    if not files:
        return []
    own = sorted({path.parent for path in folder.rglob("*.so*")})
    with tempfile.TemporaryDirectory() as work:
        control = Path(work) / "debian" / "control"
        control.parent.mkdir()
        control.write_text(f"Source: {NAME}\n\nPackage: {NAME}\nArchitecture: any\n", encoding="utf-8")
        command = ["dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0"]
        done = subprocess.run(
            [*command, *(f"-l{path}" for path in own), *files],
            cwd=work,
            env={**os.environ, "LC_ALL": "C"},
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode != 0:
        raise UnresolvedError(f"dpkg-shlibdeps can't tell what the program needs: {done.stderr.strip()}")
    found = re.search(r"^shlibs:Depends=(.*)$", done.stdout, re.M)
    return [entry.strip() for entry in found[1].split(",") if entry.strip()] if found else []
