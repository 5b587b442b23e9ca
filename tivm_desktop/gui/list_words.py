"""What the heading of the list says of it."""

from dataclasses import dataclass

from tivm_desktop.domain.finding import Column, Order
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.gui.query_words import BY_FIT, sorting
from tivm_desktop.gui.wording import plural, span

MOST = 2000
"""Rows that a session lists at most."""


@dataclass(frozen=True, slots=True)
class Listed:
    """What an order of the list is of."""

    chosen: VideoRange | None = None
    """The range it is ranked for."""
    narrowed: bool = False
    """Whether something was searched, or filtered."""
    order: Order = BY_FIT
    total: int | None = None
    """How many tracks there are to list, where they are not ranked for a video."""

    def words(self, rows: int, rankable: int) -> str:
        """Say how many there are, in which order.

        Args:
            rows: of the list, at least one.
            rankable: tracks of the library that can be ranked.
        """
        if self.total is not None:
            by = "" if self.order.by is Column.FIT else f" {sorting(self.order)}"
            if self.total > rows:
                return f"first {rows:,} of {self.total:,} shown{by}"
            return plural(rows, "track") + (" found" if self.narrowed else "") + by
        what = sorting(self.order)
        if self.chosen is not None:
            what = f"for {span(self.chosen)}" + ("" if self.order == BY_FIT else f" {what}")
        if rows >= MOST and not self.narrowed and rankable > rows:
            return f"{rows:,} of {rankable:,} shown {what}"
        if rows >= MOST:
            return f"first {rows:,} shown {what}"
        return f"{rows:,} found {what}" if self.narrowed else f"{rows:,} ranked {what}"
