from pathlib import Path

from tivm_desktop.domain.track_facts import Depth
from tivm_desktop.matching.index_queue import IndexQueue, Wanted

COARSE, FULL = Depth.COARSE, Depth.FULL
A, B, C, D = (Path(f"/music/{name}.mp3") for name in "abcd")


def queue_of(*items: Wanted) -> IndexQueue:
    queue = IndexQueue()
    for item in items:
        queue.add(item)
    return queue


def both(path: Path, added_ns: int) -> list[Wanted]:
    return [Wanted(path, COARSE, added_ns), Wanted(path, FULL, added_ns)]


def drained(queue: IndexQueue) -> list[tuple[Path, Depth]]:
    order = []
    while (wanted := queue.pop()) is not None:
        order.append((wanted.path, wanted.depth))
    return order


def test_all_coarse_analyses_come_before_the_full_ones_and_the_newest_first() -> None:
    queue = queue_of(*both(A, 1), *both(B, 3), *both(C, 2))
    assert drained(queue) == [(B, COARSE), (C, COARSE), (A, COARSE), (B, FULL), (C, FULL), (A, FULL)]


def test_what_came_at_once_keeps_its_order() -> None:
    queue = queue_of(*(Wanted(path, COARSE, 7) for path in (C, A, B)))
    assert [path for path, _ in drained(queue)] == [C, A, B]


def test_what_is_in_view_goes_first_of_all_the_full_analysis_too() -> None:
    queue = queue_of(*both(A, 1), *both(B, 3), *both(C, 2))
    queue.prefer([A, D])
    assert drained(queue)[:3] == [(A, COARSE), (A, FULL), (B, COARSE)]


def test_within_a_depth_the_relevant_come_first_then_the_newest() -> None:
    queue = queue_of(*both(A, 1), *both(B, 3), *both(C, 2), *both(D, 4))
    queue.rank([A, C])
    assert [path for path, _ in drained(queue)] == [A, C, D, B, A, C, D, B]


def test_another_order_holds_for_what_is_left() -> None:
    queue = queue_of(*(Wanted(path, FULL, 0) for path in (A, B, C, D)))
    queue.rank([B, A])
    assert queue.pop() == Wanted(B, FULL, 0)
    queue.rank([D, B, C, A])
    assert [path for path, _ in drained(queue)] == [D, C, A]


def test_a_file_at_work_is_passed_over_and_keeps_its_place() -> None:
    queue = queue_of(*both(A, 3), *both(B, 2))
    queue.prefer([A])
    assert queue.pop({A}) == Wanted(B, COARSE, 2)
    assert queue.pop({A, B}) is None
    assert drained(queue) == [(A, COARSE), (A, FULL), (B, FULL)]


def test_what_was_given_back_comes_again_in_its_turn() -> None:
    queue = queue_of(*(Wanted(path, FULL, number) for number, path in enumerate((A, B, C))))
    queue.rank([B])
    first = queue.pop()
    assert first is not None
    queue.add(first)
    assert [path for path, _ in drained(queue)] == [B, C, A]


def test_wanting_twice_is_wanting_once() -> None:
    queue = queue_of(Wanted(A, COARSE, 1), Wanted(B, COARSE, 2), Wanted(A, COARSE, 3))
    assert len(queue) == 2
    assert drained(queue) == [(A, COARSE), (B, COARSE)]


def test_a_sound_in_two_files_is_analysed_once() -> None:
    queue = queue_of(Wanted(A, FULL, 1, "sound"))
    assert not queue.add(Wanted(B, FULL, 2, "sound"))
    done = queue.pop()
    assert done is not None
    assert queue.settle(done, "sound", FULL, 60.0) == [B]
    assert queue.pop() is None
    assert queue.add(Wanted(C, FULL, 3, "sound"))


def test_where_the_first_file_fails_the_other_with_its_sound_is_tried() -> None:
    queue = queue_of(Wanted(A, FULL, 1, "sound"), Wanted(B, FULL, 2, "sound"), Wanted(C, FULL, 3, "sound"))
    failed = queue.pop()
    assert failed == Wanted(A, FULL, 1, "sound")
    assert queue.give_up(A, failed) == [failed]
    assert queue.left(FULL) == 1
    assert queue.pop() == Wanted(B, FULL, 2, "sound")


def test_a_file_that_is_given_up_leaves_its_place_to_the_other_with_its_sound() -> None:
    queue = queue_of(Wanted(A, FULL, 1, "sound"), Wanted(B, FULL, 2, "sound"))
    queue.give_up(B)
    queue.add(Wanted(C, FULL, 0, "sound"))
    queue.give_up(A)
    assert drained(queue) == [(C, FULL)]


def test_a_coarse_result_tells_the_full_analysis_which_sound_it_is_about() -> None:
    queue = queue_of(*both(A, 2), Wanted(B, FULL, 1, "sound"))
    coarse = queue.pop()
    assert coarse is not None
    assert queue.settle(coarse, "sound", COARSE, 90.0) == []
    assert queue.seconds_left(FULL, 200.0) == 200.0
    assert queue.left(FULL) == 1
    assert queue.pop() == Wanted(B, FULL, 1, "sound")


def test_a_result_that_is_full_at_once_spares_the_full_analysis() -> None:
    queue = queue_of(*both(A, 2))
    coarse = queue.pop()
    assert coarse is not None
    queue.settle(coarse, "sound", FULL, 9.0)
    assert len(queue) == 0


def test_a_file_that_holds_another_sound_now_frees_those_behind_it() -> None:
    queue = queue_of(Wanted(A, FULL, 2, "old"), Wanted(B, FULL, 1, "old"))
    queue.add(Wanted(A, FULL, 2, "new"))
    assert drained(queue) == [(A, FULL), (B, FULL)]


def test_lengths_are_summed_where_known() -> None:
    queue = queue_of(Wanted(A, FULL, 1, "", 100.0), Wanted(B, FULL, 2), Wanted(C, COARSE, 3, "", 7.0))
    assert queue.seconds_left(FULL, 30.0) == 130.0
    queue.give_up(A)
    assert queue.seconds_left(FULL, 30.0) == 30.0


def test_nothing_is_wanted_after_clearing() -> None:
    queue = queue_of(*both(A, 2), Wanted(B, FULL, 1, "sound"))
    queue.clear()
    assert (len(queue), queue.pop()) == (0, None)
    assert queue.add(Wanted(C, FULL, 1, "sound"))


def test_a_hundred_thousand_tracks_change_their_order_at_once() -> None:
    paths = [Path(f"/music/{number}.mp3") for number in range(100_000)]
    queue = queue_of(*(Wanted(path, FULL, number) for number, path in enumerate(paths)))
    for first in (500, 99_000, 3):
        queue.rank(paths[first:])
        queue.prefer([paths[first + 7]])
        assert [queue.pop(), queue.pop()] == [
            Wanted(paths[first + 7], FULL, first + 7),
            Wanted(paths[first], FULL, first),
        ]
