"""Whether there is a screen to show a window on."""

import os
import sys
from collections.abc import Mapping

TELLING = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def has_screen(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Tell whether a window can be shown: in a Linux session without a display Qt ends the program."""
    return platform != "linux" or any(environment.get(name) for name in TELLING)
