"""The indexer with real workers, some of whose files hang or crash them."""

import threading
from pathlib import Path

from tests.matching import indexing_jobs
from tivm_desktop.domain.indexing import IndexPace, IndexState
from tivm_desktop.domain.track_facts import Depth
from tivm_desktop.matching.analysed import AnalysedTrack
from tivm_desktop.matching.index_queue import Wanted
from tivm_desktop.matching.indexer import Indexer
from tivm_desktop.matching.jobs import Failed
from tivm_desktop.matching.workers import AnalysisPool

WAIT_S = 30.0


class Run:
    """Indexes files of these names with two workers, and keeps what came of it."""

    def __init__(self, folder: Path, names: list[str], timeout_s: float = 60.0) -> None:
        self.taken: set[tuple[str, Depth]] = set()
        self.failed: dict[str, Failed] = {}
        self.settled = threading.Event()
        self.pool = AnalysisPool(indexing_jobs.make_tools)
        self.indexer = Indexer(
            self.pool,
            self._take,
            self._fail,
            changed=self._changed,
            pace=IndexPace(workers=2),
            analyse=indexing_jobs.analyse,
            timeout_s=timeout_s,
        )
        paths = []
        for name in names:
            path = folder / f"{name}.mp3"
            path.touch()
            paths.append(path)
        self.indexer.want([Wanted(path, depth, 0) for path in paths for depth in (Depth.COARSE, Depth.FULL)])

    def _take(self, wanted: Wanted, found: AnalysedTrack) -> None:
        self.taken.add((wanted.path.stem, found.depth))

    def _fail(self, wanted: Wanted, failure: Failed) -> None:
        self.failed[wanted.path.stem] = failure

    def _changed(self) -> None:
        progress = self.indexer.progress
        if progress.state is IndexState.DONE and progress.total:
            self.settled.set()

    def finish(self) -> None:
        assert self.settled.wait(WAIT_S), self.indexer.progress
        self.indexer.close()
        self.pool.close()


def both(*names: str) -> set[tuple[str, Depth]]:
    return {(name, depth) for name in names for depth in (Depth.COARSE, Depth.FULL)}


def test_a_file_that_crashes_its_decoder_is_marked_and_the_rest_goes_on(tmp_path: Path) -> None:
    run = Run(tmp_path, ["one", "crash", "two", "damaged", "three"])
    run.finish()
    assert run.taken == both("one", "two", "three")
    assert run.failed.keys() == {"crash", "damaged"}
    assert run.failed["crash"].sentence.startswith("crash.mp3 made its decoder crash (SIGSEGV);")
    assert run.failed["crash"].lasting
    assert run.failed["damaged"] == Failed("damaged.mp3 is empty; leave it out.", lasting=True)


def test_a_file_that_hangs_its_decoder_is_marked_and_the_rest_goes_on(tmp_path: Path) -> None:
    run = Run(tmp_path, ["one", "hang", "two"], timeout_s=8.0)
    run.finish()
    assert run.taken == both("one", "two")
    assert run.failed["hang"] == Failed(
        "hang.mp3 got no further for 8 s; convert it to another format or skip it.", lasting=True, kind="time"
    )
