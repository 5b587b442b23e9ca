"""What both executables run: they are the same but for their names, on Linux one file under two."""

import sys
from pathlib import Path

from tivm_desktop import entry

if __name__ == "__main__":
    if Path(sys.executable).stem == "tivm":
        entry.command_line()
    else:
        entry.desktop()
