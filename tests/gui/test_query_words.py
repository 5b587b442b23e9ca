"""What chips, the sort menu and the heading say."""

from math import inf

import pytest

from tivm_desktop.domain.finding import Column, Order, Query
from tivm_desktop.gui.mood_words import HIGH, LOW, MIDDLE, key_name, mood, mood_of
from tivm_desktop.gui.order_words import COLUMNS, is_usual, order_text, turned, usual
from tivm_desktop.gui.query_words import filters, without


@pytest.mark.parametrize(
    ("query", "says"),
    [
        (Query("rain"), {}),
        (Query(favourite=True, never=True), {"favourite": "favourites", "never": "also never suggested"}),
        (Query(least_rating=3), {"least_rating": "★★★ or more"}),
        (Query(least_rating=5), {"least_rating": "★★★★★"}),
        (Query(tags=frozenset({"b", "a"})), {"tags": "a, b"}),
        (Query(vocals=True), {"vocals": "sung"}),
        (Query(energy=HIGH, tension=MIDDLE), {"energy": "driving", "tension": "neither relaxed nor tense"}),
        (Query(length_s=(60.0, 185.0)), {"length_s": "1:00–3:05"}),
        (Query(tempo_bpm=(-inf, 90.0)), {"tempo_bpm": "up to 90 bpm"}),
        (Query(tempo_bpm=(90.0, inf)), {"tempo_bpm": "from 90 bpm"}),
        (Query(loudness_lufs=(-20.0, -8.0)), {"loudness_lufs": "−20 to −8 LUFS"}),
        (Query(keys=frozenset({(9, "minor")})), {"keys": "A minor"}),
        (Query(folder="/music/loud"), {"folder": "in loud"}),
        (Query(folder="/"), {"folder": "in /"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, dict) else "",
)
def test_a_filter_is_said_in_a_creator_s_words(query: Query, says: dict[str, str]) -> None:
    assert filters(query) == says


def test_one_filter_is_taken_away() -> None:
    assert without(Query("rain", vocals=True, least_rating=2), "vocals") == Query("rain", least_rating=2)


def test_moods_and_keys_have_names() -> None:
    assert [mood("valence", part) for part in (LOW, MIDDLE, HIGH)] == [
        "dark",
        "neither dark nor bright",
        "bright",
    ]
    assert [mood_of("energy", value) for value in (-0.6, 0.0, 0.6)] == ["calm", "", "driving"]
    assert (key_name(3, "major"), key_name(9, "minor")) == ("E♭ major", "A minor")


def test_an_order_says_by_what_and_whether_it_is_turned() -> None:
    assert order_text(Order()) == "by fit"
    assert order_text(usual(Column.TITLE)) == "by title"
    assert order_text(turned(usual(Column.ADDED))) == "by date added, reversed"


@pytest.mark.parametrize("column", COLUMNS)
def test_every_column_has_a_usual_order_and_another(column: Column) -> None:
    assert is_usual(usual(column))
    assert not is_usual(turned(usual(column)))
    assert turned(turned(usual(column))) == usual(column)


def test_everything_that_can_be_sorted_by_is_offered() -> None:
    assert set(COLUMNS) == set(Column)
