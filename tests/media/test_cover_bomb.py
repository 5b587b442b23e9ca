"""Cover art is never unpacked: a picture of half a gigabyte in a small file costs nothing."""

import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from mutagen.id3 import APIC, ID3

from tests.media.making import write_sound

pytestmark = [pytest.mark.media]

SIDE_PX = 12_000
UNPACKED_MB = SIDE_PX * SIDE_PX * 3 / 1e6
LISTEN = """
import re, sys
from pathlib import Path
from tivm_desktop.media.identity import audio_identity
from tivm_desktop.media.probe import probe
from tivm_desktop.media.tags import read_tags
from tivm_desktop.media.windows import hear_windows

song = Path(sys.argv[1])
info = probe(song)
assert info.audio is not None
assert info.video is None
assert audio_identity(song)
assert hear_windows(song).duration_s > 1
assert read_tags(song).title == "song"
print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024)
"""


def bomb() -> bytes:
    """A black PNG that grows a thousandfold when it is unpacked."""
    packer = zlib.compressobj(9)
    row = bytes(1 + 3 * SIDE_PX)
    packed = b"".join(packer.compress(row) for _ in range(SIDE_PX)) + packer.flush()
    head = struct.pack(">IIBBBBB", SIDE_PX, SIDE_PX, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", packed) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the peak of memory is read from /proc")
def test_a_cover_that_would_fill_the_memory_is_not_unpacked(tmp_path: Path) -> None:
    song = write_sound(tmp_path / "song.mp3", 5.0)
    tagged = ID3(song)
    tagged.add(APIC(encoding=3, mime="image/png", type=3, desc="cover", data=bomb()))
    tagged.save()
    assert song.stat().st_size < 3e6
    done = subprocess.run([sys.executable, "-c", LISTEN, song], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert float(done.stdout) < UNPACKED_MB / 2
