"""A header that promises a picture larger than any camera's is refused before room is made for it."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.media]

SIDE_PX = 30_000
LOOK = """
import re, sys
from pathlib import Path
from tivm_desktop.domain.errors import MediaError
from tivm_desktop.media.pictures import scan_pictures
from tivm_desktop.media.probe import probe

for look in (probe, lambda path: scan_pictures(path, (64, 64), lambda *frame: None)):
    try:
        look(Path(sys.argv[1]))
    except MediaError as error:
        assert str(error).startswith("giant.y4m "), error
    else:
        raise SystemExit("it was taken for a video")
print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the peak of memory is read from /proc")
def test_a_header_that_promises_a_giant_picture_costs_no_memory(tmp_path: Path) -> None:
    video = tmp_path / "giant.y4m"
    head = f"YUV4MPEG2 W{SIDE_PX} H{SIDE_PX} F25:1 Ip A1:1 C420jpeg\nFRAME\n"
    video.write_bytes(head.encode() + bytes(1000))
    done = subprocess.run([sys.executable, "-c", LOOK, video], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert float(done.stdout) < SIDE_PX * SIDE_PX * 1.5 / 1e6 / 2
