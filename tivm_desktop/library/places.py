"""Where sounds lie: each file once, and of each sound the one file that is shown."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.analysis import TrackTags
from tivm_desktop.library.below import Below
from tivm_desktop.library.growing import grown
from tivm_desktop.library.known import FileRow
from tivm_desktop.library.track_rows import PlainFile

NOWHERE = -1

Holds = Callable[[Path], bool]
"""Whether a file belongs to the library now; asked once for each folder, with one of its files."""


class Places:
    """Files by number and by path, and the sound (a row of the catalogue) that each holds.

    A file that was missed at the last look, or does not belong to the library now, is known and counts for
    nothing. Of the others that hold a sound, the one that was there first is shown.
    """

    def __init__(self, holds: Holds) -> None:
        self._holds = holds
        self._paths: list[str] = []
        self._titles: list[str] = []
        self._artists: list[str] = []
        self._albums: list[str] = []
        self._number: dict[str, int] = {}
        self._folders: dict[str, int] = {}
        self._held: list[bool] = []
        self._folder = np.zeros(0, np.int32)
        self._row = np.zeros(0, np.int32)
        self._added_ns = np.zeros(0, np.int64)
        self._length_s = np.zeros(0)
        self._there = np.zeros(0, np.bool_)
        self.shown = np.zeros(0, np.int32)
        """(N,) by row the number of the file that is shown, or `NOWHERE`; perhaps longer than asked for."""

    def fill(self, files: Sequence[PlainFile], rows: Sequence[int], count: int) -> None:
        """Take in all files at once, into an empty table.

        Args:
            files: any number.
            rows: of each file that of its sound.
            count: how many rows there are.
        """
        self.reserve(count)
        if not files:
            return
        paths, _, titles, artists, albums, lengths_s, added_ns, vanished = zip(*files, strict=True)
        shared: dict[str, str] = {}
        self._paths = [os.fsdecode(path) for path in paths]
        self._titles = list(titles)
        self._artists = [shared.setdefault(artist, artist) for artist in artists]
        self._albums = [shared.setdefault(album, album) for album in albums]
        self._number = dict(zip(self._paths, range(len(files)), strict=True))
        folders = [path[: path.rfind(os.sep)] for path in self._paths]
        for folder, path in dict(zip(folders, self._paths, strict=True)).items():
            self._folders[folder] = len(self._held)
            self._held.append(self._holds(Path(path)))
        self._folder = np.array([self._folders[folder] for folder in folders], np.int32)
        self._row = np.array(rows, np.int32)
        self._added_ns = np.array(added_ns, np.int64)
        self._length_s = np.array(lengths_s, np.float64)
        self._there = ~np.array(vanished, np.bool_) & np.array(self._held)[self._folder]
        there = np.flatnonzero(self._there)
        latest_first = there[np.argsort(self._added_ns[there], kind="stable")[::-1]]
        self.shown[self._row[latest_first]] = latest_first

    def reserve(self, count: int) -> None:
        """Have that many rows at least."""
        self.shown = grown(self.shown, count, NOWHERE)

    def put(self, file: FileRow, row: int) -> bool:
        """Take in one file, known or not, that holds the sound of a row; tell whether it has other tags."""
        path = str(file.path)
        number = self._number.setdefault(path, len(self._paths))
        if number == len(self._paths):
            self._paths.append(path)
            for texts in (self._titles, self._artists, self._albums):
                texts.append("")
            count = len(self._paths)
            self._folder, self._row = grown(self._folder, count), grown(self._row, count)
            self._added_ns, self._length_s = grown(self._added_ns, count), grown(self._length_s, count)
            self._there = grown(self._there, count)
            self._folder[number] = self._folder_of(path)
        retagged = self.tags(number) != file.tags
        self._titles[number] = file.tags.title
        self._artists[number], self._albums[number] = file.tags.artist, file.tags.album
        self._row[number] = row
        self._added_ns[number], self._length_s[number] = file.added_ns, file.duration_s
        self._there[number] = file.vanished_ns is None and self._held[self._folder[number]]
        return retagged

    def choose(self, row: int) -> bool:
        """Find out anew which file of a row is shown; tell whether it is another."""
        files = self._there_of(row)
        before = self.shown[row]
        self.shown[row] = files[np.argmin(self._added_ns[files])] if len(files) else NOWHERE
        return bool(self.shown[row] != before)

    def rows_below(self, folder: str, count: int) -> NDArray[np.bool_]:
        """(count,) whether a row has a place below a folder."""
        inside = Below([folder])
        below = np.array([inside.has_folder(one) for one in self._folders], np.bool_)
        files = len(self._paths)
        there = self._there[:files] & below[self._folder[:files]] if files else np.zeros(0, np.bool_)
        found = np.zeros(count, np.bool_)
        found[self._row[:files][there]] = True
        return found

    def number(self, path: Path) -> int | None:
        """The number of a file, or None."""
        return self._number.get(str(path))

    def row(self, number: int) -> int:
        """The row of a file."""
        return int(self._row[number])

    def paths_of(self, row: int) -> list[str]:
        """Where a sound lies now, longest known first."""
        files = self._there_of(row)
        return [self._paths[file] for file in files[np.argsort(self._added_ns[files], kind="stable")]]

    def path(self, number: int) -> str:
        """The path of a file."""
        return self._paths[number]

    def name(self, number: int) -> str:
        """The name of a file, without its folder."""
        return self._paths[number].rpartition(os.sep)[2]

    def title(self, number: int) -> str:
        """Its title, or its name without extension where it states none."""
        return self._titles[number] or os.path.splitext(self.name(number))[0]  # noqa: PTH122 - of a str

    def artist(self, number: int) -> str:
        """Its artist, or nothing."""
        return self._artists[number]

    def album(self, number: int) -> str:
        """Its album, or nothing."""
        return self._albums[number]

    def text(self, number: int) -> str:
        """All that can be searched for, in parts that no word spans."""
        parts = (self._titles[number], self._artists[number], self._albums[number], self.name(number))
        return " ".join(parts)

    def tags(self, number: int) -> TrackTags:
        """What a file says of itself."""
        return TrackTags(self._titles[number], self._artists[number], self._albums[number])

    def added_ns(self, count: int) -> NDArray[np.float64]:
        """(count,) since when the file that is shown of each row is there; NaN where none is."""
        return self._of_shown(self._added_ns, count)

    def length_s(self, count: int) -> NDArray[np.float64]:
        """(count,) how long the file that is shown of each row says it is; NaN where unknown."""
        lengths_s = self._of_shown(self._length_s, count)
        return np.where(lengths_s > 0, lengths_s, np.nan)

    def _of_shown(self, values: NDArray[Any], count: int) -> NDArray[np.float64]:
        shown = self.shown[:count]
        found = np.full(count, np.nan)
        found[shown != NOWHERE] = values[shown[shown != NOWHERE]]
        return found

    def _there_of(self, row: int) -> NDArray[np.intp]:
        files = len(self._paths)
        return np.flatnonzero((self._row[:files] == row) & self._there[:files])

    def _folder_of(self, path: str) -> int:
        """The number of a file's folder, whether or not it is held."""
        folder = path[: path.rfind(os.sep)]
        number = self._folders.setdefault(folder, len(self._folders))
        if number == len(self._held):
            self._held.append(self._holds(Path(path)))
        return number
