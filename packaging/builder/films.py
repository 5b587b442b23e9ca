"""Which files the program opens as films."""

import sys

from .program import ROOT


def suffixes() -> list[str]:
    """Return the suffixes of films as the window has them, with their dots, sorted."""
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    from tivm_desktop.library.scan import VIDEO_EXTENSIONS

    return sorted(VIDEO_EXTENSIONS)
