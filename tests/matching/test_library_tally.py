"""What a library's files lack, counted through walks, results and failures."""

from pathlib import Path

from tivm_desktop.domain.indexing import IndexProgress, IndexState
from tivm_desktop.domain.library_status import LibraryState, LibraryStatus
from tivm_desktop.domain.track_facts import Depth
from tivm_desktop.library.changes import Changes, FoundFile, Moved, Unreadable
from tivm_desktop.matching.index_queue import Wanted
from tivm_desktop.matching.library_contents import Needs
from tivm_desktop.matching.library_scope import Scope
from tivm_desktop.matching.library_tally import LibraryTally

A, B, C, D = (Path(f"/music/{name}.flac") for name in "abcd")


def both(*paths: Path) -> tuple[Wanted, ...]:
    return tuple(Wanted(path, depth, 0) for path in paths for depth in (Depth.COARSE, Depth.FULL))


def tally(*paths: Path, total: int = 3) -> LibraryTally:
    made = LibraryTally()
    made.begin_scan()
    made.scanned(Changes(), Needs(both(*paths), total=total))
    return made


def status(
    made: LibraryTally, state: IndexState = IndexState.WORKING, *, walking: bool = False, held: bool = False
) -> LibraryStatus:
    progress = IndexProgress(state=state, eta_s=12.0, why_waiting="on battery")
    return made.status(Scope((Path("/music"),)), progress, 0, walking=walking, held=held)


def test_files_are_counted_by_how_deep_they_were_listened_to() -> None:
    made = tally(A, B)
    assert (made.left, made.done, made.total) == (2, 1, 3)
    made.done_with({A}, Depth.COARSE)
    now = status(made)
    assert (now.coarse, now.full, now.total) == (2, 1, 3)
    made.done_with({A}, Depth.FULL)
    made.done_with({B}, Depth.FULL)
    assert made.left == 0
    now = status(made)
    assert (now.coarse, now.full, now.state) == (3, 3, LibraryState.SETTLED)


def test_a_failed_file_is_done_with_and_said_so_until_it_is_wanted_again() -> None:
    made = tally(A)
    made.fail(A, "a.flac is damaged.")
    assert made.left == 0
    assert [one.reason for one in made.skipped] == ["a.flac is damaged."]
    assert status(made).full == 2
    made.want(both(A))
    assert made.left == 1
    assert made.skipped == ()


def test_what_was_listened_to_during_a_walk_is_not_wanted_after_it() -> None:
    made = tally(A, B)
    made.begin_scan()
    made.done_with({A}, Depth.FULL)
    gone = made.scanned(Changes(), Needs(both(A, C), total=3))
    assert not made.lacks_anything(A)
    assert made.lacks(C, Depth.COARSE)
    assert gone == [B]


def test_what_failed_during_a_walk_is_not_wanted_after_it_whether_the_walk_saw_that_or_not() -> None:
    made = tally(A, B)
    made.begin_scan()
    made.fail(A, "a.flac: no memory.")
    made.fail(B, "b.flac is damaged.")
    made.fail(D, "d.flac is gone.")
    made.scanned(Changes(), Needs(both(A), failed={B: "b.flac is damaged."}, total=3))
    assert not made.lacks_anything(A)
    assert made.failed == {A: "a.flac: no memory.", B: "b.flac is damaged."}


def test_what_is_tried_again_during_a_walk_is_wanted_after_it() -> None:
    made = tally(A, B)
    made.fail(A, "a.flac is damaged.")
    made.fail(B, "b.flac is damaged.")
    made.begin_scan()
    made.want(both(A, B, D))
    made.done_with({B}, Depth.FULL)
    gone = made.scanned(Changes(), Needs(failed={A: "a.flac is damaged.", B: "b.flac is damaged."}, total=3))
    assert made.lacks(A, Depth.COARSE)
    assert made.lacks(A, Depth.FULL)
    assert made.failed == {}
    assert gone == [D]
    assert made.left == 1


def test_the_last_word_on_a_file_counts() -> None:
    made = tally(A, B, C)
    made.begin_scan()
    made.fail(A, "a.flac is damaged.")
    made.want(both(A))
    made.want(both(B))
    made.fail(B, "b.flac is damaged.")
    made.done_with({C}, Depth.FULL)
    made.want(both(C))
    made.scanned(Changes(), Needs(both(A, B, C), total=3))
    assert made.failed == {B: "b.flac is damaged."}
    assert made.left == 2
    made.begin_scan()
    made.scanned(Changes(), Needs(total=3))
    assert made.left == 0


def test_what_changed_while_it_was_listened_to_is_given_up_and_listened_to_anew() -> None:
    made = tally(A, B, C)
    made.begin_scan()
    made.done_with({B}, Depth.FULL)
    changes = Changes(
        new=(FoundFile(D, 1, 2, 3),),
        changed=(FoundFile(A, 1, 2, 3), FoundFile(B, 1, 2, 3)),
        moved=(Moved(D, FoundFile(C, 1, 2, 3)),),
    )
    gone = made.scanned(changes, Needs(both(A, B, C, D), total=4))
    assert set(gone) == {A, C}
    assert all(made.lacks(path, Depth.FULL) for path in (A, B, C, D))


def test_places_that_can_not_be_read_count_and_are_listed() -> None:
    made = tally()
    made.scanned_again(Changes(unreadable=(Unreadable(Path("/music/closed"), "closed"),)))
    assert made.total == 4
    assert made.done == 4
    assert [one.path for one in made.skipped] == [Path("/music/closed")]
    assert status(made).full == 3


def test_the_state_says_what_is_going_on() -> None:
    made = tally(A)
    assert status(made, walking=True).state is LibraryState.SCANNING
    assert status(made, held=True).state is LibraryState.PAUSED
    waiting = status(made, IndexState.WAITING)
    assert (waiting.state, waiting.why_waiting, waiting.eta_s) == (LibraryState.WAITING, "on battery", None)
    working = status(made)
    assert (working.state, working.why_waiting, working.eta_s) == (LibraryState.INDEXING, "", 12.0)


def test_before_the_first_walk_what_is_known_is_counted() -> None:
    made = LibraryTally()
    made.open(7)
    assert status(made, walking=True).total == 7
    made.begin_scan()
    made.give_up_scan()
    assert made.scan_is_over
