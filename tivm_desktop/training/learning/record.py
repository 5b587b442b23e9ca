"""A run's folder while it is written."""

import json
from pathlib import Path
from typing import Any

from safetensors.torch import save
from torch import Tensor

from tivm_desktop.domain.errors import RunError
from tivm_desktop.training.files import write_json_whole, write_whole
from tivm_desktop.training.learning.curves import curves_png
from tivm_desktop.training.learning.run import (
    CONFIG_FILE,
    CURVES_FILE,
    DATA_FILE,
    FIGURES_FILE,
    METRICS_FILE,
    MODEL_FILE,
    read_config,
)
from tivm_desktop.training.model.config import RunConfig

CHECKPOINT_FILE = "checkpoint.safetensors"


class RunRecord:
    """Writes a run so that a kill at any moment leaves one that can go on."""

    def __init__(self, folder: Path, config: RunConfig, data: dict[str, object]) -> None:
        """Begin a run in a folder, or find the one that is there.

        Raises:
            RunError: the folder can't be written to, or holds a run with another config or other data.
        """
        self.folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if (folder / CONFIG_FILE).exists():
                self._check_same(config, data)
            else:
                write_json_whole(folder / DATA_FILE, data)
                write_json_whole(folder / CONFIG_FILE, config.to_json())
        except OSError as error:
            raise RunError(
                folder, f"{folder} can't be written to ({error.strerror or error}); choose another --out."
            ) from error

    def _check_same(self, config: RunConfig, data: dict[str, object]) -> None:
        other = f"{self.folder} holds a run with another %s; choose another --out, or delete it."
        if read_config(self.folder / CONFIG_FILE) != config:
            raise RunError(self.folder, other % "config")
        if json.loads((self.folder / DATA_FILE).read_text("utf-8"))["digest"] != data["digest"]:
            raise RunError(self.folder, other % "archive or other items")

    def checkpoint(self) -> bytes | None:
        """Return the newest checkpoint, if there is one."""
        path = self.folder / CHECKPOINT_FILE
        return path.read_bytes() if path.exists() else None

    def metrics(self) -> list[dict[str, Any]]:
        """Return one document an epoch."""
        path = self.folder / METRICS_FILE
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        return [json.loads(line) for line in lines if line.endswith("}")]

    def forget_after(self, epoch: int) -> None:
        """Drop the metrics of epochs beyond the checkpoint's, and of a line that was cut short."""
        lines = [json.dumps(one) + "\n" for one in self.metrics() if one["epoch"] <= epoch]
        write_whole(self.folder / METRICS_FILE, "".join(lines).encode("utf-8"))

    def epoch_done(self, metrics: dict[str, Any], checkpoint: bytes) -> None:
        """Write an epoch's metrics, then its checkpoint."""
        with (self.folder / METRICS_FILE).open("a", encoding="utf-8") as file:
            file.write(json.dumps(metrics) + "\n")
        write_whole(self.folder / CHECKPOINT_FILE, checkpoint)

    def finish(self, weights: dict[str, Tensor], figures: dict[str, object]) -> None:
        """Write weights, curves and figures, in this order, and drop the checkpoint."""
        whole = {name: weight.detach().cpu().contiguous().clone() for name, weight in weights.items()}
        write_whole(self.folder / MODEL_FILE, save(whole))
        write_whole(self.folder / CURVES_FILE, curves_png(self.metrics(), self.folder.name))
        write_json_whole(self.folder / FIGURES_FILE, figures)
        (self.folder / CHECKPOINT_FILE).unlink(missing_ok=True)
