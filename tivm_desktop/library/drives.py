"""Whether a folder lies on another machine, whose changes nobody here is told of."""

import codecs
import os
import sys
from pathlib import Path

_REMOTE = frozenset(
    {
        *("9p", "afpfs", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "gfs2", "glusterfs", "lustre"),
        *("ncpfs", "nfs", "nfs4", "ocfs2", "smb2", "smb3", "smbfs", "vboxsf", "virtiofs", "vmhgfs"),
    }
)
_MOUNTS = Path("/proc/mounts")
_WINDOWS_REMOTE = 4


def is_remote(folder: Path, mounts: str | None = None) -> bool:
    """Tell whether a folder lies on a network drive, or on one of which that can't be told.

    Args:
        folder: absolute.
        mounts: the system's table of mounts; that of this machine where it is left out.
    """
    if sys.platform == "win32":
        import ctypes

        drive = f"{folder.drive}\\"
        return drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(drive) == _WINDOWS_REMOTE
    if mounts is None:
        try:
            mounts = _MOUNTS.read_text("utf-8", "surrogateescape")
        except OSError:
            return folder.is_relative_to("/Volumes")
    kinds = {place: kind for place, kind in map(_mount, mounts.splitlines()) if folder.is_relative_to(place)}
    kind = kinds[max(kinds, key=len)] if kinds else ""
    return kind in _REMOTE or (kind.startswith("fuse.") and kind != "fuse.mergerfs")


def _mount(line: str) -> tuple[str, str]:
    """Place and kind of file system in a line of the table; `\\040` and the like stand for characters."""
    fields = line.split()
    if len(fields) < 3:
        return "", ""
    place = codecs.escape_decode(os.fsencode(fields[1]))[0]
    return os.fsdecode(place), fields[2]
