"""The optional packages of this room: the desktop program has none, so they are imported where used."""

import importlib
import os

from tivm_desktop.domain.errors import TivmError


def require_extra() -> None:
    """Load Ray and Arrow, or say how they are to be had.

    Raises:
        TivmError: they aren't installed.
    """
    # Ray would tell its makers what its clusters are and do, unless told not to before it is loaded.
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    # Its C++ part writes warnings to the terminal that only its makers can heed.
    os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")
    try:
        for name in ("pyarrow", "ray.data"):
            importlib.import_module(name)
    except ImportError as error:
        raise TivmError(
            f"Indexing on a cluster needs packages that are not installed ({error}); install them with"
            " `pip install 'tivm-desktop[cluster]'`."
        ) from error
