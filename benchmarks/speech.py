"""Where somebody speaks, found under music and noise, by every candidate that is installed.

    ./dev exec python -m benchmarks.speech --speech DIR... --music DIR [--video FILE] [--candidate NAME]...

Recordings of clean speech (those of Debian's asterisk-core-sounds-*-g722 and pocketsphinx-testdata, unpacked)
are laid into minutes of music or pink noise at several levels; truth is where the clean recording is louder
than 30 dB below its own peak, with pauses under 0.3 s closed. Prints one JSON: precision and recall by tenths
of a second (those within 0.2 s of an edge don't count), the share of speech and of the rest in which music
would be down, and processor seconds for a minute of sound; with --video, for finding speech in that file,
decoding and all.
"""

import argparse
import json
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import binary_closing, binary_dilation, maximum_filter1d

from tivm_desktop.domain.ducking import duck_gains
from tivm_desktop.domain.errors import MediaError
from tivm_desktop.domain.mix import Ducking, SpeechSpans
from tivm_desktop.domain.progress import no_progress
from tivm_desktop.domain.speech import SpeechRules, speech_spans
from tivm_desktop.encoders.pack import default_pack_folder
from tivm_desktop.encoders.speech import FRAME_S, RATE_HZ, SpeechDetector
from tivm_desktop.encoders.speech_pack import default_speech_folder, load_speech_pack
from tivm_desktop.matching.speech import find_speech
from tivm_desktop.matching.tools import ToolMaker
from tivm_desktop.media.audio import audio_blocks

SCENE_S = 60.0
CELL_S = 0.1
OVER_MUSIC_DB = (20, 10, 5, 0, -5)
UNDER_RMS = 0.01
SPEECH_SUFFIXES = {".g722", ".wav"}
Samples = NDArray[np.float32]
Cells = NDArray[np.bool_]
Candidate = Callable[[Samples], SpeechSpans]


@dataclass(frozen=True)
class Scene:
    """A minute with speech in it, or none."""

    sound: Samples
    spoken: Cells


def tivm() -> Candidate:
    detector = SpeechDetector(load_speech_pack(default_speech_folder()))

    def find(sound: Samples) -> SpeechSpans:
        stream = detector.stream()
        stream.push(sound)
        return speech_spans(stream.finish(), FRAME_S)

    return find


def webrtcvad(mode: int) -> Callable[[], Candidate]:
    """Its verdicts on 30 ms, by the same rules on length and pauses."""

    def load() -> Candidate:
        import webrtcvad as peer  # type: ignore[import-not-found,unused-ignore]

        def find(sound: Samples) -> SpeechSpans:
            detector, size = peer.Vad(mode), 480
            pcm = (np.clip(sound, -1, 1) * 32767).astype("<i2")
            frames = [pcm[first : first + size] for first in range(0, len(pcm) - size + 1, size)]
            verdicts = np.array(
                [detector.is_speech(frame.tobytes(), RATE_HZ) for frame in frames], np.float32
            )
            return speech_spans(verdicts, size / RATE_HZ)

        return find

    return load


