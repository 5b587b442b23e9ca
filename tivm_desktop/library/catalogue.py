"""All tracks of a library in memory, a row a sound: searched, filtered and sorted in milliseconds."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.analysis import TrackTags
from tivm_desktop.domain.finding import Order, Query
from tivm_desktop.domain.marks import Marks
from tivm_desktop.domain.track_facts import TrackFacts
from tivm_desktop.library.known import FileRow
from tivm_desktop.library.store import FeatureStore

Found = NDArray[np.int32]
"""(M,) rows in the order asked for."""


class Catalogue:
    """What is known of every sound, and of files not looked into yet. Any thread.

    A row stays what it is as long as the catalogue lives; rows without a place on disk are never found.
    """

    @staticmethod
    def load(store: FeatureStore, ranking_key: str) -> "Catalogue":
        """Read everything from the store.

        Raises:
            FileError: the store can't be read.
        """
        raise NotImplementedError

    def __len__(self) -> int:
        """How many rows there are, found or not."""
        raise NotImplementedError

    @property
    def audio_ids(self) -> Sequence[str]:
        """By row; "" for a file that was not identified yet."""
        raise NotImplementedError

    def find(self, query: Query, order: Order, fits: NDArray[np.float32] | None = None) -> Found:
        """Return the rows that a query leaves, sorted.

        Args:
            query: what is asked.
            order: how they are sorted; unknown values come last either way.
            fits: (N,) by row, NaN where unknown; without them an order by fit is one by title.
        """
        raise NotImplementedError

    def row_of(self, audio_id: str) -> int | None:
        """The row of a sound, or None."""
        raise NotImplementedError

    def row_at(self, path: Path) -> int | None:
        """The row of what lies at `path`, or None."""
        raise NotImplementedError

    def path(self, row: int) -> Path:
        """The place that is shown: of those that exist the one that was there first."""
        raise NotImplementedError

    def paths(self, row: int) -> tuple[Path, ...]:
        """All places where the sound lies now, the shown one first."""
        raise NotImplementedError

    def tags(self, row: int) -> TrackTags:
        """What the file that is shown says of itself."""
        raise NotImplementedError

    def facts(self, row: int) -> TrackFacts | None:
        """What analysis said of it, or None."""
        raise NotImplementedError

    def marks(self, row: int) -> Marks:
        """What the user said of it."""
        raise NotImplementedError

    def put_file(self, file: FileRow) -> int:
        """Take in a file that is new, was identified, changed, vanished or came back; return its row."""
        raise NotImplementedError

    def drop_file(self, path: Path) -> None:
        """Forget a place: the file was moved away from it or its folder is no longer a music folder."""
        raise NotImplementedError

    def put_facts(self, audio_id: str, facts: TrackFacts) -> int:
        """Take in what analysis said of a sound; return its row."""
        raise NotImplementedError

    def put_marks(self, audio_id: str, marks: Marks) -> int:
        """Take in what the user said of a sound; return its row."""
        raise NotImplementedError

    def update(self, store: FeatureStore, audio_id: str) -> int:
        """Read one sound anew from the store: its files, facts and marks; return its row.

        Raises:
            FileError: the store can't be read.
        """
        raise NotImplementedError
