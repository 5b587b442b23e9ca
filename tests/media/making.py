"""Tiny videos made on the spot."""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import cast

import av
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]

BLACK, WHITE = (0, 0, 0), (255, 255, 255)
RED, GREEN, BLUE = (220, 30, 30), (30, 200, 30), (30, 30, 220)

_TICKS = 90_000
_TONE_RATE_HZ = 48_000


def plain(colour: tuple[int, int, int], size: tuple[int, int] = (64, 36)) -> Picture:
    """A picture of one colour."""
    return np.full((size[1], size[0], 3), colour, np.uint8)


def write_named_matrix(
    path: Path, colour: tuple[int, int, int], matrix: int, made_by: str, size: tuple[int, int] = (64, 36)
) -> Path:
    """Write ten lossless pictures of one colour, made by one matrix and naming any (AVCOL_SPC)."""
    with av.open(path, "w") as container:
        stream = container.add_stream("ffv1", rate=25)
        stream.width, stream.height, stream.pix_fmt = *size, "yuv444p"
        stream.codec_context.colorspace = matrix
        for _ in range(10):
            frame = av.VideoFrame.from_ndarray(plain(colour, size), format="rgb24")
            frame = frame.reformat(format="yuv444p", dst_colorspace=made_by)
            frame.colorspace = matrix
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def quarters(size: tuple[int, int] = (64, 36)) -> Picture:
    """Red top left, green top right, blue bottom left, white bottom right."""
    width, height = size
    picture = plain(WHITE, size)
    picture[: height // 2, : width // 2] = RED
    picture[: height // 2, width // 2 :] = GREEN
    picture[height // 2 :, : width // 2] = BLUE
    return picture


def scenery(seed: int, size: tuple[int, int] = (320, 180)) -> Picture:
    """Soft blotches of colour, another place for each seed."""
    rng = np.random.default_rng(seed)
    height, width = size[1], size[0]
    coarse = rng.uniform(0, 255, (height // 30 + 2, width // 30 + 2, 3))
    rows = np.linspace(0, coarse.shape[0] - 1.001, height)
    columns = np.linspace(0, coarse.shape[1] - 1.001, width)
    return _between(_between(coarse, rows, 0), columns, 1).astype(np.uint8)


def _between(grid: NDArray[np.float64], at: NDArray[np.float64], axis: int) -> NDArray[np.float64]:
    """Linear interpolation of `grid` along `axis`."""
    below = at.astype(int)
    share = (at - below).reshape([-1 if n == axis else 1 for n in range(grid.ndim)])
    return np.take(grid, below, axis) * (1 - share) + np.take(grid, below + 1, axis) * share


def panned(place: Picture, x: float, size: tuple[int, int] = (160, 90)) -> Picture:
    """What a camera sees that has moved `x` pixels (of the place) to the right."""
    width, height = size
    columns = (np.arange(width) + x) % (place.shape[1] - 1)
    return _between(place[:height].astype(np.float64), columns, 1).astype(np.uint8)


def filmed(shots: Sequence[tuple[float, Callable[[float], Picture]]], rate: int) -> list[Picture]:
    """Shots (length_s, seconds into the shot -> picture) one after the other, hard cuts between."""
    ends = np.cumsum([length_s for length_s, _ in shots])
    pictures = []
    for number in range(round(ends[-1] * rate)):
        shot = int(np.searchsorted(ends - 1e-9, number / rate, side="right"))
        start_s = ends[shot - 1] if shot else 0.0
        pictures.append(shots[shot][1](number / rate - start_s))
    return pictures


def camera(seed: int, speed: float = 10.0) -> Callable[[float], Picture]:
    """A shot of `scenery(seed)` from a camera that moves `speed` pixels a second."""
    place = scenery(seed)
    return lambda time_s: panned(place, speed * time_s)


def write_video(
    path: Path,
    pictures: Iterable[Picture],
    *,
    rate: int = 25,
    times_s: Sequence[float] | None = None,
    codec: str = "libx264",
    pixel_format: str = "yuv420p",
    options: dict[str, str] | None = None,
    turned_deg: int = 0,
    mirrored: bool = False,
    pixel_aspect: Fraction | None = None,
    sound_s: float = 0.0,
    container_options: dict[str, str] | None = None,
) -> Path:
    """Write `pictures` as a video.

    Args:
        path: Its ending decides on the container.
        pictures: All of one size.
        rate: Pictures a second.
        times_s: When each picture is shown instead of at a steady rate.
        codec: Of the picture.
        pixel_format: Of the picture.
        options: For the codec.
        turned_deg: Clockwise turn that a player has to make.
        mirrored: Whether a player has to mirror it left to right, before turning it.
        pixel_aspect: Width of a pixel by its height.
        sound_s: Length of a tone beside it.
        container_options: For the container.
    """
    times = list(times_s) if times_s is not None else None
    with av.open(path, "w", options=container_options or {}) as container:
        video = None
        for number, picture in enumerate(pictures):
            if video is None:
                video = cast("av.VideoStream", container.add_stream(codec, rate=rate, options=options or {}))
                video.height, video.width = picture.shape[:2]
                video.pix_fmt = pixel_format
                if times is not None:
                    video.codec_context.time_base = Fraction(1, _TICKS)
                if pixel_aspect is not None:
                    video.codec_context.sample_aspect_ratio = pixel_aspect
                if turned_deg or mirrored:
                    video.set_display_rotation(-turned_deg, hflip=mirrored)
                tone = container.add_stream("aac", rate=_TONE_RATE_HZ) if sound_s else None
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
            if times is None:
                frame.pts, frame.time_base = number, Fraction(1, rate)
            else:
                frame.pts, frame.time_base = round(times[number] * _TICKS), Fraction(1, _TICKS)
                frame.duration = round(_lengths_s(times)[number] * _TICKS)
            container.mux(video.encode(frame))
        if video is not None:
            container.mux(video.encode(None))
            if tone is not None:
                _write_tone(container, tone, sound_s)
    return path


def write_sound(path: Path, length_s: float, *, cover: bool = False) -> Path:
    """Write a tone, with `cover` art beside it."""
    with av.open(path, "w") as container:
        stream = container.add_stream("libmp3lame" if path.suffix == ".mp3" else "aac", rate=_TONE_RATE_HZ)
        picture = container.add_stream("mjpeg", rate=1) if cover else None
        if picture is not None:
            picture.width, picture.height, picture.pix_fmt = 64, 64, "yuvj420p"
            picture.disposition = av.stream.Disposition.attached_pic
            frame = av.VideoFrame.from_ndarray(plain(RED, (64, 64)), format="rgb24")
            container.mux(picture.encode(frame.reformat(format="yuvj420p")))
            container.mux(picture.encode(None))
        _write_tone(container, stream, length_s)
    return path


def _write_tone(container: av.container.OutputContainer, stream: av.AudioStream, length_s: float) -> None:
    time_s = np.arange(round(length_s * _TONE_RATE_HZ)) / _TONE_RATE_HZ
    wave = (0.3 * np.sin(2 * np.pi * 440 * time_s)).astype(np.float32)
    for start in range(0, len(wave), 1024):
        frame = av.AudioFrame.from_ndarray(np.stack([wave[start : start + 1024]] * 2), "fltp", "stereo")
        frame.sample_rate, frame.pts = _TONE_RATE_HZ, start
        frame.time_base = Fraction(1, _TONE_RATE_HZ)
        container.mux(stream.encode(frame))
    container.mux(stream.encode(None))


def _lengths_s(times_s: Sequence[float]) -> list[float]:
    lengths = [later - earlier for earlier, later in pairwise(times_s)]
    return [*lengths, lengths[-1]]
