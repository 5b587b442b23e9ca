"""The list that is shown: the best of all, placed from the top down, what is on the screen first."""

import math
from collections import deque
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.matching.placing import Listed, Placing

LIST_LENGTH = 2000
"""Rows of the list: more than anybody looks through by hand."""
AT_ONCE = 40
"""Rows placed before a new order is told: more than the tallest screen shows."""
EXACTLY = 200
"""Rows whose fit is computed one by one, in double precision, before they are put in order."""


class Shortlist:
    """Rows in their order, of which more and more are placed."""

    def __init__(self, placing: Placing, patience_s: float = math.inf) -> None:
        """Begin empty.

        Args:
            placing: places tracks under the video that the list is for.
            patience_s: how long `show` may place rows before it returns.
        """
        self._placing = placing
        self._patience_s = patience_s
        self._listed: dict[Path, Listed] = {}
        self._wanted: tuple[Path, ...] = ()
        self._first: deque[Listed] = deque()
        """The wanted rows, and all rows, from the next one on that may have to be placed still."""
        self._rest: deque[Listed] = deque()
        self._fresh = False

    @property
    def fresh(self) -> bool:
        """Whether there is something that `order` has not told yet."""
        return self._fresh

    @property
    def busy(self) -> bool:
        """Whether there are rows to be placed still."""
        return self._next() is not None

    def show(self, listed: Sequence[Listed]) -> None:
        """Have these in the list from now on, in this order.

        The first are placed before this returns, as far as that goes in time.
        """
        self._listed = {one.path: one for one in listed}
        self._rest = deque(listed)
        self.prefer(self._wanted)
        self._fresh = True
        until_s = monotonic() + self._patience_s
        for one in (*self._first, *listed[:AT_ONCE]):
            if monotonic() >= until_s:
                return
            self._placing.place(one)

    def prefer(self, paths: Sequence[Path]) -> None:
        """Place these next, in this order."""
        self._wanted = tuple(paths)
        self._first = deque(self._listed[path] for path in paths if path in self._listed)

    def place_for(self, budget_s: float) -> None:
        """Place the next rows, for about that long; at least one."""
        until_s = monotonic() + budget_s
        while (one := self._next()) is not None:
            self._placing.place(one)
            self._fresh = True
            if monotonic() >= until_s:
                return

    def placed(self, path: Path) -> Suggestion | None:
        """Place a row at once and return it; None if it is not in the list. Any thread."""
        listed = self._listed.get(path)
        if listed is None:
            return None
        self._placing.place(listed)
        return self._placing.suggestion(listed)

    def audio_id(self, path: Path) -> str:
        """Return the identity of a row's sound; empty if it is not in the list. Any thread."""
        listed = self._listed.get(path)
        return listed.audio_id if listed is not None else ""

    def order(self) -> tuple[Suggestion, ...]:
        """Return the list as it is now; `fresh` is over."""
        self._fresh = False
        return tuple(map(self._placing.suggestion, self._listed.values()))

    def _next(self) -> Listed | None:
        """Return the next row to be placed; those before it never have to be looked at again."""
        for rows in (self._first, self._rest):
            while rows:
                if self._placing.is_open(rows[0]):
                    return rows[0]
                rows.popleft()
        return None
