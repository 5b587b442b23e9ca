"""Seconds per epoch of our towers as sequences grow, against plain torch modules of the same size.

    ./dev bench training
    ./dev bench training --items 600 --lengths 60 120

Prints one JSON. All train in the same run on the same made-up archive, one thread, one batch of all items an
epoch, whole items of 0.5 to 1 times the length told, InfoNCE and AdamW. Plain means: `pad_sequence`, a linear
layer, then `nn.TransformerEncoder` with a padding mask, or `nn.LSTM` both ways on packed sequences, the mean
over time, a linear layer. Ours has the same hidden size, layers and heads, and does the augmentation of a
real training besides. What makes the difference: torch's fast attention on the CPU knows no dropout, which
ours leaves to the layers around it, and packed sequences go step by step backwards. `default` is what
`tivm train` makes without being told more: crops of a minute beside the statistics of whole items, so that
its time does not grow with the items.
"""

import argparse
import json
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence, pad_sequence

from tivm_desktop.training.archives.archive import PairedArchive
from tivm_desktop.training.learning.defaults import config_for
from tivm_desktop.training.learning.loop import TrainingLoop
from tivm_desktop.training.learning.team import Team
from tivm_desktop.training.model.losses import info_nce

HIDDEN, HEADS, FEED_FORWARD, EMBEDDING, DROPOUT = 64, 4, 128, 64, 0.3
VIDEO_WIDTH, MUSIC_WIDTH = 136, 30
RUNS = 3
WHOLE: dict[str, Any] = {"crops_s": [0], "tower": {"statistics_skip": False, "pooling": "mean"}}


def made_archive(items: int, longest: int) -> PairedArchive:
    rng = np.random.default_rng(0)
    lengths = rng.integers(longest // 2, longest + 1, items)
    names = tuple(f"item{item}" for item in range(items))
    rows = int(lengths.sum())
    return PairedArchive(
        path=None,
        songs=names,
        splits=("train",) * items,
        groups=names,
        offsets=np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64),
        rate_hz=1.0,
        video={"picture": rng.normal(size=(rows, VIDEO_WIDTH)).astype(np.float32)},
        music={"sound": rng.normal(size=(rows, MUSIC_WIDTH)).astype(np.float32)},
    )


class PlainTower(nn.Module):
    """A tower as one writes it from torch's own parts."""

    def __init__(self, width: int, encoder: str) -> None:
        super().__init__()
        self.into = nn.Sequential(
            nn.Linear(width, HIDDEN), nn.LayerNorm(HIDDEN), nn.GELU(), nn.Dropout(DROPOUT)
        )
        layer = nn.TransformerEncoderLayer(
            HIDDEN, HEADS, FEED_FORWARD, DROPOUT, "gelu", batch_first=True, norm_first=True
        )
        self.lstm = nn.LSTM(HIDDEN, HIDDEN, batch_first=True, bidirectional=True)
        self.transformer = nn.TransformerEncoder(layer, 1, enable_nested_tensor=False)
        self.is_lstm = encoder == "lstm"
        self.out = nn.Linear(2 * HIDDEN if self.is_lstm else HIDDEN, EMBEDDING)

    def forward(self, sequences: list[Tensor]) -> Tensor:
        lengths = torch.tensor([len(one) for one in sequences])
        rows = self.into(pad_sequence(sequences, batch_first=True))
        mask = torch.arange(rows.shape[1]) < lengths.unsqueeze(1)
        if self.is_lstm:
            packed = pack_padded_sequence(rows, lengths, batch_first=True, enforce_sorted=False)
            rows = pad_packed_sequence(self.lstm(packed)[0], batch_first=True)[0]
        else:
            rows = self.transformer(rows, src_key_padding_mask=~mask)
        mean = (rows * mask.unsqueeze(-1)).sum(1) / lengths.unsqueeze(1)
        return functional.normalize(self.out(mean), dim=1)


def plain_epoch(archive: PairedArchive, encoder: str) -> Callable[[], object]:
    torch.manual_seed(0)
    towers = nn.ModuleList([PlainTower(VIDEO_WIDTH, encoder), PlainTower(MUSIC_WIDTH, encoder)])
    optimiser = torch.optim.AdamW(towers.parameters(), lr=1e-3)
    video, music = (
        [torch.from_numpy(archive.rows(side, item)) for item in range(len(archive))]
        for side in ("video", "music")
    )
    ignore, temperature = torch.zeros(len(archive), len(archive), dtype=torch.bool), torch.tensor(-2.3)

    def epoch() -> None:
        optimiser.zero_grad()
        loss = info_nce(towers[0](video) @ towers[1](music).T, temperature, ignore)
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()

    return epoch


def our_epoch(archive: PairedArchive, encoder: str, changes: dict[str, Any]) -> Callable[[], object]:
    tower = {"hidden": HIDDEN, "heads": HEADS, "embedding": EMBEDDING, "encoder": encoder, "dropout": DROPOUT}
    told = {"initialise": "random", "epochs": 1000, **changes, "tower": tower | changes.get("tower", {})}
    items = np.arange(len(archive))
    loop = TrainingLoop(
        config_for(archive, changes=told), archive, items, items[:0], Team(torch.device("cpu"))
    )
    return loop.epoch


def best_of(works: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Return the shortest wall time of each in seconds, taken in turns after one that isn't counted."""
    best = dict.fromkeys(works, float("inf"))
    for run in range(RUNS + 1):
        for name, work in works.items():
            start = time.perf_counter()
            work()
            if run > 0:
                best[name] = min(best[name], time.perf_counter() - start)
    return best


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--items", type=int, default=64)
    parser.add_argument("--lengths", type=int, nargs="+", default=[60, 120, 300, 600], metavar="S")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    table = []
    for length in arguments.lengths:
        archive = made_archive(arguments.items, length)
        for encoder in ("transformer", "lstm"):
            seconds = best_of(
                {
                    "ours": our_epoch(archive, encoder, WHOLE),
                    "plain": plain_epoch(archive, encoder),
                    "default": our_epoch(archive, encoder, {}),
                }
            )
            row = {f"{name}_s_per_epoch": round(value, 4) for name, value in seconds.items()}
            ratio = round(seconds["plain"] / seconds["ours"], 2)
            table.append({"length_s": length, "encoder": encoder, **row, "plain_over_ours": ratio})
    print(json.dumps({"threads": 1, "items": arguments.items, "hidden": HIDDEN, "epochs": table}))


if __name__ == "__main__":
    main()
