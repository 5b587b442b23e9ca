"""Cross-correlation by FFT.

`scipy.signal.correlate` does the same; importing it takes over a second at every start of the program and of
each worker.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.fft import irfft, next_fast_len, rfft


def cross_correlation(values: NDArray[np.float64], template: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return sum over t of values[t + k] * template[t] for every offset k at which the two overlap.

    Shapes (N,) and (M,) give (N + M - 1,); entry i belongs to offset i - (M - 1).
    """
    length = len(values) + len(template) - 1
    size = next_fast_len(length, real=True)
    spectrum = rfft(values, size) * rfft(template[::-1], size)
    return np.asarray(irfft(spectrum, size)[:length], np.float64)
