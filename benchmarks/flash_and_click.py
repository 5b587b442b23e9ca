"""A video with white flashes and a track with clicks at the same moments."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

WIDTH, HEIGHT, FRAME_RATE = 1280, 720, 30
SOUND_RATE_HZ = 48_000
CLICK_S = 0.002


def flash_frames(seconds: int) -> list[int]:
    """Indices of the frames that are white: one a second, at irregular distances from 0.77 to 1.23 s."""
    steps = np.random.default_rng(7).integers(23, 38, size=seconds)
    indices = 15 + np.cumsum(steps) - steps[0]
    return [int(index) for index in indices if index < seconds * FRAME_RATE - FRAME_RATE // 2]


def write_video(path: Path, seconds: int) -> None:
    """Write H.264 with a key frame every two seconds; dark moving noise, flashes are white."""
    flashes = set(flash_frames(seconds))
    noise = np.random.default_rng(1).integers(0, 60, (HEIGHT * 2, WIDTH), np.uint8)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", FRAME_RATE, options={"preset": "ultrafast", "crf": "30"})
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        stream.gop_size = 2 * FRAME_RATE
        for index in range(seconds * FRAME_RATE):
            shift = index * 4 % HEIGHT
            grey = (
                np.full((HEIGHT, WIDTH), 255, np.uint8) if index in flashes else noise[shift : shift + HEIGHT]
            )
            frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(grey), format="gray")
            frame.pts, frame.time_base = index, Fraction(1, FRAME_RATE)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def write_track(path: Path, seconds: int, lead_in_s: float) -> None:
    """Write a FLAC file whose clicks lie `lead_in_s` after the flashes' times."""
    samples: NDArray[np.int16] = np.zeros((1, round((seconds + lead_in_s) * SOUND_RATE_HZ) * 2), np.int16)
    click = np.where(np.arange(round(CLICK_S * SOUND_RATE_HZ)) // 12 % 2, -26000, 26000).repeat(2)
    for index in flash_frames(seconds):
        start = round((index / FRAME_RATE + lead_in_s) * SOUND_RATE_HZ) * 2
        samples[0, start : start + len(click)] = click
    with av.open(str(path), "w") as container:
        stream = container.add_stream("flac", SOUND_RATE_HZ, layout="stereo")
        for start in range(0, samples.shape[1], SOUND_RATE_HZ * 2):
            frame = av.AudioFrame.from_ndarray(
                samples[:, start : start + SOUND_RATE_HZ * 2], format="s16", layout="stereo"
            )
            frame.rate, frame.pts = SOUND_RATE_HZ, start // 2
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
