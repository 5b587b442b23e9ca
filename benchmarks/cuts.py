"""Hard cuts found in footage with known cuts, by the program's detector and by PySceneDetect's.

    ./dev exec python benchmarks/cuts.py [--clips N] [--sheet PNG] [--fit]

Edits of photographs and of Sintel's shots are made, encoded in four ways and decoded as the program does;
those that the detector was tuned on (other photographs, Big Buck Bunny) are not among them. The two real
clips count as they are. Prints one JSON: precision and recall within 0.15 s and microseconds a frame.
PySceneDetect takes part where it is installed (`pip install scenedetect`), with its defaults and with its
shortest scene set to 0.12 s; it gets the same decoded frames at 256x144.
"""

import argparse
import json
import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from benchmarks.footage import REAL_CUTS_S, REAL_DOUBTFUL_S, edits, write
from tivm_desktop.media.cuts import FLOORS, CutFinder
from tivm_desktop.media.picture_distance import THUMBNAIL_SIZE
from tivm_desktop.media.scaling import FrameScaler

MEDIA = Path(__file__).resolve().parents[2] / "shared" / "media"
TOLERANCE_S = 0.15
PEER_SIZE = (256, 144)
ENCODINGS = (
    ("libx264", {"crf": "23", "bf": "3", "g": "250"}),
    ("libx264", {"crf": "28", "bf": "0"}),
    ("mpeg4", {"b": "1500000", "bf": "2"}),
    ("libx264", {"crf": "23", "bf": "3", "b-pyramid": "none", "x264-params": "scenecut=0"}),
)

Frames = list[tuple[float, NDArray[np.uint8]]]
Times = Sequence[float]
Detector = Callable[[Frames], Times]
Scores = dict[str, "Score"]


@dataclass
class Score:
    """Counts over all clips of a kind."""

    hit: int = 0
    found: int = 0
    true: int = 0
    by_kind: dict[str, list[int]] = field(default_factory=dict)

    def add(self, kind: str, found: Times, true: Times, doubtful: Times) -> None:
        found = [time for time in found if all(abs(time - other) > TOLERANCE_S for other in doubtful)]
        free = list(found)
        hit = 0
        for time_s in true:
            nearest = min(free, key=lambda other: abs(other - time_s), default=None)
            if nearest is not None and abs(nearest - time_s) <= TOLERANCE_S:
                free.remove(nearest)
                hit += 1
        counts = self.by_kind.setdefault(kind, [0, 0, 0])
        for place, count in enumerate((hit, len(found), len(true))):
            counts[place] += count
        self.hit, self.found, self.true = self.hit + hit, self.found + len(found), self.true + len(true)

    def report(self) -> dict[str, object]:
        return {
            "recall": round(self.hit / max(self.true, 1), 4),
            "precision": round(self.hit / max(self.found, 1), 4),
            "true": self.true,
            "found": self.found,
            "hit_found_true_by_kind": self.by_kind,
        }


def frames_of(path: Path, size: tuple[int, int]) -> Frames:
    scaler = FrameScaler(*size)
    with av.open(path) as container:
        stream = container.streams.video[0]
        stream.codec_context.skip_frame = "NONREF"
        return [(frame.time, scaler.rgb(frame)) for frame in container.decode(stream)]


def ours(frames: Frames) -> Sequence[float]:
    finder = CutFinder()
    for time_s, picture in frames:
        finder.push(time_s, picture)
    return finder.cuts_s().tolist()


def peers() -> dict[str, Detector]:
    try:
        from scenedetect import FrameTimecode
        from scenedetect.detectors import AdaptiveDetector, ContentDetector, HashDetector, HistogramDetector
    except ImportError:
        return {}

    def run(kind: type, shortest: int) -> Detector:
        def detect(frames: Frames) -> Sequence[float]:
            detector = kind(min_scene_len=shortest)
            numbers: list[int] = []
            for number, (_, picture) in enumerate(frames):
                cuts = detector.process_frame(FrameTimecode(number, 25.0), picture[..., ::-1].copy())
                numbers += [cut.frame_num for cut in cuts]
            cuts = detector.post_process(FrameTimecode(len(frames) - 1, 25.0))
            numbers += [cut.frame_num for cut in cuts]
            return [frames[number][0] for number in sorted(set(numbers))]

        return detect

    kinds = (ContentDetector, AdaptiveDetector, HistogramDetector, HashDetector)
    return {
        f"{kind.__name__}{suffix}": run(kind, shortest)
        for kind in kinds
        for suffix, shortest in (("", 15), ("_short", 3))
    }


