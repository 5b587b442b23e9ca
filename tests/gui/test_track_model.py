"""The model keeps Qt's rules while tracks come, go and change places."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.gui.fakes import order, suggestion
from tivm_desktop.gui.track_model import AUDITIONED_ROLE, SUGGESTION_ROLE, TrackModel


@pytest.fixture
def model(qapp: object) -> TrackModel:
    del qapp
    return TrackModel()


def titles(model: TrackModel) -> list[str]:
    return [str(model.index(row).data()) for row in range(model.rowCount())]


@pytest.mark.parametrize(
    "steps",
    [
        ["abc", "cab", "", "b"],
        ["abcdef", "fedcba", "ace", "zaebdcf"],
        ["a", "ba", "cba", "dcba", "abcd"],
    ],
)
def test_any_order_follows_any_other(model: TrackModel, steps: Sequence[str]) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for step in steps:
        model.show(order(*step))
        assert titles(model) == list(step)
    assert tester.model() is model


def test_an_index_stays_with_its_track(model: TrackModel) -> None:
    model.show(order(*"abcd"))
    kept = QPersistentModelIndex(model.index(2, 0))
    model.show(order(*"xcdba"))
    assert kept.data() == "c"
    assert kept.row() == 1


def test_the_index_of_a_track_that_is_gone_is_invalid(model: TrackModel) -> None:
    model.show(order(*"ab"))
    gone = QPersistentModelIndex(model.index(1, 0))
    model.show(order("a"))
    assert not gone.isValid()


def test_the_same_order_with_new_numbers_moves_nothing(model: TrackModel) -> None:
    model.show(order(*"ab"))
    moved: list[str] = []
    model.layoutChanged.connect(lambda: moved.append("layout"))
    model.show((suggestion("a", 1, 99.0), suggestion("b", 2, 50.0)))
    assert moved == []
    assert model.index(0).data(SUGGESTION_ROLE).fit == 99.0


def test_a_row_speaks_and_explains_itself(model: TrackModel) -> None:
    model.show((suggestion("Embers"),))
    model.set_pinned({suggestion("Embers").path: "B"})
    index = model.index(0)
    assert "pinned as B" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Enters at 0:12 of the track" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert index.data(Qt.ItemDataRole.DecorationRole) is None


def test_tracks_leave_as_files(model: TrackModel) -> None:
    model.show(order(*"ab"))
    assert model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled
    data = model.mimeData([model.index(1), model.index(1)])
    assert [url.toLocalFile() for url in data.urls()] == ["/music/b.opus"]


def test_one_track_is_marked_as_playing(model: TrackModel) -> None:
    model.show(order(*"abc"))
    model.set_auditioned(suggestion("b").path)
    model.show(order(*"cba"))
    assert [model.index(r, 0).data(AUDITIONED_ROLE) for r in range(3)] == [False, True, False]
    model.set_auditioned(None)
    assert not model.index(1, 0).data(AUDITIONED_ROLE)


def test_rows_have_no_rows(model: TrackModel) -> None:
    model.show(order("a"))
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
    assert model.index(0, 0).data(SUGGESTION_ROLE).title == "a"


def test_only_rows_that_look_different_are_told_to_have_changed(model: TrackModel) -> None:
    model.show(order(*"abcdef"))
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last, _: told.append((first.row(), last.row())))
    changed = list(order(*"abcdef"))
    for row in (1, 2, 4):
        changed[row] = suggestion(changed[row].title, row + 1, 1.0)
    model.show(changed)
    assert told == [(1, 2), (4, 4)]


def test_another_list_comes_in_four_steps_however_long(model: TrackModel) -> None:
    steps: list[str] = []
    for signal, name in (
        (model.rowsRemoved, "removed"),
        (model.rowsInserted, "inserted"),
        (model.layoutChanged, "moved"),
    ):
        signal.connect(lambda *_, name=name: steps.append(name))
    model.show(order(*(f"t{number}" for number in range(500))))
    model.show(order(*(f"t{number}" for number in range(900, 100, -3))))
    assert steps == ["inserted", "moved", "removed", "inserted", "moved"]
    assert all(model.row_of(shown.path) == row for row, shown in enumerate(model.suggestions))
