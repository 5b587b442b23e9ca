"""Nobody is told that ONNX Runtime is used, and no computer is numbered."""

import os
import subprocess
import sys
from pathlib import Path

from tivm_desktop.encoders.pack import default_pack_folder
from tivm_desktop.encoders.runtime_folder import NO_TELEMETRY

LOAD = "from tivm_desktop.encoders.runtime_folder import runtime; ort = runtime();"
MODEL = default_pack_folder() / "music_tower.onnx"
RUN = f"ort.InferenceSession({str(MODEL)!r}, providers=['CPUExecutionProvider'])"


def test_loading_the_runtime_and_making_a_session_leaves_nothing_in_the_home(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    environment.pop(NO_TELEMETRY, None)
    environment["HOME"] = str(tmp_path)
    subprocess.run([sys.executable, "-c", LOAD + RUN], env=environment, check=True, capture_output=True)
    assert [str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*")] == []
