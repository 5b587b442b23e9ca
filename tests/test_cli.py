"""The `tivm` command itself; what its commands do is told in `tests/commands`."""

import subprocess
import sys


def test_the_version_is_said_without_loading_what_the_commands_need() -> None:
    program = """
import sys
from tivm_desktop.cli import main
try:
    main(["--version"])
except SystemExit as left:
    print(left.code, *{"numpy", "av", "scipy"} & set(sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    said, status = done.stdout.splitlines()
    assert said.startswith("tivm ")
    assert status == "0"
