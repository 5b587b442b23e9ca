"""What a library can be narrowed down by, chosen by hand."""

from collections.abc import Iterator
from math import inf
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from tivm_desktop.domain.finding import Query
from tivm_desktop.gui.filter_popover import FilterPopover
from tivm_desktop.gui.mood_words import LOW

Kind = TypeVar("Kind", bound=QWidget)


class Hand:
    """Uses the controls of a popover by their names, and has it show each query that it asks for."""

    def __init__(self, popover: FilterPopover) -> None:
        self.popover = popover
        self.asked: list[Query] = []
        popover.chosen.connect(self._take)

    def choose(self, name: str, text: str) -> None:
        box = self._control(QComboBox, name)
        box.setCurrentText(text)
        box.activated.emit(box.currentIndex())

    def offered(self, name: str) -> list[str]:
        box = self._control(QComboBox, name)
        return [box.itemText(index) for index in range(box.count())]

    def write(self, name: str, text: str) -> None:
        field = self._control(QSpinBox, name)
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def read(self, name: str) -> str:
        return self._control(QSpinBox, name).text()

    def press(self, name: str) -> None:
        self._control(QAbstractButton, name).click()

    def write_tags(self, text: str) -> None:
        field = self._control(QLineEdit, "Tags of your own, with commas between them")
        field.setText(text)
        field.editingFinished.emit()

    def _control(self, kind: type[Kind], name: str) -> Kind:
        return next(one for one in self.popover.findChildren(kind) if one.accessibleName() == name)

    def _take(self, query: Query) -> None:
        self.asked.append(query)
        self.popover.show_query(query)


@pytest.fixture
def hand(qtbot: QtBot) -> Iterator[Hand]:
    parent = QWidget()
    qtbot.addWidget(parent)
    yield Hand(FilterPopover(parent))
    parent.close()


def test_choices_ask_for_a_mood_a_key_and_a_rating(hand: Hand) -> None:
    hand.choose("Energy", "calm")
    hand.choose("Key", "A minor")
    hand.choose("Rating", "★★★ or more")
    hand.choose("Vocals", "instrumental")
    keys = frozenset({(9, "minor")})
    assert hand.asked[-1] == Query(energy=LOW, keys=keys, least_rating=3, vocals=False)
    hand.choose("Energy", "any")
    assert hand.asked[-1].energy is None


def test_a_span_may_be_open_at_either_end(hand: Hand) -> None:
    hand.write("Tempo, from", "90")
    assert hand.asked[-1].tempo_bpm == (90.0, inf)
    hand.write("Tempo, to", "120")
    assert hand.asked[-1].tempo_bpm == (90.0, 120.0)
    hand.popover.show_query(Query())
    assert (hand.read("Tempo, from"), hand.read("Tempo, to")) == ("from", "to")


@pytest.mark.parametrize(("typed", "seconds"), [("1:30", 90.0), ("2", 120.0), ("0:45", 45.0)])
def test_a_length_is_typed_as_it_is_written(hand: Hand, typed: str, seconds: float) -> None:
    hand.write("Length, from", typed)
    assert hand.asked[-1].length_s == (seconds, inf)


def test_what_is_no_length_is_not_taken(hand: Hand) -> None:
    hand.write("Length, from", "1:2:x3")
    assert hand.read("Length, from") == "1:23"


def test_tags_are_asked_for_once(hand: Hand) -> None:
    hand.write_tags("rain, wedding")
    hand.write_tags("wedding,rain")
    assert hand.asked == [Query(tags=frozenset({"rain", "wedding"}))]


def test_boxes_and_folders_ask_too(hand: Hand) -> None:
    hand.popover.offer_folders([Path("/music"), Path("/more")])
    assert hand.offered("Folder") == ["any", str(Path("/music")), str(Path("/more"))]
    hand.choose("Folder", str(Path("/more")))
    hand.press("Favourites only")
    hand.press("Show what is never suggested, too")
    assert hand.asked[-1] == Query(favourite=True, never=True, folder=str(Path("/more")))


def test_clearing_keeps_the_text_that_is_searched(hand: Hand) -> None:
    hand.popover.show_query(Query("rain", least_rating=2))
    hand.press("Clear all filters")
    assert hand.asked == [Query("rain")]
