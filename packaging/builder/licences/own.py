"""Makes the parts of the project itself, its packs, and CPython."""

import platform
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

from builder.program import ROOT, project_version
from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

from . import sources
from .owners import UncoveredError
from .part import PROGRAM, Part
from .shelf import Shelf
from .texts import as_text, copyright_lines, spdx_text

_LICENCE = "GPL-3.0-or-later"


def program(shelf: Shelf) -> Part:
    """Return the part that is the program itself."""
    told = sources.stamp(shelf.files)
    return Part(
        name=PROGRAM,
        version=project_version(),
        licence=_LICENCE,
        files=(shelf.put(PROGRAM, "LICENSE.txt", as_text(ROOT / "LICENSE")),),
        what="this program, with its icons and themes",
        origin="the project's own code",
        homepage=told.get("releases", ""),
        source=f"commit {told.get('commit') or 'unknown'}",
        copyright=("Copyright (C) 2026 the authors of TIVM Desktop",),
        paths=("tivm_desktop/*",),
    )


def cpython(name: str, paths: Sequence[str], shelf: Shelf) -> Part:
    """Return the part that is the Python running this."""
    places = [Path(sysconfig.get_path("stdlib"), "LICENSE.txt"), Path(sys.base_prefix, "LICENSE.txt")]
    text = next((as_text(place) for place in places if place.is_file()), None) or spdx_text("Python-2.0")
    version = platform.python_version()
    return Part(
        name=name,
        version=version,
        licence="PSF-2.0",
        files=(shelf.put(name, "LICENSE.txt", text),),
        what="runs the program",
        origin="the Python that built the program",
        homepage="https://www.python.org",
        source=f"https://www.python.org/ftp/python/{version}/Python-{version}.tar.xz",
        copyright=copyright_lines(text, 4),
        paths=tuple(paths),
    )


def pack(name: str, paths: Sequence[str], shelf: Shelf) -> Part:
    """Return the part that is the pack of models with that name.

    Raises:
        UncoveredError: it has no LICENSES, or one whose name doesn't begin with the licence's.
    """
    folder = f"tivm_desktop/_bundled/models/{name}/"
    legal = [path for path in paths if path.startswith(f"{folder}LICENSES/")]
    if not legal:
        raise UncoveredError(f"The pack models/{name} has no LICENSES.")
    texts = {path.rsplit("/", 1)[1]: as_text(shelf.files[path]) for path in sorted(legal)}
    cards = [path for path in paths if path == f"{folder}MODEL_CARD.md"]
    files = [shelf.put(f"pack-{name}", file, text) for file, text in texts.items()]
    files += [shelf.put(f"pack-{name}", "MODEL_CARD.md", as_text(shelf.files[path])) for path in cards]
    return Part(
        name=f"models/{name}",
        version="",
        licence=" AND ".join([_LICENCE, *dict.fromkeys(_spdx_prefix(file) for file in texts)]),
        files=(*files, *shelf.put_spdx(_LICENCE)),
        what="what hears and sees: a pack of models",
        origin="the project's folder models; the model card says what it was made from",
        copyright=copyright_lines("\n".join(texts.values())),
        paths=(f"{folder}*",),
    )


def _spdx_prefix(file: str) -> str:
    """Return the SPDX name that a file's name in LICENSES begins with."""
    words = file.removesuffix(".txt").split("-")
    for count in range(len(words), 0, -1):
        try:
            return canonicalize_license_expression("-".join(words[:count]))
        except InvalidLicenseExpression:
            continue
    raise UncoveredError(f"{file} in LICENSES doesn't begin with the SPDX name of a licence.")
