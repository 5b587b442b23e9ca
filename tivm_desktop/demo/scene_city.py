"""Second mood: a city at night, quickly cut: houses, streams of cars, lights out of focus, a tunnel."""

from collections.abc import Iterator

import numpy as np

from tivm_desktop.demo.canvas import Canvas, Colour, Floats, Picture, light, rows, shine, shown, smooth

_WARM: tuple[Colour, ...] = ((255, 196, 110), (255, 170, 90), (255, 226, 170), (255, 120, 80))
_COOL: tuple[Colour, ...] = ((90, 200, 255), (200, 90, 255), (255, 70, 150), (120, 255, 220))


def skyline(canvas: Canvas, count: int, seed: int, speed: float) -> Iterator[Picture]:
    """Yield a ride along houses on the water; `speed` in heights a second, negative to the left."""
    travel = abs(speed) * count / 30
    wide = Canvas(canvas.width + int(travel * canvas.height) + 8, canvas.height)
    picture = _lifted(shown(_houses(wide, seed)))
    for number in range(count):
        moved = int(abs(speed) * number / 30 * canvas.height)
        start = moved if speed > 0 else wide.width - canvas.width - moved - 4
        first, second = (picture[:, start + late : start + late + canvas.width] for late in (0, 3))
        yield (first // 2 + second // 2).astype(np.uint8)


def facade(canvas: Canvas, count: int, seed: int) -> Iterator[Picture]:
    """Yield a ride up the front of a tower."""
    dice = np.random.default_rng(seed)
    step = max(canvas.height // 12, 6)
    travel = int(1.5 * canvas.height * count / 30)
    floors, columns = (canvas.height + travel) // step + 2, canvas.width // (step * 2) + 2
    lit = dice.random((floors, columns)) < 0.42
    palette = np.asarray((*_WARM[:3], *_COOL[:1], (30, 34, 60)), np.float32)
    colours = palette[dice.integers(0, 4, (floors, columns))] * dice.uniform(0.5, 1, (floors, columns, 1))
    colours = np.where(lit[..., None], colours, np.asarray((64, 50, 108)))
    pane = np.zeros((step, 2 * step, 1), np.float32)
    pane[step // 6 : -step // 5, step // 6 : -step // 6] = 1
    front = colours[:, None, :, None, :] * pane[None, :, None, :, :] + np.asarray((40, 28, 76)) * (
        1 - pane[None, :, None]
    )
    tall = front.reshape(floors * step, columns * 2 * step, 3)[:, : canvas.width].astype(np.uint8)
    side = 1 - 0.55 * np.abs(np.linspace(-1, 1, canvas.width)) ** 1.6
    tall = _lifted((tall * side[None, :, None]).astype(np.uint8))
    for number in range(count):
        top = len(tall) - canvas.height - int(travel * number / max(count, 1)) - 1
        yield tall[top : top + canvas.height].copy()


def cars(canvas: Canvas, count: int, seed: int, speed: float) -> Iterator[Picture]:
    """Yield a street towards the horizon with streams of lamps, white ones coming, red ones going."""
    dice = np.random.default_rng(seed)
    ground = _street(canvas)
    lanes = np.concatenate([dice.choice((-0.34, -0.2), 22), dice.choice((0.2, 0.34), 22)])
    depths = dice.uniform(0, 1, len(lanes))
    lamps = {
        size: tuple(_lamp(size, colour) for colour in ((255, 236, 200), (255, 40, 34))) for size in _SIZES
    }
    middle, horizon = canvas.width / 2, 0.42
    for number in range(count):
        picture = ground.copy()
        seconds = number / 30
        for lane, depth in zip(lanes, depths, strict=True):
            going = lane > 0
            for echo in range(5):
                along = (depth + (-1 if going else 1) * speed * (seconds - 0.02 * echo)) % 1.0
                near = 1 / (1.06 - along) - 0.94
                scale = near / 16
                size = _SIZES[min(int(scale * 9), len(_SIZES) - 1)]
                sprite = lamps[size][int(going)]
                wide = sprite.shape[0] * canvas.height // 1080
                for side in (-0.025, 0.025):
                    x = middle + (lane * 4 + side * 4) * scale * 1.3 * canvas.height
                    y = (horizon + 0.62 * scale) * canvas.height
                    light(picture, sprite if echo == 0 else sprite // 3, int(x) - wide, int(y) - wide)
        yield picture


def blurred(canvas: Canvas, count: int, seed: int, palette: str) -> Iterator[Picture]:
    """Yield lights out of focus that drift and blink."""
    dice = np.random.default_rng(seed)
    colours = _WARM if palette == "warm" else (*_COOL, _WARM[1])
    ground = _lifted(
        shown(
            np.repeat(
                rows(canvas.down(), ((0, (20, 16, 60)), (0.6, (84, 24, 90)), (1, (150, 44, 84)))),
                canvas.width,
                axis=1,
            )
        )
    )
    spots = []
    for _ in range(46):
        size = float(dice.uniform(0.03, 0.1))
        colour = colours[int(dice.integers(len(colours)))]
        at = dice.uniform(-0.1, canvas.right + 0.1), dice.normal(0.55, 0.22)
        spots.append(
            (
                _spot(canvas, size, colour, float(dice.uniform(0.35, 0.85))),
                at,
                dice.uniform(0.1, 0.45),
                dice.uniform(0, 6.28),
            )
        )
    for number in range(count):
        picture = ground.copy()
        seconds = number / 30
        for sprite, (x, y), drift, turn in spots:
            if np.sin(11 * seconds * drift * 3 + turn) < -0.75:
                continue
            half = sprite.shape[0] // 2
            light(
                picture,
                sprite,
                int((x + drift * seconds) * canvas.height) - half,
                int(y * canvas.height) - half,
            )
        yield picture


def tunnel(canvas: Canvas, count: int, seed: int) -> Iterator[Picture]:
    """Yield a ride through frames of light."""
    across, down = canvas.across() - canvas.right / 2, canvas.down() - 0.5
    far = np.maximum((np.abs(across) / 0.9) ** 3 + (np.abs(down) / 0.52) ** 3, 1e-7) ** (1 / 3)
    place = (np.log(far) * 600).astype(np.int32)
    dice = np.random.default_rng(seed)
    ring = np.zeros((1024, 3), np.float32)
    at = np.arange(1024)
    for number in range(8):
        colour = np.asarray(_COOL[int(dice.integers(4))])
        distance = np.abs((at - number * 128 + 512) % 1024 - 512)
        ring += (
            np.exp(-((distance / 9.0) ** 2))[:, None] * colour
            + np.exp(-distance / 30.0)[:, None] * colour * 0.35
        )
    levels = np.arange(_LEVELS)[:, None, None] / (_LEVELS - 1)
    table = np.zeros((_LEVELS, 1024, 4), np.uint8)
    table[..., :3] = np.clip(ring, 0, 160) * levels + np.asarray((56, 26, 92))
    colours = table.reshape(-1, 4).view(np.uint32).ravel()
    level = (smooth(0.02, 0.5, far) * (_LEVELS - 1)).astype(np.int32) << 10
    for number in range(count):
        index = ((place - number * 22) & 1023) | level
        yield np.ascontiguousarray(colours[index].view(np.uint8).reshape(*place.shape, 4)[..., :3])


_LEVELS = 64
"""Shades between the dark end of the tunnel and its mouth."""
_SHADES = (255 * (np.arange(256) / 255) ** 0.62).astype(np.uint8)
"""A city's night is not black: dark shades are lifted."""
_SIZES = (3, 5, 8, 12, 18, 26, 38)


def _lifted(picture: Picture) -> Picture:
    return np.asarray(_SHADES[picture])


def _lamp(size: int, colour: Colour) -> Picture:
    grid = np.hypot(*np.meshgrid(*(np.linspace(-1, 1, 2 * size, dtype=np.float32),) * 2))
    bright = np.exp(-((grid / 0.28) ** 2)) + 0.35 * np.exp(-((grid / 0.5) ** 2))
    coloured = bright[..., None] * np.asarray(colour) * smooth(1, 0.8, grid)[..., None]
    return np.asarray(np.clip(coloured, 0, 255), np.uint8)


def _spot(canvas: Canvas, size: float, colour: Colour, strength: float) -> Picture:
    pixels = max(int(size * canvas.height), 2)
    far = np.hypot(*np.meshgrid(*(np.linspace(-1.1, 1.1, 2 * pixels, dtype=np.float32),) * 2))
    bright = smooth(1.0, 0.93, far) * (0.7 + 0.3 * far**3) * strength
    return np.asarray(np.clip(bright[..., None] * np.asarray(colour), 0, 255), np.uint8)


def _street(canvas: Canvas) -> Picture:
    picture = np.repeat(
        rows(
            canvas.down(),
            (
                (0, (22, 18, 70)),
                (0.2, (96, 36, 120)),
                (0.42, (240, 110, 130)),
                (0.43, (60, 36, 66)),
                (1, (36, 30, 62)),
            ),
        ),
        canvas.width,
        axis=1,
    )
    shine(canvas, picture, (canvas.right / 2, 0.42), 0.22, (170, 90, 70))
    dice = np.random.default_rng(5)
    across, down = canvas.across(), canvas.down()
    for side in (-1, 1):
        for number in range(9):
            near = 0.12 + number**1.5 * 0.045
            inner, outer = (
                canvas.right / 2 + side * near,
                canvas.right / 2 + side * (near + 0.05 + near * 0.5),
            )
            top = 0.42 - near * float(dice.uniform(0.55, 0.95))
            box = (
                (across > min(inner, outer))
                & (across < max(inner, outer))
                & (down > top)
                & (down < 0.42 + near * 0.25)
            )
            picture[box] = (34, 24, 66)
            lit = (
                box
                & (dice.random((canvas.height // 9 + 1, canvas.width // 7 + 1)) < 0.3)
                .repeat(9, 0)
                .repeat(7, 1)[: canvas.height, : canvas.width]
            )
            lit &= (np.arange(canvas.height)[:, None] % 9 < 5) & (np.arange(canvas.width)[None, :] % 7 < 4)
            picture[lit] = np.asarray(_WARM[number % 3]) * 0.62
    return _lifted(shown(picture))


def _houses(canvas: Canvas, seed: int) -> Floats:
    """Draw houses in three rows over water that mirrors them."""
    dice = np.random.default_rng(seed)
    horizon = int(0.7 * canvas.height)
    sky = rows(
        canvas.down(),
        ((0, (14, 16, 58)), (0.3, (74, 34, 120)), (0.52, (216, 74, 132)), (0.68, (255, 164, 110))),
    )
    picture = np.repeat(sky, canvas.width, axis=1)
    for row, shade in enumerate(((112, 50, 112), (58, 32, 84), (20, 18, 44))):
        x = -20
        while x < canvas.width:
            wide = int(dice.uniform(0.07, 0.16) * canvas.height)
            top = horizon - int(
                ((0.1, 0.08, 0.05)[row] + (0.48, 0.42, 0.3)[row] * dice.beta(1.6, 3 + row)) * canvas.height
            )
            left = max(x, 0)
            picture[top:horizon, left : max(x + wide, 0)] = shade
            _windows(
                picture,
                dice,
                (top, horizon),
                (x, x + wide),
                0.45 + 0.27 * row,
                max(canvas.height // (90 - 14 * row), 2),
            )
            if dice.random() < 0.3:
                picture[
                    max(top - canvas.height // 12, 0) : top, max(x + wide // 2, 0) : max(x + wide // 2 + 2, 0)
                ] = shade
            x += wide + int(dice.uniform(0, 0.03) * canvas.height)
    mirrored = picture[horizon - 1 : horizon - 1 - (canvas.height - horizon) : -1]
    ripple = (3 * np.sin(np.arange(len(mirrored)) * 1.3)).astype(int)
    for number, shift in enumerate(ripple):
        picture[horizon + number] = 0.62 * np.roll(mirrored[number], shift, axis=0) + (8, 8, 26)
    return picture


def _windows(
    picture: Floats,
    dice: np.random.Generator,
    down: tuple[int, int],
    across: tuple[int, int],
    bright: float,
    step: int,
) -> None:
    palette = (*_WARM[:3], _COOL[0])
    for y in range(down[0] + step, down[1] - step, 2 * step):
        for x in range(across[0] + step, across[1] - step, 2 * step):
            if x >= 0 and dice.random() < 0.45:
                colour = np.asarray(palette[int(dice.integers(4))]) * bright * dice.uniform(0.6, 1.1)
                picture[y : y + step, x : x + step] = colour
