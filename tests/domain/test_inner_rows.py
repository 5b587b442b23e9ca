import pytest

from tivm_desktop.domain.inner_rows import inner_rows


@pytest.mark.parametrize(
    ("length", "edge", "first", "end"),
    [(200, 30, 30, 170), (120, 30, 30, 90), (100, 30, 25, 75), (3, 30, 0, 3), (1, 30, 0, 1), (50, 0, 0, 50)],
)
def test_ends_are_left_out_but_never_more_than_half(length: int, edge: int, first: int, end: int) -> None:
    rows = inner_rows(length, edge)
    assert (rows.start, rows.stop) == (first, end)
