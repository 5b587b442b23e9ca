"""Which Python modules are frozen into the program's executables."""

from pathlib import Path


def frozen_modules(onedir: Path) -> list[str]:
    """Return the names of all modules in the archives of the executables in `onedir`, sorted.

    The scripts that they start with are left out: they are the program's own and PyInstaller's. What is not an
    executable made by PyInstaller is passed over, so that a folder without any gives none.
    """
    # Only here: what else is in this package works, and is tested, where PyInstaller isn't installed.
    from PyInstaller.archive.readers import ArchiveReadError, CArchiveReader

    folder = onedir / "Contents" / "MacOS" if (onedir / "Contents").is_dir() else onedir
    found: set[str] = set()
    for path in folder.iterdir():
        if not path.is_file():
            continue
        try:
            reader = CArchiveReader(str(path))
        except ArchiveReadError:
            continue
        for name, entry in reader.toc.items():
            if entry[-1] == "z":
                found.update(reader.open_embedded_archive(name).toc)
    return sorted(found)
