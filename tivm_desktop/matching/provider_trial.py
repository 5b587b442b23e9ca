"""What the encoders really run on, learnt at once."""

from collections.abc import Callable
from pathlib import Path

from tivm_desktop.matching.analyse import Tried, try_provider
from tivm_desktop.matching.listener import SessionListener
from tivm_desktop.matching.workers import AnalysisPool, Done, Failed, Outcome


class ProviderTrial:
    """Loads an encoder in the worker that analyses videos, which is warm by the time a video comes."""

    def __init__(
        self,
        pool: AnalysisPool,
        pack: Path,
        listener: SessionListener,
        post: Callable[[Callable[[], None]], None],
    ) -> None:
        """Begin at once.

        Args:
            pool: whose interactive lane does it.
            pack: folder of the pack; named in messages.
            listener: hears the provider, or why there is none or no better one, on the thread of `post`.
            post: has something called on the session's thread.
        """
        self._listener = listener
        self.busy = True
        """Whether it is not over."""
        pool.submit(
            try_provider,
            subject=pack,
            lane="interactive",
            done=lambda outcome: post(lambda: self._ended(outcome)),
        )

    def _ended(self, outcome: Outcome[Tried]) -> None:
        self.busy = False
        if isinstance(outcome, Done):
            self._listener.provider_active(outcome.result.provider)
            if outcome.result.problem:
                self._listener.warned(outcome.result.problem)
        elif isinstance(outcome, Failed):
            self._listener.provider_failed(outcome.sentence)
