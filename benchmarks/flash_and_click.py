"""A video with white flashes and a track with clicks at the same moments."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

WIDTH, HEIGHT, FRAME_RATE = 1280, 720, 30
PERIOD_S = 60
SOUND_RATE_HZ = 48_000
CLICK_S = 0.002


def flash_frames(seconds: int) -> list[int]:
    """Indices of the frames that are white: one a second, irregularly; each minute is like the first."""
    steps = np.random.default_rng(7).integers(23, 38, size=PERIOD_S)
    first = 15 + np.cumsum(steps) - steps[0]
    first = first[first < PERIOD_S * FRAME_RATE - FRAME_RATE // 2]
    minutes = range(-(-seconds // PERIOD_S))
    indices = [int(index) + minute * PERIOD_S * FRAME_RATE for minute in minutes for index in first]
    return [index for index in indices if index < seconds * FRAME_RATE - FRAME_RATE // 2]


def write_video(path: Path, seconds: int) -> None:
    """Write H.264 with a key frame every two seconds; dark moving noise, flashes are white.

    A minute is encoded and repeated.
    """
    flashes = set(flash_frames(PERIOD_S))
    noise = np.random.default_rng(1).integers(0, 60, (HEIGHT * 2, WIDTH), np.uint8)
    count = seconds * FRAME_RATE
    period = min(count, PERIOD_S * FRAME_RATE)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", FRAME_RATE, options={"preset": "ultrafast", "crf": "30"})
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        stream.gop_size = 2 * FRAME_RATE
        encoded: list[tuple[bytes, bool]] = []
        for index in range(period):
            shift = index * 4 % HEIGHT
            grey = (
                np.full((HEIGHT, WIDTH), 255, np.uint8) if index in flashes else noise[shift : shift + HEIGHT]
            )
            frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(grey), format="gray")
            frame.pts, frame.time_base = index, Fraction(1, FRAME_RATE)
            encoded += [(bytes(packet), packet.is_keyframe) for packet in stream.encode(frame)]
        encoded += [(bytes(packet), packet.is_keyframe) for packet in stream.encode(None)]
        for index in range(count):
            data, key = encoded[index % period]
            packet = av.Packet(data)
            packet.stream, packet.is_keyframe = stream, key
            packet.pts = packet.dts = index
            packet.duration, packet.time_base = 1, Fraction(1, FRAME_RATE)
            container.mux(packet)


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


def write_many_tracks(folder: Path, count: int, seconds: int = 180) -> None:
    """Write MP3s of made-up music, no two alike: cuts of one long sound that is encoded once."""
    folder.mkdir(parents=True)
    rate, whole_s = 44_100, 2 * seconds
    packets: list[bytes] = []
    with av.open(str(folder / "whole.mp3"), "w") as container:
        stream = container.add_stream("libmp3lame", rate, layout="stereo")
        stream.bit_rate = 64_000
        chance = np.random.default_rng(11)
        for second in range(whole_s):
            at_s = second + np.arange(rate) / rate
            beat = np.exp(-12.0 * (at_s * 2.0 % 1.0)) * chance.normal(0.0, 0.2, rate)
            tone = sum(np.sin(2 * np.pi * 110.0 * ratio * at_s) for ratio in chance.integers(2, 9, 3)) * 0.08
            both = np.repeat((np.clip(beat + tone, -1, 1) * 32000).astype(np.int16), 2)[None, :]
            frame = av.AudioFrame.from_ndarray(both, format="s16", layout="stereo")
            frame.rate, frame.pts = rate, second * rate
            packets += [bytes(packet) for packet in stream.encode(frame)]
    (folder / "whole.mp3").unlink(missing_ok=True)
    length = len(packets) // 2
    for index in range(count):
        start = index * (len(packets) - length) // count
        (folder / f"{index:03}.mp3").write_bytes(b"".join(packets[start : start + length]))
