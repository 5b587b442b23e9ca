"""Keeping one row of a list at its height on the screen while the rows around it change."""


def anchored_scroll(row: int, y_px: int, row_px: int, rows: int, viewport_px: int) -> int | None:
    """Return the scroll position, in pixels, that shows `row` at height `y_px` of the viewport.

    Args:
        row: the row's place in the new order.
        y_px: its upper edge in the viewport now; negative where it is cut off.
        row_px: height of every row.
        rows: number of rows in the new order.
        viewport_px: height of the viewport.

    Returns:
        None where no scroll position does it: too near to the list's beginning or end.
    """
    scroll = row * row_px - y_px
    return scroll if 0 <= scroll <= max(0, rows * row_px - viewport_px) else None