def made_clips(split: str, count: int, seed: int, folder: Path) -> Iterator[tuple[str, Path, Times]]:
    for number, edit in enumerate(edits(split, MEDIA, count, seed)):
        path = folder / f"{edit.name}.mp4"
        write(edit, path, *ENCODINGS[number // 8 % len(ENCODINGS)])
        yield edit.name.partition("_")[0], path, edit.cuts_s
        path.unlink()


def fit(count: int, folder: Path) -> dict[str, object]:
    from sklearn.linear_model import LogisticRegression

    rows, labels = [], []
    for _, path, true in made_clips("develop", count, 1, folder):
        finder = CutFinder()
        for time_s, picture in frames_of(path, THUMBNAIL_SIZE):
            finder.push(time_s, picture)
        seen = finder.measured()
        label = np.zeros(len(seen.times_s), bool)
        at = np.searchsorted(seen.times_s, np.array(true) - 1e-3)
        label[at[at < len(label)]] = True
        rows.append(np.log(np.hstack([seen.across, seen.around]) + np.tile(FLOORS, 2)))
        labels.append(label)
    is_cut = np.concatenate(labels)
    model = LogisticRegression(C=10, max_iter=3000)
    model.fit(np.concatenate(rows), is_cut, sample_weight=np.where(is_cut, 3, 1))
    return {"weights": np.round(model.coef_[0], 2).tolist(), "offset": round(float(model.intercept_[0]), 2)}


def contact_sheet(path: Path, frames: Frames, cuts: Sequence[float], out: Path) -> None:
    """The three frames before and after each cut found, for looking at."""
    times = np.array([time_s for time_s, _ in frames])
    width, height = PEER_SIZE[0] // 2, PEER_SIZE[1] // 2
    sheet = Image.new("RGB", (6 * (width + 4), len(cuts) * (height + 14)))
    draw = ImageDraw.Draw(sheet)
    for row, cut_s in enumerate(cuts):
        first = int(np.argmin(np.abs(times - cut_s)))
        draw.text((0, row * (height + 14)), f"{path.name} {cut_s:.3f} s", fill="yellow")
        for column in range(6):
            number = min(max(first - 3 + column, 0), len(frames) - 1)
            small = Image.fromarray(frames[number][1]).resize((width, height))
            sheet.paste(small, (column * (width + 4) + (4 if column > 2 else 0), row * (height + 14) + 12))
    sheet.save(out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clips", type=int, default=40)
    parser.add_argument("--sheet", type=Path, help="write a picture of the cuts found in the real clips here")
    parser.add_argument("--fit", action="store_true", help="print the weights that the tuning edits give")
    arguments = parser.parse_args()
    os.environ.setdefault("OPENCV_LOG_LEVEL", "ERROR")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if arguments.fit:
            print(json.dumps(fit(arguments.clips, folder)))
            return
        made: dict[str, Score] = {}
        real: dict[str, Score] = {}
        spent: dict[str, float] = {}
        frame_count = 0
        detectors: dict[str, Detector] = {"tivm": ours, **peers()}

        def judge(scores: Scores, kind: str, path: Path, true: Times, doubtful: Times) -> int:
            small, large = frames_of(path, THUMBNAIL_SIZE), frames_of(path, PEER_SIZE)
            for detector_name, detect in detectors.items():
                began = time.process_time()
                found = detect(small if detector_name == "tivm" else large)
                spent[detector_name] = spent.get(detector_name, 0.0) + time.process_time() - began
                scores.setdefault(detector_name, Score()).add(kind, found, true, doubtful)
                if detector_name == "tivm" and kind == path.name and arguments.sheet:
                    out = arguments.sheet.with_stem(f"{arguments.sheet.stem}_{path.stem}")
                    contact_sheet(path, large, found, out)
            return len(small)

        for kind, path, true in made_clips("judge", arguments.clips, 2, folder):
            frame_count += judge(made, kind, path, true, ())
        for clip, true in REAL_CUTS_S.items():
            frame_count += judge(real, clip, MEDIA / clip, true, REAL_DOUBTFUL_S[clip])
    print(
        json.dumps(
            {
                name: {
                    "made": made[name].report(),
                    "real": real[name].report(),
                    "us_per_frame": round(spent[name] / frame_count * 1e6),
                }
                for name in detectors
            }
        )
    )


if __name__ == "__main__":
    main()