def energy_gate() -> Candidate:
    """Louder than 9 dB over the minute's lower third, between 300 and 3400 Hz."""

    def find(sound: Samples) -> SpeechSpans:
        size = 512
        spectra = np.abs(np.fft.rfft(sound[: len(sound) // size * size].reshape(-1, size) * np.hanning(size)))
        hz = np.fft.rfftfreq(size, 1 / RATE_HZ)
        level_db = 10 * np.log10(np.sum(spectra[:, (hz > 300) & (hz < 3400)] ** 2, axis=1) + 1e-9)
        return speech_spans((level_db > np.quantile(level_db, 0.33) + 9).astype(np.float32), size / RATE_HZ)

    return find


CANDIDATES: dict[str, Callable[[], Candidate]] = {
    "tivm (Silero VAD 6)": tivm,
    "webrtcvad, mode 3": webrtcvad(3),
    "webrtcvad, mode 1": webrtcvad(1),
    "energy gate": energy_gate,
}


def read(path: Path) -> Samples:
    return np.concatenate([block[:, 0] for block in audio_blocks(path, RATE_HZ, 1, block_s=8)])


def readable(path: Path) -> Samples:
    """The sound of a file; nothing where it has none."""
    try:
        return read(path)
    except MediaError:
        return np.zeros(0, np.float32)


def recordings(folders: list[Path]) -> list[Samples]:
    """Speech of 2 to 30 s, the same for the same folders: a sixth of what is there."""
    paths = sorted(path for folder in folders for path in folder.rglob("*") if path.suffix in SPEECH_SUFFIXES)
    paths = [path for path in paths if path.parent.name != "silence"]
    some = [read(path) for path in paths if zlib.crc32(path.name.encode()) % 6 == 0]
    return [sound for sound in some if 2 * RATE_HZ <= len(sound) <= 30 * RATE_HZ]


def voiced(sound: Samples) -> Cells:
    """(n,) where a clean recording is speech."""
    level = maximum_filter1d(np.abs(sound), RATE_HZ // 50)
    loud = np.pad(level > np.max(level) * 10 ** (-30 / 20), RATE_HZ)
    closed = binary_closing(loud[::80], np.ones(round(0.3 * RATE_HZ / 80), np.bool_))
    return np.repeat(closed, 80)[RATE_HZ : RATE_HZ + len(sound)]


def scene(rng: np.random.Generator, said: list[Samples], under: Samples, over_db: float | None) -> Scene:
    """`under` for a minute, with speech that is `over_db` louder while somebody speaks; None for none."""
    length = round(SCENE_S * RATE_HZ)
    sound = np.resize(under, length).astype(np.float32)
    sound *= UNDER_RMS / max(float(np.sqrt(np.mean(sound**2))), 1e-6)
    spoken = np.zeros(length, np.bool_)
    at = 0
    while over_db is not None:
        at += round(rng.uniform(0.8, 6.0) * RATE_HZ)
        one = said[rng.integers(len(said))]
        if at + len(one) > length:
            break
        where = voiced(one)
        loud = float(np.sqrt(np.mean(one[where] ** 2)))
        sound[at : at + len(one)] += one * (UNDER_RMS * 10 ** (over_db / 20) / loud)
        spoken[at : at + len(one)] = where
        at += len(one)
    return Scene(np.clip(sound, -1, 1), spoken)


def backgrounds(music: Path) -> Iterator[tuple[str, list[Samples]]]:
    paths = [path for path in sorted(music.iterdir()) if zlib.crc32(path.name.encode()) % 8 == 0][:24]
    yield "music", [sound for path in paths if len(sound := readable(path)) >= SCENE_S * RATE_HZ]
    noise = np.random.default_rng(5).normal(size=(8, round(SCENE_S * RATE_HZ)))
    spectra = np.fft.rfft(noise)
    pink = np.fft.irfft(spectra / np.sqrt(np.arange(1, spectra.shape[1] + 1)))
    yield "pink noise", list(pink.astype(np.float32))


def cells(samples: Cells) -> Cells:
    """By tenths of a second: whether more than half of it."""
    size = round(CELL_S * RATE_HZ)
    return np.asarray(samples[: len(samples) // size * size].reshape(-1, size).mean(axis=1) > 0.5)


def judged(find: Candidate, scenes: list[Scene]) -> dict[str, float]:
    hits = found_cells = true_cells = down_in = down_out = speech = rest = 0
    for one in scenes:
        spans, truth = find(one.sound), cells(one.spoken)
        mask = np.zeros(len(one.sound), np.bool_)
        for begin, end in spans:
            mask[round(begin * RATE_HZ) : round(end * RATE_HZ)] = True
        found = cells(mask)
        edge = np.diff(truth.astype(int), prepend=int(truth[0])) != 0
        counts = ~binary_dilation(edge | np.roll(edge, -1), np.ones(3, np.bool_))
        hits += int(np.sum(found & truth & counts))
        found_cells += int(np.sum(found & counts))
        true_cells += int(np.sum(truth & counts))
        gains = duck_gains(spans, Ducking(on=True), 1 / CELL_S)[: len(truth)]
        down = np.pad(gains, (0, len(truth) - len(gains)), constant_values=1.0) < 0.5
        down_in += int(np.sum(down & truth))
        down_out += int(np.sum(down & ~truth & counts))
        speech += int(np.sum(truth))
        rest += int(np.sum(~truth & counts))
    figures = {"ducked_of_the_rest": down_out / max(rest, 1)}
    if true_cells:
        figures |= {
            "precision": hits / max(found_cells, 1),
            "recall": hits / true_cells,
            "ducked_of_speech": down_in / speech,
        }
    return {name: round(value, 3) for name, value in figures.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--speech", type=Path, action="append", required=True, metavar="DIR")
    parser.add_argument("--music", type=Path, required=True, metavar="DIR")
    parser.add_argument("--video", type=Path, metavar="FILE")
    parser.add_argument("--candidate", action="append", choices=CANDIDATES)
    options = parser.parse_args()
    said, rng = recordings(options.speech), np.random.default_rng(0)
    scenes = {
        f"{name}, {'no speech' if over_db is None else f'speech {over_db:+d} dB'}": [
            scene(rng, said, under, over_db) for under in unders
        ]
        for name, unders in backgrounds(options.music)
        for over_db in (None, *OVER_MUSIC_DB)
    }
    report: dict[str, object] = {}
    for name in options.candidate or CANDIDATES:
        try:
            find = CANDIDATES[name]()
        except ImportError as error:
            report[name] = f"not installed: {error}"
            continue
        started = time.process_time()
        figures = {where: judged(find, some) for where, some in scenes.items()}
        minutes = sum(map(len, scenes.values())) * SCENE_S / 60
        report[name] = {"cpu_s_a_minute": round((time.process_time() - started) / minutes, 3), **figures}
    facts: dict[str, object] = {"recordings": len(said), "rules": repr(SpeechRules())}
    if options.video is not None:
        tools = ToolMaker(default_pack_folder(), "cpu")()
        find_speech(tools, options.video, progress=no_progress)
        started = time.process_time()
        spans = find_speech(tools, options.video, progress=no_progress)
        seconds = round(time.process_time() - started, 3)
        facts["video"] = {"cpu_s": seconds, "spans": [(round(a, 2), round(b, 2)) for a, b in spans]}
    print(json.dumps({"benchmark": "speech", **facts, "candidates": report}, indent=1))


if __name__ == "__main__":
    main()
