"""Training a re-ranker: which course belongs to which, among all of a batch."""

import math
from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.training.counting import CountProgress, no_count
from tivm_desktop.training.reranking.config import RerankerConfig
from tivm_desktop.training.reranking.rows import RowNetwork, directions

_LARGEST_SCALE = math.log(100.0)
_SHORT = 0.1


def fit_row_networks(
    video: Sequence[FloatArray],
    music: Sequence[FloatArray],
    groups: Sequence[str],
    config: RerankerConfig,
    rate_hz: float,
    progress: CountProgress = no_count,
) -> tuple[RowNetwork, RowNetwork]:
    """Return both sides' networks, trained by symmetric InfoNCE on stretches cut at the same second.

    Args:
        video: courses of the training items, each (T, D).
        music: courses of the same items, each (T, D').
        groups: of the items; others of one's own group are no negatives.
        config: of the re-ranker.
        rate_hz: rows a second.
        progress: hears of (epochs done, epochs).
    """
    draw = torch.Generator().manual_seed(config.seed)
    with torch.random.fork_rng([]):
        torch.manual_seed(config.seed)
        networks = RowNetwork(video[0].shape[1], config), RowNetwork(music[0].shape[1], config)
    scale = torch.tensor(math.log(1 / config.temperature), requires_grad=True)
    weights = [*networks[0].parameters(), *networks[1].parameters()]
    steps = config.epochs * config.batches
    optimiser = torch.optim.AdamW(
        [{"params": weights, "weight_decay": config.weight_decay}, {"params": [scale], "weight_decay": 0.0}],
        lr=config.lr,
    )
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, config.lr, total_steps=steps, pct_start=0.1)
    stretches = _Stretches(video, music, groups, config, rate_hz)
    for epoch in range(config.epochs):
        for drawn in torch.randperm(len(video), generator=draw).tensor_split(config.batches):
            items = stretches.long_enough(drawn)
            if len(items) < 2:
                continue
            picture, sound = stretches.cut(items, draw)
            loss = _loss(networks, picture, sound, scale, stretches.strangers(items), config, draw)
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimiser.step()
            schedule.step()
        progress(epoch + 1, config.epochs)
    return networks[0].eval(), networks[1].eval()


def _loss(
    networks: tuple[RowNetwork, RowNetwork],
    picture: Tensor,
    sound: Tensor,
    scale: Tensor,
    strangers: Tensor,
    config: RerankerConfig,
    draw: torch.Generator,
) -> Tensor:
    seen, heard = (
        directions(network(_dropped(rows, config.input_dropout, draw), draw))
        for network, rows in zip(networks, (picture, sound), strict=True)
    )
    logits = (seen @ heard.T * scale.clamp(max=_LARGEST_SCALE).exp()).masked_fill(~strangers, -torch.inf)
    target = torch.arange(len(logits))
    return (functional.cross_entropy(logits, target) + functional.cross_entropy(logits.T, target)) / 2


def _dropped(rows: Tensor, share: float, draw: torch.Generator) -> Tensor:
    kept = torch.rand((len(rows), 1, rows.shape[-1]), generator=draw) >= share
    return rows * (kept / (1 - share))


class _Stretches:
    """All courses as one tensor a side; stretches are gathered by index arithmetic."""

    def __init__(
        self,
        video: Sequence[FloatArray],
        music: Sequence[FloatArray],
        groups: Sequence[str],
        config: RerankerConfig,
        rate_hz: float,
    ) -> None:
        self._video = torch.cat([torch.from_numpy(course) for course in video])
        self._music = torch.cat([torch.from_numpy(course) for course in music])
        self._lengths = torch.tensor([len(course) for course in video])
        self._first = self._lengths.cumsum(0) - self._lengths
        known = {group: number for number, group in enumerate(dict.fromkeys(groups))}
        self._groups = torch.tensor([known[group] for group in groups])
        self._length = round(config.crop_s * rate_hz)

    def long_enough(self, items: Tensor) -> Tensor:
        """Return the items without the few that would make the stretches of all others short."""
        lengths = self._lengths[items]
        fewest = min(float(self._length), float(lengths.double().quantile(_SHORT)))
        return items[lengths >= fewest]

    def cut(self, items: Tensor, draw: torch.Generator) -> tuple[Tensor, Tensor]:
        """Return (B, L, D) and (B, L, D') at the same seconds of each item."""
        lengths = self._lengths[items]
        length = int(min(self._length, int(lengths.min())))
        spare = lengths - length + 1
        starts = (torch.rand(len(items), generator=draw) * spare).long()
        places = ((self._first[items] + starts).unsqueeze(1) + torch.arange(length)).flatten()
        shape = (len(items), length, -1)
        return (
            self._video.index_select(0, places).view(shape),
            self._music.index_select(0, places).view(shape),
        )

    def strangers(self, items: Tensor) -> Tensor:
        """Return (B, B), False where two different items share a group."""
        groups = self._groups[items]
        return (groups.unsqueeze(1) != groups) | torch.eye(len(items), dtype=torch.bool)
