"""What the base pack's encoders cost on one thread, against their networks in plain torch in the same run.

    ./dev bench encoders

Prints one JSON: milliseconds per second of sound and per frame, best of several runs taken in turns, and
how far our rows are from the peer's. The peer of the music encoder is the published musicnn in torch with
one patch every three seconds, its own default, on the same log-mel frames.
"""

import json
import time
from collections.abc import Callable
from pathlib import Path

import immich_memories_music
import numpy as np
import skimage.data
import torch
from skimage.transform import resize

from tivm_desktop.encoders.frame import FrameEncoder
from tivm_desktop.encoders.music import MusicEncoder
from tivm_desktop.encoders.musicnn import MusicnnFrontEnd
from tivm_desktop.encoders.pack import default_pack_folder, load_pack
from tivm_desktop.media.audio import audio_blocks
from tivm_desktop.training.backbones.efficientnet_lite import load_efficientnet_lite0
from tivm_desktop.training.backbones.musicnn import PATCH_FRAMES, load_musicnn
from tivm_desktop.training.backbones.musicnn_tags import MSD_TAGS

RUNS = 5
RATE_HZ = 16000
LENGTH_S = 60


def best_of(works: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Return the shortest wall time of each, in seconds."""
    best = dict.fromkeys(works, float("inf"))
    for _ in range(RUNS):
        for name, work in works.items():
            start = time.perf_counter()
            work()
            best[name] = min(best[name], time.perf_counter() - start)
    return best


def music_samples() -> np.ndarray:
    tracks = sorted((Path(immich_memories_music.__file__).parent / "tracks").glob("energetic/*.opus"))
    blocks = [block[:, 0] for track in tracks for block in audio_blocks(track, RATE_HZ, 1)]
    return np.concatenate(blocks)[: LENGTH_S * RATE_HZ]


def music(encoder: MusicEncoder) -> dict[str, float]:
    samples = music_samples()
    network, front_end = load_musicnn(), MusicnnFrontEnd()

    def ours() -> np.ndarray:
        stream = encoder.stream()
        for start in range(0, len(samples), RATE_HZ):
            stream.push(samples[start : start + RATE_HZ])
        return stream.finish()[1]

    @torch.no_grad()
    def peer() -> np.ndarray:
        mel = torch.from_numpy(front_end.log_mel(samples))
        whole = torch.arange(PATCH_FRAMES).unsqueeze(0)
        starts = range(0, len(mel) - PATCH_FRAMES + 1, PATCH_FRAMES)
        return np.concatenate([network(mel[s : s + PATCH_FRAMES], whole)[1].numpy() for s in starts])

    best = best_of({"ours": ours, "peer": peer, "front_end": lambda: front_end.log_mel(samples)})
    mean_tags = np.corrcoef(ours().mean(axis=0)[: len(MSD_TAGS)], peer().mean(axis=0))[0, 1]
    per_second = {f"{name}_ms_per_s": round(seconds / LENGTH_S * 1000, 3) for name, seconds in best.items()}
    return per_second | {
        "speedup": round(best["peer"] / best["ours"], 1),
        "ours_rows_per_s": 1.0,
        "peer_rows_per_s": round(1 / 3, 2),
        "mean_tags_correlation": round(float(mean_tags), 4),
    }


def frames(encoder: FrameEncoder) -> dict[str, float]:
    photographs = [skimage.data.cat(), skimage.data.coffee(), skimage.data.rocket(), skimage.data.astronaut()]
    squeezed = np.stack([resize(picture, (224, 224), preserve_range=True) for picture in photographs])
    pictures = np.rint(np.repeat(squeezed, 2, axis=0)).astype(np.uint8)
    network, tensor = load_efficientnet_lite0(), torch.from_numpy(pictures)

    @torch.no_grad()
    def peer() -> np.ndarray:
        return network(tensor)[1].numpy()

    best = best_of({"ours": lambda: encoder.encode(pictures), "peer": peer})
    per_frame = {f"{name}_ms_per_frame": round(s / len(pictures) * 1000, 2) for name, s in best.items()}
    difference = float(np.abs(encoder.encode(pictures)[1] - peer()).max())
    return per_frame | {
        "speedup": round(best["peer"] / best["ours"], 1),
        "largest_difference_of_a_posterior": float(f"{difference:.2g}"),
    }


def main() -> None:
    torch.set_num_threads(1)
    pack = load_pack(default_pack_folder())
    print(
        json.dumps(
            {
                "threads": 1,
                "frame_encoder": frames(FrameEncoder(pack, "cpu", threads=1)),
                "music_encoder": music(MusicEncoder(pack, "cpu", threads=1)),
            }
        )
    )


if __name__ == "__main__":
    main()
