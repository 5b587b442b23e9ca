"""Where both programs start: imports are left to the call, so that a spawned worker never loads Qt."""

import multiprocessing
import os
import sys
from pathlib import Path


def command_line() -> None:
    """Run `tivm` and exit with its status."""
    multiprocessing.freeze_support()
    from tivm_desktop.cli import main

    sys.exit(main())


def desktop() -> None:
    """Run `tivm-desktop` and exit with its status."""
    give_streams()
    multiprocessing.freeze_support()
    from tivm_desktop.app import main

    sys.exit(main())


def give_streams() -> None:
    """Let what is said go nowhere where nobody hears it: without a console, Windows gives no streams."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
