"""First mood: a slow dawn over hills, then a tree in the mist."""

from collections.abc import Iterator

import numpy as np

from tivm_desktop.demo.canvas import (
    Canvas,
    Colour,
    Floats,
    Picture,
    between,
    cover,
    cover_disc,
    disc,
    faded,
    put,
    ridge,
    rows,
    shine,
    smooth,
    texture,
)

_EVERY, _HELD = 15, 2
"""Pictures from one drawing to the next, and pictures alike: the dawn is slow."""
_CLOUDS_END = 0.6
"""Below it there are none, in heights."""
_NIGHT: tuple[Colour, ...] = ((34, 50, 100), (96, 84, 140), (214, 142, 132))
_DAY: tuple[Colour, ...] = ((84, 122, 176), (222, 164, 152), (255, 222, 168))
_BIRDS = ((0.15, 0.24, 0.0), (0.21, 0.21, 1.1), (0.25, 0.26, 2.0), (0.31, 0.23, 3.2), (0.12, 0.19, 4.1))


def hills(canvas: Canvas, count: int) -> Iterator[Picture]:
    """Yield pictures of the sun coming up behind five lines of hills."""
    clouds = texture(canvas, 0.5, 0.05, 3)

    def drawn(part: float) -> Floats:
        return landscape(canvas, clouds, 0.3 + 0.6 * part, 0.05 * part)

    return faded(drawn, count, _EVERY, _HELD)


def tree(canvas: Canvas, count: int) -> Iterator[Picture]:
    """Yield pictures of a tree on a hill, with birds."""
    clouds = texture(canvas, 0.6, 0.05, 5)
    mist = texture(canvas, 0.9, 0.12, 6)
    crown = _crown(canvas)

    def drawn(part: float) -> Floats:
        picture = _sky(canvas, clouds, 0.8 + 0.2 * part, (0.42, 0.52 - 0.03 * part), 0.12)
        for number, (base, pale) in enumerate(((0.62, 0.75), (0.7, 0.5))):
            line = base - 0.03 * ridge(canvas.across() + 3 + 0.02 * part * number, 21 + number)
            _hill(canvas, picture, line, between((70, 60, 92), (246, 202, 170), pale), (250, 206, 172))
        veil = np.clip(0.35 + 0.22 * np.roll(mist, int(40 * part), 1), 0, 0.8)
        cover(picture, (252, 214, 178), veil * smooth(0.45, 0.75, canvas.down()))
        line = 0.86 - 0.1 * np.exp(-(((canvas.across().ravel() - 1.2) / 0.5) ** 2))
        cover(picture, (34, 30, 46), np.maximum(crown, smooth(-0.002, 0.002, canvas.down() - line)))
        return picture

    for number, picture in enumerate(faded(drawn, count, _EVERY, _HELD)):
        seconds = number / 30
        for across, down, turn in _BIRDS:
            _bird(canvas, picture, (across + 0.09 * seconds, down - 0.012 * seconds), 9 * seconds + turn)
        yield picture


def landscape(canvas: Canvas, clouds: Floats, light: float, moved: float) -> Floats:
    """Return hills under a sky that is as far on its way from night to day as `light` (0..1) says.

    Args:
        canvas: its size.
        clouds: (H, W) noise.
        light: 0..1.
        moved: how far the nearest hill has moved to the left, in heights.
    """
    picture = _sky(canvas, clouds, light, (1.1, 0.44 - 0.16 * light), 0.05)
    haze = between((150, 84, 100), (255, 214, 172), light)
    for number in range(5):
        near = number / 4
        line = (
            0.56
            + 0.085 * number
            - (0.05 + 0.012 * number)
            * ridge(canvas.across() * (1.5 - 0.7 * near) + 5 * number + moved * (0.2 + near), 11 + number)
        )
        dark = between((44, 36, 70), (66, 74, 104), light)
        _hill(canvas, picture, line, between(haze, dark, 0.25 + 0.68 * near), haze)
    return picture


