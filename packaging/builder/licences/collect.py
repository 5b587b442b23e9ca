"""Collects the licences of a finished program: from a folder of files to an index with texts."""

import platform
import re
import shutil
import sysconfig
from collections import defaultdict
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from . import sources, system, wheels
from .compatible import check, check_ffmpeg
from .known import Known, known_parts
from .modules import frozen_modules
from .owners import CPYTHON, Owner, Owners, UncoveredError, shipped
from .part import PROGRAM, Part, write
from .texts import as_text, copyright_lines, names, spdx_text

ROOT = Path(__file__).resolve().parents[3]
"""The project's folder."""


def collect(onedir: Path, into: Path) -> list[Part]:
    """Write the licences of all that the program in `onedir` consists of into the folder `into`, made anew.

    Args:
        onedir: the finished folder that PyInstaller made, or a macOS bundle; any folder with an `_internal` will do.
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
    writer = _Writer(into, files)
    parts, faults = [], []
    for owner, paths in owned.items():
        try:
            parts.append(writer.part(owner, paths))
        except UncoveredError as error:
            faults.append(str(error))
    if faults:
        raise UncoveredError("\n".join(faults))
    parts += [writer.known(entry, ()) for entry in known_parts() if not _has(owned, entry) and entry.is_within(files)]
    parts.sort(key=lambda part: (part.name != PROGRAM, part.name.lower()))
    check(parts)
    write(parts, into)
    (into / sources.FILE).write_text(sources.offer(parts, sources.stamp(files)), encoding="utf-8", newline="\n")
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


class _Writer:
    """Makes parts and writes their texts."""

    def __init__(self, into: Path, files: dict[str, Path]) -> None:
        self._into = into
        self._files = files

    def part(self, owner: Owner, paths: list[str]) -> Part:
        make = {"known": self._known_by_name, "wheel": self._wheel, "debian": self._debian, "pack": self._pack, "own": self._own}
        return make[owner.kind](owner.name, tuple(_patterns(paths)))

    def known(self, entry: Known, paths: tuple[str, ...]) -> Part:
        places = [self._files[path] for path in paths if path in self._files]
        version = entry.version(places)
        texts = [self._notice(entry, version)]
        if entry.files_of:
            found = distribution(entry.files_of[0])
            wanted = [file for file in found.files or [] if file.match(entry.files_of[1])]
            texts += [self._text(entry.name, file.name, as_text(Path(str(file.locate())))) for file in wanted]
        own_words = entry.licence.startswith("LicenseRef-")
        wanted_names = entry.texts if entry.texts is not None else () if own_words else names(entry.licence)
        texts += [self._spdx(name) for name in wanted_names]
        origin = f"in the wheel {entry.version_of} {version}" if entry.version_of else _origin(paths)
        return Part(
            entry.name, version, entry.licence, tuple(texts), entry.what, origin, entry.homepage,
            entry.source.format(version=version) if version else entry.source.replace("{version}", "VERSION"),
            entry.copyright, paths,
        )  # fmt: skip

    def _known_by_name(self, name: str, paths: tuple[str, ...]) -> Part:
        entry = next(entry for entry in known_parts() if entry.name == name)
        return self.known(entry, paths)

    def _wheel(self, name: str, paths: tuple[str, ...]) -> Part:
        found = distribution(name)
        licence = wheels.expression(found)
        if not licence:
            raise UncoveredError(f"The wheel {name} doesn't say its licence: add it to known_parts.toml.")
        texts = [(short, as_text(path)) for short, path in wheels.files(found)]
        files = [self._text(found.metadata["Name"], short, text) for short, text in texts]
        if not any(re.search(r"licen[cs]e|copying", short, re.I) for short, _ in texts):
            files += [self._spdx(each) for each in names(licence)]
        notices = copyright_lines("\n".join(text for _, text in texts)) or _author(found.metadata.get("Author-email") or found.metadata.get("Author"))
        what = (found.metadata.get("Summary") or "").strip()
        return Part(
            found.metadata["Name"], found.version, licence, tuple(files), what[:1].upper() + what[1:],
            f"the wheel {found.metadata['Name']} {found.version}", wheels.homepage(found), wheels.source(found), notices, paths,
        )  # fmt: skip

    def _debian(self, name: str, paths: tuple[str, ...]) -> Part:
        text = system.copyright_text(name)
        licence = system.licence(text) or system.told_licence(name)
        if not licence:
            raise UncoveredError(f"The Debian package {name} ({', '.join(paths)}) doesn't say its licence in a form that can be "
                                 "read: add it to packaging/builder/licences/known_parts.toml, or ship it no more.")  # fmt: skip
        version = system.version(name)
        files = [self._text(f"debian-{name}", "copyright.txt", text), *(self._spdx(each) for each in names(licence))]
        package, number = system.source(name)
        return Part(
            name, version, licence, tuple(files), "a library of the build machine's system",
            f"the Debian package {name} {version}", "", f"the Debian source package {package} {number}",
            copyright_lines(text), paths,
        )  # fmt: skip

    def _pack(self, name: str, paths: tuple[str, ...]) -> Part:
        folder = f"tivm_desktop/_bundled/models/{name}/"
        mine = {path.removeprefix(folder): where for path, where in self._files.items() if path.startswith(folder)}
        legal = {path: where for path, where in mine.items() if path.startswith("LICENSES/")}
        if not legal:
            raise UncoveredError(f"The pack models/{name} has no LICENSES.")
        licences = dict.fromkeys(_spdx_prefix(path.removeprefix("LICENSES/")) for path in sorted(legal))
        texts = [self._text(f"pack-{name}", Path(path).name, as_text(where)) for path, where in sorted(legal.items())]
        texts += [self._text(f"pack-{name}", path, as_text(where)) for path, where in mine.items() if path == "MODEL_CARD.md"]
        expression = " AND ".join(["GPL-3.0-or-later", *licences])
        notices = copyright_lines("\n".join(as_text(where) for where in legal.values()))
        return Part(f"models/{name}", "", expression, (*texts, self._spdx("GPL-3.0-or-later")), "what hears and sees: a pack of models",
                    "the project's folder models; the model card says what it was made from", copyright=notices, paths=paths)  # fmt: skip

    def _own(self, name: str, paths: tuple[str, ...]) -> Part:
        if name == CPYTHON:
            return self._cpython(paths)
        text = (ROOT / "LICENSE").read_text(encoding="utf-8")
        version = re.search(r'^__version__ = "(.+)"', (ROOT / "tivm_desktop/__init__.py").read_text(encoding="utf-8"), re.M)
        told = sources.stamp(self._files)
        return Part(
            PROGRAM, version[1] if version else "", "GPL-3.0-or-later", (self._text(PROGRAM, "LICENSE.txt", text),),
            "this program, with its icons and themes", "the project's own code", told.get("releases", ""),
            f"commit {told.get('commit', '') or 'unknown'}", ("Copyright (C) 2026 the authors of TIVM Desktop",), ("tivm_desktop/*",),
        )  # fmt: skip

    def _cpython(self, paths: tuple[str, ...]) -> Part:
        places = [Path(sysconfig.get_path("stdlib"), "LICENSE.txt"), Path(sysconfig.get_config_var("prefix") or "", "LICENSE.txt")]
        text = next((as_text(place) for place in places if place.is_file()), None) or spdx_text("Python-2.0")
        version = platform.python_version()
        return Part(
            CPYTHON, version, "PSF-2.0", (self._text(CPYTHON, "LICENSE.txt", text),), "runs the program",
            "the Python that built the program", "https://www.python.org",
            f"https://www.python.org/ftp/python/{version}/Python-{version}.tar.xz", copyright_lines(text, 4), paths,
        )  # fmt: skip

    def _notice(self, entry: Known, version: str) -> str:
        lines = [f"{entry.name} {version}".strip(), "", *entry.copyright, "", f"Licence: {entry.licence}"]
        lines += ["", *entry.notice.splitlines()] if entry.notice else []
        return self._text(entry.name, "NOTICE.txt", "\n".join(lines) + "\n")

    def _spdx(self, name: str) -> str:
        return self._text("spdx", f"{name}.txt", spdx_text(name))

    def _text(self, folder: str, name: str, text: str) -> str:
        slug = re.sub(r"[^a-z0-9.]+", "-", folder.lower()).strip("-")
        path = self._into / "texts" / slug / (name if Path(name).suffix in (".txt", ".md", ".rst") else f"{name}.txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        return path.relative_to(self._into).as_posix()


def _patterns(paths: list[str]) -> Iterator[str]:
    """Yield patterns for many files: folders that one owner has whole lots of are named once."""
    yielded = set()
    for path in sorted(paths):
        top = path.split("/", 1)[0]
        crowded = "/" in path and top != "tivm_desktop" and not top.endswith(".libs")
        pattern = f"{top}/*" if crowded and sum(other.startswith(f"{top}/") for other in paths) > 8 else path
        if pattern not in yielded:
            yielded.add(pattern)
            yield pattern


def _origin(paths: tuple[str, ...]) -> str:
    tops = sorted({path.split("/", 1)[0] for path in paths if "/" in path})
    return f"in the wheel that brings {', '.join(tops)}" if tops else "compiled into other files"


def _author(text: str | None) -> tuple[str, ...]:
    return (f"Copyright {text.split(' <')[0].strip()}",) if text else ()


def _spdx_prefix(name: str) -> str:
    """Return the SPDX name that a file's name in LICENSES begins with."""
    words = name.removesuffix(".txt").split("-")
    for count in range(len(words), 0, -1):
        try:
            return canonicalize_license_expression("-".join(words[:count]))
        except InvalidLicenseExpression:
            continue
    raise UncoveredError(f"{name} in LICENSES doesn't begin with the SPDX name of a licence.")
