"""Tones have their pitch and no aliases, filters leave what they should."""

import numpy as np
import pytest

from tivm_desktop.demo import instruments
from tivm_desktop.demo.desk import LOUDNESS_LUFS, Desk, levelled
from tivm_desktop.demo.piece import chord, root, steps
from tivm_desktop.demo.synth import RATE, Sound, band, hertz, noise, samples, shape, tone
from tivm_desktop.media.loudness import LoudnessMeter

PLAYED = (
    instruments.pad,
    instruments.strings,
    instruments.supersaw,
    instruments.brass,
    instruments.piano,
    instruments.electric_piano,
    instruments.guitar,
    instruments.bell,
    instruments.pluck,
    instruments.bass,
    instruments.round_bass,
    instruments.lead,
)


def spectrum(sound: Sound) -> np.ndarray:
    return np.abs(np.fft.rfft(sound * np.hanning(len(sound))))


def energy(sound: Sound, low_hz: float, high_hz: float) -> float:
    hz = np.fft.rfftfreq(len(sound), 1 / RATE)
    return float((spectrum(sound)[(hz >= low_hz) & (hz < high_hz)] ** 2).sum())


def test_a_note_has_its_frequency() -> None:
    assert hertz(69) == 440.0
    assert hertz(60) == pytest.approx(261.63, abs=0.01)


@pytest.mark.parametrize("hz", [110.0, 1000.0, 4186.0])
def test_a_bright_tone_has_no_aliases(hz: float) -> None:
    sound = tone(hz, 1.0, 1.0)
    between = sum(energy(sound, (k + 0.2) * hz, (k + 0.8) * hz) for k in range(int(20_000 / hz)))
    assert between < 1e-5 * energy(sound, 0, RATE / 2)


def test_a_filter_leaves_its_band() -> None:
    sound = noise(1.0, 3)
    passed = band(sound, 500, 2000)
    assert energy(passed, 700, 1500) == pytest.approx(energy(sound, 700, 1500), rel=0.25)
    assert energy(passed, 20, 100) < 0.01 * energy(sound, 20, 100)
    assert energy(passed, 10_000, 20_000) < 0.01 * energy(sound, 10_000, 20_000)


@pytest.mark.parametrize("play", PLAYED, ids=lambda play: play.__name__)
def test_an_instrument_plays_in_tune_begins_softly_and_ends(play: instruments.Instrument) -> None:
    note = 57
    sound = play(note, 1.0)
    assert sound.dtype == np.float32
    assert float(np.abs(sound).max()) <= 1.001
    middle = sound[0, samples(0.1) : samples(0.9)]
    hz = hertz(note)
    in_tune = sum(energy(middle, k * hz * 0.97, k * hz * 1.03) for k in range(1, 12))
    assert in_tune > 0.9 * energy(middle, 50, 3000)
    assert float(np.abs(sound[:, -20:]).max()) < 0.02


def test_chords_keep_their_notes_in_one_octave() -> None:
    assert {note % 12 for note in chord("Am", 57)} == {9, 0, 4}
    assert all(57 <= note < 69 for note in chord("F#m7", 57))
    assert root("Em7", 36) == 40
    with pytest.raises(KeyError):
        chord("Cx", 48)


def test_a_pattern_is_read_in_sixteenths() -> None:
    assert list(steps("X..o x...", 0.4)) == [(0.0, 0.5), (0.75, 0.2), (1.0, 0.4)]


def test_the_desk_puts_sounds_where_they_belong() -> None:
    desk = Desk(120.0, 8.0)
    click = np.ones((2, 100), np.float32)
    desk.add(click, 4.0, pan=1.0)
    desk.add(click, 100.0)
    desk.add(click, -1.0)
    mixed = desk.mixed()
    assert mixed.shape == (2, 7 * RATE)
    assert np.flatnonzero(mixed[1])[0] == 2 * RATE
    assert not mixed[0].any()


def test_music_gives_way_to_the_bass_drum_and_drums_do_not() -> None:
    hum = tone(200.0, 4.0, 9.0)
    steady, thump = np.stack([hum, hum]), np.zeros((2, 10), np.float32)
    for drum, ducked in ((False, True), (True, False)):
        desk = Desk(60.0, 4.0)
        desk.add(steady, 0.0, drum=drum)
        desk.kick(thump, 2.0)
        mixed = np.abs(desk.mixed()[0])
        after, before = (float(mixed[start : start + RATE // 50].max()) for start in (2 * RATE, RATE))
        assert (after < 0.6 * before) == ducked


def test_the_hall_answers_after_the_sound() -> None:
    desk = Desk(60.0, 4.0)
    desk.add(np.ones((2, 200), np.float32), 0.0, hall=1.0)
    mixed = desk.mixed()
    assert float(np.abs(mixed[:, RATE // 4 : RATE // 2]).max()) > 0
    assert float(np.abs(mixed[:, -100:]).max()) < 1e-3


def test_a_piece_that_is_cut_off_ends_softly() -> None:
    desk = Desk(60.0, 60.0, most_s=3.0)
    desk.add(np.ones((2, 50 * RATE), np.float32) * shape(50 * RATE, (0, 1)), 0.0)
    mixed = desk.mixed()
    assert mixed.shape[1] == 3 * RATE
    assert abs(float(mixed[0, -1])) < 0.01


def test_peaks_are_bent_below_the_highest() -> None:
    sound = 0.02 * np.stack([noise(4.0, 5), noise(4.0, 6)])
    sound[:, ::RATE] = 5.0
    made = levelled(sound.astype(np.float32))
    assert float(np.abs(made).max()) < 0.9
    meter = LoudnessMeter(RATE, 2, "stereo")
    meter.push(made)
    assert meter.finish().integrated_lufs == pytest.approx(LOUDNESS_LUFS, abs=1.0)
