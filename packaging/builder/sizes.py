"""How much of the program's folder is whose: by the place of each file."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

REST = "the rest"
_COMPONENTS = (
    ("Qt and PySide6", r"PySide6/|shiboken6/|lib(Qt6|icu|pyside6|shiboken6)|pyside6.*\.dist-info/"),
    ("PyAV and FFmpeg", r"av/|av\.libs/|av-.*\.dist-info/"),
    ("ONNX Runtime", r"onnxruntime(/|-.*\.dist-info/)"),
    ("NumPy", r"numpy(/|\.libs/|-.*\.dist-info/)"),
    ("SciPy", r"scipy(/|\.libs/|-.*\.dist-info/)"),
    ("packs", r"tivm_desktop/_bundled/models/"),
    ("licences", r"tivm_desktop/_bundled/licences/"),
    ("resources", r"tivm_desktop/"),
    ("copies of system libraries", r"fallback/"),
    ("Python", r"libpython|python3|base_library\.zip|libffi|_cffi_backend"),
)
_PROGRAMS = "the program, with all Python modules"


def component(path: str) -> str:
    """Return whose a file is.

    Args:
        path: relative to the program's folder, with "/".
    """
    if "/" not in path:
        return _PROGRAMS
    inside = path.removeprefix("_internal/")
    return next((name for name, pattern in _COMPONENTS if re.match(pattern, inside)), REST)


def names() -> list[str]:
    """Return all components, in the order in which they are shown."""
    return [*(name for name, _ in _COMPONENTS), _PROGRAMS, REST]


def by_component(onedir: Path) -> dict[str, list[Path]]:
    """Return the files and links of each component, in the order of `names`; empty ones are left out.

    Raises:
        FileNotFoundError: there is no such folder.
    """
    found: dict[str, list[Path]] = {name: [] for name in names()}
    for path in sorted(_files(onedir)):
        found[component(path.relative_to(onedir).as_posix())].append(path)
    return {name: paths for name, paths in found.items() if paths}


def size_bytes(paths: Iterable[Path]) -> int:
    """Return what the files add up to: a link counts as what it says, a file with two names once."""
    found = {(status.st_dev, status.st_ino): status.st_size for status in map(Path.lstat, paths)}
    return sum(found.values())


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            yield from _files(path)
        else:
            yield path
