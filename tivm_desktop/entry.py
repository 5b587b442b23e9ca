"""Where both programs start: imports are left to the call, so that a spawned worker never loads Qt."""

import multiprocessing
import sys


def command_line() -> None:
    """Run `tivm` and exit with its status."""
    multiprocessing.freeze_support()
    from tivm_desktop.cli import main

    sys.exit(main())


def desktop() -> None:
    """Run `tivm-desktop` and exit with its status."""
    multiprocessing.freeze_support()
    from tivm_desktop.app import main

    sys.exit(main())
