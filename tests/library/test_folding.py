"""Texts as a person compares them."""

from itertools import pairwise

import pytest

from tivm_desktop.library.folding import fold, sort_key


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Motörhead", "motorhead"),
        ("Sigur Rós", "SIGUR ROS"),
        ("Beyonce\u0301", "Beyoncé"),
        ("Røyksopp", "royksopp"),
        ("Łódź", "lodz"),
        ("Straße", "STRASSE"),
        ("Œuvre d’Été", "oeuvre d'ete"),
        ("İstanbul", "istanbul"),
        ("ΣΊΣΥΦΟΣ", "σίσυφος"),
        ("Ｆｕｌｌ Ｗｉｄｔｈ", "full width"),
        ("夜に駆ける", "夜に駆ける"),
        ("한국", "한국"),
    ],
)
def test_case_and_accents_do_not_count(written: str, typed: str) -> None:
    assert fold(written) == fold(typed)


def test_other_letters_are_others() -> None:
    assert fold("na") != fold("no")
    assert fold("夜") != fold("昼")


def test_what_is_folded_stays_folded() -> None:
    for text in ("Motörhead", "İ № ﬁ Å", "’“x”"):
        assert fold(fold(text)) == fold(text)


def test_a_person_finds_things_where_they_are_looked_for() -> None:
    shelf = [
        "",
        "***",
        "1 Second",
        "2 Seconds",
        "02 Seconds more",
        "10 Seconds",
        "Áa",
        "ab",
        "(Ac)",
        "Track 2",
        "track 2 b",
        "Track 10",
        "Track 1234567890",
        "Zoo",
        "Ωmega",
    ]
    for earlier, later in pairwise(shelf):
        assert sort_key(earlier) <= sort_key(later), (earlier, later)
