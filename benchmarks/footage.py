"""Edited footage with known cuts, made of real photographs and of shots of the clips beside the project."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import cast

import av
import numpy as np
import skimage
import sklearn.datasets
from numpy.random import Generator
from numpy.typing import NDArray
from PIL import Image

WIDTH, HEIGHT = 320, 180
Picture = NDArray[np.uint8]
Shot = Callable[[float], Picture]
"""Seconds into the shot -> (HEIGHT, WIDTH, 3)."""

PHOTOS = {
    "develop": ("astronaut.png", "coffee.png", "rocket.jpg", "motorcycle_left.png", "hubble_deep_field.jpg",
                "brick.png", "coins.png", "china.jpg", "color.png"),
    "judge": ("chelsea.png", "ihc.png", "retina.jpg", "camera.png", "gravel.png", "grass.png", "page.png",
              "flower.jpg", "moon.png"),
}  # fmt: skip

REAL_SHOTS = {
    "develop": ("big_buck_bunny_30s.webm", ((2.0, 11.7), (11.8, 15.6), (15.7, 22.9), (23.0, 29.9))),
    "judge": ("sintel_trailer_720p.mp4", ((5.6, 8.8), (12.5, 13.87), (13.95, 15.0), (22.6, 23.74), (23.8,
    25.83),
                                          (25.92, 27.37), (27.42, 27.95), (29.0, 31.6), (32.6, 40.0))),
}  # fmt: skip

REAL_CUTS_S = {
    "big_buck_bunny_30s.webm": (11.795, 15.670, 22.961),
    "sintel_trailer_720p.mp4": (13.917, 16.5, 16.833, 17.042, 17.5, 23.792, 25.875, 27.417, 28.0),
}
"""Found by looking at every frame."""
REAL_DOUBTFUL_S = {
    "big_buck_bunny_30s.webm": (),
    "sintel_trailer_720p.mp4": (5.125, 9.333, 47.5, 48.458, 50.833),
}
"""The end of a fade to white and titles that pop up on black: neither right nor wrong."""


@dataclass(frozen=True)
class Edit:
    """A made clip: `pictures` at `rate`, hard cuts at `cuts_s`."""

    name: str
    rate: int
    pictures: list[Picture] = field(repr=False)
    cuts_s: tuple[float, ...] = ()


def edits(split: str, media: Path, count: int, seed: int) -> Iterator[Edit]:
    """`count` edits of photographs and real shots of `split`, each of another kind of difficulty."""
    rng = np.random.default_rng(seed)
    photos = [_photo(name) for name in PHOTOS[split]]
    real = list(_real_shots(media, split))
    kinds = ("plain", "fast", "flashes", "dissolves", "flicker", "whip", "occluded", "short")
    for number in range(count):
        kind = kinds[number % len(kinds)]
        rate = (24, 25, 30, 50, 60)[number % 5]
        yield _edit(f"{kind}_{number}", kind, rate, photos, real, rng)


def write(edit: Edit, path: Path, codec: str, options: dict[str, str]) -> None:
    """Encode an edit."""
    with av.open(path, "w") as container:
        stream = cast("av.VideoStream", container.add_stream(codec, rate=edit.rate, options=options))
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        for number, picture in enumerate(edit.pictures):
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
            frame.pts, frame.time_base = number, Fraction(1, edit.rate)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def _edit(
    name: str, kind: str, rate: int, photos: list[Picture], real: list[list[Picture]], rng: Generator
) -> Edit:
    pictures: list[Picture] = []
    cuts: list[float] = []
    last = -1
    while len(pictures) < 20 * rate:
        longest = 0.9 if kind == "short" else 4.0
        length = int(rng.uniform(0.35 if kind == "short" else 0.8, longest) * rate)
        choice = _other(rng, len(photos) + 2, last)
        last = choice
        if choice < len(photos):
            shot = _pan(photos[choice], kind, rng, length / rate)
        else:
            frames = real[rng.integers(len(real))]
            length = min(length, int(len(frames) / 24 * rate) - 1)
            shot = _segment(frames, rng, length / rate)
        new = [shot(n / rate) for n in range(length)]
        new = _spoil(new, kind, rate, rng)
        if pictures and kind == "dissolves" and rng.random() < 0.6:
            pictures = _join_softly(pictures, new, rate, rng)
        else:
            if pictures:
                cuts.append(len(pictures) / rate)
            pictures.extend(new)
    return Edit(name, rate, pictures, tuple(cuts))


def _other(rng: Generator, count: int, last: int) -> int:
    while True:
        choice = int(rng.integers(count))
        if choice != last:
            return choice


def _pan(photo: Picture, kind: str, rng: Generator, length_s: float) -> Shot:
    image = Image.fromarray(photo)
    speed = {"fast": 0.5, "whip": 0.25, "plain": 0.06}.get(kind, 0.12)
    centre = rng.uniform(0.35, 0.65, 2)
    direction = rng.normal(size=2)
    direction *= speed / np.linalg.norm(direction)
    zoom0, zoom_rate = rng.uniform(0.35, 0.7), rng.uniform(-0.25, 0.25) * speed * 4
    shake = rng.normal(scale=0.004 if kind in {"fast", "occluded"} else 0.001, size=(2000, 2))
    whip_at = rng.uniform(0.2, 0.8) * length_s
    tone = rng.uniform(0.75, 1.1)
    sprite = Image.fromarray(rng.integers(0, 255, (4, 4, 3), dtype=np.uint8)).resize((90, 130))
    sprite_x0, sprite_speed = rng.uniform(-100, 300), rng.uniform(-350, 350)

    def picture(time_s: float) -> Picture:
        travelled = time_s
        if kind == "whip":
            travelled += 2.2 / (1 + np.exp(-(time_s - whip_at) * 18))
        x, y = centre + direction * travelled + shake[int(time_s * 60) % 2000]
        zoom = float(np.clip(zoom0 + zoom_rate * time_s, 0.2, 0.95))
        width = min(image.width, image.height * WIDTH / HEIGHT) * zoom
        height = width * HEIGHT / WIDTH
        left = _bounce(x * image.width - width / 2, image.width - width)
        top = _bounce(y * image.height - height / 2, image.height - height)
        box = (left, top, left + width, top + height)
        shown = image.resize((WIDTH, HEIGHT), Image.Resampling.BILINEAR, box)
        if kind == "occluded":
            shown.paste(sprite, (int(sprite_x0 + sprite_speed * time_s), 40))
        return np.clip(np.asarray(shown) * tone, 0, 255).astype(np.uint8)

    return picture


def _bounce(position: float, limit: float) -> float:
    return abs((position + limit) % (2 * limit) - limit) if limit > 0 else 0.0


def _segment(frames: list[Picture], rng: Generator, length_s: float) -> Shot:
    first = rng.integers(max(1, len(frames) - int(length_s * 24)))
    return lambda time_s: frames[min(int(first + time_s * 24), len(frames) - 1)]


def _spoil(pictures: list[Picture], kind: str, rate: int, rng: Generator) -> list[Picture]:
    if kind == "flicker":
        gains = 1 + rng.normal(scale=0.05, size=len(pictures))
        grain = rng.normal(scale=5, size=(3, HEIGHT, WIDTH, 1))
        return [
            np.clip(p * gain + grain[n % 3], 0, 255).astype(np.uint8)
            for n, (p, gain) in enumerate(zip(pictures, gains, strict=True))
        ]
    if kind == "flashes" and len(pictures) > rate // 2:
        pictures = list(pictures)
        for at in rng.integers(rate // 5, len(pictures) - rate // 5, size=rng.integers(1, 4)):
            strength = rng.uniform(0.4, 1.0)
            for step in range(int(rng.integers(1, max(2, rate // 12) + 1))):
                white = strength * (0.75**step)
                blended = pictures[at + step] * (1 - white) + 255 * white
                pictures[at + step] = blended.astype(np.uint8)
    return pictures


def _join_softly(before: list[Picture], after: list[Picture], rate: int, rng: Generator) -> list[Picture]:
    overlap = min(int(rng.uniform(0.4, 0.75) * rate), len(after) - 2, len(before) - 2)
    steps = (np.arange(overlap) + 1) / (overlap + 1)
    through_black = rng.random() < 0.4
    mixed = []
    for old, new, step in zip(before[-overlap:], after[:overlap], steps, strict=True):
        if through_black:
            picture = old * max(0.0, 1 - 2 * step) + new * max(0.0, 2 * step - 1)
        else:
            picture = old * (1 - step) + new * step
        mixed.append(picture.astype(np.uint8))
    return before[:-overlap] + mixed + after[overlap:]


def _photo(name: str) -> Picture:
    folder = Path(skimage.__file__).parent / "data"
    if not (folder / name).exists():
        folder = Path(sklearn.datasets.__file__).parent / "images"
    return np.asarray(Image.open(folder / name).convert("RGB"))


def _real_shots(media: Path, split: str) -> Iterator[list[Picture]]:
    name, spans = REAL_SHOTS[split]
    with av.open(media / name) as container:
        frames = [
            (f.time, np.asarray(f.to_ndarray(format="rgb24", width=WIDTH, height=HEIGHT), np.uint8))
            for f in container.decode(video=0)
        ]
    for start, end in spans:
        yield [picture for time, picture in frames if start <= time < end]
