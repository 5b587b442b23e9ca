"""Small real music for the fault runs: pieces of tracks, in several forms, whole and damaged."""

from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import cast

import av
import numpy as np
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.packet import Packet

from tivm_desktop.library.scan import is_audio_file

FORMS = {".flac": "flac", ".m4a": "aac", ".wav": "pcm_s16le", ".opus": "libopus"}
_START_S = 20.0


def tracks_in(folder: Path) -> list[Path]:
    """The music below a folder, sorted.

    Raises:
        SystemExit: there is none.
    """
    found = sorted(path for path in folder.rglob("*") if is_audio_file(path))
    if not found:
        raise SystemExit(f"there is no music in {folder}")
    return found


def pieces(folder: Path, into: Path, count: int, seconds: float) -> list[Path]:
    """Cut `count` different pieces out of the music in a folder, without decoding it."""
    into.mkdir(parents=True, exist_ok=True)
    made = []
    for number, track in enumerate(islice(cycle(tracks_in(folder)), count)):
        start_s = _START_S + seconds * (number // len(tracks_in(folder)))
        piece = into / f"{number:03d}{track.suffix.lower()}"
        _cut(track, piece, start_s, seconds)
        made.append(piece)
    return made


def in_other_forms(piece: Path, into: Path) -> list[Path]:
    """Encode a piece anew in each of `FORMS`."""
    into.mkdir(parents=True, exist_ok=True)
    made = []
    for suffix, codec in FORMS.items():
        target = into / f"{piece.stem}{suffix}"
        with av.open(str(piece)) as source, av.open(str(target), "w") as sink:
            stream = cast("AudioStream", sink.add_stream(codec, rate=48_000))
            for frame in source.decode(audio=0):
                frame.pts = None
                sink.mux(stream.encode(frame))
            sink.mux(stream.encode(None))
        made.append(target)
    return made


def damaged(pieces: list[Path], into: Path, count: int, seed: int) -> dict[str, int]:
    """Write `count` files, each a piece that was cut short, had bits turned over, or both.

    Returns:
        How many of each.
    """
    draw = np.random.default_rng(seed)
    into.mkdir(parents=True, exist_ok=True)
    how = {"truncated": 0, "bits": 0, "both": 0}
    for number, piece in enumerate(islice(cycle(pieces), count)):
        content = bytearray(piece.read_bytes())
        kind = str(draw.choice(list(how)))
        how[kind] += 1
        if kind != "bits":
            del content[int(draw.integers(len(content))) :]
        if kind != "truncated" and content:
            # Half of them in the first kilobytes, where containers say what they hold.
            reach = len(content) if draw.random() < 0.5 else min(len(content), 4096)
            for place in draw.integers(reach, size=draw.choice((1, 8, 64, 512))):
                content[place] ^= 1 << int(draw.integers(8))
        (into / f"{number:04d}{piece.suffix}").write_bytes(content)
    return how


def _cut(track: Path, piece: Path, start_s: float, seconds: float) -> None:
    with av.open(str(track)) as source, av.open(str(piece), "w") as sink:
        stream = source.streams.audio[0]
        copy = sink.add_stream_from_template(stream)
        for packet in _packets(source, stream, start_s, seconds):
            packet.stream = copy
            sink.mux(packet)


def _packets(
    source: InputContainer, stream: AudioStream, start_s: float, seconds: float
) -> Iterator["Packet[AudioStream]"]:
    """Packets from a second on, timed from 0."""
    first = None
    for packet in source.demux(stream):
        if packet.pts is None or stream.time_base is None or packet.pts * stream.time_base < start_s:
            continue
        first = packet.pts if first is None else first
        if (packet.pts - first) * stream.time_base > seconds:
            return
        packet.pts = packet.dts = packet.pts - first
        yield packet
