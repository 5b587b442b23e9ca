"""How long work tells its progress and learns that nobody wants it any more."""

from typing import Protocol


class Progress(Protocol):
    """Called between seconds of media: `progress(done_s, total_s)`.

    `total_s` is 0 where the length is not known. The call may raise `CancelledError`; the caller lets it
    pass after closing what it holds.
    """

    def __call__(self, done_s: float, total_s: float, /) -> None:
        """Report that `done_s` of `total_s` seconds of media are done."""
        ...


def no_progress(done_s: float, total_s: float) -> None:
    """Report nothing and never cancel."""
