"""What the heading of the list says of it."""

from dataclasses import dataclass

from tivm_desktop.domain.finding import Column, Order
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.order_words import BY_FIT, order_text
from tivm_desktop.gui.wording import counted, number, span


@dataclass(frozen=True, slots=True)
class Heading:
    """What the rows of a list are."""

    chosen: VideoRange | None = None
    """The range they are ranked for."""
    narrowed: bool = False
    """Whether something was searched, or filtered."""
    order: Order = BY_FIT
    ranked: bool = True
    """For a video; or else what the library has."""
    total: int = 0
    """How many tracks there are, of which the rows are the first."""

    def words(self, rows: int) -> str:
        """Say how many there are, in which order.

        Args:
            rows: of the list, at least one.
        """
        if not self.ranked:
            said = self._found(rows)
            return said if self.order.by is Column.FIT else _in_order(said, self.order)
        if self.chosen is None:
            return _in_order(self._ranked(rows), self.order)
        said = tr("{tracks} for {range}", "a range of the video").format(
            tracks=self._ranked(rows), range=span(self.chosen)
        )
        return said if self.order == BY_FIT else _in_order(said, self.order)

    def _found(self, rows: int) -> str:
        if self.total > rows:
            return tr("first {shown} of {total} shown").format(shown=number(rows), total=number(self.total))
        if self.narrowed:
            return counted(rows, tr("{count} track found"), tr("{count} tracks found"))
        return counted(rows, tr("{count} track"), tr("{count} tracks"))

    def _ranked(self, rows: int) -> str:
        if self.total > rows:
            said = tr("{shown} of {total} found") if self.narrowed else tr("{shown} of {total} shown")
            return said.format(shown=number(rows), total=number(self.total))
        if self.narrowed:
            return counted(rows, tr("{count} found", "one track"), tr("{count} found"))
        return counted(rows, tr("{count} ranked", "one track"), tr("{count} ranked"))


def _in_order(said: str, order: Order) -> str:
    return tr("{tracks} {order}", "10 ranked, by title").format(tracks=said, order=order_text(order))


def waiting_text(new: int) -> str:
    """Say what waits to be shown, and that a click shows it.

    Args:
        new: tracks that are not listed yet.
    """
    if new:
        one, many = tr("{count} new  ·  Update", "one track"), tr("{count} new  ·  Update", "tracks")
        return counted(new, one, many)
    return tr("New order  ·  Update", "of the list")
