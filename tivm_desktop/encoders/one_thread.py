"""Numerical libraries kept to one thread in processes that are started."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

_ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS"), "1"
)


@contextmanager
def one_thread_each() -> Iterator[None]:
    """Have processes started meanwhile compute on one thread each.

    Numerical libraries look when they are loaded, which can be before the worker's own first line: a spawned
    process imports its parent's main module first.
    """
    before = {name: os.environ.get(name) for name in _ONE_THREAD}
    os.environ.update(_ONE_THREAD)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
