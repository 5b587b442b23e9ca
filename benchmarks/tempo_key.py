"""Tempo and key of 28 tracks with known BPM and key, by every candidate that is installed.

    ./dev exec python benchmarks/tempo_key.py [--candidate NAME]... [--detail]

Prints one JSON: accuracy within 4 % (strict, and with factors 2, 3, 1/2, 1/3 allowed), exact key, MIREX key
score, CPU seconds for a four-minute track, and megabytes that the candidate would add to an installer.
"""

import argparse
import importlib.metadata
import json
import re
import tempfile
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import immich_memories_music
import numpy as np
from numpy.typing import NDArray

from benchmarks.tracks import joined_track
from tivm_desktop.media.audio import audio_blocks

NATURALS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
TOLERANCE = 0.04
Samples = NDArray[np.float32]


@dataclass(frozen=True)
class Answer:
    """What a candidate says; None where it has no opinion."""

    bpm: float | None = None
    key: tuple[int, str] | None = None


Candidate = Callable[[Path], Answer]


def pitch_class(name: str) -> int:
    """0..11 of a name such as F# or Bb."""
    return (NATURALS[name[0]] + name.count("#") - name.count("b")) % 12


def truth() -> dict[str, Answer]:
    """BPM and key of each track, from the package's licence file."""
    files = importlib.metadata.files("immich-memories-music") or []
    text = next(file for file in files if file.name == "LICENSE-MUSIC").read_text()
    found = re.findall(r"(\w+\.opus)\s+(\d+) bpm\s+(\S+) (major|minor)", text)
    return {name: Answer(float(bpm), (pitch_class(tonic), mode)) for name, bpm, tonic, mode in found}


def tivm() -> Candidate:
    from tivm_desktop.media.sound import scan_sound

    def analyse(path: Path) -> Answer:
        sound = scan_sound(path, lambda _: None)
        return Answer(sound.tempo_bpm, (sound.key, sound.mode))

    return analyse


def librosa_beat_track() -> Candidate:
    import librosa

    def analyse(path: Path) -> Answer:
        samples = mono(path, 22_050)
        tempo, _ = librosa.beat.beat_track(y=samples, sr=22_050)
        chroma = librosa.feature.chroma_cqt(y=samples, sr=22_050)
        return Answer(float(np.atleast_1d(tempo)[0]), krumhansl(chroma.mean(axis=1)))

    return analyse


def librosa_feature_tempo() -> Candidate:
    import librosa

    def analyse(path: Path) -> Answer:
        samples = mono(path, 22_050)
        tempo = librosa.feature.tempo(y=samples, sr=22_050)
        chroma = librosa.feature.chroma_cens(y=samples, sr=22_050)
        return Answer(float(np.atleast_1d(tempo)[0]), krumhansl(chroma.mean(axis=1)))

    return analyse


def essentia_of(rhythm: str, profile: str) -> Callable[[], Candidate]:
    def load() -> Candidate:
        import essentia
        import essentia.standard as es

        essentia.log.warningActive = essentia.log.infoActive = False

        def analyse(path: Path) -> Answer:
            samples = mono(path, 44_100)
            tonic, mode, _ = es.KeyExtractor(profileType=profile)(samples)
            if rhythm == "percival":
                bpm = es.PercivalBpmEstimator()(samples)
            else:
                bpm = es.RhythmExtractor2013(method=rhythm)(samples)[0]
            return Answer(float(bpm), (pitch_class(tonic), mode))

        return analyse

    return load


def aubio_tempo() -> Candidate:
    import aubio

    def analyse(path: Path) -> Answer:
        samples, hop = mono(path, 44_100), 512
        tracker = aubio.tempo("default", 1024, hop, 44_100)
        for start in range(0, len(samples) - hop, hop):
            tracker(samples[start : start + hop])
        return Answer(float(tracker.get_bpm()))

    return analyse


CANDIDATES: dict[str, tuple[Callable[[], Candidate], tuple[str, ...]]] = {
    "tivm": (tivm, ()),
    "librosa beat_track, chroma_cqt + Krumhansl": (librosa_beat_track, ("librosa",)),
    "librosa feature.tempo, chroma_cens + Krumhansl": (librosa_feature_tempo, ("librosa",)),
    "essentia multifeature, edma": (essentia_of("multifeature", "edma"), ("essentia",)),
    "essentia degara, temperley": (essentia_of("degara", "temperley"), ("essentia",)),
    "essentia percival, bgate": (essentia_of("percival", "bgate"), ("essentia",)),
    "aubio": (aubio_tempo, ("aubio",)),
}
SHIPPED_ANYWAY = {"numpy", "scipy", "av", "mutagen", "onnxruntime", "packaging", "platformdirs", "tqdm"}


