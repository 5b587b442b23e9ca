"""The pieces with a drum kit: a journey that builds up, a night drive, a Saturday, a machine."""

import numpy as np

from tivm_desktop.demo.desk import Desk
from tivm_desktop.demo.drums import clap, crash, hat, kick, open_hat, riser, shaker, snare
from tivm_desktop.demo.instruments import (
    bass,
    bell,
    brass,
    drone,
    electric_piano,
    guitar,
    lead,
    pluck,
    round_bass,
    strings,
    supersaw,
)
from tivm_desktop.demo.piece import Piece, Tune, chord, root, steps


def _first_train(desk: Desk) -> None:
    """Eight bars that build up, eight of drive, sixteen of joy."""
    harmony: tuple[str, ...] = ("C", "G", "Am", "F") * 2 + ("Am", "F", "Am", "G") * 2
    harmony = (*harmony, *("C", "G", "Am", "F") * 3, *("F", "G", "C", "C"))
    tune: Tune = (
        ((0, 79), (1, 76), (1.5, 79), (3, 84)), ((0, 83), (1.5, 79), (3, 74)),
        ((0, 76), (1, 72), (1.5, 76), (3, 81)), ((0, 81), (1, 79), (2, 77), (3, 79)),
    )  # fmt: skip
    for bar, name in enumerate(harmony):
        at, driving, joyful, last = 4 * bar, bar >= 8, bar >= 16, bar == len(harmony) - 1
        notes = chord(name, 60)
        ladder = (*notes, notes[0] + 12, notes[1] + 12, notes[2], notes[0] + 12, notes[1])
        for place in range(16):
            gain = 0.1 + 0.01 * min(bar, 8)
            desk.add(
                pluck(ladder[place % 8], 0.12), at + place / 4, gain, hall=0.3, pan=0.4 - place % 2 * 0.8
            )
        for note in notes:
            desk.add(brass(note, 1.7), at, 0.05 + 0.02 * driving, hall=0.3)
        for beat, gain in steps("x.x. x.x. x.x. x.x." if bar < 4 else "x.xx x.xx x.xx x.xx", 0.25):
            desk.add(bass(root(name, 33), 0.2), at + beat, gain * (1.0 if driving else 0.6))
        for beat, gain in steps("x.x. x.x. x.x. x.x.", 0.08 + 0.06 * driving):
            desk.add(hat(), at + beat, gain, drum=True)
        if 4 <= bar < 8:
            desk.add(kick(), at, 0.4, drum=True)
            desk.add(kick(), at + 2, 0.4, drum=True)
            pattern = ("x... ....", "x... x...", "x.x. x.x.", "xxxx xxxx")[bar - 4] * 2
            for beat, gain in steps(pattern, 0.1 + 0.05 * (bar - 4)):
                desk.add(snare(), at + beat, gain, hall=0.3, drum=True)
        if driving and not last:
            _four_on_the_floor(desk, at, 0.66, hats=0.17)
            for note in notes:
                desk.add(supersaw(note + 12 * joyful, 0.3), at, 0.07, hall=0.3)
                desk.add(supersaw(note + 12 * joyful, 0.3), at + 1.5, 0.07, hall=0.3)
                desk.add(supersaw(note + 12 * joyful, 0.5), at + 3, 0.06, hall=0.3)
        if joyful and not last:
            for beat, note in tune[bar % 4]:
                desk.add(lead(note, 0.45), at + beat, 0.13, hall=0.4)
                desk.add(bell(note + 12, 0.5), at + beat, 0.06, hall=0.5, pan=0.3)
    desk.add(riser(4.0), 24, 0.3, drum=True)
    for at in (32, 64, 96):
        desk.add(crash(), at, 0.25, hall=0.3, drum=True)


def _neon_run(desk: Desk) -> None:
    """A drive at night, in A minor, with one breath before the last part."""
    harmony = ("Am", "F", "C", "G") * 9
    tune: Tune = (
        ((0, 76), (1.5, 79), (2.5, 81)), ((0, 84), (1.5, 81), (3, 77)),
        ((0, 79), (1.5, 76), (2.5, 72)), ((0, 74), (2, 71), (3, 79)),
    )  # fmt: skip
    for bar, name in enumerate(harmony):
        at = 4 * bar
        breath = 16 <= bar < 20
        for beat, gain in steps("x.x. x.x. x.x. x.x." if breath else "x.xx x.xx x.xx x.xx", 0.24):
            desk.add(bass(root(name, 33), 0.15), at + beat, gain * (0.5 if breath else 1.0))
        notes = chord(name, 57)
        ladder = (*notes, notes[0] + 12, notes[1] + 12, notes[0] + 12, notes[2], notes[1])
        for place in range(16):
            desk.add(
                pluck(ladder[place % 8] + 12, 0.11), at + place / 4, 0.12, hall=0.3, pan=0.4 - place % 2 * 0.8
            )
        if bar >= 4 and not breath:
            _four_on_the_floor(desk, at, 0.66, hats=0.14)
        if bar >= 8:
            for note in notes:
                desk.add(brass(note, 1.8), at, 0.09, hall=0.3)
        if bar >= 20 or 8 <= bar < 16:
            for beat, note in tune[bar % 4]:
                desk.add(lead(note, 0.45), at + beat, 0.13, hall=0.5)
                desk.add(lead(note, 0.45), at + beat + 0.75, 0.05, hall=0.5, pan=0.5)
    desk.add(riser(3.75), 72, 0.3, drum=True)
    for at in (16, 32, 80, 112):
        desk.add(crash(), at, 0.24, hall=0.3, drum=True)


