"""What the encoders really run on, learnt at once."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tivm_desktop.domain.progress import Progress
from tivm_desktop.encoders.runtime_folder import gpu_support
from tivm_desktop.matching.jobs import Done, Failed, Outcome
from tivm_desktop.matching.listener import SessionListener
from tivm_desktop.matching.tools import AnalysisTools
from tivm_desktop.matching.workers import AnalysisPool


@dataclass(frozen=True, slots=True)
class Tried:
    """What the encoders really run on."""

    provider: str
    """"CUDA" or "CPU"."""
    problem: str = ""
    """One sentence where GPU support is installed and could not be used for it, though it might have been."""


def try_provider(tools: AnalysisTools, *, progress: Progress) -> Tried:
    """Return what the encoders really run on.

    Raises:
        PackError: the pack is not what its manifest says.
        ProviderError: the provider asked for is not to be had.
    """
    progress(0.0, 0.0)
    provider = tools.frame_encoder.provider
    problem = gpu_support().problem if tools.may_use_a_card else ""
    return Tried(provider, f"{problem}." if problem else "")


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
