"""GPU support is installed from a folder or a release, and removed: one at a time, whole or not at all."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Literal

from tivm_desktop.domain.errors import RuntimeFolderError
from tivm_desktop.encoders.runtime_unpack import check_wheel, remove_leftovers, unpack, unpacked_size
from tivm_desktop.encoders.runtime_wheels import RuntimeLock, runtime_lock
from tivm_desktop.library.file_lock import HeldFile
from tivm_desktop.online.gpu_offer import Offer

Phase = Literal["checking", "downloading", "unpacking"]
Heard = Callable[[Phase, int, int], None]
"""Hears what is done, how many bytes of it are done, and of how many."""
Cancelled = Callable[[], bool]

MARGIN_BYTES = 256 << 20
"""What is to be left free on the drive."""
_DOWNLOADS, _HELD = "downloads", "lock"


def install_from(
    folder: Path, root: Path, heard: Heard, cancelled: Cancelled, lock: RuntimeLock | None = None
) -> Path:
    """Install GPU support from wheels that lie in a folder, and return where it is.

    Args:
        folder: has one wheel for each package of the lock; other files don't matter.
        root: `data/gpu` of the profile.
        heard: hears how far it is.
        cancelled: asked now and then.
        lock: which wheels are wanted; the program's own if None.

    Raises:
        RuntimeFolderError: a wheel is lacking or another, there is no room, or it can't be read or written.
        CancelledError: `cancelled` said so; nothing has changed.
    """
    lock = lock or runtime_lock()
    try:
        offered = {path.name: path for path in sorted(folder.iterdir())}
    except OSError as error:
        raise RuntimeFolderError(
            f"{folder} can't be read ({error.strerror or error}): choose another folder."
        ) from error
    wheels = list(lock.one_of_each(offered, str(folder)).values())
    with _alone(root):
        _check(wheels, lock, heard, cancelled)
        _need(root, unpacked_size(wheels))
        return _installed(wheels, root, lock, heard, cancelled, _kept)


def install_download(
    offer: Offer, root: Path, heard: Heard, cancelled: Cancelled, lock: RuntimeLock | None = None
) -> Path:
    """Download GPU support, install it, and return where it is; what came before an interruption is used.

    Args:
        offer: of `look_up`.
        root: `data/gpu` of the profile.
        heard: hears how far it is.
        cancelled: asked now and then.
        lock: as for `look_up`.

    Raises:
        OnlineError: a file does not come, or not as it should.
        RuntimeFolderError: there is no room, or it can't be written.
        CancelledError: `cancelled` said so; what has come stays for the next time.
    """
    from tivm_desktop.online.fetch import fetch_file

    lock = lock or runtime_lock()
    with _alone(root):
        downloads = root / _DOWNLOADS
        _make(downloads)
        wanted = {name for file in offer.files for name in (file.name, f"{file.name}.part")}
        for old in [path for path in downloads.iterdir() if path.name not in wanted]:
            old.unlink()
        here = sum(path.stat().st_size for path in downloads.iterdir())
        _need(root, offer.needed_bytes - here)
        wheels, before = [], 0
        for file in offer.files:
            wheel = downloads / file.name
            if not wheel.exists() or wheel.stat().st_size != file.size:
                fetch_file(
                    f"{offer.address}/{file.name}",
                    wheel,
                    sha256=file.sha256,
                    size=file.size,
                    progress=partial(_shifted, heard, before, offer.download_bytes),
                    cancelled=cancelled,
                )
            wheels.append(wheel)
            before += file.size
        _check(wheels, lock, heard, cancelled, unpick=True)
        roomy = shutil.disk_usage(root).free >= offer.installed_bytes + MARGIN_BYTES
        return _installed(wheels, root, lock, heard, cancelled, _kept if roomy else Path.unlink)


def remove(root: Path) -> int:
    """Remove GPU support, what is left of downloads included, and return how many bytes that gave back.

    Raises:
        RuntimeFolderError: something can't be removed.
    """
    if not root.is_dir():
        return 0
    freed = 0
    with _alone(root):
        for child in [child for child in root.iterdir() if child.name != _HELD]:
            freed += _bytes_of(child)
            try:
                shutil.rmtree(child) if child.is_dir() else child.unlink()
            except OSError as error:
                path = error.filename or child
                raise RuntimeFolderError(
                    f"{path} can't be removed ({error.strerror or error}): close TIVM Desktop and try again."
                ) from error
    with suppress(OSError):
        (root / _HELD).unlink()
        root.rmdir()
    return freed


def _installed(
    wheels: Sequence[Path],
    root: Path,
    lock: RuntimeLock,
    heard: Heard,
    cancelled: Cancelled,
    unpacked: Callable[[Path], None],
) -> Path:
    """Unpack, then remove downloads and what other versions of the program used."""
    made = unpack(wheels, root, lock, partial(heard, "unpacking"), cancelled, unpacked)
    for other in root.iterdir():
        if other.is_dir() and other.name != made.name:
            shutil.rmtree(other, ignore_errors=True)
    return made


def _kept(_: Path) -> None:
    """A wheel stays though it is not needed any more."""


def _check(
    wheels: Sequence[Path], lock: RuntimeLock, heard: Heard, cancelled: Cancelled, *, unpick: bool = False
) -> None:
    """Check every wheel; one that is another is removed if it was downloaded (`unpick`)."""
    sizes = [wheel.stat().st_size for wheel in wheels]
    done = 0
    for wheel, size in zip(wheels, sizes, strict=True):
        heard("checking", done, sum(sizes))
        try:
            check_wheel(wheel, lock, cancelled)
        except RuntimeFolderError:
            if unpick:
                wheel.unlink(missing_ok=True)
            raise
        done += size


def _shifted(heard: Heard, before: int, total: int, done: int, _of: int) -> None:
    heard("downloading", before + done, total)


def _need(root: Path, wanted: int) -> None:
    free = shutil.disk_usage(root).free
    if free < wanted + MARGIN_BYTES:
        raise RuntimeFolderError(
            f"GPU support needs {(wanted + MARGIN_BYTES) / 1e9:.1f} GB and the drive of {root} has "
            f"{free / 1e9:.1f} GB free: free some space and try again."
        )


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Keep others from installing or removing at the same time."""
    _make(root)
    try:
        held = HeldFile(root / _HELD)
    except BlockingIOError as error:
        raise RuntimeFolderError(
            "GPU support is being installed or removed already: wait for that."
        ) from error
    except OSError as error:
        raise RuntimeFolderError(
            f"{root} can't be written ({error.strerror or error}): check the folder."
        ) from error
    try:
        remove_leftovers(root)
        yield
    finally:
        held.close()


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RuntimeFolderError(
            f"{folder} can't be made ({error.strerror or error}): check the drive."
        ) from error


def _bytes_of(path: Path) -> int:
    return sum(
        file.lstat().st_size for file in ([path] if path.is_file() else path.rglob("*")) if file.is_file()
    )
