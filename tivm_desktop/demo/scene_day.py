"""Third mood: a bright, warm day: balloons over fields, sails on a glittering sea, balloons near by."""

from collections.abc import Iterator

import numpy as np

from tivm_desktop.demo.canvas import (
    Canvas,
    Colour,
    Floats,
    Picture,
    cover,
    cover_disc,
    faded,
    put,
    ridge,
    rows,
    shine,
    shown,
    smooth,
    texture,
)

_STRIPES: tuple[tuple[Colour, Colour], ...] = (
    ((232, 74, 56), (255, 214, 92)),
    ((255, 168, 46), (255, 246, 220)),
    ((36, 150, 168), (255, 226, 130)),
    ((214, 62, 108), (255, 190, 150)),
    ((120, 178, 74), (255, 240, 170)),
)
_FAR = (
    (0.3, 0.52, 0.075, 0),
    (0.62, 0.4, 0.1, 1),
    (1.02, 0.5, 0.07, 2),
    (1.35, 0.33, 0.12, 3),
    (1.62, 0.55, 0.06, 4),
)
_NEAR = (
    (0.28, 0.66, 0.17, 1),
    (0.78, 0.44, 0.26, 0),
    (1.42, 0.6, 0.2, 2),
    (1.12, 0.24, 0.08, 3),
    (0.1, 0.2, 0.07, 4),
)
_PETALS = 90


def fields(canvas: Canvas, count: int) -> Iterator[Picture]:
    """Yield balloons that rise over fields in the sun."""
    yield from _with_balloons(canvas, count, _FAR, 0.075, petals=False)


def party(canvas: Canvas, count: int) -> Iterator[Picture]:
    """Yield balloons near by, and petals in the air."""
    yield from _with_balloons(canvas, count, _NEAR, 0.1, petals=True)


def sea(canvas: Canvas, count: int) -> Iterator[Picture]:
    """Yield sails on a sea that glitters in the sun."""
    clouds = texture(canvas, 0.5, 0.12, 61)
    ground = _sky(canvas, clouds, (1.25, 0.2))
    horizon = 0.5
    water = rows(canvas.down(), ((0.5, (255, 224, 160)), (0.62, (96, 190, 190)), (1.0, (24, 128, 158))))
    cover(
        ground,
        np.repeat(water, canvas.width, axis=1),
        np.repeat(smooth(0.499, 0.501, canvas.down()), canvas.width, axis=1),
    )
    base = shown(ground)
    waves = [texture(canvas, 0.05, 0.012, 70 + number) for number in range(2)]
    under = smooth(0.5, 0.54, canvas.down())
    path = np.exp(-(((canvas.across() - 1.25) / (0.1 + 0.5 * np.clip(canvas.down() - horizon, 0, 1))) ** 2))
    sparkle = np.asarray((255, 244, 206), np.float32)
    first = int(horizon * canvas.height)
    glittering = base
    for number in range(count):
        if number % 2 == 0:
            moved = np.roll(waves[0], 2 * number, 1)[first:] + np.roll(waves[1], -3 * number, 1)[first:]
            amount = 0.16 * smooth(0.6, 2.0, moved) + path[first:] * smooth(0.9, 1.5, moved)
            amount = np.minimum(amount * under[first:], 1)[..., None]
            glittering = base.copy()
            part = glittering[first:]
            part[:] = (part + (sparkle - part) * amount).astype(np.uint8)
        picture = glittering.copy()
        for x, y, size, speed in (
            (0.35, 0.56, 0.16, 0.05),
            (0.8, 0.53, 0.09, 0.035),
            (1.55, 0.66, 0.26, -0.07),
        ):
            _sail(canvas, picture, (x + speed * number / 30, y + 0.004 * np.sin(number / 9 + x * 9)), size)
        yield picture


def _with_balloons(
    canvas: Canvas,
    count: int,
    balloons: tuple[tuple[float, float, float, int], ...],
    rise: float,
    *,
    petals: bool,
) -> Iterator[Picture]:
    clouds = texture(canvas, 0.55, 0.14, 51)
    sprites = [_balloon(max(int(size * canvas.height), 4), *_STRIPES[kind]) for _, _, size, kind in balloons]
    order = sorted(range(len(balloons)), key=lambda number: balloons[number][2])

    def drawn(part: float) -> Floats:
        return _meadow(canvas, np.roll(clouds, int(12 * part), 1), 0.06 * part)

    dice = np.random.default_rng(8)
    leaves = np.asarray(
        dice.uniform((0, -1.2, 0.2, 0), (canvas.right, 1, 0.6, 6.28), (_PETALS, 4)), np.float32
    )
    for number, picture in enumerate(faded(drawn, count, 30, 3)):
        seconds = number / 30
        for which in order:
            x, y, size, _ = balloons[which]
            colours, amount = sprites[which]
            up = y - rise * (0.6 + 3 * size) * seconds
            aside = x + 0.02 * np.sin(seconds + which) + 0.02 * seconds
            put(
                picture,
                colours,
                amount,
                int((aside - size) * canvas.height),
                int((up - size) * canvas.height),
            )
        if petals:
            _strew(canvas, picture, leaves, seconds)
        yield picture


