import os

import pytest

from tivm_desktop.library.folder_stamps import (
    SETTLING_NS,
    all_settled,
    folder_stamp,
    is_settled,
    unsettled,
    was_mounted,
)

NAMES, SIZES, TIMES = ["a.mp3", "b.mp3"], [1, 2], [10, 20]


def test_equal_listings_have_equal_stamps() -> None:
    stamps = {folder_stamp(list(NAMES), list(SIZES), list(TIMES), mounted=False) for _ in range(3)}
    assert len(stamps) == 1


@pytest.mark.parametrize(
    ("names", "sizes", "times"),
    [
        (["a.mp3", "c.mp3"], SIZES, TIMES),
        (["a.mp3b", ".mp3"], SIZES, TIMES),
        (NAMES, [1, 3], TIMES),
        (NAMES, SIZES, [10, 21]),
        (NAMES, [2, 1], TIMES),
        (NAMES[:1], SIZES[:1], TIMES[:1]),
        ([], [], []),
    ],
)
def test_any_difference_shows(names: list[str], sizes: list[int], times: list[int]) -> None:
    assert folder_stamp(names, sizes, times, mounted=False) != folder_stamp(
        NAMES, SIZES, TIMES, mounted=False
    )


def test_names_that_are_no_text_have_stamps() -> None:
    stamps = [folder_stamp([os.fsdecode(name)], [1], [1], mounted=False) for name in (b"\xff", b"\xfe")]
    assert stamps[0] != stamps[1]


@pytest.mark.parametrize("mounted", [True, False])
def test_a_stamp_remembers_whether_a_drive_was_mounted(*, mounted: bool) -> None:
    stamp = folder_stamp(NAMES, SIZES, TIMES, mounted=mounted)
    assert was_mounted(stamp) == mounted
    assert was_mounted(unsettled(stamp)) == mounted


def test_an_unsettled_folder_has_the_stamp_of_no_settled_one() -> None:
    stamp = folder_stamp(NAMES, SIZES, TIMES, mounted=False)
    restless = folder_stamp(NAMES, SIZES, TIMES, mounted=False, settled=False)
    assert restless == unsettled(stamp) != stamp


def test_what_is_about_now_is_not_settled_what_is_long_ago_or_ahead_is() -> None:
    now_ns = 10**18
    assert is_settled(now_ns - SETTLING_NS, now_ns)
    assert not is_settled(now_ns - SETTLING_NS + 1, now_ns)
    assert is_settled(now_ns + SETTLING_NS, now_ns)
    assert all_settled([0, now_ns - SETTLING_NS, now_ns + 10 * SETTLING_NS], now_ns)
    assert not all_settled([0, now_ns], now_ns)
    assert all_settled([], now_ns)
