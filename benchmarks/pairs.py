"""What each part of the ranking is worth on pairs that people made: an ablation, group by group held out.

`./dev bench pairs MANIFEST BANK MUSIC`: MANIFEST as `tivm evaluate-pairs` takes it, BANK a folder of
videos and MUSIC a folder of tracks that the references are made of. What a correspondence is learnt from
never holds a pair of the group that is judged. Judged are the parts alone, raw and normalised by the
bank, all parts together, and all but one.
"""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.analysis import TrackAnalysis, VideoAnalysis
from tivm_desktop.domain.calibration import Calibration
from tivm_desktop.domain.description import describe_track, describe_video
from tivm_desktop.domain.evaluation.pairs import pair_report
from tivm_desktop.domain.fusion import WEIGHTS, Fusion, part_scores, raw_scores, vectors
from tivm_desktop.domain.priors import usual_quantiles
from tivm_desktop.domain.reference import (
    Pair,
    reference_statistics,
    reference_vectors,
    with_correspondence,
    with_references,
)
from tivm_desktop.encoders.pack import Pack
from tivm_desktop.library.profile import Profile
from tivm_desktop.library.scan import scan_folder
from tivm_desktop.matching.analysed import AnalysedTrack
from tivm_desktop.matching.collect import collect
from tivm_desktop.matching.embedding import Embedder
from tivm_desktop.matching.packs import find_pack
from tivm_desktop.matching.pair_manifest import read_pairs

Matrix = NDArray[np.float64]


def held_out_scores(
    pairs: Sequence[Pair],
    bank: Sequence[VideoAnalysis],
    library: Sequence[TrackAnalysis],
    pack: Pack,
) -> dict[str, Matrix]:
    """Return (n, n) scores by name; the rows of a group come from a pack made without its pairs."""
    tags = pack.music.tags
    start = reference_statistics(bank, library, tags, "", usual_quantiles())
    embedder = Embedder(pack, start)
    rows: dict[str, list[tuple[int, NDArray[np.float64]]]] = {}
    for group in sorted({pair.group for pair in pairs}):
        others = [pair for pair in pairs if pair.group != group]
        learnt = with_correspondence(start, others, tags, "") if len(others) > 2 else start
        calibration = with_references(
            learnt,
            [(video, embedder.video(video)) for video in bank],
            [(track, embedder.track(track)) for track in library],
            tags,
        )
        for name, found in _scores(pairs, group, calibration, tags, embedder).items():
            rows.setdefault(name, []).extend(found)
    return {
        name: np.stack([row for _, row in sorted(found, key=lambda one: one[0])])
        for name, found in rows.items()
    }


def _scores(
    pairs: Sequence[Pair], group: str, calibration: Calibration, tag_names: Sequence[str], embed: Embedder
) -> dict[str, list[tuple[int, NDArray[np.float64]]]]:
    fusion = Fusion(
        reference_vectors(calibration.reference_videos), reference_vectors(calibration.reference_tracks)
    )
    heard = [
        vectors(describe_track(pair.track, tag_names, calibration), embed.track(pair.track)) for pair in pairs
    ]
    tracks = [fusion.track(one) for one in heard]
    found: dict[str, list[tuple[int, NDArray[np.float64]]]] = {}
    for place, pair in enumerate(pairs):
        if pair.group != group:
            continue
        video = fusion.video(vectors(describe_video(pair.video, calibration), embed.video(pair.video)))
        parts = [part_scores(video.vectors, track) for track in tracks]
        for part in parts[0]:
            raw = raw_scores(part, video.vectors[part][None], np.stack([one[part] for one in heard]))[0]
            found.setdefault(f"{part}, raw", []).append((place, raw))
            found.setdefault(part, []).append((place, np.array([one[part] for one in parts])))
            rest = [name for name in parts[0] if name != part]
            found.setdefault(f"all but {part}", []).append((place, _fused(parts, rest)))
        found.setdefault("all", []).append((place, _fused(parts, list(parts[0]))))
    return found


def _fused(parts: Sequence[Mapping[str, float]], names: Sequence[str]) -> NDArray[np.float64]:
    return np.array([sum(WEIGHTS[name] * one[name] for name in names) for one in parts])


def _quietly(_done: int, _total: int) -> None:
    """Show no progress."""


def _tell(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")


def report(pairs: Sequence[Pair], ids: Sequence[str], scores: Mapping[str, Matrix]) -> dict[str, object]:
    """Return the figures by name, as JSON knows them."""
    groups = [pair.group for pair in pairs]
    found: dict[str, object] = {}
    for name, matrix in scores.items():
        judged = pair_report(matrix, ids, groups).to_json()
        judged.pop("rankings")
        found[name] = judged
    return found


def main() -> int:
    """Analyse or recall, judge, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("manifest", type=Path)
    parser.add_argument("bank", type=Path)
    parser.add_argument("music", type=Path, nargs="+")
    parser.add_argument("--pack")
    parser.add_argument("--profile", type=Path)
    arguments = parser.parse_args()
    profile = Profile(arguments.profile)
    pack = find_pack(arguments.pack, profile)
    wanted = read_pairs(arguments.manifest)
    videos = sorted(path for path in arguments.bank.rglob("*") if path.suffix in (".mp4", ".webm", ".mkv"))
    tracks = [path for folder in arguments.music for path in scan_folder(folder)]
    known = collect(
        pack,
        profile,
        [*tracks, *(pair.music for pair in wanted)],
        [*videos, *(pair.video for pair in wanted)],
        provider="cpu",
        progress=_quietly,
        warn=_tell,
    )
    pairs, ids = [], []
    for one in wanted:
        video, track = known.videos[one.video], known.tracks[one.music]
        if isinstance(video, VideoAnalysis) and isinstance(track, AnalysedTrack):
            pairs.append(Pair(video, track.analysis, one.group))
            ids.append(one.id)
    bank = [seen for path in videos if isinstance(seen := known.videos[path], VideoAnalysis)]
    library = [heard.analysis for path in tracks if isinstance(heard := known.tracks[path], AnalysedTrack)]
    scores = held_out_scores(pairs, bank, library, pack)
    made_of = {"pack": [pack.name, pack.version], "bank": len(bank), "library": len(library)}
    json.dump({**made_of, **report(pairs, ids, scores)}, sys.stdout, indent=1)
    return 0


if __name__ == "__main__":
    sys.exit(main())
