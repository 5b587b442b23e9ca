"""Sounds described from their stored analyses: in which order, and each once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tivm_desktop.domain.progress import no_progress
from tivm_desktop.domain.track_facts import Depth
from tivm_desktop.matching.describing import AT_ONCE, Describing
from tivm_desktop.matching.jobs import AnalysisJob, Done, Outcome, Work

DATABASE = Path("/data/library.sqlite3")


class Pool:
    """Takes jobs, and ends them when it is told to."""

    def __init__(self) -> None:
        self.jobs: dict[str, AnalysisJob[Any]] = {}

    def submit(
        self,
        function: Callable[..., Any],
        *args: object,
        subject: Path,
        done: Callable[[Outcome[Any]], None] | None = None,
    ) -> AnalysisJob[Any]:
        audio_id = str(args[0])
        work = Work(len(self.jobs), function, args, subject)
        self.jobs[audio_id] = AnalysisJob(work, "indexing", no_progress, done, None, lambda: None)
        return self.jobs[audio_id]


class Bench:
    """Describing with that pool; all is called at once."""

    def __init__(self) -> None:
        self.pool = Pool()
        self.taken: list[str] = []
        self.describing = Describing(
            self.pool,
            DATABASE,
            lambda audio_id, depth, found: self.taken.append(audio_id),
            lambda call: call(),
        )

    @property
    def order(self) -> str:
        return "".join(self.pool.jobs)


def whole(sounds: str) -> dict[str, Depth]:
    return dict.fromkeys(sounds, Depth.FULL)


def test_what_was_seen_last_goes_first_also_after_a_pause() -> None:
    bench = Bench()
    bench.describing.hold(paused=True)
    bench.describing.want(whole("abcd"))
    bench.describing.prefer("cb")
    bench.describing.prefer("dxc")
    assert bench.order == ""
    bench.describing.hold(paused=False)
    assert bench.order == "dcab"


def test_so_many_are_with_the_pool_at_a_time_and_each_once() -> None:
    bench = Bench()
    sounds = "abcdefghijkl"
    bench.describing.want(whole(sounds))
    bench.describing.want(whole("a"))
    assert bench.order == sounds[:AT_ONCE]
    for sound in sounds:
        bench.pool.jobs[sound].end(Done(None))
    assert (bench.order, "".join(bench.taken), bench.describing.left) == (sounds, sounds, 0)


def test_what_is_given_up_is_not_taken() -> None:
    bench = Bench()
    bench.describing.want(whole("a"))
    bench.describing.cancel()
    assert bench.pool.jobs["a"].cancel_requested
    bench.pool.jobs["a"].end(Done(None))
    assert (bench.taken, bench.describing.left) == ([], 0)