def _saturday(desk: Desk) -> None:
    """Disco: octaves in the bass, chords off the beat."""
    harmony = ("Dmaj7", "Bm7", "Em7", "A7") * 8
    for bar, name in enumerate(harmony):
        at, low = 4 * bar, root(name, 35)
        for beat, gain in steps("x.x. x.x. x.x. xxx.", 0.27):
            desk.add(round_bass(low + (12 if beat % 1 else 0), 0.2), at + beat, gain)
        for beat, gain in steps("..x. ..xx ..x. .xx.", 0.12):
            for note in chord(name, 59):
                desk.add(electric_piano(note, 0.18), at + beat, gain, hall=0.2, pan=-0.15)
        for beat, gain in steps(".x.x .xx. .x.x .xxo", 0.07):
            for note in chord(name, 66)[1:3]:
                desk.add(guitar(note, 0.07), at + beat, gain, pan=0.45)
        if bar >= 2:
            _four_on_the_floor(desk, at, 0.58, hats=0.16)
            for beat, gain in steps("xoxo xoxo xoxo xoxo", 0.07):
                desk.add(shaker(), at + beat, gain, pan=0.3, drum=True)
        if bar >= 8:
            for note in chord(name, 62):
                desk.add(strings(note + 12, 1.9), at, 0.045, hall=0.4)
        if bar >= 8 and bar % 4 == 3:
            for beat, gain in steps("x..x ..x. ........", 0.16):
                for note in chord(name, 64):
                    desk.add(brass(note, 0.16), at + beat, gain, hall=0.3)
        if bar >= 16:
            for beat, note in (((0, 81), (0.75, 78), (1.5, 81), (2.5, 83)), ((0, 86), (1.5, 83), (2.5, 81)))[
                bar % 2
            ]:
                desk.add(lead(note, 0.3), at + beat, 0.1, hall=0.4)
    for at in (8, 32, 64, 96):
        desk.add(crash(), at, 0.2, hall=0.3, drum=True)


def _iron_works(desk: Desk) -> None:
    """A machine: broken beats, a bass that grinds, half steps."""
    for bar in range(44):
        at = 4 * bar
        low = (28, 28, 29, 27)[bar // 2 % 4]
        quiet = bar < 4 or 20 <= bar < 24
        if bar % 2 == 0:
            desk.add(np.tanh(4 * drone(low, 2.2)), at, 0.34, hall=0.15)
            desk.add(np.tanh(5 * drone(low + 13, 1.6)), at + 1, 0.2, hall=0.3, pan=0.4)
            desk.add(np.tanh(5 * drone(low + 18, 1.6)), at + 3, 0.14, hall=0.3, pan=-0.4)
        for beat, gain in steps("x..x ..x. .x.. x.x.", 0.26):
            desk.add(bass(low + 12, 0.1), at + beat, gain)
        if not quiet:
            for beat, gain in steps("X... .... ..X. ....", 0.7):
                desk.kick(kick(), at + beat, gain)
            for beat, gain in steps(".... X..o .o.. X..o", 0.42):
                desk.add(snare(), at + beat, gain, hall=0.2, drum=True)
            for beat, gain in steps("x.xx x.xx x.xx xxxx", 0.14):
                desk.add(hat(), at + beat, gain, pan=0.2, drum=True)
        if bar >= 8 and bar % 4 == 3:
            for beat in (0.0, 0.5, 1.0, 1.5):
                desk.add(supersaw(64 + bar % 8, 0.12), at + beat, 0.12, hall=0.5, pan=-0.3)
                desk.add(supersaw(65 + bar % 8, 0.12), at + beat, 0.1, hall=0.5, pan=0.3)
    for at in (16, 48, 96, 144):
        desk.add(crash(), at, 0.3, hall=0.3, drum=True)
    desk.add(riser(2.8), 88, 0.3, drum=True)


def _four_on_the_floor(desk: Desk, at: float, gain: float, hats: float) -> None:
    """One bar: the bass drum on each beat, claps on two and four, hats between."""
    for beat in range(4):
        desk.kick(kick(), at + beat, gain)
        desk.add(open_hat(), at + beat + 0.5, hats, drum=True)
        desk.add(hat(), at + beat + 0.25, 0.6 * hats, pan=0.2, drum=True)
    for beat in (1, 3):
        desk.add(clap(), at + beat, 0.55 * gain, hall=0.25, drum=True)
        desk.add(snare(), at + beat, 0.25 * gain, drum=True)


FIRST_TRAIN = Piece("First Train", "Electronic", 124, 32, _first_train)
NEON_RUN = Piece("Neon Run", "Synthwave", 128, 36, _neon_run, 0.8)
SATURDAY = Piece("Saturday", "Disco", 116, 32, _saturday, 0.6)
IRON_WORKS = Piece("Iron Works", "Drum and Bass", 170, 44, _iron_works, 0.6)
