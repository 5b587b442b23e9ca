"""What other programs need to analyse a track: one of them in a process of its own, asked file by file.

Run by `benchmarks.library_cost`: a path a line in, CPU seconds (user and system, all threads) a line out.
bliss-rs and Essentia live in an environment of their own; librosa is among the development tools.
"""

import importlib
import sys
import time
from collections.abc import Callable

NEEDS = ("bliss-audio==0.2.0", "essentia==2.1b6.dev1389", "numpy")
OWN_ENVIRONMENT = ("bliss-audio", "essentia")
LIBROSA_RATE_HZ = 22_050

Analyse = Callable[[str], object]


def bliss() -> Analyse:
    """All 23 numbers by which bliss-rs compares songs: tempo, timbre, loudness, chroma."""
    song = importlib.import_module("bliss_audio").Song
    return lambda path: song(path).analysis


def essentia() -> Analyse:
    """MusicExtractor as it comes, with means only."""
    import essentia
    import essentia.standard as es

    essentia.log.infoActive = essentia.log.warningActive = False
    extractor: Analyse = es.MusicExtractor(lowlevelStats=["mean"], rhythmStats=["mean"], tonalStats=["mean"])
    return extractor


def librosa() -> Analyse:
    """What most scripts compute: tempo and beats, chroma, MFCC, centroid, loudness."""
    import librosa

    def analyse(path: str) -> None:
        samples, rate = librosa.load(path, sr=LIBROSA_RATE_HZ)
        librosa.beat.beat_track(y=samples, sr=rate)
        librosa.feature.chroma_stft(y=samples, sr=rate)
        librosa.feature.mfcc(y=samples, sr=rate)
        librosa.feature.spectral_centroid(y=samples, sr=rate)
        librosa.feature.rms(y=samples)

    return analyse


PEERS: dict[str, Callable[[], Analyse]] = {
    "bliss-audio": bliss,
    "librosa features": librosa,
    "essentia": essentia,
}


def main() -> None:
    """Answer until there is nothing more to ask."""
    analyse = PEERS[sys.argv[1]]()
    print("ready", flush=True)
    for line in sys.stdin:
        start = time.process_time()
        try:
            analyse(line.rstrip("\n"))
        except Exception as error:
            print(f"{sys.argv[1]}: {line.strip()}: {error}", file=sys.stderr)
            print("inf", flush=True)
        else:
            print(time.process_time() - start, flush=True)


if __name__ == "__main__":
    main()
