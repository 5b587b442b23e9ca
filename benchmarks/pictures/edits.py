"""Edits: which shots follow each other how fast, and what they are graded to; one seed, one video."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.random import Generator
from PIL import Image, ImageEnhance

from benchmarks.pictures.fetch import Pictures
from benchmarks.pictures.shots import (
    FOOTAGE_RATE,
    SPARE,
    Camera,
    Picture,
    Shot,
    filmed,
    footage,
    load_photo,
    played,
)
from benchmarks.pictures.sources import Clip

RATE = 25


@dataclass(frozen=True)
class Grade:
    """Light and colour: levels are raised to `gamma`, multiplied by `gain`; `saturation` 0 is grey."""

    gain: float = 1.0
    gamma: float = 1.0
    saturation: float = 1.0


@dataclass(frozen=True)
class Edit:
    """A video to be made: pictures and clips in the order of their first use, cut every `shot_s` or so.

    A picture named `package/path|package/path` is a cut-out before what the second one shows. `pace` is the
    speed of footage. An infinite `shot_s` means one shot a picture, of equal lengths.
    """

    name: str
    pictures: tuple[str | Clip, ...]
    seconds: float
    shot_s: float
    camera: Camera
    size: tuple[int, int] = (320, 180)
    grade: Grade = field(default_factory=Grade)
    pace: float = 1.0
    mood: str | None = None

    def sources(self) -> list[str]:
        """Names of pictures and clips."""
        return [
            f"{one.name}#{one.start_s:g}-{one.end_s:g}" if isinstance(one, Clip) else one
            for one in self.pictures
        ]


class Studio:
    """Makes videos; keeps pictures it has opened."""

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures
        self._photos: dict[tuple[str, int], Image.Image] = {}
        self._spans: dict[tuple[Clip, tuple[int, int]], list[Picture]] = {}

    def make(self, edit: Edit, path: Path) -> None:
        """Encode an edit as H.264. The same edit gives the same pictures, up to what the encoder rounds."""
        with av.open(str(path), "w") as container:
            options = {"preset": "veryfast", "crf": "24", "threads": "1"}
            stream = container.add_stream("libx264", rate=RATE, options=options)
            stream.width, stream.height = edit.size
            stream.pix_fmt = "yuv420p"
            for number, picture in enumerate(self._frames(edit)):
                frame = av.VideoFrame.from_ndarray(graded(picture, edit.grade), format="rgb24")
                frame.pts, frame.time_base = number, Fraction(1, RATE)
                container.mux(stream.encode(frame))
            container.mux(stream.encode(None))

    def _frames(self, edit: Edit) -> Iterator[Picture]:
        rng = np.random.default_rng(list(edit.name.encode()))
        for number, length in enumerate(shot_lengths(edit, rng)):
            source = edit.pictures[number % len(edit.pictures)]
            shot = self._shot(source, edit, length / RATE, rng)
            for at in range(length):
                yield shot(at / RATE)

    def _shot(self, source: str | Clip, edit: Edit, length_s: float, rng: Generator) -> Shot:
        if isinstance(source, str):
            camera = replace(edit.camera, zoom=edit.camera.zoom * rng.choice([-1.0, 1.0]))
            return filmed(self._photo(source, SPARE * max(edit.size)), camera, edit.size, length_s, rng)
        key = source, edit.size
        if key not in self._spans:
            path = self._pictures.path(source.name)
            self._spans[key] = footage(path, source.start_s, source.end_s, edit.size)
        pictures = self._spans[key]
        free_s = max(0.0, len(pictures) / FOOTAGE_RATE - length_s * edit.pace)
        return played(pictures, float(rng.uniform(0, free_s)) if free_s else 0.0, edit.pace)

    def _photo(self, name: str, longest: int) -> Image.Image:
        key = name, longest
        if key not in self._photos:
            front, _, back = name.partition("|")
            backdrop = self._pictures.path(back) if back else None
            self._photos[key] = load_photo(self._pictures.path(front), longest, backdrop)
        return self._photos[key]


def shot_lengths(edit: Edit, rng: Generator) -> list[int]:
    """Frames of each shot; they add up to the video's."""
    total = round(edit.seconds * RATE)
    if not np.isfinite(edit.shot_s):
        edges = np.linspace(0, total, len(edit.pictures) + 1).round().astype(int)
        return [int(length) for length in np.diff(edges)]
    lengths: list[int] = []
    while (left := total - sum(lengths)) > 0:
        wanted = max(4, round(edit.shot_s * RATE * rng.uniform(0.6, 1.4)))
        lengths.append(left if left < wanted * 1.5 else wanted)
    return lengths


def graded(picture: Picture, grade: Grade) -> Picture:
    """A picture with a grade: (h, w, 3) to the same."""
    if grade == Grade():
        return np.ascontiguousarray(picture)
    levels = (np.arange(256) / 255) ** grade.gamma * grade.gain
    image = Image.fromarray((np.clip(levels, 0, 1) * 255 + 0.5).astype(np.uint8)[picture])
    return np.asarray(ImageEnhance.Color(image).enhance(grade.saturation))
