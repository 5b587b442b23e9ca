"""Collects the licences of a finished program: from a folder of files to an index with texts."""

import re
import shutil
from collections import defaultdict
from pathlib import Path

from . import sources, writer
from .compatible import check, check_ffmpeg
from .known import Known, known_parts
from .modules import frozen_modules
from .owners import Owner, Owners, UncoveredError, shipped
from .part import PROGRAM, Part, write
from .shelf import Shelf


def collect(onedir: Path, into: Path) -> list[Part]:
    """Write the licences of all that the program in `onedir` consists of into the folder `into`, made anew.

    Args:
        onedir: the finished folder that PyInstaller made, or a macOS bundle; any with an `_internal` will do.
        into: where index.json, sources.txt and texts/ go; what lies in it is not itself looked at.

    Raises:
        UncoveredError: files or modules are shipped that nobody's licence covers; all are named.
        IncompatibleError: a licence doesn't go with GPL-3.0-or-later.
        TextMissingError: the text of a licence is nowhere to be had.
        FileNotFoundError: `onedir` is no built program.
    """
    files = dict(shipped(onedir, into))
    owned = _owned(files, frozen_modules(onedir))
    for path, where in files.items():
        if re.search(r"avutil[-.]", path) and not path.endswith(".pyi"):
            check_ffmpeg(path, where.read_bytes())
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir(parents=True)
    shelf = Shelf(into, files)
    parts, faults = [], []
    for owner, paths in owned.items():
        try:
            parts.append(writer.part(owner, paths, shelf))
        except UncoveredError as error:
            faults.append(str(error))
    if faults:
        raise UncoveredError("\n".join(faults))
    within = [entry for entry in known_parts() if not _has(owned, entry) and entry.is_within(files)]
    parts += [writer.known(entry, (), shelf) for entry in within]
    parts.sort(key=lambda part: (part.name != PROGRAM, part.name.lower()))
    check(parts)
    write(parts, into)
    offer = sources.offer(parts, sources.stamp(files))
    (into / sources.FILE).write_text(offer, encoding="utf-8", newline="\n")
    return parts


def _has(owned: dict[Owner, list[str]], entry: Known) -> bool:
    return Owner("known", entry.name) in owned


def _owned(files: dict[str, Path], modules: list[str]) -> dict[Owner, list[str]]:
    """Return the shipped files of each owner; those of whom only frozen modules are shipped have none."""
    owners = Owners()
    owned: dict[Owner, list[str]] = defaultdict(list)
    nobody = []
    for path, where in files.items():
        owner = owners.of_file(path, where)
        owned[owner].append(path) if owner else nobody.append(path)
    for module in modules:
        owner = owners.of_module(module)
        owned[owner] if owner else nobody.append(f"the module {module}")
    if nobody:
        raise UncoveredError(
            "Nobody's licence is known for what is shipped as "
            + ", ".join(nobody)
            + ": add it to packaging/builder/licences/known_parts.toml, or ship it no more."
        )
    return dict(owned)
