"""The paired feature archive: items whose picture and music are known second by second, side by side.

    archive = read_archive(path, video=["clip", "emotion"], music=["loudness"])
    archive.rows("video", 0)          # (T, 134) float32

Two layouts of .npz are read: the project's own (`song`, `split`, `group`, `offsets`, `video`, `music`,
`rate_hz`, and optionally the names and widths of the columns inside `video` and `music`), and the packed
MuVi-Sync release, where each column is an array of its own. Columns hold raw values: scaling belongs to the
model, so that an exported tower takes what the program computes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import DTypeLike, NDArray

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.errors import ArchiveError
from tivm_desktop.training.archives.checks import check_columns, check_items, check_wanted
from tivm_desktop.training.archives.duplicates import groups_with_duplicates
from tivm_desktop.training.archives.muvi_sync import ON_REQUEST, is_packed_muvi_sync, packed_columns
from tivm_desktop.training.archives.npz import NpzArrays
from tivm_desktop.training.archives.report import ArchiveReport, report_of
from tivm_desktop.training.archives.writer import ArchiveWriter

Side = Literal["video", "music"]

UNNAMED_COLUMN = "features"
"""Name of the only column of a side whose archive names none."""


@dataclass(frozen=True, slots=True, eq=False)
class PairedArchive:
    """S items; row t of both sides of an item is the same stretch of time, 1 / `rate_hz` seconds long."""

    path: Path | None
    """The file it was read from; None where it was made in memory."""
    songs: tuple[str, ...]
    """(S,) ids, all different."""
    splits: tuple[str, ...]
    """(S,) names of the splits, any names."""
    groups: tuple[str, ...]
    """(S,) artist or channel, the song where unknown: items of one group are never each other's negatives and
    never on two sides of a fold."""
    offsets: NDArray[np.int64]
    """(S + 1,) item i is rows offsets[i]:offsets[i + 1]; every item has at least one row."""
    rate_hz: float
    """Rows a second."""
    video: Mapping[str, FloatArray]
    """Column name -> (N, D) float32, in the order asked for."""
    music: Mapping[str, FloatArray]
    """Column name -> (N, D) float32, in the order asked for."""
    encoders: Mapping[str, str] = field(default_factory=dict)
    """ "video" and "music" -> id of the encoder that gave columns of that side, where the archive says so."""
    ends_s: float = 0.0
    """Seconds that each item has lost at either end since it was read; see `ends.without_ends`."""

    def __len__(self) -> int:
        """S, the number of items."""
        return len(self.songs)

    @property
    def lengths(self) -> NDArray[np.int64]:
        """(S,) rows of each item."""
        return np.diff(self.offsets)

    @property
    def video_widths(self) -> dict[str, int]:
        """Column name -> D."""
        return {name: column.shape[1] for name, column in self.video.items()}

    @property
    def music_widths(self) -> dict[str, int]:
        """Column name -> D."""
        return {name: column.shape[1] for name, column in self.music.items()}

    def columns(self, side: Side) -> Mapping[str, FloatArray]:
        """`video` or `music`."""
        return self.video if side == "video" else self.music

    def rows(self, side: Side, index: int) -> FloatArray:
        """(T, sum of D) float32: all columns of a side of one item, side by side in their order."""
        first, end = int(self.offsets[index]), int(self.offsets[index + 1])
        return np.concatenate([column[first:end] for column in self.columns(side).values()], axis=1)

    def subset(self, indices: Sequence[int] | NDArray[np.int64]) -> "PairedArchive":
        """The items at `indices`, in that order; the arrays are copied."""
        chosen = np.asarray(indices, np.int64)
        lengths = self.lengths[chosen]
        rows = np.concatenate(
            [np.arange(self.offsets[i], self.offsets[i + 1]) for i in chosen] or [np.zeros(0, np.int64)]
        )
        return PairedArchive(
            path=self.path,
            songs=tuple(self.songs[i] for i in chosen),
            splits=tuple(self.splits[i] for i in chosen),
            groups=tuple(self.groups[i] for i in chosen),
            offsets=np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths)]),
            rate_hz=self.rate_hz,
            video={name: column[rows] for name, column in self.video.items()},
            music={name: column[rows] for name, column in self.music.items()},
            encoders=self.encoders,
            ends_s=self.ends_s,
        )

    def where(self, *splits: str) -> NDArray[np.int64]:
        """Indices of the items whose split is one of `splits`, ascending."""
        return np.flatnonzero(np.isin(np.asarray(self.splits), splits)).astype(np.int64)


def read_archive(
    path: Path, video: Sequence[str] | None = None, music: Sequence[str] | None = None
) -> PairedArchive:
    """Read and check an archive; each array of the file is read once.

    `video` and `music` name the columns wanted, in the order wanted; None takes all. Items with the same
    video rows or the same music rows come back in one group, whichever columns are asked for.

    Raises:
        ArchiveError: the file can't be read, lacks what is asked for, or is something else than at least two
            items of finite numbers whose sizes fit.
    """
    arrays = NpzArrays(path)
    songs = arrays.texts("song")
    splits = arrays.texts("split") if "split" in arrays.names else ("all",) * len(songs)
    group = next((name for name in ("group", "artist") if name in arrays.names), "song")
    groups = arrays.texts(group) if group != "song" else songs
    rate_hz = arrays.number("rate_hz") if "rate_hz" in arrays.names else 1.0
    offsets = arrays.integers("offsets")
    check_items(path, songs, splits, groups, offsets, rate_hz)
    packed = is_packed_muvi_sync(arrays)
    if packed:
        sides = {side: packed_columns(arrays, side, offsets) for side in ("video", "music")}
    else:
        sides = {side: _named_columns(arrays, side) for side in ("video", "music")}
    chosen: dict[str, dict[str, FloatArray]] = {}
    for side, wanted in (("video", video), ("music", music)):
        check_columns(path, side, sides[side], songs, offsets)
        usual = tuple(name for name in sides[side] if not (packed and name in ON_REQUEST))
        names = usual if wanted is None else tuple(wanted)
        check_wanted(path, side, names, tuple(sides[side]))
        chosen[side] = {name: sides[side][name] for name in names}
    groups = groups_with_duplicates(groups, offsets, sides["video"], sides["music"])
    return PairedArchive(
        path, songs, splits, groups, offsets, rate_hz, chosen["video"], chosen["music"], _encoders(arrays)
    )


def write_archive(archive: PairedArchive, path: Path, dtype: DTypeLike = np.float16) -> ArchiveReport:
    """Write an archive in the project's own layout, and tell; the file appears whole or not at all.

    Raises:
        ArchiveError: what `read_archive` would refuse, values beyond `dtype`, or a place that can't be
            written to.
    """
    with ArchiveWriter(
        path, archive.video_widths, archive.music_widths, archive.rate_hz, dtype, archive.encoders
    ) as writer:
        for index, song in enumerate(archive.songs):
            first, end = int(archive.offsets[index]), int(archive.offsets[index + 1])
            writer.add(
                song,
                archive.groups[index],
                {name: column[first:end] for name, column in archive.video.items()},
                {name: column[first:end] for name, column in archive.music.items()},
                archive.splits[index],
            )
    return report_of(writer)


def _encoders(arrays: NpzArrays) -> dict[str, str]:
    names = {side: f"{side}_encoder" for side in ("video", "music")}
    return {side: "".join(arrays.texts(name)) for side, name in names.items() if name in arrays.names}


def _named_columns(arrays: NpzArrays, side: str) -> dict[str, FloatArray]:
    """Split `video` or `music` into the columns that the file names, or into one where it names none."""
    matrix = arrays.matrix(side)
    if f"{side}_columns" not in arrays.names:
        return {UNNAMED_COLUMN: matrix}
    names = arrays.texts(f"{side}_columns")
    widths = arrays.integers(f"{side}_widths")
    if len(names) != len(widths) or len(set(names)) < len(names) or (widths < 1).any():
        raise ArchiveError(
            arrays.path,
            f"{arrays.path}: `{side}_columns` and `{side}_widths` don't fit; make the archive again.",
        )
    if int(widths.sum()) != matrix.shape[1]:
        raise ArchiveError(
            arrays.path,
            f"{arrays.path}: `{side}` is {matrix.shape[1]} wide, but `{side}_widths` add up to "
            f"{widths.sum()}; make the archive again.",
        )
    ends = np.cumsum(widths)
    return {name: matrix[:, end - width : end] for name, end, width in zip(names, ends, widths, strict=True)}
