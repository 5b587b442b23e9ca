"""Numbers out of a document that somebody else may have written."""

LARGEST = 1e9
"""No quantity here comes near it, and products of three such numbers, squared, are still finite."""


def finite_numbers(values: object) -> tuple[float, ...]:
    """Return a list's numbers.

    Raises:
        ValueError: it is no list, or holds something that is no finite number, or one beyond `LARGEST`.
    """
    if not isinstance(values, list):
        raise ValueError("something is not a list of numbers")
    for value in values:
        if not isinstance(value, int | float) or isinstance(value, bool) or not abs(value) <= LARGEST:
            raise ValueError("something in a list is no finite number")
    return tuple(map(float, values))
