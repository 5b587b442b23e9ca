"""What people may write on the command line."""

import argparse

import pytest

from tivm_desktop.commands.options import columns, count, names, time_of


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("0", 0),
        ("90", 90),
        ("90.5", 90.5),
        ("1:30", 90),
        ("01:30.25", 90.25),
        ("90:30", 5430),
        ("1:02:03.5", 3723.5),
    ],
)
def test_times_are_read_as_people_write_them(written: str, seconds: float) -> None:
    assert time_of(written) == seconds


@pytest.mark.parametrize(
    "written", ["", "-1", "1:60", "1:75:00", "1:2:3:4", "nan", "inf", "1e3", "1:", ":30", "9" * 400, "١"]
)
def test_what_is_no_time_is_refused(written: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="no time such as"):
        time_of(written)


@pytest.mark.parametrize(
    ("written", "read"),
    [("a,b", ("a", "b")), (" a, b ,c d", ("a", "b", "c d")), ("", ()), (" , ", ()), ("a,,b,", ("a", "b"))],
)
def test_names_are_read_as_people_write_them(written: str, read: tuple[str, ...]) -> None:
    assert names(written) == read


def test_where_columns_are_asked_for_there_has_to_be_one() -> None:
    assert columns("motion, loudness") == ("motion", "loudness")
    with pytest.raises(argparse.ArgumentTypeError, match="names of columns"):
        columns(" , ")


def test_a_count_is_at_least_one() -> None:
    assert count("1") == 1
    with pytest.raises(argparse.ArgumentTypeError, match="at least 1"):
        count("0")
