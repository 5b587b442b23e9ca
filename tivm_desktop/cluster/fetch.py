"""Bringing a catalogue from a bucket to a folder: the desktop program reads files only."""

import posixpath
from collections.abc import Callable
from pathlib import Path

from tivm_desktop.cluster.output import Output
from tivm_desktop.domain.errors import FileError
from tivm_desktop.library.shared_format import FEATURES_FOLDER, INDEX_NAME
from tivm_desktop.whole_file import drop_abandoned, write_whole


def fetch_catalogue(output: Output, folder: Path, progress: Callable[[int, int], None]) -> None:
    """Copy the fragments that are not there yet, and then the index, which names no others.

    Args:
        output: the catalogue.
        folder: where it is copied to.
        progress: called with the number of fragments that are there, and of all.

    Raises:
        FileError: the folder can't be written.
        TivmError: the catalogue can't be read, or there is none.
    """
    # The index first: a run that is under way adds fragments, and an older index names none of them.
    index = output.read(INDEX_NAME)
    try:
        fragments = folder / FEATURES_FOLDER
        fragments.mkdir(parents=True, exist_ok=True)
        drop_abandoned(fragments)
        sizes = output.sizes(FEATURES_FOLDER)
        progress(0, len(sizes))
        for done, (name, size) in enumerate(sizes.items(), 1):
            place = fragments / name
            if not place.is_file() or place.stat().st_size != size:
                write_whole(place, output.read(posixpath.join(FEATURES_FOLDER, name)), tidy=False)
            progress(done, len(sizes))
        write_whole(folder / INDEX_NAME, index)
    except OSError as error:
        raise FileError(
            folder,
            f"The catalogue can't be copied to {folder} ({error.strerror or error}); free space on its disk.",
        ) from error
