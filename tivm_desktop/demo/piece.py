"""What a piece of music is here, and what the pieces share: chords by name, patterns of sixteenths."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tivm_desktop.demo.desk import Desk
from tivm_desktop.demo.synth import Sound


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece that a desk can be made to play."""

    title: str
    genre: str
    tempo_bpm: float
    bars: int
    """Of four beats."""
    play: Callable[[Desk], None]
    hall: float = 1.0
    """How much of the hall is heard."""

    def sound(self, most_s: float) -> Sound:
        """Return the piece, (2, n), at most so many seconds of it."""
        desk = Desk(self.tempo_bpm, 4.0 * self.bars, most_s)
        self.play(desk)
        return desk.mixed(self.hall)


Chord = tuple[int, ...]
Tune = tuple[tuple[tuple[float, int], ...], ...]
"""For each bar: (beat, MIDI note) after each other."""
_STEPS = {
    "": (0, 4, 7),
    "m": (0, 3, 7),
    "maj7": (0, 4, 7, 11),
    "m7": (0, 3, 7, 10),
    "7": (0, 4, 7, 10),
    "add9": (0, 4, 7, 14),
    "m9": (0, 3, 7, 10, 14),
    "sus": (0, 5, 7),
}
_NAMES = {
    "C": 0,
    "C#": 1,
    "D": 2,
    "Eb": 3,
    "E": 4,
    "F": 5,
    "F#": 6,
    "G": 7,
    "Ab": 8,
    "A": 9,
    "Bb": 10,
    "B": 11,
}


def root(name: str, lowest: int) -> int:
    """Return the root of a chord ("F#m7") as the first MIDI note from `lowest` on."""
    letter = name[:2] if name[:2] in _NAMES else name[:1]
    return lowest + (_NAMES[letter] - lowest) % 12


def chord(name: str, lowest: int) -> Chord:
    """Return the notes of a chord, each in the octave from `lowest` on, so that voices move little."""
    letter = name[:2] if name[:2] in _NAMES else name[:1]
    steps = _STEPS[name[len(letter) :]]
    return tuple(sorted(lowest + (_NAMES[letter] + step - lowest) % 12 for step in steps))


def steps(pattern: str, gain: float = 1.0) -> Iterator[tuple[float, float]]:
    """Yield (beat, gain) of a pattern of sixteenths: x is a hit, X a louder one, o a softer one."""
    loudness = {"X": 1.25, "x": 1.0, "o": 0.5}
    for place, sign in enumerate(pattern.replace(" ", "")):
        if sign in loudness:
            yield place / 4, gain * loudness[sign]
