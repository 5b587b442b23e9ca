"""Which Python modules are frozen into the program's executables."""

from collections.abc import Iterator
from pathlib import Path


def frozen_modules(onedir: Path) -> list[str]:
    """Return the names of all modules in the archives of the executables in `onedir`, sorted.

    The scripts that they start with are left out: they are the program's own and PyInstaller's. What is no
    executable made by PyInstaller is passed over, so that a folder without any gives none.
    """
    folder = onedir / "Contents" / "MacOS" if (onedir / "Contents").is_dir() else onedir
    found: set[str] = set()
    for path in sorted(folder.iterdir()):
        if path.is_file():
            found.update(_modules(path))
    return sorted(found)


def _modules(executable: Path) -> Iterator[str]:
    # Only here: what else is in this package works, and is tested, where PyInstaller isn't installed.
    from PyInstaller.archive.readers import ArchiveReadError, CArchiveReader

    try:
        reader = CArchiveReader(str(executable))
    except ArchiveReadError:
        return
    for name, entry in reader.toc.items():
        if entry[-1] == "z":
            yield from reader.open_embedded_archive(name).toc
