"""What the executable `tivm-desktop` runs."""

from tivm_desktop.entry import desktop

if __name__ == "__main__":
    desktop()
