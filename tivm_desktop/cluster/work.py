"""What is to be analysed: the files of a catalogue, each with an identity that a change of it changes."""

import hashlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tivm_desktop.library.known import FileStamp
from tivm_desktop.library.scan import scan_folder
from tivm_desktop.library.shared_format import path_below, relative_bytes


@dataclass(frozen=True, slots=True)
class MadeWith:
    """What analyses are made with: others are others."""

    encoder_id: str
    preprocessing: str
    ranking_key: str


@dataclass(frozen=True, slots=True)
class WorkItem:
    """One music file to be analysed."""

    file_id: str
    """Follows from where it is, its size, its time of change and what it is analysed with."""
    root: bytes
    """The folder of music it is in."""
    path: bytes
    """Below the root."""
    size: int
    mtime_ns: int

    @staticmethod
    def of(root: Path, path: Path, stamp: FileStamp, made_with: MadeWith) -> "WorkItem":
        """Return the item for the file at `path` below `root`."""
        where, below = os.fsencode(root), relative_bytes(path, root)
        parts = (
            *(where, below, str(stamp.size).encode(), str(stamp.mtime_ns).encode()),
            *(
                made_with.encoder_id.encode(),
                made_with.preprocessing.encode(),
                made_with.ranking_key.encode(),
            ),
        )
        file_id = hashlib.blake2b(b"\0".join(parts), digest_size=16).hexdigest()
        return WorkItem(file_id, where, below, stamp.size, stamp.mtime_ns)

    @staticmethod
    def from_row(row: dict[str, Any]) -> "WorkItem":
        """Undo `row`."""
        return WorkItem(row["file_id"], row["root"], row["path"], row["size"], row["mtime_ns"])

    @property
    def row(self) -> dict[str, Any]:
        """The item as a row of a table."""
        return {
            "file_id": self.file_id,
            "root": self.root,
            "path": self.path,
            "size": self.size,
            "mtime_ns": self.mtime_ns,
        }

    @property
    def place(self) -> Path:
        """Where the file is."""
        return path_below(Path(os.fsdecode(self.root)), self.path)


def files_of(
    roots: Sequence[Path], made_with: MadeWith, unreadable: Callable[[Path, str], None]
) -> list[WorkItem]:
    """Walk folders of music.

    Args:
        roots: absolute; what lies in two of them is taken once, in the first.
        made_with: what the files are to be analysed with.
        unreadable: called with a folder that can't be listed, and the sentence that says why.

    Raises:
        FileError: a root is gone or can't be read.
    """
    items: dict[Path, WorkItem] = {}
    for root in roots:
        for path in scan_folder(root, unreadable):
            if path in items:
                continue
            try:
                status = path.stat()
            except OSError:
                continue  # it has gone since it was listed
            items[path] = WorkItem.of(root, path, FileStamp(status.st_size, status.st_mtime_ns), made_with)
    return list(items.values())


def fragment_name(run: str, items: Sequence[WorkItem]) -> str:
    """Return the name of the fragment that a run puts these files in, and no others."""
    digest = hashlib.blake2b(run.encode(), digest_size=16)
    for file_id in sorted(item.file_id for item in items):
        digest.update(file_id.encode())
    return f"{digest.hexdigest()}.parquet"
