"""Which rows of a whole item count: not those near its ends.

Music videos fade in and out with their picture, and titles stand over silence. Among 672 of them half of what
linear canonical correlation learns from motion, cuts and loudness lies in the first and last 30 s (see ADR
0093): it tells that both sides are one file, and nothing of which track of a folder goes with a picture.
"""

_SHARE = 4


def inner_rows(length: int, edge: int) -> slice:
    """Return the rows of an item of `length` rows without `edge` rows at either end.

    Of an item shorter than four times that, a quarter at either end is left out; at least one row stays.
    """
    left_out = min(edge, length // _SHARE)
    return slice(left_out, length - left_out)
