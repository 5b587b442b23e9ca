"""The indexer with a pool that does nothing by itself."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.library.analyses import track_analysis
from tivm_desktop.domain.analysis import TrackTags
from tivm_desktop.domain.errors import FileError
from tivm_desktop.domain.indexing import IndexPace, IndexProgress, IndexState
from tivm_desktop.domain.progress import no_progress
from tivm_desktop.domain.track_facts import Depth
from tivm_desktop.library.known import FileStamp
from tivm_desktop.matching.analysed import AnalysedTrack
from tivm_desktop.matching.index_pace import AT_WORK, ON_BATTERY, PAUSED, Surroundings
from tivm_desktop.matching.index_queue import Wanted
from tivm_desktop.matching.indexer import Indexer
from tivm_desktop.matching.jobs import AnalysisJob, Done, Failed, Outcome, Work

COARSE, FULL = Depth.COARSE, Depth.FULL
A, B, C, D, E = (Path(f"/music/{name}.mp3") for name in "abcde")
WAIT_S = 10.0


class Pool:
    """Keeps the jobs it is given; the test says when one begins and how it ends."""

    def __init__(self) -> None:
        self.jobs: dict[tuple[Path, Depth], AnalysisJob[AnalysedTrack]] = {}
        self.order: list[tuple[Path, Depth]] = []
        self.workers = 0
        self.closed = False
        self.changed = threading.Condition()

    def submit(
        self,
        function: Callable[..., AnalysedTrack],
        *args: object,
        subject: Path,
        done: Callable[[Outcome[AnalysedTrack]], None] | None = None,
        timeout_s: float | None = None,
    ) -> AnalysisJob[AnalysedTrack]:
        if self.closed:
            raise RuntimeError("The pool is closed")
        assert isinstance(function, partial)
        key = (subject, function.keywords["depth"])
        work = Work(len(self.order), function, args, subject)
        job = AnalysisJob(work, "indexing", no_progress, done, timeout_s, partial(self._cancel, key))
        with self.changed:
            self.jobs[key] = job
            self.order.append(key)
            self.changed.notify_all()
        return job

    def set_workers(self, workers: int) -> None:
        self.workers = workers

    def _cancel(self, key: tuple[Path, Depth]) -> None:
        with self.changed:
            job = self.jobs.pop(key, None)
            self.changed.notify_all()
        if job is not None:
            job.end(Failed("never heard, as it was cancelled"))

    def end(self, path: Path, depth: Depth, outcome: Outcome[AnalysedTrack]) -> None:
        with self.changed:
            assert self.changed.wait_for(lambda: (path, depth) in self.jobs, WAIT_S), f"{path} never came"
            job = self.jobs.pop((path, depth))
            self.changed.notify_all()
        job.end(outcome)

    def wait_for(self, *keys: tuple[Path, Depth]) -> None:
        with self.changed:
            assert self.changed.wait_for(lambda: self.jobs.keys() == {*keys}, WAIT_S), self.jobs.keys()


class Bench:
    """An indexer and what it says."""

    def __init__(self, pace: IndexPace | None = None, look_every_s: float = 0.01) -> None:
        self.pool = Pool()
        self.battery: bool | None = False
        self.idle_s: float | None = 1e6
        self.taken: list[tuple[Path, Depth]] = []
        self.failed: list[tuple[Path, str]] = []
        self.warnings: list[str] = []
        self.trouble: Exception | None = None
        self.now: FileStamp | None = None
        """What files are now, where they have changed since they were wanted."""
        self.progress = IndexProgress()
        self.heard = threading.Condition()
        self.indexer = Indexer(
            self.pool,
            self._take,
            self._fail,
            changed=self._changed,
            warned=self.warnings.append,
            pace=pace or IndexPace(workers=1),
            surroundings=Surroundings(lambda: self.battery, lambda: self.idle_s),
            look_every_s=look_every_s,
            hold_s=0.01,
        )

    def _take(self, wanted: Wanted, found: AnalysedTrack) -> FileStamp | None:
        if self.trouble is not None:
            raise self.trouble
        if self.now not in (None, wanted.stamp):
            return self.now
        self.taken.append((wanted.path, found.depth))
        return None

    def _fail(self, wanted: Wanted, failure: Failed) -> FileStamp | None:
        if self.now not in (None, wanted.stamp):
            return self.now
        self.failed.append((wanted.path, failure.sentence))
        return None

    def _changed(self) -> None:
        with self.heard:
            self.progress = self.indexer.progress
            self.heard.notify_all()

    def wait_until(self, holds: Callable[[IndexProgress], bool]) -> IndexProgress:
        with self.heard:
            assert self.heard.wait_for(lambda: holds(self.progress), WAIT_S), self.progress
        return self.progress

    def wait_for(self, state: IndexState) -> IndexProgress:
        return self.wait_until(lambda progress: progress.state is state)


@pytest.fixture
def bench() -> Iterator[Bench]:
    bench = Bench()
    yield bench
    bench.indexer.close()


def track(depth: Depth, audio_id: str = "sound") -> Done[AnalysedTrack]:
    return Done(AnalysedTrack(audio_id, TrackTags("", "", ""), track_analysis(), depth))


def both(*paths: Path) -> list[Wanted]:
    return [Wanted(path, depth, 0) for path in paths for depth in (COARSE, FULL)]


def test_all_is_analysed_coarse_first_and_then_it_is_done(bench: Bench) -> None:
    bench.indexer.want(both(A, B))
    for depth in (COARSE, FULL):
        for path in (A, B):
            bench.pool.end(path, depth, track(depth, path.name))
    progress = bench.wait_for(IndexState.DONE)
    assert bench.taken == [(A, COARSE), (B, COARSE), (A, FULL), (B, FULL)]
    assert (progress.coarse_done, progress.full_done, progress.total) == (2, 2, 2)
    assert progress.eta_s == 0.0


def test_the_pool_has_twice_as_many_as_there_are_workers(bench: Bench) -> None:
    bench.indexer.want([Wanted(path, FULL, 0) for path in (A, B, C, D, E)])
    bench.pool.wait_for((A, FULL), (B, FULL))
    bench.indexer.set_pace(IndexPace(workers=2))
    bench.pool.wait_for(*((path, FULL) for path in (A, B, C, D)))
    assert bench.pool.workers == 2


def test_a_file_is_never_analysed_twice_at_a_time(bench: Bench) -> None:
    bench.indexer.want(both(A))
    bench.pool.wait_for((A, COARSE))
    bench.pool.end(A, COARSE, track(COARSE))
    bench.pool.wait_for((A, FULL))


@pytest.mark.parametrize("outcome", [track(FULL), Failed("half of it")])
def test_what_has_changed_while_it_was_at_work_is_wanted_anew(
    bench: Bench, outcome: Outcome[AnalysedTrack]
) -> None:
    before, bench.now = FileStamp(1, 1), FileStamp(2, 2)
    wanted = [Wanted(A, depth, 0, "sound", stamp=before) for depth in (COARSE, FULL)]
    bench.indexer.want([*wanted, Wanted(B, FULL, 0, "sound", stamp=bench.now)])
    bench.pool.end(A, COARSE, outcome)
    for path, depth in ((A, COARSE), (B, FULL), (A, FULL)):
        bench.pool.end(path, depth, track(depth, path.name))
    assert bench.wait_for(IndexState.DONE).full_done == 2
    assert {*bench.taken} == {(A, COARSE), (B, FULL), (A, FULL)}
    assert bench.failed == []


def test_what_comes_into_view_goes_before_what_no_worker_has_begun(bench: Bench) -> None:
    bench.indexer.want([Wanted(path, FULL, 0) for path in (A, B, C, D)])
    bench.pool.wait_for((A, FULL), (B, FULL))
    bench.pool.jobs[A, FULL].begin()
    bench.indexer.prefer([D])
    bench.pool.wait_for((A, FULL), (D, FULL))


def test_another_order_of_relevance_holds_for_what_is_next(bench: Bench) -> None:
    bench.indexer.want([Wanted(path, FULL, 0) for path in (A, B, C, D)])
    bench.pool.wait_for((A, FULL), (B, FULL))
    bench.indexer.rank([D, C, B, A])
    bench.pool.end(A, FULL, track(FULL))
    bench.pool.wait_for((B, FULL), (D, FULL))


def test_a_pause_lets_what_has_begun_go_on_and_takes_the_rest_back(bench: Bench) -> None:
    bench.indexer.want([Wanted(path, FULL, 0) for path in (A, B, C)])
    bench.pool.wait_for((A, FULL), (B, FULL))
    bench.pool.jobs[A, FULL].begin()
    bench.indexer.pause()
    assert bench.wait_for(IndexState.PAUSED).why_waiting == PAUSED
    bench.pool.wait_for((A, FULL))
    bench.pool.end(A, FULL, track(FULL))
    assert bench.wait_until(lambda progress: progress.full_done == 1).total == 3
    bench.indexer.resume()
    bench.pool.wait_for((B, FULL), (C, FULL))
    assert bench.wait_for(IndexState.WORKING).why_waiting == ""


@pytest.mark.parametrize(("battery", "idle_s", "why"), [(True, 1e6, ON_BATTERY), (False, 1.0, AT_WORK)])
def test_it_waits_for_mains_and_for_nobody_at_work(*, battery: bool, idle_s: float, why: str) -> None:
    bench = Bench(IndexPace(1, only_when_idle=True, wait_on_battery=True))
    bench.battery, bench.idle_s = battery, idle_s
    bench.indexer.want([Wanted(A, FULL, 0)])
    assert bench.wait_for(IndexState.WAITING).why_waiting == why
    assert not bench.pool.order
    bench.battery, bench.idle_s = False, 1e6
    bench.pool.end(A, FULL, track(FULL))
    bench.wait_for(IndexState.DONE)
    bench.indexer.close()


def test_it_says_once_what_of_the_pace_it_can_not_keep() -> None:
    bench = Bench(IndexPace(1, only_when_idle=True))
    bench.idle_s = None
    bench.indexer.want([Wanted(A, FULL, 0)])
    bench.pool.wait_for((A, FULL))
    bench.indexer.set_pace(IndexPace(1, only_when_idle=True, wait_on_battery=True))
    bench.indexer.want([Wanted(B, FULL, 0)])
    bench.pool.wait_for((A, FULL), (B, FULL))
    bench.indexer.close()
    [warning] = bench.warnings
    assert "whether anybody is at work" in warning


def test_a_file_that_fails_is_told_with_its_reason_and_costs_nothing_else(bench: Bench) -> None:
    bench.indexer.want(both(A, B))
    bench.pool.end(A, COARSE, Failed("a.mp3 is damaged.", lasting=True))
    bench.pool.end(B, COARSE, track(FULL))
    progress = bench.wait_for(IndexState.DONE)
    assert bench.failed == [(A, "a.mp3 is damaged.")]
    assert (progress.coarse_done, progress.full_done, progress.total) == (1, 1, 2)


@pytest.mark.parametrize("paths", [None, [A, D]])
def test_what_failed_is_tried_again_when_asked_to(bench: Bench, paths: list[Path] | None) -> None:
    bench.indexer.want(both(A))
    bench.pool.end(A, COARSE, Failed("a.mp3 is damaged."))
    bench.wait_until(lambda _: bool(bench.failed))
    bench.indexer.try_again(paths)
    bench.pool.end(A, COARSE, track(COARSE))
    bench.pool.end(A, FULL, track(FULL))
    bench.wait_until(lambda progress: progress.full_done == 1)


def test_a_result_that_can_not_be_stored_is_kept_until_it_can(bench: Bench) -> None:
    bench.trouble = FileError(Path("/data/library.sqlite3"), "The disk is full.")
    bench.indexer.want([Wanted(A, FULL, 0)])
    bench.pool.end(A, FULL, track(FULL))
    assert bench.wait_for(IndexState.WAITING).why_waiting == "The disk is full."
    bench.trouble = None
    assert bench.wait_for(IndexState.DONE).full_done == 1
    assert bench.taken == [(A, FULL)]
    assert len(bench.pool.order) == 1


def test_a_file_that_went_while_it_was_analysed_has_failed(bench: Bench) -> None:
    bench.trouble = FileError(A, "a.mp3 can't be found.")
    bench.indexer.want([Wanted(A, FULL, 0)])
    bench.pool.end(A, FULL, track(FULL))
    bench.wait_for(IndexState.DONE)
    assert bench.failed == [(A, "a.mp3 can't be found.")]


def test_an_error_in_storing_costs_that_file_only(bench: Bench) -> None:
    bench.trouble = ValueError("odd")
    bench.indexer.want([Wanted(A, FULL, 1), Wanted(B, FULL, 0)])
    bench.pool.end(A, FULL, track(FULL))
    bench.wait_until(lambda _: bool(bench.failed))
    bench.trouble = None
    bench.pool.end(B, FULL, track(FULL))
    assert bench.wait_for(IndexState.DONE).full_done == 1


def test_a_short_track_needs_no_second_analysis(bench: Bench) -> None:
    bench.indexer.want(both(A))
    bench.pool.end(A, COARSE, track(FULL))
    assert bench.wait_for(IndexState.DONE).full_done == 1
    assert bench.taken == [(A, FULL)]


def test_a_file_that_is_gone_is_forgotten_also_at_work(bench: Bench) -> None:
    bench.indexer.want([Wanted(path, FULL, 0) for path in (A, B, C)])
    bench.pool.wait_for((A, FULL), (B, FULL))
    bench.pool.jobs[A, FULL].begin()
    bench.indexer.forget([A, C])
    bench.pool.wait_for((B, FULL))
    bench.pool.end(B, FULL, track(FULL))
    progress = bench.wait_for(IndexState.DONE)
    assert (bench.taken, progress.total, progress.full_done) == ([(B, FULL)], 1, 1)


def test_cancelling_gives_up_what_is_at_work_and_keeps_what_is_done(bench: Bench) -> None:
    bench.indexer.want([Wanted(path, FULL, 0) for path in (A, B, C)])
    bench.pool.end(A, FULL, track(FULL))
    bench.pool.wait_for((B, FULL), (C, FULL))
    bench.indexer.cancel()
    progress = bench.wait_for(IndexState.DONE)
    assert (bench.taken, progress.total, bench.pool.jobs) == ([(A, FULL)], 1, {})


def test_what_is_wanted_again_while_it_is_at_work_is_analysed_once(bench: Bench) -> None:
    bench.indexer.want([Wanted(A, FULL, 0)])
    bench.pool.wait_for((A, FULL))
    bench.indexer.want([Wanted(A, FULL, 0), Wanted(B, FULL, 0)])
    bench.pool.wait_for((A, FULL), (B, FULL))
    bench.pool.end(A, FULL, track(FULL))
    bench.pool.end(B, FULL, track(FULL))
    assert bench.wait_for(IndexState.DONE).full_done == 2


def test_what_is_at_work_at_a_file_that_has_changed_is_given_up_and_begun_anew(bench: Bench) -> None:
    half, whole = FileStamp(1, 1), FileStamp(2, 2)
    bench.indexer.want([Wanted(A, FULL, 0, stamp=half)])
    bench.pool.wait_for((A, FULL))
    before = bench.pool.jobs[A, FULL]
    before.begin()
    bench.indexer.want([Wanted(A, FULL, 0, stamp=whole)])
    bench.wait_until(lambda _: len(bench.pool.order) == 2)
    assert before.cancel_requested
    bench.pool.end(A, FULL, track(FULL))
    progress = bench.wait_for(IndexState.DONE)
    assert (bench.taken, progress.total, progress.full_done) == ([(A, FULL)], 1, 1)


def test_a_result_that_could_not_be_stored_goes_with_its_file(bench: Bench) -> None:
    bench.trouble = FileError(Path("/data/library.sqlite3"), "The disk is full.")
    bench.indexer.want([Wanted(A, FULL, 0)])
    bench.pool.end(A, FULL, track(FULL))
    bench.wait_for(IndexState.WAITING)
    bench.indexer.forget([A])
    bench.trouble = None
    bench.indexer.want([Wanted(B, FULL, 0)])
    bench.pool.end(B, FULL, track(FULL))
    bench.wait_for(IndexState.DONE)
    assert bench.taken == [(B, FULL)]


def test_the_time_left_is_known_once_a_few_have_ended(bench: Bench) -> None:
    paths = [Path(f"/music/{number}.mp3") for number in range(8)]
    bench.indexer.want([Wanted(path, FULL, 0) for path in paths])
    bench.wait_until(lambda progress: progress.total == 8)
    assert bench.progress.eta_s is None
    for path in paths[:4]:
        bench.pool.wait_for(*((one, FULL) for one in paths[paths.index(path) :][:2]))
        bench.pool.jobs[path, FULL].begin()
        bench.pool.end(path, FULL, track(FULL))
    eta_s = bench.wait_until(lambda progress: progress.full_done == 4).eta_s
    assert eta_s is not None
    assert 0.0 < eta_s < WAIT_S


def test_a_pool_that_closes_ends_the_indexer(bench: Bench) -> None:
    bench.pool.closed = True
    bench.indexer.want([Wanted(A, FULL, 0)])
    bench.indexer.close()
    assert not bench.taken


def test_nothing_is_taken_after_closing(bench: Bench) -> None:
    bench.indexer.want([Wanted(A, FULL, 0), Wanted(B, FULL, 0)])
    bench.pool.end(A, FULL, track(FULL))
    bench.pool.wait_for((B, FULL))
    bench.indexer.close()
    assert (bench.taken, bench.pool.jobs) == ([(A, FULL)], {})
