import pytest

from tivm_desktop.domain.finite import LARGEST, finite_numbers


def test_numbers_come_back_as_floats() -> None:
    assert finite_numbers([1, -2.5, LARGEST]) == (1.0, -2.5, 1e9)
    assert finite_numbers([]) == ()


@pytest.mark.parametrize(
    "one", [float("nan"), float("inf"), -float("inf"), 10**400, 2e9, "1", None, True, [1]]
)
def test_what_is_no_finite_number_is_refused(one: object) -> None:
    with pytest.raises(ValueError, match="no finite number"):
        finite_numbers([0.5, one])


@pytest.mark.parametrize("values", [None, "12", 3, {"a": 1}, (1.0,)])
def test_what_is_no_list_is_refused(values: object) -> None:
    with pytest.raises(ValueError, match="list"):
        finite_numbers(values)
