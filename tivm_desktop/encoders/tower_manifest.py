"""The `towers` of a `pack.json`: the trained part of a pack, read strictly."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tivm_desktop.domain.column_matching import ColumnMatch
from tivm_desktop.domain.columns import foreign_columns
from tivm_desktop.domain.finite import finite_numbers
from tivm_desktop.encoders.entries import Entries, FileEntry, Shapes

ROWS_INPUT = "rows"
"""Name of a tower's input: (B, T, D) float32, raw column values side by side."""
EMBEDDING_OUTPUT = "embedding"
"""Name of a tower's output: (B, E) float32."""

_MOST_WINDOWS = 1000


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """A column that a tower takes, named as in `domain.columns`."""

    name: str
    width: int


@dataclass(frozen=True, slots=True)
class TowerSpec:
    """One tower: its file, and the columns it takes in their order."""

    file: FileEntry
    columns: tuple[ColumnSpec, ...]
    inputs: Shapes
    outputs: Shapes

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names."""
        return tuple(column.name for column in self.columns)

    @property
    def width(self) -> int:
        """D, the length of a row."""
        return sum(column.width for column in self.columns)


@dataclass(frozen=True, slots=True)
class TowersSpec:
    """Both towers, how whole items are embedded, and where the towers come from."""

    video: TowerSpec
    music: TowerSpec
    embedding_dim: int
    rate_hz: float
    """Rows a second."""
    window_s: float
    """Items are embedded by windows of this length, evenly spread; 0 takes the item as one."""
    windows: int
    """How many windows of an item that is longer than one."""
    ends_s: float
    """Seconds at either end of an item that towers don't see; see `domain.inner_rows`."""
    matching: Mapping[str, ColumnMatch]
    """How columns of files are brought into the distribution that the towers were trained on, by name; a
    column that is not named is taken as it is."""
    distances: tuple[float, ...]
    """See `domain.tower_fit.TowerScale`."""
    reference: str
    """Where `distances` come from, in words; empty with them."""
    data: str
    """What the towers were trained on."""
    data_note: str
    """What is to be said of the data's licence."""
    config: Mapping[str, object]
    """The training run's."""
    figures: Mapping[str, object]
    card: FileEntry | None

    @property
    def digest(self) -> str:
        """What tells these towers from others: the hashes of both files."""
        return f"{self.video.file.sha256}{self.music.file.sha256}"

    @property
    def foreign_columns(self) -> tuple[str, ...]:
        """Columns that no file gives, so that these towers are for research only."""
        return foreign_columns(self.video.names, self.music.names)


def read_towers(entries: Entries, document: dict[str, Any]) -> TowersSpec:
    """Read the section.

    Raises:
        PackError: it lacks an entry, or has one of a wrong kind or range.
    """
    take = entries.take
    video, music = (
        _tower(entries, take(document, "video", dict)),
        _tower(entries, take(document, "music", dict)),
    )
    windows, dim = entries.size(document, "windows", _MOST_WINDOWS), entries.size(document, "embedding_dim")
    rate_hz, window_s = _number(entries, document, "rate_hz"), _number(entries, document, "window_s")
    if not rate_hz > 0:
        raise entries.error("has towers whose rate_hz is not positive")
    data = take(document, "data", dict, {})
    distances = take(document, "distances", list, [])
    if not all(type(one) in (int, float) and 0 <= one <= 2 for one in distances) or distances != sorted(
        distances
    ):
        raise entries.error("has distances that are no ascending numbers from 0 to 2")
    return TowersSpec(
        video=video,
        music=music,
        embedding_dim=dim,
        rate_hz=rate_hz,
        window_s=window_s,
        windows=windows,
        ends_s=_number(entries, {"ends_s": 0, **document}, "ends_s"),
        matching=_matching(entries, take(document, "matching", dict, {}), (*video.columns, *music.columns)),
        distances=tuple(map(float, distances)),
        reference=take(document, "reference", str, ""),
        data=take(data, "name", str, ""),
        data_note=take(data, "note", str, ""),
        config=take(document, "config", dict, {}),
        figures=take(document, "figures", dict, {}),
        card=entries.file(document["card"]) if "card" in document else None,
    )


def _tower(entries: Entries, entry: dict[str, Any]) -> TowerSpec:
    columns = tuple(_column(entries, column) for column in entries.take(entry, "columns", list))
    if not columns or len({column.name for column in columns}) < len(columns):
        raise entries.error("has a tower without columns, or with one twice")
    return TowerSpec(
        file=entries.file(entry),
        columns=columns,
        inputs=entries.shapes(entries.take(entry, "inputs", dict)),
        outputs=entries.shapes(entries.take(entry, "outputs", dict)),
    )


def _column(entries: Entries, entry: object) -> ColumnSpec:
    if not isinstance(entry, dict):
        raise entries.error("has a tower's column that is not an object")
    return ColumnSpec(entries.word(entry, "name"), entries.size(entry, "width"))


def _matching(
    entries: Entries, document: dict[str, Any], columns: tuple[ColumnSpec, ...]
) -> dict[str, ColumnMatch]:
    widths = {column.name: column.width for column in columns}
    if unknown := set(document) - set(widths):
        raise entries.error(f"matches the column {min(unknown)[:80]!r}, which its towers don't take")
    found = {}
    for name, entry in document.items():
        try:
            found[name] = ColumnMatch.from_json(entry)
        except ValueError as error:
            raise entries.error(f"has a matching of {name} that can't be used: {error}") from error
        if found[name].width != widths[name]:
            raise entries.error(f"matches {name} {found[name].width} wide, and it is {widths[name]} wide")
    return found


def _number(entries: Entries, document: dict[str, Any], name: str) -> float:
    try:
        (value,) = finite_numbers([document.get(name)])
    except ValueError as error:
        raise entries.error(f"has no {name} of the towers that is a number") from error
    if value < 0:
        raise entries.error(f"has a {name} of the towers that is less than 0")
    return value
