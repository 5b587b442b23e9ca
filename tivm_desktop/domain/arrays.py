"""The types of arrays, by what they hold."""

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]
"""What is measured, encoded and kept."""
Float64Array = NDArray[np.float64]
"""What is computed with."""
IntArray = NDArray[np.int64]
"""Ranks, places and counts."""
