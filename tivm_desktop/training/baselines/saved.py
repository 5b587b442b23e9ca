"""A fitted CCA as a folder: `config.json` and `model.safetensors`."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load_file, save

from tivm_desktop.domain.errors import RunError
from tivm_desktop.training.archives.archive import Side
from tivm_desktop.training.baselines.canonical import CcaSettings
from tivm_desktop.training.baselines.cca import Cca, LinearTower
from tivm_desktop.training.baselines.scaling import NormalScores, WholeScale
from tivm_desktop.training.files import write_json_whole, write_whole

KIND = "cca"
_CONFIG, _MODEL = "config.json", "model.safetensors"


def save_cca(cca: Cca, folder: Path) -> None:
    """Write a fitted CCA; the config comes last, so that a folder that has one is complete."""
    tensors = {**_tensors(cca.video), **_tensors(cca.music)}
    stored = {name: np.ascontiguousarray(array, dtype=np.float32) for name, array in tensors.items()}
    config = {
        "kind": KIND,
        "settings": asdict(cca.settings),
        "video": [{"name": name, "width": width} for name, width in cca.video.widths.items()],
        "music": [{"name": name, "width": width} for name, width in cca.music.widths.items()],
    }
    write_whole(folder / _MODEL, save(stored))
    write_json_whole(folder / _CONFIG, config)


def load_cca(folder: Path) -> Cca:
    """Read a fitted CCA. Nothing is unpickled.

    Raises:
        RunError: a file is missing, can't be read, or the two don't fit each other.
    """
    try:
        config = json.loads((folder / _CONFIG).read_text("utf-8"))
        tensors = {name: array.astype(np.float64) for name, array in load_file(folder / _MODEL).items()}
        settings = CcaSettings(**config["settings"])
        video, music = (_tower(side, config[side], tensors) for side in ("video", "music"))
    except FileNotFoundError as error:
        raise RunError(
            folder, f"{folder} lacks {Path(error.filename or _MODEL).name}; fit it again."
        ) from error
    except (OSError, ValueError, KeyError, TypeError, SafetensorError) as error:
        raise RunError(folder, f"{folder} is no complete CCA ({error}); fit it again.") from error
    return Cca(settings, video, music)


def _tensors(tower: LinearTower) -> dict[str, NDArray[np.float64]]:
    found = {f"{tower.side}.mean": tower.mean, f"{tower.side}.weights": tower.weights}
    for name, scaling in zip(tower.widths, tower.scalings, strict=True):
        prefix = f"{tower.side}.{name}"
        found[f"{prefix}.mean"] = scaling.mean
        if isinstance(scaling, NormalScores):
            found[f"{prefix}.knots"] = scaling.knots
            found[f"{prefix}.deviation"] = scaling.deviation
        else:
            found[f"{prefix}.scale"] = np.array([scaling.scale])
    return found


def _tower(
    side: str, columns: list[dict[str, object]], tensors: dict[str, NDArray[np.float64]]
) -> LinearTower:
    widths = {str(column["name"]): int(cast("int", column["width"])) for column in columns}
    scalings = tuple(_scaling(f"{side}.{name}", tensors) for name in widths)
    mean, weights = tensors[f"{side}.mean"], tensors[f"{side}.weights"]
    if len(mean) != len(weights) or len(mean) != sum(len(scaling.mean) for scaling in scalings):
        raise ValueError(f"the tensors of {side} don't fit each other")
    return LinearTower(cast("Side", side), widths, scalings, mean, weights)


def _scaling(prefix: str, tensors: dict[str, NDArray[np.float64]]) -> NormalScores | WholeScale:
    mean = tensors[f"{prefix}.mean"]
    if f"{prefix}.scale" in tensors:
        return WholeScale(mean, float(tensors[f"{prefix}.scale"][0]))
    return NormalScores(tensors[f"{prefix}.knots"], mean, tensors[f"{prefix}.deviation"])
