"""Two pins and what a flip changes to."""

from pathlib import Path

import pytest

from tivm_desktop.gui.pins import Pins

X, Y, Z = (Path(f"/music/{name}.opus") for name in "xyz")


@pytest.fixture
def pins() -> Pins:
    return Pins()


def test_the_first_is_a_the_second_b(pins: Pins) -> None:
    assert [pins.toggle(X), pins.toggle(Y)] == ["A", "B"]
    assert pins.letters == {X: "A", Y: "B"}


def test_a_flip_changes_to_the_other_one(pins: Pins) -> None:
    pins.toggle(X)
    pins.toggle(Y)
    assert pins.flipped(X) == Y
    assert pins.flipped(Y) == X


def test_a_flip_from_elsewhere_goes_to_a(pins: Pins) -> None:
    pins.toggle(X)
    pins.toggle(Y)
    assert pins.flipped(Z) == X
    assert pins.flipped(None) == X


def test_a_third_takes_the_place_of_the_older(pins: Pins) -> None:
    pins.toggle(X)
    pins.toggle(Y)
    assert pins.toggle(Z) == "A"
    assert pins.letters == {Z: "A", Y: "B"}
    assert pins.toggle(X) == "B"
    assert pins.letters == {Z: "A", X: "B"}


def test_a_letter_that_is_free_is_taken_first(pins: Pins) -> None:
    pins.toggle(X)
    pins.toggle(Y)
    assert pins.toggle(X) is None
    assert pins.toggle(Z) == "A"
    assert pins.toggle(X) == "B"
    assert pins.letters == {Z: "A", X: "B"}


def test_one_pin_is_compared_with_what_was_heard_last(pins: Pins) -> None:
    pins.toggle(X)
    pins.hear(Y)
    pins.hear(Z)
    assert pins.flipped(Z) == X
    pins.hear(X)
    assert pins.flipped(X) == Z
    assert pins.paths == (X, Z)


def test_what_is_unpinned_goes_on_being_compared(pins: Pins) -> None:
    pins.toggle(X)
    pins.toggle(Y)
    pins.toggle(Y)
    assert pins.flipped(Y) == X
    assert pins.flipped(X) == Y


def test_nothing_to_flip_to(pins: Pins) -> None:
    assert pins.flipped(X) is None
    pins.toggle(X)
    assert pins.flipped(X) is None
    pins.hear(Y)
    pins.forget()
    assert pins.flipped(Y) is None
    assert pins.paths == ()
