"""A row keeps its height on the screen where a scroll position can do it."""

from tivm_desktop.gui.anchor import anchored_scroll


def test_rows_added_above_are_scrolled_away() -> None:
    assert anchored_scroll(row=7, y_px=60, row_px=60, rows=20, viewport_px=300) == 360


def test_a_row_that_would_need_room_above_the_first_cannot_stay() -> None:
    assert anchored_scroll(row=1, y_px=180, row_px=60, rows=20, viewport_px=300) is None


def test_a_row_that_would_need_room_below_the_last_cannot_stay() -> None:
    assert anchored_scroll(row=19, y_px=0, row_px=60, rows=20, viewport_px=300) is None


def test_a_short_list_does_not_scroll() -> None:
    assert anchored_scroll(row=1, y_px=60, row_px=60, rows=2, viewport_px=300) == 0
