"""Drawing with arrays: grids, soft edges, gradients, textures, sprites.

A picture is (H, W, 3) float32 of 0..255 while it is drawn, uint8 when it is shown. Lengths are in parts of
the picture's height, so that every size shows the same.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Picture = NDArray[np.uint8]
"""(H, W, 3) RGB."""
Colour = tuple[float, float, float]

RATE = 30
"""Pictures a second."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """The size of what is drawn, in pixels."""

    width: int
    height: int

    def across(self) -> Floats:
        """Return (1, W): how far right of the left edge each column lies, in heights."""
        return (np.arange(self.width, dtype=np.float32)[None, :] + np.float32(0.5)) / np.float32(self.height)

    def down(self) -> Floats:
        """Return (H, 1): how far below the upper edge each row lies, in heights."""
        return (np.arange(self.height, dtype=np.float32)[:, None] + np.float32(0.5)) / np.float32(self.height)

    @property
    def right(self) -> float:
        """The right edge, in heights."""
        return self.width / self.height


def shown(drawn: Floats) -> Picture:
    """Return a drawn picture as it is shown, with a grain that keeps slow gradients from banding."""
    grain = _grain(drawn.shape[0], drawn.shape[1])
    return np.asarray(np.clip(drawn + grain, 0, 255), np.uint8)


def rows(down: Floats, stops: Sequence[tuple[float, Colour]]) -> Floats:
    """Return (H, 1, 3): a gradient from top to bottom through (place, colour) stops."""
    places = [place for place, _ in stops]
    bands = [np.interp(down[:, 0], places, [colour[band] for _, colour in stops]) for band in range(3)]
    return np.stack(bands, axis=-1).astype(np.float32)[:, None, :]


def between(first: Colour, second: Colour, part: float) -> Colour:
    """Return the colour a part (0..1) of the way from one to the other."""
    red, green, blue = (a + (b - a) * part for a, b in zip(first, second, strict=True))
    return red, green, blue


def smooth(low: float, high: float, values: Floats) -> Floats:
    """Return 0 below `low`, 1 above `high`, and a soft step between; the other way round for low > high."""
    part = np.clip((values - np.float32(low)) / np.float32(high - low), 0, 1)
    return np.asarray(part * part * (3 - 2 * part), np.float32)


def cover(drawn: Floats, colour: Floats | Colour, amount: Floats) -> None:
    """Paint a colour over a drawn picture, as much as `amount` (H, W) of 0..1 says."""
    drawn += (np.asarray(colour, np.float32) - drawn) * amount[..., None]


def ridge(across: Floats, seed: int, roughness: float = 1.0) -> Floats:
    """Return (W,) the line of hills, about -1..1, at places that may lie anywhere."""
    dice = np.random.default_rng(seed)
    line = np.zeros(across.shape[-1], np.float32)
    for number in range(1, 8):
        turn, strength = dice.uniform(0, 6.28), dice.uniform(0.6, 1.0) / number ** (1.55 / roughness)
        line += np.float32(strength) * np.sin(across.ravel() * number * np.float32(1.7) + np.float32(turn))
    return line


def texture(canvas: Canvas, wide: float, tall: float, seed: int) -> Floats:
    """Return (H, W) smooth noise of about unit deviation, its spots `wide` x `tall` heights."""
    spectrum = np.fft.rfft2(np.random.default_rng(seed).standard_normal((canvas.height, canvas.width)))
    up = np.fft.fftfreq(canvas.height)[:, None] * canvas.height * tall
    along = np.fft.rfftfreq(canvas.width)[None, :] * canvas.height * wide
    spots = np.fft.irfft2(spectrum / (1 + (up**2 + along**2) * 4) ** 1.4, s=(canvas.height, canvas.width))
    return np.asarray(spots / spots.std(), np.float32)


def shine(canvas: Canvas, drawn: Floats, at: tuple[float, float], size: float, colour: Colour) -> None:
    """Add a soft light around a place (across, down), as far as it can be seen."""
    y, x = _around(canvas, at, 3.2 * size)
    left = np.exp(-(((canvas.across()[:, x] - at[0]) / size) ** 2) / 2)
    top = np.exp(-(((canvas.down()[y] - at[1]) / size) ** 2) / 2)
    drawn[y, x] += (top * left)[..., None] * np.asarray(colour, np.float32)


def cover_disc(
    canvas: Canvas, drawn: Floats, at: tuple[float, float], size: float, soft: float, colour: Colour
) -> None:
    """Paint a disc of radius `size` with a soft edge."""
    y, x = _around(canvas, at, size + 2 * soft)
    far = np.hypot(canvas.across()[:, x] - np.float32(at[0]), canvas.down()[y] - np.float32(at[1]))
    cover(drawn[y, x], colour, smooth(size + soft, size - soft, far))


def disc(canvas: Canvas, at: tuple[float, float], size: float, soft: float = 0.004) -> Floats:
    """Return (H, W) of 0..1: a disc of radius `size` with a soft edge."""
    far = np.hypot(canvas.across() - np.float32(at[0]), canvas.down() - np.float32(at[1]))
    return smooth(size + soft, size - soft, far)


def faded(keys: Callable[[float], Floats], count: int, every: int, held: int) -> Iterator[Picture]:
    """Yield `count` pictures of something slow, each its own: some are drawn, those between are faded.

    Args:
        keys: draws the picture at a part (0..1) of the time.
        count: pictures wanted.
        every: a drawing each so many pictures.
        held: so many pictures in a row are the same.
    """
    last = max(count - 1, 1)
    before = shown(keys(0.0))
    for start in range(0, count, every):
        after = shown(keys(min((start + every) / last, 1.0)))
        mixed = before
        for step in range(min(every, count - start)):
            if step % held == 0:
                mixed = _mixed(before, after, step * 256 // every)
            yield mixed.copy()
        before = after


def put(picture: Picture, colours: Floats, amount: Floats, left: int, top: int) -> None:
    """Paint a sprite (h, w, 3) over a shown picture where `amount` (h, w) of 0..1 says; it may stick out."""
    y, x, part = _inside(picture, amount.shape, left, top)
    if part is None:
        return
    under = picture[y, x]
    alpha = amount[part][..., None]
    under[:] = (under + (colours[part] - under) * alpha).astype(np.uint8)


def light(picture: Picture, sprite: Picture, left: int, top: int) -> None:
    """Add the light of a sprite (h, w, 3) to a shown picture; it may stick out."""
    y, x, part = _inside(picture, sprite.shape[:2], left, top)
    if part is None:
        return
    under = picture[y, x]
    under += np.minimum(sprite[part], 255 - under)


def _around(canvas: Canvas, at: tuple[float, float], reach: float) -> tuple[slice, slice]:
    """Return the rows and columns that lie no further than `reach` heights from a place."""
    left, right = ((at[0] + side * reach) * canvas.height for side in (-1, 1))
    top, bottom = ((at[1] + side * reach) * canvas.height for side in (-1, 1))
    return (
        slice(max(int(top), 0), max(int(bottom) + 1, 0)),
        slice(max(int(left), 0), max(int(right) + 1, 0)),
    )


def _mixed(first: Picture, second: Picture, part: int) -> Picture:
    """Return `part` 256ths of the second on the first."""
    if part == 0:
        return first
    mixed = first.astype(np.uint16)
    mixed *= np.uint16(256 - part)
    mixed += second * np.uint16(part)
    mixed >>= 8
    return mixed.astype(np.uint8)


def _inside(
    picture: Picture, size: tuple[int, ...], left: int, top: int
) -> tuple[slice, slice, tuple[slice, slice] | None]:
    height, width = picture.shape[:2]
    y, x = slice(max(top, 0), min(top + size[0], height)), slice(max(left, 0), min(left + size[1], width))
    if y.start >= y.stop or x.start >= x.stop:
        return y, x, None
    return y, x, (slice(y.start - top, y.stop - top), slice(x.start - left, x.stop - left))


_GRAINS: dict[tuple[int, int], Floats] = {}


def _grain(height: int, width: int) -> Floats:
    key = (height, width)
    if key not in _GRAINS:
        _GRAINS[key] = np.random.default_rng(7).uniform(-0.9, 0.9, (height, width, 1)).astype(np.float32)
    return _GRAINS[key]