def mono(path: Path, rate: int) -> Samples:
    """(n,) the whole track."""
    return np.concatenate([block[:, 0] for block in audio_blocks(path, rate, 1, block_s=8)])


def krumhansl(chroma: NDArray[np.floating]) -> tuple[int, str]:
    """Best correlated Krumhansl-Kessler 1982 profile."""
    major = (6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88)
    minor = (6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17)
    scores = [
        np.corrcoef(chroma, np.roll(profile, key))[0, 1] for profile in (major, minor) for key in range(12)
    ]
    best = int(np.argmax(scores))
    return best % 12, "major" if best < 12 else "minor"


def tempo_hit(said: float | None, known: float, factors: tuple[float, ...]) -> bool:
    return said is not None and any(abs(said - known * f) <= TOLERANCE * known * f for f in factors)


def mirex(said: tuple[int, str] | None, known: tuple[int, str]) -> float:
    """MIREX audio key detection: exact 1, a fifth away 0.5, relative 0.3, parallel 0.2."""
    if said is None:
        return 0.0
    (key, mode), (tonic, kind) = said, known
    if said == known:
        return 1.0
    if mode == kind and (key - tonic) % 12 in (5, 7):
        return 0.5
    relative = (tonic + 9) % 12 if kind == "major" else (tonic + 3) % 12
    if mode != kind and key == relative:
        return 0.3
    return 0.2 if mode != kind and key == tonic else 0.0


def installed_mb(packages: tuple[str, ...]) -> float:
    """Size of packages and what they need, less what the program ships anyway."""
    seen: set[str] = set()
    waiting, total = list(packages), 0
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name in seen or name in SHIPPED_ANYWAY:
            continue
        seen.add(name)
        try:
            distribution = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            continue
        files = [Path(str(file.locate())) for file in distribution.files or []]
        total += sum(file.stat().st_size for file in files if file.is_file())
        needed = [r for r in distribution.requires or [] if "extra ==" not in r]
        waiting += [re.split(r"[\s<>=!~;\[(]", requirement)[0] for requirement in needed]
    return round(total / 1e6, 1)


def judged(
    analyse: Candidate, tracks: dict[Path, Answer], long_track: Path, *, detail: bool
) -> dict[str, object]:
    analyse(next(iter(tracks)))
    answers = {path: analyse(path) for path in tracks}
    start = time.process_time()
    analyse(long_track)
    seconds = time.process_time() - start
    pairs = [(answers[path], known) for path, known in tracks.items()]
    strict = [tempo_hit(said.bpm, known.bpm or 0, (1,)) for said, known in pairs]
    octave = [tempo_hit(said.bpm, known.bpm or 0, (1, 2, 3, 1 / 2, 1 / 3)) for said, known in pairs]
    keys = [mirex(said.key, known.key or (0, "major")) for said, known in pairs]
    result: dict[str, object] = {
        "tracks": len(pairs),
        "tempo_strict": round(float(np.mean(strict)), 3),
        "tempo_octave_allowed": round(float(np.mean(octave)), 3),
        "key_exact": round(float(np.mean(np.equal(keys, 1.0))), 3),
        "key_mirex": round(float(np.mean(keys)), 3),
        "cpu_s_4_min": round(seconds, 2),
    }
    if detail:
        result["answers"] = {
            path.name: [said.bpm and round(said.bpm, 1), known.bpm, said.key, known.key]
            for path, (said, known) in zip(tracks, pairs, strict=True)
        }
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--candidate", action="append", choices=CANDIDATES)
    parser.add_argument("--detail", action="store_true")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    known = truth()
    folder = immich_memories_music.tracks_dir()
    tracks = {path: known[path.name] for path in sorted(folder.rglob("*.opus"))}
    report: dict[str, object] = {}
    with tempfile.TemporaryDirectory() as temporary:
        long_track = joined_track(Path(temporary) / "long.flac", "flac")
        for name in options.candidate or CANDIDATES:
            load, packages = CANDIDATES[name]
            try:
                analyse = load()
            except ImportError as error:
                report[name] = f"not installed: {error}"
                continue
            found = judged(analyse, tracks, long_track, detail=options.detail)
            report[name] = found | {"installed_mb": installed_mb(packages)}
    print(json.dumps({"benchmark": "tempo_key", "candidates": report}))


if __name__ == "__main__":
    main()
