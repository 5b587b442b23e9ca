"""Figures of an export: what of the source's packets is the same, and where the sound lies, in samples."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

RATE_HZ = 48_000
WINDOW_S = 4.0
_REACH_S = 0.5
_START_CODE = b"\x00\x00\x01"


@dataclass(frozen=True)
class Packets:
    """The packets of a file's picture."""

    payloads: tuple[str, ...]
    """A digest of each one's bytes."""
    units: tuple[str, ...]
    """A digest of each one's NAL units, whichever way they are set apart; else as `payloads`."""
    shown: tuple[Fraction, ...]
    """When each is shown, seconds from the file's start."""


def packets_of(path: Path) -> Packets:
    """Read the packets of the picture."""
    payloads, units, shown = [], [], []
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        base = stream.time_base or Fraction(1)
        start = round(Fraction(container.start_time or 0, 1_000_000) / base)
        has_units = stream.codec_context.codec.canonical_name in {"h264", "hevc"}
        for packet in container.demux(stream):
            if packet.size:
                data = bytes(packet)
                payloads.append(sha256(data).hexdigest())
                units.append(sha256(b"|".join(_units(data))).hexdigest() if has_units else payloads[-1])
                shown.append(((packet.pts or 0) - start) * base)
    return Packets(tuple(payloads), tuple(units), tuple(shown))


def lags(heard: NDArray[np.float32], recorded: NDArray[np.float32], start: int = 0) -> list[int]:
    """By how many samples `recorded` is later than `heard`, window after window.

    Args:
        heard: (n,), what is looked for.
        recorded: (m,), in which it is looked for, within half a second around `start`.
        start: Where sample 0 of `heard` is expected.
    """
    window, reach = round(WINDOW_S * RATE_HZ), round(_REACH_S * RATE_HZ)
    found = []
    for first in range(RATE_HZ // 2, len(heard) - window - RATE_HZ // 2, window):
        low = max(first + start - reach, 0)
        part = recorded[low : first + start + window + reach]
        if len(part) < window:
            break
        found.append(low - first + _peak(heard[first : first + window], part))
    return found


def first_lag(heard: NDArray[np.float32], recorded: NDArray[np.float32], within_s: float = 12.0) -> int:
    """Find where in a long recording `heard` begins, from a window of it."""
    first, window = RATE_HZ // 2, round(WINDOW_S * RATE_HZ)
    part = recorded[: round((within_s + WINDOW_S) * RATE_HZ)]
    return _peak(heard[first : first + window], part) - first


def _peak(wanted: NDArray[np.float32], part: NDArray[np.float32]) -> int:
    size = 1 << (len(wanted) + len(part)).bit_length()
    product = np.conj(np.fft.rfft(wanted, size)) * np.fft.rfft(part, size)
    return int(np.argmax(np.fft.irfft(product)[: len(part)]))


def _units(data: bytes) -> Iterator[bytes]:
    if data.startswith((_START_CODE, b"\x00" + _START_CODE)):
        yield from (unit.rstrip(b"\x00") for unit in data.split(_START_CODE) if unit.rstrip(b"\x00"))
        return
    at = 0
    while at + 4 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        yield data[at + 4 : at + 4 + length].rstrip(b"\x00")
        at += 4 + length
