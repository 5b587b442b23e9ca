"""A re-ranker in its run's folder: `reranker.json` and `reranker.safetensors`, nothing pickled."""

import json
import math
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load, save
from torch import Tensor

from tivm_desktop.domain.errors import RunError
from tivm_desktop.training.archives.archive import Side
from tivm_desktop.training.files import write_json_whole, write_whole
from tivm_desktop.training.model.config import RunConfig
from tivm_desktop.training.model.config_json import ConfigError
from tivm_desktop.training.reranking.config import RerankerConfig
from tivm_desktop.training.reranking.courses import CourseMaker
from tivm_desktop.training.reranking.reranker import Reranker
from tivm_desktop.training.reranking.rows import RowNetwork

CONFIG_FILE = "reranker.json"
MODEL_FILE = "reranker.safetensors"
_SIDES: tuple[Side, Side] = ("video", "music")


def save_reranker(reranker: Reranker, folder: Path) -> None:
    """Write a re-ranker beside its run.

    Raises:
        RunError: the folder can't be written to.
    """
    tensors: dict[str, Tensor] = {}
    for side in _SIDES:
        maker = reranker.makers[side]
        tensors[f"{side}/spread"] = torch.from_numpy(maker.spread)
        for name, projection in maker.projections.items():
            tensors[f"{side}/projection/{name}"] = torch.from_numpy(projection).contiguous()
        for name, weight in reranker.networks[side].state_dict().items():
            tensors[f"{side}/network/{name}"] = weight.contiguous()
    document = {
        "config": reranker.config.to_json(),
        "rate_hz": reranker.rate_hz,
        "spreads": list(reranker.spreads),
    }
    try:
        write_whole(folder / MODEL_FILE, save(tensors))
        write_json_whole(folder / CONFIG_FILE, document)
    except OSError as error:
        raise RunError(
            folder, f"{folder} can't be written to ({error.strerror or error}); choose another folder."
        ) from error


def has_reranker(folder: Path) -> bool:
    """Return whether a re-ranker lies in a run's folder."""
    return (folder / CONFIG_FILE).exists()


def load_reranker(folder: Path, run: RunConfig) -> Reranker:
    """Return the re-ranker in the folder of a run.

    Raises:
        RunError: there is none, or its files don't fit each other or the run.
    """
    path = folder / CONFIG_FILE
    try:
        document = json.loads(path.read_text("utf-8"))
        tensors = load((folder / MODEL_FILE).read_bytes())
        config = RerankerConfig.from_json(document["config"])
        rate_hz = float(document["rate_hz"])
        towers, courses = (float(one) for one in document["spreads"])
        makers = {side: _maker(side, tensors, config, run, rate_hz) for side in _SIDES}
        networks = {side: _network(side, tensors, makers[side], config) for side in _SIDES}
        _check_numbers(tensors, rate_hz, run.rate_hz, (towers, courses))
    except OSError as error:
        raise RunError(
            path,
            f"{path} and what belongs to it can't be read ({error.strerror or error}); train the run again.",
        ) from error
    except (ConfigError, SafetensorError, ValueError, KeyError, TypeError, RuntimeError) as error:
        reason = " ".join(str(error).split())
        raise RunError(
            path, f"{path} is no whole re-ranker of the run {folder} ({reason}); train the run again."
        ) from error
    return Reranker(config, rate_hz, makers, networks, (towers, courses))


def _check_numbers(
    tensors: dict[str, Tensor], rate_hz: float, run_rate_hz: float, spreads: tuple[float, float]
) -> None:
    if rate_hz != run_rate_hz:
        raise ValueError(f"it takes {rate_hz:g} rows a second and the run {run_rate_hz:g}")
    if not all(0 < spread < math.inf for spread in spreads):
        raise ValueError("a spread must be positive and finite")
    for name, values in tensors.items():
        if not bool(values.isfinite().all()):
            raise ValueError(f"{name} holds what is no number")
        if name.endswith("/spread") and not bool((values > 0).all()):
            raise ValueError(f"{name} must be positive")


def _maker(
    side: Side, tensors: dict[str, Tensor], config: RerankerConfig, run: RunConfig, rate_hz: float
) -> CourseMaker:
    columns = run.video.columns if side == "video" else run.music.columns
    projections: dict[str, Any] = {}
    width = 0
    for column in columns:
        if column.width > config.components:
            projections[column.name] = tensors[f"{side}/projection/{column.name}"].numpy()
            if projections[column.name].shape != (column.width, config.components):
                raise ValueError(f"the projection of {column.name} has another shape")
        width += min(column.width, config.components)
    spread = tensors[f"{side}/spread"].numpy()
    if spread.shape != (width,):
        raise ValueError(f"the {side} columns are others than the run's")
    return CourseMaker(columns, tuple(scale * rate_hz for scale in config.scales_s), projections, spread)


def _network(
    side: Side, tensors: dict[str, Tensor], maker: CourseMaker, config: RerankerConfig
) -> RowNetwork:
    network = RowNetwork(maker.width, config)
    prefix = f"{side}/network/"
    network.load_state_dict(
        {name.removeprefix(prefix): one for name, one in tensors.items() if name.startswith(prefix)}
    )
    return network.eval()
