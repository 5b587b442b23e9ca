"""Facts and rows made of stored analyses: for another pack's calibration, or where the rows were lost."""

import logging
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

from tivm_desktop.domain.track_facts import Depth
from tivm_desktop.matching.analyse_track import describe_known
from tivm_desktop.matching.jobs import AnalysisJob, Cancelled, Done, Failed, Outcome
from tivm_desktop.matching.track_describer import Described

_log = logging.getLogger(__name__)

AT_ONCE = 8
"""Jobs with the pool at a time: each takes milliseconds, and others are to get their turn between them."""

_UNRANKED = "Some known tracks can't be ranked now; look at the folders again, or restart the program."


class DescribingPool(Protocol):
    """What it needs of an `AnalysisPool`."""

    def submit(
        self,
        function: Callable[..., Described | None],
        *args: object,
        subject: Path,
        done: Callable[[Outcome[Described | None]], None] | None = None,
    ) -> AnalysisJob[Described | None]:
        """See `AnalysisPool.submit`."""
        ...


class Describing:
    """Has the workers describe sounds, a few at a time. One thread, to which `post` leads."""

    def __init__(
        self,
        pool: DescribingPool,
        database: Path,
        take: Callable[[str, Depth, Described | Failed | None], None],
        post: Callable[[Callable[[], None]], None],
    ) -> None:
        """Begin with nothing wanted.

        Args:
            pool: does the work.
            database: what the analyses are read from; named in messages.
            take: called with each outcome, on the thread of `post`; None where there is no such analysis,
                and with a sentence for the user where the work failed and says nothing of the analysis.
            post: has something called on the thread that all else is called on.
        """
        self._pool = pool
        self._database = database
        self._take = take
        self._post = post
        self._first: deque[str] = deque()
        self._waiting: deque[str] = deque()
        self._wanted: dict[str, Depth] = {}
        self._jobs: dict[str, AnalysisJob[Described | None]] = {}
        self._paused = False

    @property
    def left(self) -> int:
        """How many are not described yet."""
        return len(self._wanted)

    def want(self, sounds: Mapping[str, Depth]) -> None:
        """Describe these too."""
        self._waiting.extend(audio_id for audio_id in sounds if audio_id not in self._wanted)
        self._wanted.update(sounds)
        self._go_on()

    def prefer(self, audio_ids: Sequence[str]) -> None:
        """Describe these next, in this order, where they are wanted; replaces the ones preferred before."""
        self._first = deque(audio_ids)
        self._go_on()

    def hold(self, *, paused: bool) -> None:
        """Begin no more, or go on."""
        self._paused = paused
        self._go_on()

    def cancel(self) -> None:
        """Give up what is wanted."""
        self._first.clear()
        self._waiting.clear()
        self._wanted.clear()
        for job in self._jobs.values():
            job.cancel()
        self._jobs.clear()

    def _go_on(self) -> None:
        while (self._first or self._waiting) and len(self._jobs) < AT_ONCE and not self._paused:
            audio_id = (self._first or self._waiting).popleft()
            if audio_id in self._jobs or audio_id not in self._wanted:
                continue
            self._submit(audio_id, self._wanted[audio_id])

    def _submit(self, audio_id: str, depth: Depth) -> None:
        self._jobs[audio_id] = self._pool.submit(
            describe_known,
            audio_id,
            depth,
            subject=self._database,
            done=lambda outcome: self._post(lambda: self._ended(audio_id, depth, outcome)),
        )

    def _ended(self, audio_id: str, depth: Depth, outcome: Outcome[Described | None]) -> None:
        if self._jobs.pop(audio_id, None) is None or isinstance(outcome, Cancelled):
            return
        self._wanted.pop(audio_id, None)
        if isinstance(outcome, Done):
            self._take(audio_id, depth, outcome.result)
        else:
            _log.warning("%s can't be described: %s", audio_id, outcome.sentence)
            self._take(audio_id, depth, Failed(_UNRANKED))
        self._go_on()
