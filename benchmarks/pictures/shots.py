"""Shots: a camera over a photograph, or a span of footage, as pictures at any moment."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import av
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from PIL import Image, ImageFilter

Picture = NDArray[np.uint8]
SPARE = 3
"""Photographs are kept this many times larger than the video, which the camera may go nearer by."""
FOOTAGE_RATE = 25


@dataclass(frozen=True)
class Camera:
    """How a photograph is filmed.

    `speed` is in widths of what is shown per second, `zoom` the change of what is shown per second (negative
    goes nearer), `shake` the standard deviation of a handheld camera's wander in widths; `whips` throws the
    camera aside at the end of each shot.
    """

    speed: float
    zoom: float = 0.0
    shake: float = 0.0
    whips: bool = False


class Shot(Protocol):
    """What a moment of a shot looks like."""

    def __call__(self, time_s: float, /) -> Picture:
        """(height, width, 3) at seconds into the shot."""


def load_photo(path: Path, longest: int, backdrop: Path | None = None) -> Image.Image:
    """A photograph as RGB of at most `longest`; what is cut out lies on its blurred backdrop."""
    image: Image.Image = Image.open(path)
    image.draft("RGB", (longest, longest))
    if backdrop is None:
        image = image.convert("RGB")
        image.thumbnail((longest, longest), Image.Resampling.LANCZOS)
        return image
    image = image.convert("RGBA")
    image.thumbnail((longest // 2, longest // 2), Image.Resampling.LANCZOS)
    width, height = image.size
    frame = (max(width, height * 16 // 9) * 5 // 4, max(height, width * 9 // 16) * 5 // 4)
    behind = load_photo(backdrop, longest).resize(frame, Image.Resampling.BICUBIC)
    behind = behind.filter(ImageFilter.GaussianBlur(frame[0] / 40))
    behind.paste(image, ((frame[0] - width) // 2, (frame[1] - height) // 2), image)
    return behind


def filmed(
    photo: Image.Image, camera: Camera, size: tuple[int, int], length_s: float, rng: Generator
) -> Shot:
    """Film a photograph; where the camera would leave it, it turns back."""
    width, height = size
    fit = min(photo.width, photo.height * width / height)
    start = fit * rng.uniform(0.55, 0.95)
    where = rng.uniform(0.25, 0.75, 2)
    angle = rng.choice([0.0, np.pi]) + rng.normal(scale=0.35)
    direction = np.array([np.cos(angle), np.sin(angle)]) * camera.speed
    wander = _wander(camera.shake, length_s, rng)

    def picture(time_s: float) -> Picture:
        shown = float(np.clip(start * (1 + camera.zoom) ** time_s, fit * 0.25, fit))
        travelled = time_s
        if camera.whips:
            travelled += 1.5 / (1 + np.exp(-(time_s - length_s + 0.15) * 25)) / max(camera.speed, 0.1)
        x, y = direction * travelled + wander(time_s)
        left = _turned(where[0] * (photo.width - shown) + x * shown, photo.width - shown)
        tall = shown * height / width
        top = _turned(where[1] * (photo.height - tall) + y * shown, photo.height - tall)
        box = (left, top, left + shown, top + tall)
        return np.asarray(photo.resize(size, Image.Resampling.BILINEAR, box))

    return picture


def _wander(shake: float, length_s: float, rng: Generator) -> Callable[[float], NDArray[np.float64]]:
    """Three slow sine waves a side, as a hand has them."""
    rates = rng.uniform(0.4, 3.0, (3, 2))
    phases = rng.uniform(0, 2 * np.pi, (3, 2))
    return lambda time_s: shake * np.sin(2 * np.pi * rates * min(time_s, length_s) + phases).sum(axis=0) * 0.8


def _turned(position: float, limit: float) -> float:
    return abs((position + limit) % (2 * limit) - limit) if limit > 0 else 0.0


def footage(path: Path, start_s: float, end_s: float, size: tuple[int, int]) -> list[Picture]:
    """Pictures of a span at `FOOTAGE_RATE`, cut to the shape of `size`."""
    pictures: list[Picture] = []
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        rate = float(stream.average_rate or FOOTAGE_RATE)
        first = None
        for number, frame in enumerate(container.decode(stream)):
            time_s = number / rate if frame.pts is None else float(frame.time)
            first = time_s if first is None else first
            if time_s - first >= end_s:
                break
            while start_s + len(pictures) / FOOTAGE_RATE <= time_s - first:
                pictures.append(_filled(Image.fromarray(frame.to_ndarray(format="rgb24")), size))
    return pictures


def played(pictures: list[Picture], first_s: float, pace: float) -> Shot:
    """Footage from a moment on at `pace` times its speed, there and back again."""
    last = len(pictures) - 1

    def picture(time_s: float) -> Picture:
        at = round((first_s + time_s * pace) * FOOTAGE_RATE) % (2 * last)
        return pictures[at if at <= last else 2 * last - at]

    return picture


def _filled(image: Image.Image, size: tuple[int, int]) -> Picture:
    width = min(image.width, image.height * size[0] / size[1])
    height = width * size[1] / size[0]
    left, top = (image.width - width) / 2, (image.height - height) / 2
    return np.asarray(image.resize(size, Image.Resampling.BILINEAR, (left, top, left + width, top + height)))
