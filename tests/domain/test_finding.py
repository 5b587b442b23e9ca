from tivm_desktop.domain.finding import Column, Order, Query


def test_a_query_asks_nothing_until_it_is_told_to() -> None:
    asked = Query()
    spans = (
        asked.length_s,
        asked.tempo_bpm,
        asked.loudness_lufs,
        asked.energy,
        asked.valence,
        asked.tension,
    )
    assert spans == (None,) * 6
    assert (asked.text, asked.folder) == ("", "")
    assert (asked.keys, asked.tags) == (frozenset(), frozenset())
    assert asked.vocals is None
    assert (asked.favourite, asked.least_rating, asked.never) == (False, 0, False)


def test_without_a_wish_the_best_fit_comes_first() -> None:
    assert Order() == Order(Column.FIT, descending=True)


def test_columns_are_kept_in_settings_by_these_names() -> None:
    assert {column.name.lower() for column in Column} == {column.value for column in Column}
    assert len(Column) == 15
