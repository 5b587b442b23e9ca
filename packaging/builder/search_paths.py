"""Where libraries look for others: not in folders of the build machine, where anybody might put theirs."""

import subprocess
from pathlib import Path

from builder.elf_tables import elf_files, read_elf

_BESIDE = "$ORIGIN"


def clean(folder: Path) -> list[Path]:
    """Leave only search paths relative to the file itself, in all programs and libraries in a folder.

    Returns:
        The files that were changed.

    Raises:
        OSError: patchelf can't be run.
        subprocess.CalledProcessError: patchelf can't change a file.
    """
    changed = []
    for elf in read_elf(elf_files(folder)):
        kept = [path for path in elf.search_path if path.startswith(_BESIDE)]
        if len(kept) == len(elf.search_path):
            continue
        how = ["--set-rpath", ":".join(kept)] if kept else ["--remove-rpath"]
        subprocess.run(["patchelf", *how, elf.path], check=True)
        changed.append(elf.path)
    return changed
