"""Loudness by every candidate that is installed: error on EBU Tech 3341, and CPU seconds for four minutes.

    ./dev bench loudness

Candidates: the `ebur128` filter of the FFmpeg inside PyAV, which the program uses, `pyebur128` (libebur128)
and `pyloudnorm`. Prints one JSON; the last two count as not installed unless they were installed by hand.
"""

import json
import time
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from benchmarks.tracks import RATE, joined_seconds
from tivm_desktop.media.loudness import LoudnessMeter

Samples = NDArray[np.float32]
Measure = Callable[[Samples, int], float]
BLOCK = 8
CASES: dict[str, tuple[list[tuple[float, float]], float]] = {
    "1": ([(-23, 20)], -23),
    "2": ([(-33, 20)], -33),
    "3": ([(-36, 10), (-23, 60), (-36, 10)], -23),
    "4": ([(-72, 10), (-36, 10), (-23, 60), (-36, 10), (-72, 10)], -23),
    "5": ([(-26, 20), (-20, 20.1), (-26, 20)], -23),
}


def ffmpeg() -> Measure:
    def measure(samples: Samples, rate: int) -> float:
        meter = LoudnessMeter(rate, samples.shape[1], "stereo")
        for start in range(0, len(samples), BLOCK * rate):
            meter.push(samples[start : start + BLOCK * rate].T)
        return meter.finish().integrated_lufs

    return measure


def pyebur128() -> Measure:
    import pyebur128

    def measure(samples: Samples, rate: int) -> float:
        state = pyebur128.R128State(samples.shape[1], rate, pyebur128.MeasurementMode.MODE_I)
        step = rate // 10
        for start in range(0, len(samples), step):
            block = np.ascontiguousarray(samples[start : start + step]).reshape(-1)
            state.add_frames(block, len(block) // samples.shape[1])
            pyebur128.get_loudness_momentary(state)
        return float(pyebur128.get_loudness_global(state))

    return measure


def pyloudnorm() -> Measure:
    import pyloudnorm

    def measure(samples: Samples, rate: int) -> float:
        return float(pyloudnorm.Meter(rate).integrated_loudness(samples))

    return measure


CANDIDATES = {"ffmpeg ebur128": ffmpeg, "pyebur128": pyebur128, "pyloudnorm": pyloudnorm}


def case(parts: list[tuple[float, float]], rate: int = 48_000) -> Samples:
    """(n, 2) the sines of a test case, in phase on both sides."""
    tones = []
    for level, length_s in parts:
        time_s = np.arange(round(length_s * rate)) / rate
        tones.append(10 ** (level / 20) * np.sin(2 * np.pi * 1_000 * time_s))
    wave = np.concatenate(tones).astype(np.float32)
    return np.repeat(wave[:, None], 2, axis=1)


def main() -> None:
    music = np.concatenate(list(joined_seconds()))
    report: dict[str, object] = {}
    for name, load in CANDIDATES.items():
        try:
            measure = load()
        except ImportError as error:
            report[name] = f"not installed: {error}"
            continue
        errors = {
            number: round(measure(case(parts), 48_000) - expected, 3)
            for number, (parts, expected) in CASES.items()
        }
        start = time.process_time()
        integrated = measure(music, RATE)
        seconds = time.process_time() - start
        report[name] = {
            "tech_3341_error_lu": errors,
            "tech_3341_worst_error_lu": max(map(abs, errors.values())),
            "cpu_s_4_min": round(seconds, 3),
            "music_lufs": round(integrated, 2),
        }
    print(json.dumps({"benchmark": "loudness", "candidates": report}))


if __name__ == "__main__":
    main()
