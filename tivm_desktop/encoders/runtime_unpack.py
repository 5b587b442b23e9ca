"""Wheels of GPU support into a folder: checked, only what is needed of them, whole or not at all."""

import errno
import hashlib
import json
import os
import re
import secrets
import shutil
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath

from tivm_desktop.domain.errors import CancelledError, RuntimeFolderError
from tivm_desktop.encoders.runtime_folder import MARK
from tivm_desktop.encoders.runtime_wheels import PYTHON, RuntimeLock, system_name

_BLOCK = 4 * 1024 * 1024
_NEEDED = re.compile(
    r"onnxruntime/(__init__\.py|LICENSE|ThirdPartyNotices\.txt)"
    r"|onnxruntime/capi/(?!.*tensorrt)[\w.-]+(/[\w.-]+)*"
    r"|nvidia/\w+/(lib|bin)/(?!.*\.alt\.|libnvblas)([\w.-]+/)*[\w.-]+\.(so[\w.]*|dll)"
    r"|[\w.+-]+\.dist-info/(licenses/)?[\w.-]*(?i:licen[cs]e|notice)[\w.-]*",
    re.ASCII,
)
"""Of each wheel; the rest is headers, tools for training, other providers, other variants."""
STAGED = ".new-"
"""Begins the name of a folder that is being filled."""

Heard = Callable[[int, int], None]
Cancelled = Callable[[], bool]


def check_wheel(path: Path, lock: RuntimeLock, cancelled: Cancelled) -> str:
    """Return the sha256 of a wheel that is, byte for byte, the one in the lock.

    Raises:
        RuntimeFolderError: it is another, or can't be read.
        CancelledError: `cancelled` said so.
    """
    package = lock.package_of(path.name)
    summed = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                summed.update(block)
                if cancelled():
                    raise CancelledError
    except OSError as error:
        raise RuntimeFolderError(
            f"{path} can't be read ({error.strerror or error}): check the file."
        ) from error
    if package is None or summed.hexdigest() not in package.hashes:
        raise RuntimeFolderError(
            f"{path.name} is not the file that this version of TIVM Desktop was tested with: get it anew."
        )
    return summed.hexdigest()


def unpacked_size(wheels: Sequence[Path]) -> int:
    """Return how many bytes wheels take when they are unpacked.

    Raises:
        RuntimeFolderError: one is no archive.
    """
    size = 0
    for path in wheels:
        with _opened(path) as archive:
            size += sum(entry.file_size for entry in _needed(path, archive))
    return size


def unpack(
    wheels: Sequence[Path],
    root: Path,
    lock: RuntimeLock,
    progress: Heard,
    cancelled: Cancelled,
    unpacked: Callable[[Path], None] = lambda _: None,
) -> Path:
    """Unpack wheels that were checked, and return the folder that has them all.

    Args:
        wheels: one for each package of the lock.
        root: where the folder is made; one call at a time.
        lock: names the folder.
        progress: hears (bytes unpacked, bytes in all).
        cancelled: asked between blocks.
        unpacked: called with each wheel that is not needed any more.

    Raises:
        RuntimeFolderError: the drive is full, or something can't be read or written; nothing is left behind.
        CancelledError: `cancelled` said so; nothing is left behind.
    """
    total = unpacked_size(wheels)
    staged, final = root / f"{STAGED}{secrets.token_hex(4)}", root / lock.digest
    files: dict[str, int] = {}
    done = 0

    def written(count: int) -> None:
        nonlocal done
        if cancelled():
            raise CancelledError
        done += count
        progress(done, total)

    try:
        staged.mkdir(parents=True)
        for wheel in wheels:
            with _opened(wheel) as archive:
                for entry in _needed(wheel, archive):
                    _write(archive, entry, staged / entry.filename, written)
                    files[entry.filename] = entry.file_size
            unpacked(wheel)
        _mark(staged, lock, files)
        if final.exists():
            shutil.rmtree(final)
        staged.rename(final)
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise RuntimeFolderError(f"A file of GPU support is damaged ({error}): get it anew.") from error
    except OSError as error:
        raise RuntimeFolderError(_why_not(root, error)) from error
    finally:
        shutil.rmtree(staged, ignore_errors=True)
    return final


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except (OSError, zipfile.BadZipFile) as error:
        raise RuntimeFolderError(f"{path.name} is damaged ({error}): get it anew.") from error


def _needed(path: Path, archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Return the entries that are unpacked.

    Raises:
        RuntimeFolderError: an entry's name leads out of the folder: nothing in the archive is to be believed.
    """
    for entry in archive.infolist():
        name = PurePosixPath(entry.filename)
        if name.is_absolute() or ".." in name.parts or re.search(r"[\\:\0]", entry.filename):
            raise RuntimeFolderError(
                f"{path.name} wants to write outside its folder ({entry.filename!r}): don't use it."
            )
    return [entry for entry in archive.infolist() if _NEEDED.fullmatch(entry.filename)]


def _write(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path, written: Callable[[int], None]
) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(entry) as source, path.open("xb") as target:
        while block := source.read(_BLOCK):
            target.write(block)
            written(len(block))
        target.flush()
        os.fsync(target.fileno())


def _mark(folder: Path, lock: RuntimeLock, files: Mapping[str, int]) -> None:
    """Say in the folder what it has to have, so that whether it is whole is seen at once."""
    content = {
        "lock": lock.digest,
        "python": PYTHON,
        "system": system_name(),
        "versions": {wheel.name: wheel.version for wheel in lock.wheels},
        "files": dict(files),
    }
    with (folder / MARK).open("x", encoding="utf-8") as mark:
        json.dump(content, mark, indent=1)
        mark.flush()
        os.fsync(mark.fileno())


def remove_leftovers(root: Path) -> None:
    """Remove what installations that were killed have left; one call at a time, none of them running."""
    with suppress(OSError):
        for child in root.iterdir():
            if child.name.startswith(STAGED):
                shutil.rmtree(child, ignore_errors=True)


def _why_not(root: Path, error: OSError) -> str:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return f"The drive of {root} is full: free some space and try again."
    if isinstance(error, PermissionError):
        return f"{error.filename or root} can't be written or replaced: close TIVM Desktop and try again."
    what = f"{error.filename or root} can't be written ({error.strerror or error})"
    return f"{what}: check the drive and try again."