def _sky(canvas: Canvas, clouds: Floats, light: float, sun: tuple[float, float], size: float) -> Floats:
    top, middle, low = (between(a, b, light) for a, b in zip(_NIGHT, _DAY, strict=True))
    sky = rows(canvas.down(), ((0.0, top), (0.38, middle), (0.66, low)))
    picture = np.repeat(sky, canvas.width, axis=1)
    high = canvas.down() < _CLOUDS_END
    upper = picture[: int(high.sum())]
    streaks = (
        np.clip(clouds - 0.35, 0, 1)[: len(upper)] * smooth(_CLOUDS_END, 0.2, canvas.down())[: len(upper)]
    )
    cover(upper, between((120, 78, 110), (255, 206, 186), light), np.float32(0.5) * streaks)
    red, green, blue = between((120, 50, 20), (74, 52, 24), light)
    shine(canvas, picture, sun, 0.34, (0.7 * red, 0.7 * green, 0.7 * blue))
    shine(canvas, picture, sun, size * 2.2, (44, 36, 22))
    cover_disc(canvas, picture, sun, size, 0.004, (255, 250, 232))
    return picture


def _hill(canvas: Canvas, picture: Floats, line: Floats, colour: Colour, haze: Colour) -> None:
    """Paint all that lies below a line, paler towards its foot."""
    first = max(int((float(line.min()) - 0.01) * canvas.height), 0)
    below = canvas.down()[first:] - line[None, :]
    part = picture[first:]
    edge = np.clip(below * canvas.height + 0.5, 0, 1)
    foot = np.clip(below / 0.3, 0, 1) * np.float32(0.55)
    first_colour, last_colour = np.asarray(colour, np.float32), np.asarray(haze, np.float32)
    cover(part, first_colour + (last_colour - first_colour) * foot[..., None], edge)


def _crown(canvas: Canvas) -> Floats:
    """Return (H, W): trunk, boughs and leaves of a tree."""
    dice = np.random.default_rng(44)
    made = np.zeros((canvas.height, canvas.width), np.float32)
    down = canvas.down()
    lean = 1.2 + 0.012 * np.sin((down - 0.5) * 9)
    trunk = 0.011 + 0.024 * np.clip((down - 0.6) / 0.2, 0, 1) ** 2
    np.maximum(
        made,
        smooth(0.003, -0.003, np.abs(canvas.across() - lean) - trunk) * smooth(0.44, 0.46, down),
        out=made,
    )
    reach = int(0.05 * canvas.height) + 1
    patch = Canvas(2 * reach, 2 * reach)
    for _ in range(330):
        turn, far = dice.uniform(0, 2 * np.pi), dice.uniform(0, 1) ** 0.55
        wide = 0.2 + 0.03 * np.sin(3 * turn + 1)
        left = round((1.2 + wide * far * np.cos(turn)) * canvas.height) - reach
        top = round((0.44 + 0.145 * far * np.sin(turn)) * canvas.height) - reach
        size = float(dice.uniform(0.008, 0.03)) * canvas.height / patch.height
        part = made[top : top + 2 * reach, left : left + 2 * reach]
        np.maximum(part, disc(patch, (0.5, 0.5), size, 0.0015 * canvas.height / patch.height), out=part)
    return made


def _bird(canvas: Canvas, picture: Picture, at: tuple[float, float], turn: float) -> None:
    """Paint two wings."""
    size = max(int(0.03 * canvas.height), 3)
    x = np.linspace(-1, 1, 2 * size, dtype=np.float32)[None, :]
    y = np.linspace(-1, 1, 2 * size, dtype=np.float32)[:, None]
    wing = np.float32(0.5 + 0.75 * np.sin(turn)) * (np.abs(x) - 1.2 * x * x)
    amount = 0.85 * smooth(0.2, 0.08, np.abs(y + wing)) * smooth(0.85, 0.7, np.abs(x))
    left, top = (round(place * canvas.height) - size for place in at)
    put(picture, np.full((*amount.shape, 3), 48, np.float32), amount, left, top)
