"""The pieces without a drum kit: morning, night, an open window, bad weather."""

from tivm_desktop.demo.desk import Desk
from tivm_desktop.demo.drums import boom, clap, kick, shaker, wind
from tivm_desktop.demo.instruments import bell, guitar, pad, piano, round_bass, strings
from tivm_desktop.demo.piece import Piece, Tune, chord, root, steps


def _slow_light(desk: Desk) -> None:
    harmony = ("Cmaj7", "Am9", "Fmaj7", "Gsus", "Cmaj7", "Em7", "Fmaj7", "Gsus", "Fmaj7", "Cadd9")
    melody = {
        0: ((0, 76), (3, 79), (5, 74)),
        1: ((1, 72), (4, 76)),
        2: ((0, 72), (2, 69), (5, 77)),
        3: ((1, 74), (4, 79), (6, 83)),
        4: ((0, 84), (3, 79), (5, 76)),
        5: ((1, 79), (4, 71), (6, 74)),
        6: ((0, 77), (2, 72), (4, 81)),
        7: ((1, 79), (4, 74)),
        8: ((0, 76), (3, 72), (5, 69)),
        9: ((0, 67), (2, 72), (4, 76)),
    }
    beat_s = 60 / 66
    desk.add(wind(30.0), 0, 0.02)
    desk.add(wind(30.0), 36, 0.02)
    for part, name in enumerate(harmony):
        at = 8 * part
        for note in chord(name, 57):
            desk.add(pad(note, 8 * beat_s), at, 0.1, hall=0.5)
        desk.add(round_bass(root(name, 36), 7 * beat_s), at, 0.25)
        if part >= 4:
            for note in chord(name, 60)[:3]:
                desk.add(strings(note, 8 * beat_s), at, 0.05, hall=0.7)
        for beat, note in melody[part]:
            desk.add(piano(note, 3.0), at + beat, 0.3, hall=0.6, pan=-0.15)
            desk.add(bell(note + 12, 1.0), at + beat + 1.5, 0.06, hall=0.9, pan=0.35)


def _small_hours(desk: Desk) -> None:
    harmony = ("Am", "F", "C", "E") * 2 + ("Dm", "Am", "E", "Am") + ("Dm", "F", "E", "Am")
    melody = (
        ((0, 76), (2, 74), (3, 72)), ((0, 72), (3, 69)), ((0, 67), (1, 72), (2, 76)), ((0, 71), (2.5, 68)),
        ((0, 76), (1.5, 79), (3, 76)), ((0, 77), (2, 72)), ((0, 76), (2, 67)), ((0, 68), (2, 71), (3, 74)),
        ((0, 77), (2, 76), (3, 74)), ((0, 72), (2, 69)), ((0, 71), (1, 72), (2, 68)), ((0, 69),),
        ((0, 81), (2, 77), (3, 74)), ((0, 72), (2, 76)), ((0, 71), (2.5, 68)), ((0, 69),),
    )  # fmt: skip
    for bar, name in enumerate(harmony):
        low = root(name, 33)
        inner = chord(name, 50)
        for beat, note in ((0.0, low), (1.0, inner[0]), (2.0, inner[1]), (3.0, inner[2])):
            desk.add(piano(note, 3.2), 4 * bar + beat + 0.02, 0.24, hall=0.4, pan=-0.2)
        for beat, note in melody[bar]:
            desk.add(piano(note - 12, 3.0), 4 * bar + beat, 0.36, hall=0.5, pan=0.1)
        if bar >= 4:
            desk.add(strings(root(name, 45), 3.7), 4 * bar, 0.07, hall=0.7, pan=-0.3)
            desk.add(strings(inner[1], 3.7), 4 * bar, 0.05, hall=0.8, pan=0.3)


def _open_windows(desk: Desk) -> None:
    harmony = ("G", "D", "Em", "C") * 6 + ("C", "D", "G", "G")
    beat_s = 60 / 104
    tune: Tune = (
        ((0, 79), (0.5, 83), (1, 86), (2, 83), (3, 81), (3.5, 79)),
        ((0, 78), (1, 81), (2, 74), (3, 78)),
    )
    tune = (
        *tune,
        ((0, 79), (0.5, 83), (1.5, 88), (2.5, 86), (3.5, 83)),
        ((0, 84), (1, 83), (2, 79), (3, 81)),
    )
    for bar, name in enumerate(harmony):
        at, last = 4 * bar, bar == len(harmony) - 1
        strum = (*chord(name, 52), *chord(name, 64))
        for beat, gain in steps("X... ..x. ..x. x.x." if not last else "X...", 0.15):
            order = strum if beat == int(beat) else strum[:1:-1]
            for string, note in enumerate(order):
                desk.add(
                    guitar(note, 1.1), at + beat + 0.018 * string, gain, hall=0.12, pan=0.3 - 0.1 * string
                )
        if bar >= 4 and not last:
            for beat, gain in steps("x... ..x. x... ....", 0.3):
                desk.add(round_bass(root(name, 36), beat_s), at + beat, gain)
            for beat, gain in steps("o.x. o.x. o.x. o.x.", 0.11):
                desk.add(shaker(), at + beat, gain, pan=-0.4, drum=True)
        if bar >= 8 and not last:
            desk.add(kick(), at, 0.33, drum=True)
            desk.add(kick(), at + 2, 0.3, drum=True)
            for beat in (1, 3):
                desk.add(clap(), at + beat, 0.2, hall=0.3, drum=True)
        if (bar >= 8 and bar % 8 < 4) or 24 > bar >= 20:
            for beat, note in tune[bar % 4]:
                desk.add(bell(note, 0.4), at + beat, 0.13, hall=0.4, pan=0.2)
                desk.add(piano(note - 12, 0.8), at + beat, 0.16, hall=0.2, pan=-0.2)


def _bad_weather(desk: Desk) -> None:
    """Nothing keeps time: low strings that rub against each other, a far bell, something falls."""
    for number in range(8):
        at = 8 * number
        low = (38, 38, 36, 39)[number % 4]
        for note, gain in ((low, 0.3), (low + 7, 0.14), (low + 15, 0.14), (low + 14, 0.06)):
            desk.add(strings(note, 9.0), at, gain, hall=0.6)
        if number % 2:
            for place, note in enumerate((73, 74, 80)):
                desk.add(strings(note, 5.0), at + 2 + 0.6 * place, 0.05, hall=1.0, pan=0.4 * (place - 1))
        desk.add(piano(low - 10, 5.0), at + 1, 0.3, hall=0.9)
        desk.add(piano((61, 62, 68, 55)[number % 4], 4.0), at + 4.7, 0.12, hall=1.0, pan=0.3)
        if number % 3 == 0:
            desk.add(boom(), at + 0.5, 0.5, hall=0.8)


SLOW_LIGHT = Piece("Slow Light", "Ambient", 66, 20, _slow_light)
SMALL_HOURS = Piece("Small Hours", "Piano", 58, 16, _small_hours)
OPEN_WINDOWS = Piece("Open Windows", "Folk", 104, 28, _open_windows, 0.7)
BAD_WEATHER = Piece("Bad Weather", "Dark Ambient", 60, 16, _bad_weather, 1.2)
