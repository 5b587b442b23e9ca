"""How far ahead of being heard the device asks for each block: the output latency."""

import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.playback.output import Render
from tivm_desktop.playback.sounddevice_output import SounddeviceOutput


def note_leads() -> list[tuple[float, float]]:
    """Have the device note for each block when it was asked for and when it is heard."""
    leads: list[tuple[float, float]] = []
    start: Callable[[SounddeviceOutput, Render], None] = SounddeviceOutput.start

    def start_noting(self: SounddeviceOutput, render: Render) -> None:
        def noting(out: NDArray[np.float32], heard_at_s: float) -> None:
            leads.append((time.monotonic(), heard_at_s))
            render(out, heard_at_s)

        start(self, noting)

    SounddeviceOutput.start = start_noting  # type: ignore[method-assign]
    return leads


def latency_ms(leads: list[tuple[float, float]]) -> float:
    """The usual lead."""
    asked_s, heard_s = np.array(leads).T
    return round(float(np.median(heard_s - asked_s)) * 1e3, 1)
