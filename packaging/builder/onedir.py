"""The folder with both programs and all they need: made by PyInstaller, then stripped, licensed and dated."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from . import icu_data, licences, mac_app, recipe, search_paths
from .program import CARRIED, NAME, ROOT
from .stamp import epoch
from .strip import strip


def build(into: Path) -> Path:
    """Build the program and return its folder in `into`; what was there under its name is replaced.

    Run by the Python of an environment with requirements/run.txt and requirements/package.txt: what else
    it has could get in.

    Raises:
        subprocess.CalledProcessError: PyInstaller or strip failed, and said why.
        builder.stamp.StampError: what is said of the build can't be so.
        builder.licences.UncoveredError: something is shipped whose licence nobody knows.
        OSError: a file can't be written.
    """
    made = recipe.WORK / "made"
    shutil.rmtree(made, ignore_errors=True)
    subprocess.run(_pyinstaller(made), cwd=ROOT, env=_environment(), check=True)
    folder = made / NAME
    if recipe.LINUX:
        (folder / "tivm").hardlink_to(folder / NAME)
        strip(folder / "_internal")
        for library in (folder / "_internal" / "PySide6" / "Qt" / "lib").glob("libicudata.so.*"):
            icu_data.slim(library)
        search_paths.clean(folder / "_internal")
    if sys.platform == "darwin":
        mac_app.finish(made, into)
    licences.collect(folder, folder / CARRIED / "licences")
    _date(folder, epoch(ROOT))
    result = into / NAME
    into.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(result, ignore_errors=True)
    shutil.move(folder, result)
    return result


def _pyinstaller(into: Path) -> list[str | Path]:
    options: list[str | Path] = ["--noconfirm", "--log-level", "WARN"]
    places: list[str | Path] = ["--workpath", recipe.WORK / "work", "--distpath", into]
    return [sys.executable, "-m", "PyInstaller", *options, *places, recipe.PACKAGING / f"{NAME}.spec"]


def _environment() -> dict[str, str]:
    # Sets of names are walked in the order of their hashes; a fixed seed makes that order the same each time.
    return {**os.environ, "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(epoch(ROOT))}


def _date(folder: Path, second: int) -> None:
    links = os.utime in os.supports_follow_symlinks  # not on Windows, where there are none either
    for path in folder.rglob("*"):
        os.utime(path, (second, second), follow_symlinks=not links)