def _sky(canvas: Canvas, clouds: Floats, sun: tuple[float, float]) -> Floats:
    sky = rows(canvas.down(), ((0.0, (92, 184, 236)), (0.35, (176, 222, 236)), (0.6, (255, 236, 190))))
    picture = np.repeat(sky, canvas.width, axis=1)
    upper = picture[: canvas.height // 2]
    puffs = smooth(0.5, 1.7, clouds[: len(upper)]) * smooth(0.5, 0.25, canvas.down()[: len(upper)])
    cover(upper, (255, 252, 244), np.float32(0.85) * puffs)
    shine(canvas, picture, sun, 0.4, (90, 66, 10))
    cover_disc(canvas, picture, sun, 0.06, 0.012, (255, 250, 220))
    return picture


def _meadow(canvas: Canvas, clouds: Floats, moved: float) -> Floats:
    picture = _sky(canvas, clouds, (1.45, 0.16))
    across, down = canvas.across(), canvas.down()
    colours: tuple[tuple[Colour, Colour], ...] = (
        ((170, 206, 150), (190, 214, 140)),
        ((222, 206, 104), (240, 218, 110)),
        ((148, 190, 78), (168, 204, 84)),
        ((246, 196, 64), (255, 214, 90)),
    )
    for number, (first, second) in enumerate(colours):
        line = (
            0.62
            + 0.085 * number
            - 0.028
            * ridge(across * (1.1 - 0.15 * number) + 4 * number + moved * (number + 1) / 4, 81 + number)
        )
        top = max(int((float(line.min()) - 0.01) * canvas.height), 0)
        below = down[top:] - line[None, :]
        narrow = 0.05 + 0.02 * number + 0.6 * np.clip(below, 0, 1)
        rows_across = 0.5 + 0.5 * np.sin((across - 0.9) / narrow * 6 + 40 * number * below)
        near, far = np.asarray(first, np.float32), np.asarray(second, np.float32)
        strip = near + (far - near) * rows_across.astype(np.float32)[..., None]
        cover(picture[top:], strip, np.clip(below * canvas.height + 0.5, 0, 1))
    return picture


def _balloon(size: int, first: Colour, second: Colour) -> tuple[Floats, Floats]:
    """Return colours (h, w, 3) and cover (h, w) of a balloon of radius `size` pixels with its basket."""
    fine = 2 * size
    y, x = (np.mgrid[0 : int(1.45 * size) * 4, 0 : 2 * fine].astype(np.float32) + 0.5) / fine - 1
    waist = np.where(
        y < 0.15,
        np.sqrt(np.clip(1 - (y / 1.0) ** 2, 0, 1)),
        np.clip(0.99 - 0.83 * np.maximum((y - 0.15) / 0.98, 0) ** 1.25, 0, 1),
    )
    inside = np.clip((waist - np.abs(x)) * fine + 0.5, 0, 1) * (y < 1.12)
    turn = np.arcsin(np.clip(x / np.maximum(waist, 1e-3), -1, 1))
    stripe = (np.floor((turn / np.pi + 0.5) * 8) % 2).astype(np.float32)
    colours = np.where(stripe[..., None] > 0, np.asarray(first, np.float32), np.asarray(second, np.float32))
    shade = 1.05 - 0.28 * np.clip(0.5 - 0.5 * np.sin(turn + 0.4), 0, 1) - 0.12 * np.clip(y, 0, 1)
    colours = np.clip(colours * shade[..., None], 0, 255)
    basket = (np.abs(x) < 0.15) & (y > 1.42) & (y < 1.66)
    ropes = (np.abs(np.abs(x) - 0.13) < max(0.012, 0.5 / size)) & (y >= 1.1) & (y <= 1.45)
    colours[basket] = (126, 82, 44)
    colours[ropes] = (110, 86, 60)
    amount = np.maximum(inside, (basket | ropes).astype(np.float32))
    height, width = colours.shape[0] // 2, size * 2
    return (
        colours.reshape(height, 2, width, 2, 3).mean(axis=(1, 3), dtype=np.float32),
        amount.reshape(height, 2, width, 2).mean(axis=(1, 3), dtype=np.float32),
    )


def _sail(canvas: Canvas, picture: Picture, at: tuple[float, float], size: float) -> None:
    """Paint a boat whose waterline is at a place."""
    pixels = max(int(size * canvas.height), 6)
    y, x = np.mgrid[0:pixels, 0:pixels].astype(np.float32) / pixels
    main = (x > 0.46) & (x < 0.46 + 0.42 * y) & (y < 0.84)
    front = (x < 0.43) & (x > 0.43 - 0.36 * (y - 0.12)) & (y < 0.84) & (y > 0.12)
    hull = (y > 0.87) & (y < 1.0) & (np.abs(x - 0.5) < 0.44 - 0.9 * (y - 0.87))
    colours = np.full((pixels, pixels, 3), 252, np.float32)
    colours[front] = (255, 232, 190)
    colours[hull] = (196, 64, 48)
    amount = (main | front | hull).astype(np.float32)
    put(
        picture,
        colours,
        amount,
        int(at[0] * canvas.height) - pixels // 2,
        int(at[1] * canvas.height) - pixels,
    )


def _strew(canvas: Canvas, picture: Picture, leaves: Floats, seconds: float) -> None:
    """Paint petals that fall and turn."""
    for number, (x, y, speed, turn) in enumerate(leaves):
        size = max(int((0.007 + 0.006 * speed) * canvas.height), 1)
        colour = _STRIPES[number % 5][number // 5 % 2]
        left = int(
            ((x + 0.05 * np.sin(2.2 * seconds + turn) + 0.08 * seconds) % canvas.right) * canvas.height
        )
        top = int((y + speed * seconds) * canvas.height)
        tall = max(int(size * abs(np.sin(4 * seconds * speed * 2 + turn))), 1)
        if 0 <= top < canvas.height - tall:
            picture[top : top + tall, left : left + size] = colour
