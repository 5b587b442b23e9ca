"""The source code that the GPL asks for, in one archive beside the installers.

`python -m builder.source_archive LICENCES... --into DIR`, where LICENCES are the folders that
`builder.licences` collected for each system. It needs a network, git, pip, and, for
libraries of a Debian system, apt-get.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tarfile
import urllib.request
from collections.abc import Callable, Iterable
from pathlib import Path

from builder.licences import Part, read
from builder.licences.sources import owing
from builder.program import NAME, ROOT, project_version

Fetch = Callable[[str, Path], None]
"""Writes what lies at an address into a file; raises OSError."""

_ARCHIVE = re.compile(r"https://\S+\.(?:tar\.\w+|tgz|tbz2|zip)(?=[\s\"']|$)")
_RECIPE_OF = re.compile(r"(https://\S+?/pyav-ffmpeg)/releases/download/([^/]+)/")
_DEBIAN = re.compile(r"the Debian source package (\S+) (\S+)")
_PYPI = re.compile(r"the Python package index: (\S+) ([^,\s]+)")


class SourceError(RuntimeError):
    """Source code that is owed can't be had."""


def download(address: str, file: Path) -> None:
    """Write what lies at an HTTPS address into a file."""
    if not address.startswith("https://"):
        raise OSError("not an HTTPS address")
    with urllib.request.urlopen(address, timeout=120) as answer, file.open("wb") as out:  # noqa: S310
        shutil.copyfileobj(answer, out)


def build(collected: Iterable[Path], into: Path, fetch: Fetch = download, root: Path = ROOT) -> Path:
    """Make the archive.

    Args:
        collected: folders with an index of parts; a part in several is taken once.
        into: where it goes; a folder of what was fetched is left beside it.
        fetch: how an address is read.
        root: a clone of the project.

    Returns:
        The archive.

    Raises:
        SourceError: something owed can't be fetched; all that lacks is named.
        OSError: a file can't be written.
    """
    parts = {(part.name, part.version): part for folder in collected for part in read(folder)}
    name = f"{NAME}-{project_version()}-sources"
    folder = into / name
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "parts").mkdir(parents=True)
    _own(root, folder)
    shelf = _Shelf(folder / "parts", fetch)
    shelf.take_recipe(parts.values())
    for part in owing(list(parts.values())):
        shelf.take(part)
    if shelf.lacking:
        raise SourceError("These sources can't be had: " + "; ".join(shelf.lacking))
    (folder / "README.txt").write_text(_readme(shelf.elsewhere), encoding="utf-8")
    archive = into / f"{name}.tar"  # what is in it is compressed already
    with tarfile.open(archive, "w") as out:
        out.add(folder, name)
    return archive


def _own(root: Path, folder: Path) -> None:
    name = f"{NAME}-{project_version()}"
    options = ["--prefix", f"{name}/", "--output", str(folder.resolve() / f"{name}.tar.gz")]
    command = ["git", "-C", str(root), "archive", *options, "HEAD"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SourceError(f"git archive: {done.stderr.strip()}")


class _Shelf:
    """The archives fetched so far."""

    def __init__(self, folder: Path, fetch: Fetch) -> None:
        self._folder = folder
        self._fetch = fetch
        self._fetched: dict[str, Path | None] = {}
        self.lacking: list[str] = []
        self.elsewhere: list[str] = []
        """Parts whose archive nobody names exactly, each with where its source is."""

    def take(self, part: Part) -> None:
        """Fetch the source of a part, from wherever it is published."""
        addresses = _ARCHIVE.findall(part.source)
        if addresses:
            for address in addresses:
                self._get(address)
        elif debian := _DEBIAN.fullmatch(part.source):
            self._run("apt-get", "source", "--download-only", f"{debian[1]}={debian[2]}")
        elif wheel := _PYPI.match(part.source):
            words = ("download", "--no-deps", "--no-binary", ":all:", f"{wheel[1]}=={wheel[2]}")
            self._run(sys.executable, "-m", "pip", *words)
        else:
            self.elsewhere.append(f"{part.name} {part.version}: {part.source}")

    def take_recipe(self, parts: Iterable[Part]) -> None:
        """Fetch how the wheel of PyAV's FFmpeg is built, and all that it is built from."""
        for part in parts:
            if part.name != "av":
                continue
            source = self._get(part.source)
            versions = {other.version for other in parts if other.name == "FFmpeg"}
            for address in _recipes(source, versions) if source else ():
                recipe = self._get(address)
                for inner in _addresses(recipe) if recipe else ():
                    self._get(inner)

    def _get(self, address: str) -> Path | None:
        if address not in self._fetched:
            file = self._folder / "-".join(address.removeprefix("https://").split("/")[-4:])
            try:
                self._fetch(address, file)
            except OSError as error:
                self.lacking.append(f"{address} ({error})")
                self._fetched[address] = None
            else:
                self._fetched[address] = file
        return self._fetched[address]

    def _run(self, *command: str) -> None:
        try:
            done = subprocess.run(command, cwd=self._folder, capture_output=True, text=True, check=False)
        except FileNotFoundError:
            self.lacking.append(f"{command[-1]} ({command[0]} is missing)")
            return
        if done.returncode != 0:
            self.lacking.append(f"{command[-1]} ({done.stderr.strip()[-200:]})")


def _texts(archive: Path, pattern: str) -> list[str]:
    """Return the texts of those files in an archive whose paths match."""
    with tarfile.open(archive) as files:
        found = [member for member in files if member.isfile() and re.search(pattern, member.name)]
        handles = [files.extractfile(member) for member in found]
        return [handle.read().decode("utf-8", "replace") for handle in handles if handle]


def _recipes(source: Path, versions: set[str]) -> list[str]:
    """Return the addresses of the recipes that PyAV's source names for FFmpeg of these versions."""
    texts = "".join(_texts(source, r"/scripts/ffmpeg[^/]*\.json$"))
    named = dict.fromkeys(_RECIPE_OF.findall(texts))
    mine = [(page, tag) for page, tag in named if any(tag.startswith(version) for version in versions)]
    return [f"{page}/archive/refs/tags/{tag}.tar.gz" for page, tag in mine]


def _addresses(recipe: Path) -> list[str]:
    """Return the addresses of all archives that a recipe builds from."""
    return list(dict.fromkeys(_ARCHIVE.findall("\n".join(_texts(recipe, r"/scripts/[^/]*\.py$")))))


def _readme(elsewhere: list[str]) -> str:
    lines = [
        f"The source code of this version of {NAME} and of the parts by others whose licences ask for it.",
        f"The program's own: {NAME}-{project_version()}.tar.gz; how it is built: its packaging/README.md.",
        "",
    ]
    if elsewhere:
        lines += ["Not in here, since no exact archive is named by who built them:", *elsewhere]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Make the archive and return the process's exit status."""
    parser = argparse.ArgumentParser(prog="python -m builder.source_archive", description=__doc__)
    parser.add_argument("collected", type=Path, nargs="+", metavar="LICENCES")
    parser.add_argument("--into", type=Path, required=True, metavar="DIR")
    arguments = parser.parse_args()
    try:
        archive = build(arguments.collected, arguments.into)
    except (SourceError, OSError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{archive}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
