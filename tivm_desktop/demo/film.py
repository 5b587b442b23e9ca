"""The film: three moods, shot after shot, and its own soundtrack."""

from collections.abc import Callable, Iterator
from functools import partial

import numpy as np

from tivm_desktop.demo import scene_city as city
from tivm_desktop.demo import scene_dawn as dawn
from tivm_desktop.demo import scene_day as day
from tivm_desktop.demo.canvas import RATE, Canvas, Picture
from tivm_desktop.demo.drums import wind
from tivm_desktop.demo.synth import RATE as SOUND_RATE
from tivm_desktop.demo.synth import Sound, samples, shape

Shot = Callable[[Canvas, int], Iterator[Picture]]

SHOTS: tuple[tuple[float, Shot], ...] = (
    (3.4, dawn.hills),
    (2.4, dawn.tree),
    (1.0, partial(city.skyline, seed=1, speed=1.1)),
    (0.6, partial(city.cars, seed=2, speed=0.9)),
    (0.6, partial(city.blurred, seed=3, palette="cool")),
    (0.6, partial(city.facade, seed=4)),
    (0.7, partial(city.tunnel, seed=5)),
    (0.7, partial(city.skyline, seed=6, speed=-1.3)),
    (0.5, partial(city.blurred, seed=7, palette="warm")),
    (0.6, partial(city.cars, seed=8, speed=1.2)),
    (0.5, partial(city.facade, seed=9)),
    (0.6, partial(city.skyline, seed=10, speed=1.6)),
    (0.5, partial(city.blurred, seed=12, palette="cool")),
    (0.6, partial(city.cars, seed=13, speed=-1.2)),
    (0.6, partial(city.skyline, seed=15, speed=-1.2)),
    (0.6, partial(city.blurred, seed=14, palette="warm")),
    (0.6, partial(city.facade, seed=16)),
    (0.5, partial(city.cars, seed=17, speed=1.0)),
    (0.7, partial(city.skyline, seed=18, speed=1.4)),
    (0.5, partial(city.blurred, seed=19, palette="cool")),
    (0.7, partial(city.tunnel, seed=11)),
    (2.6, day.fields),
    (2.0, day.sea),
    (2.6, day.party),
)
"""(seconds, shot) in the order in which they are seen."""
_CITY_S, _DAY_S, _END_S = 5.8, 17.5, 24.7
_LOUDEST = 0.035
_GUSTS_S = 6.0


def pictures(canvas: Canvas, speed: float = 1.0) -> Iterator[Picture]:
    """Yield all pictures of the film, `RATE` a second; `speed` 2 makes every shot half as long."""
    for seconds, shot in SHOTS:
        yield from shot(canvas, round(seconds / speed * RATE))


def soundtrack(seconds: float) -> Sound:
    """Return the film's own quiet sound, (2, n): wind, a street at night, wind again."""
    scale = seconds / _END_S
    city_s, day_s = _CITY_S * scale, _DAY_S * scale
    length = samples(seconds)
    breeze = _lasting(wind(_GUSTS_S), length) * shape(
        length,
        (0, 0.5),
        (city_s, 0.7),
        (city_s + 0.05, 0.1),
        (day_s, 0.1),
        (day_s + 0.3, 0.8),
        (seconds, 0.4),
    )
    street = _lasting(wind(_GUSTS_S, 45, 160), length) * shape(
        length, (city_s, 0), (city_s + 0.05, 1), (day_s, 1), (day_s + 0.3, 0)
    )
    hum = np.sin(2 * np.pi * 55 * np.arange(length) / SOUND_RATE).astype(np.float32)
    hum *= 0.25 * shape(length, (city_s, 0), (city_s + 0.05, 1), (day_s, 1), (day_s + 0.3, 0))
    return np.asarray(_LOUDEST * (breeze + street + hum), np.float32)


def _lasting(gusts: Sound, length: int) -> Sound:
    """Repeat a short sound (2, n) for `length` samples, each time laid over the end of the last."""
    over = gusts.shape[1] // 4
    rising = np.sqrt(np.linspace(0, 1, over, dtype=np.float32))
    gusts = gusts.copy()
    gusts[:, :over] = gusts[:, :over] * rising + gusts[:, -over:] * rising[::-1]
    whole = gusts[:, :-over]
    return np.tile(whole, -(-length // whole.shape[1]))[:, :length]
