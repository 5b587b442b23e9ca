"""What the executable `tivm` runs."""

from tivm_desktop.entry import command_line

if __name__ == "__main__":
    command_line()
