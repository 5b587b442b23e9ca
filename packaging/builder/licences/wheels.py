"""The licence of an installed Python distribution: its metadata's expression, its licence files."""

import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution, packages_distributions
from pathlib import Path

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from .known import known_wheels

_LEGAL = re.compile(r"licen[cs]e|copying|notice|third.?party|copyright|authors", re.I)


def expression(found: Distribution) -> str:
    """Return a distribution's SPDX expression; empty if neither its metadata nor the table tells it."""
    known = known_wheels().get(_canonical(found))
    told = [
        said(found, "License-Expression"),
        known.licence if known else "",
        said(found, "License"),
    ]
    for text in told:
        try:
            if text:
                return canonicalize_license_expression(text)
        except InvalidLicenseExpression:
            continue
    return ""


def homepage(found: Distribution) -> str:
    """Return the address of a distribution's page; empty if it names none."""
    pages = dict(entry.split(", ", 1) for entry in found.metadata.get_all("Project-URL", []) if ", " in entry)
    by_name = {key.lower(): page for key, page in pages.items()}
    named = next(
        (
            by_name[key]
            for key in ("homepage", "repository", "source", "source code", "documentation")
            if key in by_name
        ),
        "",
    )
    return named or said(found, "Home-page")


def source(found: Distribution) -> str:
    """Return where a distribution's source is published."""
    known = known_wheels().get(_canonical(found))
    if known and known.source:
        return known.source.format(version=found.version)
    return f"the Python package index: {found.metadata['Name']} {found.version}, source distribution"


def files(found: Distribution) -> list[tuple[str, Path]]:
    """Return a distribution's legal texts: a short name without folders, and where each lies."""
    texts = []
    for entry in found.files or []:
        inside = entry.parts[0].endswith(".dist-info")
        if (
            _LEGAL.search(entry.name)
            and entry.suffix not in (".py", ".pyc", ".h")
            and (inside or len(entry.parts) == 2)
        ):
            short = [part for part in entry.parts[1:] if part != "licenses"]
            path = Path(str(entry.locate()))
            if path.is_file():
                texts.append(("-".join(short), path))
    return sorted(texts)


def authors(found: Distribution) -> tuple[str, ...]:
    """Return a notice that names a distribution's authors; empty if its metadata doesn't."""
    told = said(found, "Author") or said(found, "Author-email").split(" <")[0].strip('" ')
    return (f"Copyright {told}",) if told else ()


def described(folder: str) -> str:
    """Return name and version of the distribution that brings the package `folder`; empty if none does."""
    try:
        found = distribution(folder)
    except (PackageNotFoundError, ValueError):
        names = packages_distributions().get(folder)
        if not names:
            return ""
        found = distribution(names[0])
    return f"{found.metadata['Name']} {found.version}"


def said(found: Distribution, key: str) -> str:
    """Return what a distribution's metadata says under `key`; empty if nothing."""
    return (found.metadata.json.get(key.lower().replace("-", "_")) or "") and str(found.metadata[key]).strip()


def _canonical(found: Distribution) -> str:
    return re.sub(r"[-_.]+", "-", found.metadata["Name"]).lower()
