"""All tracks of a library in memory, a row a sound: searched, filtered and sorted in milliseconds."""

import gc
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.analysis import TrackTags
from tivm_desktop.domain.finding import Column, Order, Query
from tivm_desktop.domain.marks import Marks
from tivm_desktop.domain.track_facts import TrackFacts
from tivm_desktop.library.catalogue_source import CatalogueSource
from tivm_desktop.library.fact_columns import FactColumns
from tivm_desktop.library.known import FileRow
from tivm_desktop.library.places import NOWHERE, Holds, Places
from tivm_desktop.library.row_orders import RowOrders
from tivm_desktop.library.text_index import TextIndex

Found = NDArray[np.int32]
"""(M,) rows in the order asked for."""


class CatalogueTrack(NamedTuple):
    """What there is to show of a row."""

    row: int
    audio_id: str
    """Empty where it was not identified yet."""
    path: Path
    """The place that is shown."""
    tags: TrackTags
    facts: TrackFacts | None
    """None where analysis has said nothing yet."""
    marks: Marks


class Catalogue:
    """What is known of every sound, and of files not looked into yet. Any thread: one lock guards it all.

    Every file with one sound is a place of one row; a file not identified yet is a row of its own. A row
    stays what it is as long as the catalogue lives; one without a place on disk is never found.
    """

    def __init__(self, holds: Holds = lambda _: True) -> None:
        """Begin an empty one of files of which `holds` says that they belong to the library now."""
        self._lock = threading.RLock()
        self._places = Places(holds)
        self._facts = FactColumns()
        self._ids: list[str] = []
        self._told_ids: tuple[str, ...] | None = None
        self._row_of: dict[str, int] = {}
        self._index: TextIndex | None = None
        """None before the first search."""
        self._orders = RowOrders(self._places, self._facts)

    @staticmethod
    def load(store: CatalogueSource, ranking_key: str, holds: Holds = lambda _: True) -> "Catalogue":
        """Read everything from the store.

        Args:
            store: where from.
            ranking_key: by which facts are kept.
            holds: whether a file belongs to the library now; asked once for each folder with audio files
                directly in it, with one of them.

        Raises:
            FileError: the store can't be read.
        """
        catalogue = Catalogue(holds)
        with _no_collecting():
            catalogue._fill(store, ranking_key)
        return catalogue

    def __len__(self) -> int:
        """How many rows there are, found or not."""
        return len(self._ids)

    @property
    def audio_ids(self) -> tuple[str, ...]:
        """By row; "" for a file that was not identified yet. The same object as long as nothing changes."""
        with self._lock:
            if self._told_ids is None:
                self._told_ids = tuple(self._ids)
            return self._told_ids

    def find(self, query: Query, order: Order, fits: NDArray[np.float32] | None = None) -> Found:
        """Return the rows that a query leaves, sorted.

        Args:
            query: what is asked.
            order: how they are sorted; unknown values come last either way, and equal ones by title.
            fits: (N,) by row, NaN where unknown; without them an order by fit is one by title.
        """
        with self._lock:
            count = len(self)
            matching = (self._shown() != NOWHERE) & self._facts.matching(
                query, self._orders.lengths_s(len(self))
            )
            if query.text.strip():
                matching &= self._search_index().rows_with(query.text, count)
            if query.folder:
                matching &= self._places.rows_below(query.folder, count)
            if order.by is Column.FIT and fits is not None:
                return self._orders.by_fit(matching, fits, descending=order.descending)
            rows = self._orders.by(order.by, count, descending=order.descending)
            return np.asarray(rows[matching[rows]], np.int32)

    def row_of(self, audio_id: str) -> int | None:
        """The row of a sound, or None."""
        with self._lock:
            return self._row_of.get(audio_id)

    def row_at(self, path: Path) -> int | None:
        """The row of what lies at `path`, or lay there when it was last seen, or None."""
        with self._lock:
            number = self._places.number(path)
            return None if number is None else self._places.row(number)

    def tracks(self, rows: Sequence[int]) -> list[CatalogueTrack]:
        """What there is to show of rows, in their order; those that have lost their place are left out."""
        with self._lock:
            told = zip(rows, self._shown()[rows].tolist(), self._facts.facts_of(rows), strict=True)
            return [
                CatalogueTrack(
                    row,
                    self._ids[row],
                    Path(self._places.path(shown)),
                    self._places.tags(shown),
                    facts,
                    self._facts.marks(row),
                )
                for row, shown, facts in told
                if shown != NOWHERE
            ]

    def paths(self, row: int) -> tuple[Path, ...]:
        """All places where the sound lies now, the shown one first."""
        with self._lock:
            return tuple(map(Path, self._places.paths_of(row)))

    def facts(self, row: int) -> TrackFacts | None:
        """What analysis said of it, or None."""
        with self._lock:
            return self._facts.facts_of([row])[0]

    def put_file(self, file: FileRow) -> int:
        """Take in a file that is new, was identified, changed, vanished or came back; return its row."""
        with self._lock:
            number = self._places.number(file.path)
            before = NOWHERE if number is None else self._places.row(number)
            row = self._row_for(file.audio_id, before)
            self._reserve()
            retagged = self._places.put(file, row)
            for touched in {row, before} - {NOWHERE}:
                if self._places.choose(touched) or retagged:
                    self._text_changed(touched)
            self._orders.numbers_changed()
            return row

    def put_facts(self, audio_id: str, facts: TrackFacts) -> int:
        """Take in what analysis said of a sound; return its row."""
        with self._lock:
            row = self._row_for(audio_id, NOWHERE)
            self._reserve()
            self._facts.put_facts(row, facts)
            self._orders.numbers_changed()
            return row

    def put_marks(self, audio_id: str, marks: Marks) -> int:
        """Take in what the user said of a sound; return its row."""
        with self._lock:
            row = self._row_for(audio_id, NOWHERE)
            self._reserve()
            self._facts.put_marks(row, marks)
            self._orders.ratings_changed()
            return row

    def warm(self) -> None:
        """Make now what the first search and the first sorting would wait for: a second at 100,000 tracks."""
        with self._lock:
            self._search_index()
        for column in self._orders.slow:
            with self._lock:
                self._orders.by(column, len(self), descending=False)

    def _fill(self, store: CatalogueSource, ranking_key: str) -> None:
        files, facts = store.plain_files(), store.plain_facts(ranking_key)
        marks = store.all_marks()
        file_rows = self._rows_for(file[1] for file in files)
        fact_rows = self._rows_for(one[0] for one in facts)
        mark_rows = self._rows_for(marks)
        self._facts.fill(facts, fact_rows, len(self))
        for row, said in zip(mark_rows, marks.values(), strict=True):
            self._facts.put_marks(row, said)
        self._places.fill(files, file_rows, len(self))

    def _rows_for(self, audio_ids: Iterable[str]) -> list[int]:
        """The rows of very many sounds, new ones if need be."""
        rows = []
        for audio_id in audio_ids:
            row = self._row_of.get(audio_id)
            rows.append(self._row_for(audio_id, NOWHERE) if row is None else row)
        return rows

    def _row_for(self, audio_id: str, before: int) -> int:
        """The row of a sound, a new one if need be; `before` is the one its file had."""
        row = self._row_of.get(audio_id, NOWHERE)
        if row == NOWHERE and before != NOWHERE and not self._ids[before]:
            row = before
            self._ids[row] = audio_id
            self._told_ids = None
        if row == NOWHERE:
            row = len(self._ids)
            self._ids.append(audio_id)
            self._told_ids = None
        if audio_id:
            self._row_of[audio_id] = row
        return row

    def _reserve(self) -> None:
        self._facts.reserve(len(self))
        self._places.reserve(len(self))

    def _text_changed(self, row: int) -> None:
        if self._index is not None:
            self._index.put(row, self._text(row))
        self._orders.text_changed(row)

    def _search_index(self) -> TextIndex:
        if self._index is None:
            self._index = TextIndex()
            self._index.fill([self._text(row) for row in range(len(self))])
        return self._index

    def _text(self, row: int) -> str:
        shown = int(self._places.shown[row])
        return "" if shown == NOWHERE else self._places.text(shown)

    def _shown(self) -> NDArray[np.int32]:
        return self._places.shown[: len(self)]


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Let the collector of cycles rest: a fifth of the time goes by while it looks at rows that stay."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
