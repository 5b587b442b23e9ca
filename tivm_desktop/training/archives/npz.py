"""Reading the arrays of an .npz; every way in which the file can be wrong is told in a sentence."""

import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.errors import ArchiveError


class NpzArrays:
    """The arrays in an .npz file. An array is decompressed at every access, so callers ask once."""

    def __init__(self, path: Path) -> None:
        """Open `path` and list what is in it.

        Raises:
            ArchiveError: the file can't be opened, is cut short or is no .npz.
        """
        self.path = path
        try:
            with zipfile.ZipFile(path) as archive:
                members = archive.namelist()
        except OSError as error:
            raise ArchiveError(
                path, f"{path} can't be read ({error.strerror or error}); check the path of the archive."
            ) from error
        except zipfile.BadZipFile as error:
            raise ArchiveError(
                path,
                f"{path} is not a whole .npz archive (cut short, or another kind of file); make it again.",
            ) from error
        self.names = frozenset(name.removesuffix(".npy") for name in members if name.endswith(".npy"))

    def array(self, name: str) -> NDArray[np.generic]:
        """One array as it is stored.

        Raises:
            ArchiveError: it is missing, damaged, or holds pickled objects, which are never loaded.
        """
        if name not in self.names:
            raise ArchiveError(
                self.path,
                f"{self.path} has no array `{name}` (it has {told(sorted(self.names))}); "
                "give a paired feature archive.",
            )
        try:
            with zipfile.ZipFile(self.path) as archive, archive.open(f"{name}.npy") as member:
                array = np.lib.format.read_array(member, allow_pickle=False, max_header_size=65_536)
                if member.read(1):
                    raise EOFError
        except (OSError, EOFError, zipfile.BadZipFile, zlib.error, ValueError, MemoryError) as error:
            if "allow_pickle" in str(error):
                raise ArchiveError(
                    self.path,
                    f"{self.path}: `{name}` holds pickled Python objects, which are never loaded; "
                    "store it as numbers or text.",
                ) from error
            raise ArchiveError(
                self.path, f"{self.path} is damaged: its array `{name}` can't be read; copy or make it again."
            ) from error
        return np.asarray(array)

    def texts(self, name: str) -> tuple[str, ...]:
        """A (S,) array of text or whole numbers as text."""
        array = self.array(name)
        if array.ndim != 1 or array.dtype.kind not in "USiub":
            raise self._unfit(name, array, "one row of text or whole numbers")
        if array.dtype.kind == "S":
            return tuple(value.decode("utf-8", "replace") for value in array.tolist())
        return tuple(str(value) for value in array.tolist())

    def integers(self, name: str) -> NDArray[np.int64]:
        """A (S,) array of whole numbers."""
        array = self.array(name)
        if array.ndim != 1 or array.dtype.kind not in "iu":
            raise self._unfit(name, array, "one row of whole numbers")
        return array.astype(np.int64)

    def number(self, name: str) -> float:
        """One number, whether stored as a scalar or as an array of one."""
        array = self.array(name)
        if array.size != 1 or array.dtype.kind not in "fiu":
            raise self._unfit(name, array, "one number")
        return float(array.reshape(-1)[0].item())

    def matrix(self, name: str) -> FloatArray:
        """A (N, D) array of numbers as float32; (N,) becomes (N, 1)."""
        array = self.array(name)
        if array.ndim not in (1, 2) or array.dtype.kind not in "fiub":
            raise self._unfit(name, array, "rows of numbers")
        with np.errstate(
            over="ignore", invalid="ignore"
        ):  # what float32 can't hold becomes infinite, and is found
            return array.reshape(len(array), -1 if array.size else 0).astype(np.float32)

    def _unfit(self, name: str, array: NDArray[np.generic], wanted: str) -> ArchiveError:
        return ArchiveError(
            self.path,
            f"{self.path}: `{name}` should be {wanted}, but is {array.dtype} of shape {array.shape}; "
            "make the archive again.",
        )


def told(names: Sequence[str]) -> str:
    """Names in a row for a sentence; "none" for none."""
    return ", ".join(names) or "none"
