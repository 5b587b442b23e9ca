"""A new order waits while a hand is on the list."""

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gui.fakes import order
from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.gui.settling import Settling

FIRST, SECOND, THIRD = order("a"), order("a", "b"), order("b", "a", "c")


class Watch:
    """Notes what is let out."""

    def __init__(self, settling: Settling) -> None:
        self.free: list[Sequence[Suggestion]] = []
        self.waiting: list[Sequence[Suggestion] | None] = []
        self.answered: list[Sequence[Suggestion]] = []
        settling.free.connect(self.free.append)
        settling.answered.connect(self.answered.append)
        settling.waiting.connect(self.waiting.append)


@pytest.fixture
def settling(qtbot: QtBot) -> Iterator[Settling]:
    parent = QWidget()
    qtbot.addWidget(parent)
    yield Settling(parent, rest_ms=40, pace_ms=40)
    parent.close()


def test_the_first_order_is_shown_at_once(settling: Settling, qtbot: QtBot) -> None:
    watch = Watch(settling)
    with qtbot.waitSignal(settling.free):
        settling.offer(FIRST)
    assert watch.free == [FIRST]


def test_the_next_ones_are_paced_and_the_newest_wins(settling: Settling, qtbot: QtBot) -> None:
    watch = Watch(settling)
    settling.offer(FIRST)
    settling.offer(SECOND)
    settling.offer(THIRD)
    assert watch.free == [FIRST]
    with qtbot.waitSignal(settling.free):
        pass
    assert watch.free == [FIRST, THIRD]


def test_nothing_moves_under_the_pointer_until_it_leaves(settling: Settling) -> None:
    watch = Watch(settling)
    settling.entered()
    settling.offer(FIRST)
    settling.offer(SECOND)
    assert watch.free == []
    assert watch.waiting == [FIRST, SECOND]
    settling.left()
    assert watch.free == [SECOND]
    assert watch.waiting[-1] is None


def test_an_empty_list_is_filled_whoever_points_at_it(settling: Settling) -> None:
    watch = Watch(settling)
    settling.entered()
    settling.offer(FIRST, first=True)
    assert watch.free == [FIRST]
    settling.left()


def test_the_user_may_ask_for_it(settling: Settling) -> None:
    watch = Watch(settling)
    settling.entered()
    settling.offer(FIRST)
    settling.let_out_now()
    assert watch.free == [FIRST]
    settling.let_out_now()
    assert watch.free == [FIRST]
    settling.left()


def test_after_a_rest_inside_the_list_may_decline(settling: Settling, qtbot: QtBot) -> None:
    watch = Watch(settling)
    settling.entered()
    settling.offer(FIRST)
    with qtbot.waitSignal(settling.rested) as rested:
        pass
    assert rested.args == [FIRST]
    assert watch.free == []
    settling.offer(FIRST)
    settling.left()
    assert watch.free == [FIRST]


def test_keys_hold_the_list_until_they_rest(settling: Settling, qtbot: QtBot) -> None:
    watch = Watch(settling)
    settling.touched()
    settling.offer(FIRST)
    assert settling.in_use
    assert watch.free == []
    with qtbot.waitSignal(settling.free):
        pass
    assert watch.free == [FIRST]


def test_what_belongs_to_another_video_is_forgotten(settling: Settling) -> None:
    watch = Watch(settling)
    settling.entered()
    settling.offer(FIRST)
    settling.forget()
    settling.left()
    assert watch.free == []


def test_an_answer_is_let_out_under_the_pointer_and_so_is_what_corrects_it(settling: Settling) -> None:
    watch = Watch(settling)
    settling.entered()
    settling.expect_answer()
    settling.offer(FIRST)
    settling.offer(SECOND)
    assert (watch.answered, watch.free) == ([FIRST], [SECOND])
    settling.left()
