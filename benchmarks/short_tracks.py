"""Thousands of short tracks of real music in several formats, cut without encoding anew."""

import sys
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import cast

import av
import numpy as np
from av import Packet

FORMATS = {
    "mp3": ("libmp3lame", 192_000),
    "m4a": ("aac", 160_000),
    "wma": ("wmav2", 160_000),
    "opus": ("libopus", 128_000),
    "wav": ("pcm_s16le", None),
}
SHORT_S = (8.0, 20.0)
LONG_S = (76.0, 90.0)
"""Long enough to be listened to in windows first."""
SHORTEST_S = 25.0
MOST_CUTS = 10
"""How many cuts are taken of one encoding where there is music enough: encoding takes the time."""
LONG_SHARE = 0.1
LONGEST_SHARE = 1.5
"""How much longer than a long cut its source is at least."""


def make_tracks(folder: Path, sources: Sequence[Path], count: int, seed: int = 0) -> list[Path]:
    """Write that many tracks, no two with the same sound.

    Args:
        folder: where to, in subfolders of a hundred.
        sources: real music, of which as much is used as it takes; tracks of less than 25 s and what cannot be
            opened are left out, long cuts are made of what is much longer.
        count: how many.
        seed: of the cuts.
    """
    draw = np.random.default_rng(seed)
    usable = [source for source in sources if _length_s(source) > SHORTEST_S]
    if not usable:
        raise SystemExit(f"there is no track of more than {SHORTEST_S:.0f} s to be cut")
    made: list[Path] = []
    wanted = -(-count // (len(FORMATS) * MOST_CUTS))
    chosen = usable[:: max(1, len(usable) // wanted)][:wanted]
    each = -(-count // (len(FORMATS) * len(chosen)))
    for source in chosen:
        for suffix in FORMATS:
            whole = folder / f"whole.{suffix}"
            _encode(source, whole, suffix)
            with av.open(str(whole)) as container:
                stream = container.streams.audio[0]
                packets = [packet for packet in container.demux(stream) if packet.dts is not None]
                for _ in range(min(each, count - len(made))):
                    path = folder / f"{len(made) // 100:03d}" / f"{len(made):05d}.{suffix}"
                    path.parent.mkdir(exist_ok=True)
                    _cut(path, stream, packets, draw)
                    made.append(path)
            whole.unlink()
    return made


def _length_s(path: Path) -> float:
    """Length of a track; 0 of a file that cannot be opened."""
    try:
        with av.open(str(path)) as container:
            return (container.duration or 0) / av.time_base
    except av.FFmpegError as error:
        print(f"{path.name} is left out: {error.strerror or error}", file=sys.stderr)
        return 0.0


def _encode(source: Path, path: Path, suffix: str) -> None:
    encoder, bit_rate = FORMATS[suffix]
    rate = 48_000 if suffix == "opus" else 44_100
    with av.open(str(source)) as reading, av.open(str(path), "w") as writing:
        stream = cast("av.AudioStream", writing.add_stream(encoder, rate=rate, layout="stereo"))
        if bit_rate:
            stream.bit_rate = bit_rate
        for frame in reading.decode(reading.streams.audio[0]):
            frame.pts = None
            writing.mux(stream.encode(frame))
        writing.mux(stream.encode(None))


def _cut(
    path: Path, template: av.AudioStream, packets: "list[Packet[av.AudioStream]]", draw: np.random.Generator
) -> None:
    """Copy the packets of a passage into a file of its own."""
    base = template.time_base or Fraction(1, 44_100)
    times = np.array([packet.dts or 0 for packet in packets])
    long = draw.random() < LONG_SHARE and float(times[-1] * base) > LONGEST_SHARE * LONG_S[1]
    length = draw.uniform(*(LONG_S if long else SHORT_S)) / float(base)
    first = int(draw.integers(max(1, np.searchsorted(times, times[-1] - length))))
    with av.open(str(path), "w") as writing:
        stream = writing.add_stream_from_template(template)
        for packet in packets[first : int(np.searchsorted(times, times[first] + length))]:
            copy = Packet(bytes(packet))
            copy.time_base = base
            copy.pts = copy.dts = (packet.dts or 0) - int(times[first])
            copy.duration = packet.duration
            copy.stream = stream
            writing.mux(copy)
