"""How far something long is, in things that can be counted."""

from collections.abc import Callable

CountProgress = Callable[[int, int], None]
"""Called with how much is done and how much there is, in bytes, songs, epochs or folds; what it
raises ends the work."""


def no_count(done: int, total: int) -> None:
    """Report nothing and never cancel."""
