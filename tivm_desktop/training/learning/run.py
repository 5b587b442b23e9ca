"""A trained run: a folder of files, and towers that embed."""

import json
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.torch import load

from tivm_desktop.domain.errors import RunError
from tivm_desktop.training.archives.archive import PairedArchive, Side
from tivm_desktop.training.learning.fitting import fitted
from tivm_desktop.training.learning.timeline import timeline
from tivm_desktop.training.learning.windows import embed_items
from tivm_desktop.training.model.config import RunConfig
from tivm_desktop.training.model.config_json import ConfigError
from tivm_desktop.training.model.two_towers import TwoTowers

CONFIG_FILE = "config.json"
MODEL_FILE = "model.safetensors"
FIGURES_FILE = "figures.json"
METRICS_FILE = "metrics.jsonl"
CURVES_FILE = "curves.png"
DATA_FILE = "data.json"

_ITEMS_AT_ONCE = 64


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """A finished run. It is a scorer: similarity is the cosine of the embeddings.

    Fit, the inverse distance of two unit embeddings, falls and rises with the cosine, so both rank alike.
    """

    folder: Path
    config: RunConfig
    towers: TwoTowers = field(repr=False)
    device: torch.device = field(default_factory=lambda: torch.device("cpu"))

    @property
    def name(self) -> str:
        """The folder's name."""
        return self.folder.name

    def embed(
        self,
        side: Side,
        archive: PairedArchive,
        items: NDArray[np.int64],
        *,
        crop_s: float | None = None,
    ) -> NDArray[np.float32]:
        """Return (n, E) float32 unit embeddings of items: the mean over windows of the config's length.

        Args:
            side: video or music.
            archive: with at least the run's columns.
            items: (n,) indices into the archive.
            crop_s: only this much of each item is seen, from its middle; None sees all of it.

        Raises:
            RunError: the archive lacks a column of the run, or has another rate.
        """
        seen = fitted(archive, self.config, self.folder)
        tower = self.towers.video if side == "video" else self.towers.music
        parts = [np.zeros((0, self.config.video.embedding), np.float32)]
        for begin in range(0, len(items), _ITEMS_AT_ONCE):
            sequences = timeline(seen, side, items[begin : begin + _ITEMS_AT_ONCE], self.device)
            if crop_s is not None:
                sequences = sequences.middle(max(round(crop_s * self.config.rate_hz), 1))
            parts.append(embed_items(tower, sequences, self.config, standardised=False).cpu().numpy())
        return np.concatenate(parts)

    def similarity(
        self, archive: PairedArchive, video_items: NDArray[np.int64], music_items: NDArray[np.int64]
    ) -> NDArray[np.float64]:
        """Return the cosine of every video (row) with every music (column), (Q, P).

        Raises:
            RunError: as `embed`.
        """
        video = self.embed("video", archive, video_items).astype(np.float64)
        music = self.embed("music", archive, music_items).astype(np.float64)
        return np.asarray(video @ music.T)


def is_finished(folder: Path) -> bool:
    """Return whether the run in a folder is over: weights and figures are there, which are written last."""
    return all((folder / name).exists() for name in (MODEL_FILE, FIGURES_FILE))


def load_run(folder: Path, device: torch.device | None = None) -> Run:
    """Return the finished run in a folder.

    Raises:
        RunError: there is none, it isn't finished, or its files don't fit each other.
    """
    config = read_config(folder / CONFIG_FILE)
    return run_with(folder, config, read_weights(folder), device)


def read_weights(folder: Path) -> bytes:
    """Return the weights of the finished run in a folder, as `run_with` takes them.

    Raises:
        RunError: it isn't finished, or they can't be read.
    """
    model = folder / MODEL_FILE
    if not is_finished(folder):
        raise RunError(
            model, f"the run {folder} is not finished; give the command that began it again and it goes on."
        )
    try:
        return model.read_bytes()
    except OSError as error:
        raise RunError(
            model, f"{model} can't be read ({error.strerror or error}); check its permissions."
        ) from error


def run_with(folder: Path, config: RunConfig, weights: bytes, device: torch.device | None = None) -> Run:
    """Return the finished run of a folder, which is not looked into.

    Args:
        folder: that the run is named by.
        config: of the run.
        weights: what `read_weights` gave.
        device: where it computes; None is the CPU.

    Raises:
        RunError: the weights are damaged, or another config's.
    """
    towers = TwoTowers(config)
    try:
        towers.load_state_dict(load(weights))
    except (SafetensorError, RuntimeError) as error:
        model = folder / MODEL_FILE
        raise RunError(
            model, f"{model} is damaged or does not fit its {CONFIG_FILE}; delete {folder} and train again."
        ) from error
    return Run(folder, config, towers.to(device or "cpu").eval(), device or torch.device("cpu"))


def read_config(path: Path) -> RunConfig:
    """Return the config in a JSON file.

    Raises:
        RunError: the file can't be read or is not a whole config.
    """
    try:
        return RunConfig.from_json(json.loads(path.read_text("utf-8")))
    except OSError as error:
        raise RunError(
            path, f"{path} can't be read ({error.strerror or error}); name the folder of a run."
        ) from error
    except ConfigError as error:
        raise RunError(path, f"{path} is no run's config: {error}; train the run again.") from error
    except ValueError as error:
        raise RunError(path, f"{path} is not JSON; train the run again.") from error
