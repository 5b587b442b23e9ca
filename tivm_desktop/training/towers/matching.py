"""Maps from what raw files give to what towers were trained on."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from tivm_desktop.domain.arrays import Float64Array
from tivm_desktop.domain.column_matching import ColumnMatch, match_of, population
from tivm_desktop.domain.errors import FileError
from tivm_desktop.training.archives.archive import PairedArchive, Side
from tivm_desktop.training.learning.fitting import fitted
from tivm_desktop.training.learning.run import Run

_DIGITS = 6


@dataclass(frozen=True, slots=True)
class FilePopulation:
    """Columns of many raw files, as quantiles of their means and deviations over time."""

    source: str
    """Which files, in words."""
    columns: Mapping[str, tuple[Float64Array, Float64Array]]
    """Name -> quantiles as `domain.column_matching.population` gives them."""


def read_population(path: Path) -> FilePopulation:
    """Read what the benchmark `columns` writes.

    Raises:
        FileError: it can't be read, or is something else.
    """
    try:
        document = json.loads(path.read_text("utf-8"))
        columns = {
            name: (np.array(entry["means"], np.float64), np.array(entry["deviations"], np.float64))
            for name, entry in document["columns"].items()
        }
        source = str(document["source"])
    except OSError as error:
        raise FileError(path, f"{path} can't be read ({error.strerror or error}); check --files.") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise FileError(
            path, f"{path} holds no quantiles of columns; make it with the benchmark columns."
        ) from error
    return FilePopulation(source, columns)


def matching_of(
    run: Run, archive: PairedArchive, files: FilePopulation, names: Iterable[str]
) -> dict[str, ColumnMatch]:
    """Return the maps of the named columns of a run, from files to the archive's items.

    Raises:
        RunError: the archive lacks a column of the run.
        FileError: a name is none of the run's columns, or the files' quantiles lack it or have another shape.
    """
    seen = fitted(archive, run.config, run.folder)
    found = {}
    for name in names:
        side: Side = "video" if name in seen.video else "music"
        column, given = seen.columns(side).get(name), files.columns.get(name)
        if column is None or given is None:
            raise FileError(
                run.folder, f"The column {name} can't be matched; name columns that the run and --files have."
            )
        spans = (slice(int(first), int(end)) for first, end in pairwise(seen.offsets))
        wanted = population(column[span] for span in spans)
        if any(one.shape != wanted[0].shape for one in given):
            raise FileError(
                run.folder, f"The quantiles of {name} in --files are of another shape; make them again."
            )
        limits = float(column.min()), float(column.max())
        found[name] = match_of(
            (_rounded(given[0]), _rounded(given[1])), (_rounded(wanted[0]), _rounded(wanted[1])), limits
        )
    return found


def _rounded(quantiles: Float64Array) -> Float64Array:
    """Six significant digits: enough, and a manifest that people can read."""
    return np.array([[float(f"{value:.{_DIGITS}g}") for value in row] for row in quantiles])
