"""GPU support in a release: its files, and whether they are those that this version was tested with."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tivm_desktop.bundle import Build, build
from tivm_desktop.domain.errors import OnlineError, RuntimeFolderError
from tivm_desktop.encoders.runtime_wheels import RuntimeLock, runtime_lock, system_name

_MANIFEST_LIMIT, _MANIFEST_PATIENCE_S = 64 * 1024, 20.0
_LARGEST = 4 << 30

ABOUT_DOWNLOAD, ABOUT_INSTALLED, ABOUT_NEEDED = 2_000_000_000, 3_100_000_000, 3_700_000_000
"""What the locked files come to, said before anything is asked: to download, installed, and meanwhile."""


@dataclass(frozen=True, slots=True)
class Offered:
    """One file of GPU support in a release."""

    name: str
    size: int
    sha256: str
    unpacked: int
    """Bytes that are unpacked of it."""


@dataclass(frozen=True, slots=True)
class Offer:
    """GPU support in a release."""

    address: str
    """Of the folder of the files."""
    files: tuple[Offered, ...]

    @property
    def download_bytes(self) -> int:
        """How much comes over the network."""
        return sum(file.size for file in self.files)

    @property
    def installed_bytes(self) -> int:
        """How much it takes when it is installed."""
        return sum(file.unpacked for file in self.files)

    @property
    def needed_bytes(self) -> int:
        """How much it takes meanwhile: each file goes when it is unpacked."""
        held = needed = self.download_bytes
        for file in self.files:
            held += file.unpacked
            needed = max(needed, held)
            held -= file.size
        return needed


def why_no_download(made: Build | None = None) -> str:
    """Return why this build can't download GPU support, one sentence; empty if it can.

    Args:
        made: which build; that of this program if None.
    """
    if (made or build()).releases:
        return ""
    return "This build knows no place to download GPU support from: add it from a folder (see docs/cuda.md)."


def look_up(made: Build | None = None, lock: RuntimeLock | None = None) -> Offer:
    """Ask the project's releases for GPU support for this version, here.

    Raises:
        OnlineError: there is none, or what is there is not what this version was tested with.
        RuntimeFolderError: this build knows no releases, or these lack a file.
    """
    from tivm_desktop.online.fetch import fetch_text

    made, lock = made or build(), lock or runtime_lock()
    unknown = why_no_download(made)
    if unknown:
        raise RuntimeFolderError(unknown)
    address = f"{made.releases}/download/v{made.version}"
    name = manifest_name()
    text = fetch_text(f"{address}/{name}", limit_bytes=_MANIFEST_LIMIT, timeout_s=_MANIFEST_PATIENCE_S)
    try:
        files = [
            Offered(str(file["name"]), int(file["size"]), str(file["sha256"]), int(file["unpacked"]))
            for file in json.loads(text)["files"]
        ]
    except (ValueError, KeyError, TypeError) as error:
        raise OnlineError(f"{name} of the release can't be understood; try again later.") from error
    return Offer(address, tuple(lock.one_of_each(_believable(files, lock), "The release").values()))


def manifest_name() -> str:
    """Return the name of the file of a release that lists GPU support for this system."""
    return f"gpu-{system_name()}.json"


def _believable(files: Sequence[Offered], lock: RuntimeLock) -> Mapping[str, Offered]:
    """Return the files, by name, that are in the lock; names that are none of wheels are not."""
    found = {}
    for file in files:
        package = lock.package_of(file.name)
        if package is not None and file.sha256 in package.hashes and 0 < file.size < _LARGEST:
            found[file.name] = file
    return found
