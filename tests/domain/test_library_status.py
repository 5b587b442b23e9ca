from pathlib import Path

from tivm_desktop.domain.indexing import IndexPace, IndexProgress, IndexState
from tivm_desktop.domain.library_status import LibraryState, LibraryStatus
from tivm_desktop.domain.suggestion import SkippedTrack


def test_what_failed_can_not_be_listened_to() -> None:
    failed = (SkippedTrack(Path("a.mp3"), "It is empty."), SkippedTrack(Path("b.mp3"), "It is no sound."))
    assert LibraryStatus(total=5, failed=failed).listenable == 3
    assert LibraryStatus(total=1, failed=failed).listenable == 0


def test_a_library_of_nothing_is_settled() -> None:
    status = LibraryStatus()
    assert status.state is LibraryState.SETTLED
    assert (status.total, status.coarse, status.full, status.listenable) == (0, 0, 0, 0)
    assert (status.folders, status.failed, status.away) == ((), (), ())
    assert (status.eta_s, status.why_waiting) == (None, "")


def test_an_indexer_that_nobody_asked_is_done() -> None:
    progress = IndexProgress()
    assert progress.state is IndexState.DONE
    assert (progress.coarse_done, progress.full_done, progress.total) == (0, 0, 0)
    assert (progress.eta_s, progress.why_waiting) == (None, "")


def test_indexing_takes_two_processes_and_waits_for_nothing_unless_told() -> None:
    assert IndexPace() == IndexPace(workers=2, only_when_idle=False, wait_on_battery=False)


def test_states_are_told_by_these_words() -> None:
    assert [state.value for state in LibraryState] == ["scanning", "indexing", "waiting", "paused", "settled"]
    assert [state.value for state in IndexState] == ["done", "working", "waiting", "paused"]
