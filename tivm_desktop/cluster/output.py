"""Where a cluster's results go: a folder that all its machines see, or a bucket."""

import os
import posixpath
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tivm_desktop.domain.errors import TivmError

if TYPE_CHECKING:
    from pyarrow import NativeFile

_FOLDERS = frozenset({"local", "hdfs"})
"""File systems in which a file grows under its name while it is written, and renaming it is one step. In an
object store an object is there whole, or not at all."""


class Output:
    """A place for small trees of files. What is written appears whole or not at all.

    Names are relative to the place, parted by `/`.
    """

    def __init__(self, place: str) -> None:
        """Open a place; nothing is made yet.

        Args:
            place: a folder, or an address such as `s3://bucket/catalogue`, with credentials from the
                surroundings, as Arrow's file systems find them.

        Raises:
            TivmError: no file system has such an address.
        """
        from pyarrow import fs

        self.place = place
        with self._explained():
            if "://" in place:
                self._files, self._base = fs.FileSystem.from_uri(place)
            else:
                self._files, self._base = fs.LocalFileSystem(), str(Path(place).absolute())

    def write(self, name: str, content: bytes) -> None:
        """Write a file, in place of one that is there.

        Raises:
            TivmError: it can't be written.
        """
        target = self._at(name)
        with self._explained():
            if self._files.type_name not in _FOLDERS:
                self._put(target, content)
                return
            folder, own = posixpath.split(target)
            part = posixpath.join(folder, f".{own}.{uuid.uuid4().hex}.part")
            self._files.create_dir(folder, recursive=True)
            self._put(part, content)
            self._files.move(part, target)

    def read(self, name: str) -> bytes:
        """Return the whole of a file.

        Raises:
            TivmError: it is not there, or can't be read.
        """
        with self._explained(), self._files.open_input_stream(self._at(name)) as stream:
            return bytes(stream.read())

    @contextmanager
    def opened(self, name: str) -> Iterator["NativeFile"]:
        """Open a file for reading here and there in it, as Arrow's readers do.

        Raises:
            TivmError: it is not there, or can't be opened.
        """
        with self._explained():
            file = self._files.open_input_file(self._at(name))
        with file:
            yield file

    def names(self, folder: str) -> list[str]:
        """Return the names of the files in a folder, sorted, without the folder's; none if it isn't there.

        Raises:
            TivmError: the place can't be reached.
        """
        return sorted(self.sizes(folder))

    def sizes(self, folder: str) -> dict[str, int]:
        """Return the sizes in bytes of the files in a folder by their names. Raises as `names` does."""
        from pyarrow import fs

        with self._explained():
            found = self._files.get_file_info(fs.FileSelector(self._at(folder), allow_not_found=True))
        return {
            one.base_name: one.size
            for one in found
            if one.type == fs.FileType.File and not one.base_name.startswith(".")
        }

    def exists(self, name: str) -> bool:
        """Tell whether a file is there.

        Raises:
            TivmError: the place can't be reached.
        """
        from pyarrow import fs

        with self._explained():
            return bool(self._files.get_file_info(self._at(name)).type == fs.FileType.File)

    def delete(self, name: str) -> None:
        """Delete a file; one that isn't there is gone already.

        Raises:
            TivmError: it can't be deleted.
        """
        with self._explained(), suppress(FileNotFoundError):
            self._files.delete_file(self._at(name))

    def _put(self, target: str, content: bytes) -> None:
        with self._files.open_output_stream(target) as stream:
            stream.write(content)

    def _at(self, name: str) -> str:
        return posixpath.join(self._base, name)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn what Arrow says into a sentence."""
        try:
            yield
        except (OSError, ValueError) as error:
            reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else error
            raise TivmError(
                f"{self.place} can't be used ({reason}); give a folder that every machine of the cluster sees"
                " and may write, or a bucket and the right to it."
            ) from error
