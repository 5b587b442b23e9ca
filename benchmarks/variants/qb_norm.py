"""QB-Norm: candidates that are near to everything are put further away, as queries of training show."""

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.arrays import Float64Array

BETA = 20.0
"""Inverse temperature, as in the authors' code."""


def qb_norm(
    similarity: NDArray[np.floating], bank: NDArray[np.floating], beta: float = BETA, nearest: int = 1
) -> Float64Array:
    """Return similarities after querybank normalisation by the dynamic inverted softmax.

    S.-V. Bogolin, I. Croitoru, H. Jin, Y. Liu, S. Albanie, "Cross Modal Retrieval with Querybank
    Normalisation", CVPR 2022 (arXiv 2112.12777). For a query q whose nearest candidate is in the activation
    set A, `eta(q, j) = exp(beta s(q, j)) / sum_b exp(beta s(b, j))`, b running over the bank; other queries
    keep `s(q, j)`. A holds every candidate that is among the `nearest` of some query of the bank. Here
    `log(eta) / beta` takes the place of eta, which orders each row alike and can't overflow.

    Args:
        similarity: `(Q, P)`, one row per query.
        bank: `(B, P)`, similarities of training queries of the same side with the same candidates.
        beta: inverse temperature, over 0.
        nearest: candidates of each query of the bank that are activated.

    Returns:
        `(Q, P)`; compare within rows only.

    Raises:
        ValueError: bank and similarities are about different candidates, or the bank is empty.
    """
    if bank.ndim != 2 or not len(bank) or bank.shape[1] != similarity.shape[1]:
        raise ValueError(f"a bank of shape {bank.shape} does not fit similarities of {similarity.shape}")
    exponents = beta * np.asarray(bank, np.float64)
    largest = exponents.max(axis=0)
    crowd = largest + np.log(np.exp(exponents - largest).sum(axis=0))
    active = np.zeros(bank.shape[1], dtype=bool)
    active[np.argsort(-bank, axis=1, kind="stable")[:, :nearest]] = True
    changed = active[np.argmax(similarity, axis=1)]
    return np.where(changed[:, None], similarity - crowd / beta, np.asarray(similarity, np.float64))
