"""The window is there before anything heavy is: what it loads by itself decides how soon it can be used."""

import subprocess
import sys

HEAVY = ("numpy", "av", "scipy", "onnxruntime", "sounddevice")


def test_the_window_loads_nothing_heavy_by_itself() -> None:
    program = (
        f"import sys, tivm_desktop.gui.window;print(*[name for name in {HEAVY!r} if name in sys.modules])"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ended.stdout.split() == []
