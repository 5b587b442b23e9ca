"""The epochs of a run, and all that changes in them."""

import time
from copy import deepcopy
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.parallel import DistributedDataParallel

from tivm_desktop.domain.evaluation.ranks import normalised, ranks
from tivm_desktop.training.archives.archive import PairedArchive
from tivm_desktop.training.learning.augmentation import augmented
from tivm_desktop.training.learning.batches import Batch, batches, steps_per_epoch
from tivm_desktop.training.learning.checkpoint import Standing, packed, unpacked
from tivm_desktop.training.learning.devices import device_name
from tivm_desktop.training.learning.objective import objective
from tivm_desktop.training.learning.optimiser import adamw, average_into, learning_rate
from tivm_desktop.training.learning.preparing import described, prepared, start_from_cca
from tivm_desktop.training.learning.seeds import generator, seed_of
from tivm_desktop.training.learning.team import Team
from tivm_desktop.training.learning.timeline import timeline
from tivm_desktop.training.learning.windows import embed_items
from tivm_desktop.training.model import masked
from tivm_desktop.training.model.config import RunConfig
from tivm_desktop.training.model.two_towers import TwoTowers


class TrainingLoop:
    """Towers, optimiser and standing of a run. Seeds torch's own generator; the caller restores it."""

    def __init__(
        self,
        config: RunConfig,
        archive: PairedArchive,
        train_items: NDArray[np.int64],
        validation_items: NDArray[np.int64],
        team: Team,
    ) -> None:
        """Make a config's towers for an archive that fits it, and take its items to the team's device."""
        self.config, self.team, self.standing = config, team, Standing()
        torch.manual_seed(seed_of("weights", config.seed))
        self._towers = TwoTowers(config).to(team.device)
        self._video = prepared(self._towers.video, archive, "video", train_items, team.device)
        self._music = prepared(self._towers.music, archive, "music", train_items, team.device)
        self._described = (
            described(self._towers.video, self._video),
            described(self._towers.music, self._music),
        )
        if config.initialise == "cca":
            groups = [archive.groups[item] for item in train_items]
            start_from_cca(self._towers, self._described, groups, config)
        codes = np.unique(np.asarray(archive.groups), return_inverse=True)[1][train_items]
        self._groups = torch.from_numpy(codes).to(team.device)
        self.lengths = torch.from_numpy(archive.lengths[train_items])
        self._validation = None
        if len(validation_items) > 1 and team.leads:
            video, music = self._towers.video.standardise, self._towers.music.standardise
            self._validation = (
                timeline(archive, "video", validation_items, team.device, video),
                timeline(archive, "music", validation_items, team.device, music),
            )
        self._validates = len(validation_items) > 1
        self._kept = deepcopy(self._towers) if config.ema else self._towers
        self._best: dict[str, Tensor] = {}
        self._module: nn.Module = self._towers
        if team.size > 1:
            self._module = DistributedDataParallel(self._towers)
        self._optimiser = adamw(self._towers, config)
        self._steps = config.epochs * steps_per_epoch(config, len(train_items))

    @property
    def over(self) -> bool:
        """Whether all epochs are done, or the best one lies too far back."""
        patient = not self.config.patience or self.standing.waited < self.config.patience
        return self.standing.epoch >= self.config.epochs or not patient

    def epoch(self) -> dict[str, Any]:
        """Train one epoch, validate where it is due, and return the epoch's metrics."""
        begin, number, rank = time.perf_counter(), self.standing.epoch, self.team.rank
        torch.manual_seed(seed_of("dropout", self.config.seed, number, rank))
        draw = generator("augmentation", self.config.seed, number, rank, self.team.device)
        self._towers.train()
        losses = [
            self.step(batch, draw) for batch in batches(self.config, self.lengths, number, self.team.size)
        ]
        self.standing.epoch = number + 1
        metrics: dict[str, Any] = {
            "epoch": number + 1,
            "loss": float(torch.stack(losses).mean()),
            "learning_rate": learning_rate(self.config, self.standing.step - 1, self._steps),
            "temperature": float(self._towers.log_temperature.detach().exp()),
        }
        last = number + 1 == self.config.epochs
        if self._validates and (last or (number + 1) % self.config.validate_every == 0):
            metrics["validation_auc"] = self._validated()
        return metrics | {"seconds": round(time.perf_counter() - begin, 4)}

    def step(self, batch: Batch, draw: torch.Generator) -> Tensor:
        """Take one optimiser step on a batch of the whole team and return its loss."""
        for group in self._optimiser.param_groups:
            group["lr"] = group["share"] * learning_rate(self.config, self.standing.step, self._steps)
        self._optimiser.zero_grad(set_to_none=True)
        loss = self.loss(batch, draw)
        loss.backward()  # type: ignore[no-untyped-call]
        if self.config.gradient_norm:
            nn.utils.clip_grad_norm_(self._towers.parameters(), self.config.gradient_norm)
        self._optimiser.step()
        low, high = self.config.temperature_bounds
        with torch.no_grad():
            self._towers.log_temperature.clamp_(np.log(low), np.log(high))
        if self.config.ema:
            average_into(self._kept, self._towers, self.config.ema, self.standing.step)
        self.standing.step += 1
        return loss.detach()

    def loss(self, batch: Batch, draw: torch.Generator) -> Tensor:
        """Return the loss of a batch of the whole team, the same in every process."""
        own, device = batch.part(self.team.rank, self.team.size), self.team.device
        items = own.items.to(device)
        video = self._video.crops(items, own.video_starts.to(device), own.length)
        music = self._music.crops(items, own.music_starts.to(device), own.length)
        video, music = augmented(*video, self.config, draw), augmented(*music, self.config, draw)
        whole = tuple(None if one is None else one[items] for one in self._described)
        embedded_video, embedded_music, log_temperature = self._module(*video, *music, whole)
        gathered = self.team.gathered
        features = (masked.mean(*video), masked.mean(*music))
        return self.objective(
            batch.items.to(device),
            gathered(embedded_video),
            gathered(embedded_music),
            log_temperature,
            (gathered(features[0]), gathered(features[1])),
        )

    def objective(
        self,
        items: Tensor,
        video: Tensor,
        music: Tensor,
        log_temperature: Tensor,
        features: tuple[Tensor, Tensor],
    ) -> Tensor:
        """Return the loss of the (B, E) embeddings of (B,) training items; see `objective.objective`."""
        return objective(self.config, video, music, log_temperature, self._groups[items], features)

    def gradients(self) -> dict[str, Tensor]:
        """Return the gradients of the last loss by the parameters' names."""
        named = self._towers.named_parameters()
        return {name: one.grad.clone() for name, one in named if one.grad is not None}

    def _validated(self) -> float:
        auc = float(self.team.told(self._auc()))
        self.standing.waited += 1
        if self.standing.best is None or auc > self.standing.best:
            self.standing.best, self.standing.best_epoch, self.standing.waited = auc, self.standing.epoch, 0
            self._best = {name: one.detach().clone() for name, one in self._kept.state_dict().items()}
        return auc

    def _auc(self) -> float:
        """Return the validation items' mean normalised rank over both directions."""
        if self._validation is None:
            return 0.0
        video, music = (
            embed_items(tower, items, self.config, standardised=True).double().cpu()
            for tower, items in zip((self._kept.video, self._kept.music), self._validation, strict=True)
        )
        similarity = (video @ music.T).numpy()
        pool = np.full(len(similarity), len(similarity))
        return float(np.mean([normalised(ranks(one), pool) for one in (similarity, similarity.T)]))

    def checkpoint(self) -> bytes:
        """Return everything a killed run needs to go on."""
        return packed(self.standing, self._modules(), self._best, self._optimiser)

    def resume(self, content: bytes) -> None:
        """Go back to a checkpoint.

        Raises:
            ValueError: it is damaged or another config's.
        """
        self.standing, best = unpacked(content, self._modules(), self._optimiser)
        self._best = {name: one.to(self.team.device) for name, one in best.items()}

    def _modules(self) -> dict[str, nn.Module]:
        modules: dict[str, nn.Module] = {"towers": self._towers}
        return modules | {"averaged": self._kept} if self.config.ema else modules

    def finished(self) -> TwoTowers:
        """Return the towers of the best validation, or the last ones, ready to embed."""
        if self._best:
            self._kept.load_state_dict(self._best)
        return self._kept.eval()

    def figures(self, metrics: list[dict[str, Any]]) -> dict[str, object]:
        """Return what is worth knowing of the run in one document."""
        sides = {"video": self._towers.video, "music": self._towers.music}
        return {
            "epochs": self.standing.epoch,
            "best_epoch": self.standing.best_epoch if self._best else self.standing.epoch,
            "validation_auc": self.standing.best,
            "training_seconds": round(sum(one["seconds"] for one in metrics), 1),
            "parameters": {
                side: sum(one.numel() for one in tower.parameters()) for side, tower in sides.items()
            },
            "device": device_name(self.team.device),
            "processes": self.team.size,
            "threads": torch.get_num_threads(),
            "torch": torch.__version__,
        }
