"""An archive seen as a config's towers see it."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.errors import RunError
from tivm_desktop.training.archives.archive import PairedArchive
from tivm_desktop.training.archives.ends import without_ends
from tivm_desktop.training.model.config import ColumnConfig, RunConfig


def fitted(archive: PairedArchive, config: RunConfig, folder: Path) -> PairedArchive:
    """Return the archive with the config's columns only, in the config's order, and without its items' ends.

    No array is copied where the config's `ends_s` is 0.

    Raises:
        RunError: a column is missing or of another width, or the archive has another rate, or has lost
            other ends.
    """
    name = archive.path or "the archive"
    if archive.rate_hz != config.rate_hz:
        raise RunError(
            folder,
            f"{name} has {archive.rate_hz:g} rows a second and the run {folder} takes {config.rate_hz:g}; "
            "make the archive again at that rate.",
        )

    def chosen(
        side: str, columns: Sequence[ColumnConfig], there: Mapping[str, FloatArray]
    ) -> dict[str, FloatArray]:
        for column in columns:
            width = there[column.name].shape[1] if column.name in there else 0
            if width != column.width:
                has = f"has it {width} wide" if width else f"has only {', '.join(there)}"
                raise RunError(
                    folder,
                    f"the run {folder} takes the {side} column {column.name}, {column.width} wide, and "
                    f"{name} {has}; use an archive with the columns the run was trained on.",
                )
        return {column.name: there[column.name] for column in columns}

    seen = replace(
        archive,
        video=chosen("video", config.video.columns, archive.video),
        music=chosen("music", config.music.columns, archive.music),
    )
    try:
        return without_ends(seen, config.ends_s)
    except ValueError as error:
        raise RunError(folder, f"the run {folder} does not fit {name}: {error}; use it whole.") from error


def data_identity(
    archive: PairedArchive, train: NDArray[np.int64], validation: NDArray[np.int64]
) -> dict[str, object]:
    """Return what tells a run's data from other data: counts and a digest of all rows and chosen items."""
    digest = hashlib.blake2b(digest_size=16)
    for array in (train, validation, archive.offsets, *archive.video.values(), *archive.music.values()):
        digest.update(np.ascontiguousarray(array).data)
    digest.update("\0".join((*archive.songs, *archive.groups)).encode("utf-8"))
    return {
        "archive": archive.path.name if archive.path else None,
        "encoders": dict(archive.encoders),
        "training_items": len(train),
        "validation_items": len(validation),
        "digest": digest.hexdigest(),
    }
