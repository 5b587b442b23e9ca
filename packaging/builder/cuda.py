"""GPU support for a release: the locked wheels, by pip, and the list of them that the program reads.

`python -m builder cuda` puts both for this system into dist/cuda/; they are published beside the installers.
Whoever publishes them has to have read NVIDIA's terms (docs/cuda.md).
"""

import json
import subprocess
import sys
from pathlib import Path

from tivm_desktop import __version__
from tivm_desktop.domain.errors import RuntimeFolderError
from tivm_desktop.encoders.runtime_unpack import check_wheel, unpacked_size
from tivm_desktop.encoders.runtime_wheels import RuntimeLock, runtime_lock
from tivm_desktop.online.gpu_offer import manifest_name

from .program import ROOT

LOCK = ROOT / "requirements" / "cuda.txt"
FOLDER = "cuda"


def build(into: Path) -> Path:
    """Download the wheels for this system and this Python, list them, and return their folder in `into`.

    What was downloaded before is not downloaded again.

    Raises:
        subprocess.CalledProcessError: pip failed, and said why.
        RuntimeError: a wheel is not the one in the lock, or lacking.
        OSError: a file can't be written.
    """
    folder = into / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(pip_command(folder), cwd=ROOT, check=True)
    try:
        write_manifest(folder, runtime_lock())
    except RuntimeFolderError as error:
        raise RuntimeError(str(error)) from error
    return folder


def pip_command(folder: Path) -> list[str]:
    """Return what downloads the locked wheels: from whichever registry the machine is set up for."""
    pip = [sys.executable, "-m", "pip", "download", "--disable-pip-version-check", "--quiet"]
    return [
        *pip,
        "--no-deps",
        "--only-binary",
        ":all:",
        "--require-hashes",
        "-r",
        str(LOCK),
        "-d",
        str(folder),
    ]


def write_manifest(folder: Path, lock: RuntimeLock) -> Path:
    """List the wheels in `folder` that are in the lock and for this system, and return the list's file.

    Raises:
        RuntimeFolderError: one is lacking, or is not the one in the lock.
    """
    here = {path.name: path for path in sorted(folder.glob("*.whl"))}
    wheels = lock.one_of_each(here, str(folder))
    files = []
    for name, path in wheels.items():
        sha256 = check_wheel(path, lock, lambda: False)
        files.append(
            {"name": name, "size": path.stat().st_size, "sha256": sha256, "unpacked": unpacked_size([path])}
        )
    made = folder / manifest_name()
    content = {"version": __version__, "lock": lock.digest, "files": files}
    made.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    return made
