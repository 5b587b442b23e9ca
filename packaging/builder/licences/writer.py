"""Makes the parts by others: of the table, of wheels, of Debian packages."""

import re
from collections.abc import Iterator, Sequence
from importlib.metadata import distribution
from pathlib import Path

from . import own, system, wheels
from .known import Known, known_parts
from .owners import Owner, UncoveredError
from .part import Part
from .shelf import Shelf
from .texts import as_text, copyright_lines

_CROWD = 8
"""Files in one folder of the same owner, beyond which the folder is named instead of them."""


def part(owner: Owner, paths: Sequence[str], shelf: Shelf) -> Part:
    """Return the part that `owner` has in the program, its texts put on the shelf.

    Args:
        owner: whose the files are.
        paths: the shipped files, within the program; empty where only frozen modules are.
        shelf: where the texts go.

    Raises:
        UncoveredError: nobody tells the licence.
        TextMissingError: its text is nowhere to be had.
    """
    if owner.kind == "known":
        return known(next(entry for entry in known_parts() if entry.name == owner.name), paths, shelf)
    if owner.kind == "own":
        return own.program(shelf)
    make = {"wheel": _wheel, "debian": _debian, "pack": own.pack, "python": own.cpython}
    return make[owner.kind](owner.name, paths, shelf)


def known(entry: Known, paths: Sequence[str], shelf: Shelf) -> Part:
    """Return the part that the table's `entry` describes; `paths` are empty if it is compiled into others."""
    package = _package(entry, paths)
    version = entry.version(shelf.files[path] for path in paths) or (
        system.version(package) if package else ""
    )
    notice = [f"{entry.name} {version}".strip(), "", *entry.copyright, "", f"Licence: {entry.licence}"]
    notice += ["", *entry.notice.splitlines()] if entry.notice else []
    texts = [shelf.put(entry.name, "NOTICE.txt", "\n".join(notice) + "\n")]
    texts += [shelf.put(entry.name, "copyright.txt", system.copyright_text(package))] if package else []
    if entry.files_of:
        wheel, wanted = entry.files_of
        found = [Path(str(file.locate())) for file in distribution(wheel).files or [] if file.match(wanted)]
        texts += [shelf.put(entry.name, file.name, as_text(file)) for file in found]
    if entry.texts is not None:
        texts += shelf.put_spdx(entry.texts)
    elif not entry.licence.startswith("LicenseRef-"):
        texts += shelf.put_spdx(entry.licence)
    return Part(
        name=entry.name,
        version=version,
        licence=entry.licence,
        files=tuple(texts),
        what=entry.what,
        origin=f"the Debian package {package} {system.version(package)}"
        if package
        else _origin(entry, paths),
        homepage=entry.homepage,
        source=f"the Debian source package {system.source(package)}"
        if package
        else entry.source.replace("{version}", version or "VERSION"),
        copyright=entry.copyright,
        paths=tuple(_patterns(paths)),
    )


def _package(entry: Known, paths: Sequence[str]) -> str:
    """Return the Debian package that the files were copied from; empty if it was none."""
    if not entry.debian:
        return ""
    named = (system.debian_package(path.rsplit("/", 1)[-1]) for path in paths)
    return next((name for name in named if name in entry.debian), "")


def _wheel(name: str, paths: Sequence[str], shelf: Shelf) -> Part:
    found = distribution(name)
    name, version, licence = found.metadata["Name"], found.version, wheels.expression(found)
    if not licence:
        raise UncoveredError(f"The wheel {name} doesn't say its licence: add it to known_parts.toml.")
    texts = [(short, as_text(path)) for short, path in wheels.files(found)]
    files = [shelf.put(name, short, text) for short, text in texts]
    if not any(re.search(r"licen[cs]e|copying", short, re.I) for short, _ in texts):
        files += shelf.put_spdx(licence)
    what = wheels.said(found, "Summary")
    return Part(
        name=name,
        version=version,
        licence=licence,
        files=tuple(files),
        what=what[:1].upper() + what[1:],
        origin=f"the wheel {name} {version}",
        homepage=wheels.homepage(found),
        source=wheels.source(found),
        copyright=copyright_lines("\n".join(text for _, text in texts)) or wheels.authors(found),
        paths=tuple(_patterns(paths)),
    )


def _debian(name: str, paths: Sequence[str], shelf: Shelf) -> Part:
    text = system.copyright_text(name)
    licence = system.licence(name, text)
    if not licence:
        raise UncoveredError(
            f"The Debian package {name} ({', '.join(paths)}) doesn't say its licence in a form that can be "
            "read: add it to packaging/builder/licences/known_parts.toml, or ship it no more."
        )
    version = system.version(name)
    return Part(
        name=name,
        version=version,
        licence=licence,
        files=(shelf.put(f"debian-{name}", "copyright.txt", text), *shelf.put_spdx(licence)),
        what="a library of the build machine's system",
        origin=f"the Debian package {name} {version}",
        source=f"the Debian source package {system.source(name)}",
        copyright=copyright_lines(text),
        paths=tuple(paths),
    )


def _patterns(paths: Sequence[str]) -> Iterator[str]:
    """Yield the paths, but a folder's pattern once for folders that the owner has many files in."""
    tops = [path.split("/", 1)[0] for path in paths]
    crowded = {top for top in tops if tops.count(top) > _CROWD and not top.endswith(".libs")}
    yield from dict.fromkeys(
        f"{top}/*" if top in crowded else path for path, top in zip(paths, tops, strict=True)
    )


def _origin(entry: Known, paths: Sequence[str]) -> str:
    """Return where a part of the table was taken from, as far as its place tells."""
    if entry.version_of:
        return f"in the wheel {entry.version_of} {entry.version(())}"
    tops = dict.fromkeys(path.split("/", 1)[0] for path in paths if "/" in path)
    named = [wheels.described(top.removesuffix(".libs")) for top in tops]
    if any(named):
        return f"in the wheel {' and the wheel '.join(name for name in named if name)}"
    return "brought by CPython or the build machine's system" if paths else "compiled into other files"
