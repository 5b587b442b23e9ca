"""How far a command is, on stderr: nothing is written where nobody looks."""

import sys

from tqdm import tqdm

_SECONDS = "{desc}: {percentage:3.0f}%|{bar}| {n_fmt}/{total_fmt} s"
_NOT_YET_S = 1e-9
"""A bar that is drawn as soon as it is made says 0 of nothing."""


class Bar:
    """A bar on a terminal, from the first word of it on, gone when its `with` ends."""

    def __init__(self, what: str, unit: str, *, line: int = 0) -> None:
        """Make a bar that isn't shown yet.

        Args:
            what: is being done.
            unit: of which so many are done: "s" counts seconds of media, "B" bytes.
            line: below the first, for bars that are shown together.
        """
        self._what, self._unit, self._line = what, unit, line
        self._shown: _Tqdm | None = None

    def __enter__(self) -> "Bar":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def show(self, done: float, total: float) -> None:
        """Show how many are done, of how many; 0 where nobody knows."""
        bar = self._bar()
        bar.total = max(round(total), 1) if total else None
        bar.update(round(min(done, total) if total else done) - bar.n)

    def say(self, note: str) -> None:
        """Show a note beside it, from now on."""
        bar = self._bar()
        bar.set_postfix_str(note, refresh=False)
        bar.update(0)

    def begin(self, what: str) -> None:
        """Count something else from now on, unless it is what is counted already."""
        if what != self._what:
            self.close()
            self._what = what

    def close(self) -> None:
        """Take the bar away."""
        if self._shown is not None:
            self._shown.close()
            self._shown = None

    def _bar(self) -> "_Tqdm":
        """Return the bar that is shown, or make it."""
        if self._shown is None:
            self._shown = _Tqdm(
                desc=self._what,
                unit=self._unit,
                unit_scale=self._unit == "B",
                bar_format=_SECONDS if self._unit == "s" else None,
                position=self._line,
                miniters=0,
                leave=False,
                disable=None,
                delay=_NOT_YET_S,
            )
            self._shown.last_print_t = 0.0
        return self._shown


class _Tqdm(tqdm):  # type: ignore[type-arg]
    """Draws ten times a second at most, which needs no thread that looks after bars."""

    monitor_interval = 0


def complain(sentence: str) -> None:
    """Write a sentence on stderr, above the bars that are shown."""
    tqdm.write(f"tivm: {sentence}", file=sys.stderr)
