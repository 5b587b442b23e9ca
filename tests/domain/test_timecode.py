import pytest

from tivm_desktop.domain.timecode import exact_timecode, timecode


@pytest.mark.parametrize(
    ("time_s", "written"),
    [
        (0, "0:00"),
        (41.9, "0:41"),
        (59.999, "0:59"),
        (61, "1:01"),
        (3599.9, "59:59"),
        (3661, "1:01:01"),
        (-0.9, "0:00"),
        (-1, "-0:01"),
        (-1.5, "-0:01"),
        (-61.5, "-1:01"),
    ],
)
def test_timecodes_name_the_second_begun(time_s: float, written: str) -> None:
    assert timecode(time_s) == written


@pytest.mark.parametrize(
    ("time_s", "written"),
    [
        (0, "0:00"),
        (0.5, "0:00.50"),
        (12.5, "0:12.50"),
        (52.2, "0:52.20"),
        (59.999, "1:00"),
        (5400, "1:30:00"),
        (5400.05, "1:30:00.05"),
        (-1, "-0:01"),
        (-0.5, "-0:00.50"),
        (-0.001, "0:00"),
    ],
)
def test_exact_timecodes_have_hundredths_where_there_are_any(time_s: float, written: str) -> None:
    assert exact_timecode(time_s) == written
