"""Arrays that rows are added to."""

from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

Kind = TypeVar("Kind", bound=np.generic)

_GROWTH = 1.25
_LEAST = 64


def grown(array: NDArray[Kind], count: int, fill: Any = 0) -> NDArray[Kind]:  # noqa: ANN401 - what the array holds
    """Return the (N,) array itself if it holds `count` values, else a longer one that begins with them."""
    if count <= len(array):
        return array
    longer = np.full(max(_LEAST, int(count * _GROWTH)), fill, array.dtype)
    longer[: len(array)] = array
    return longer
