"""The config of a run that nobody said more about."""

from collections.abc import Mapping
from typing import Any

from tivm_desktop.training.archives.archive import PairedArchive
from tivm_desktop.training.archives.kinds import COUNTED, EMBEDDING_WIDTH
from tivm_desktop.training.model.config import ColumnConfig, Loss, RunConfig, TemporalEncoder, TowerConfig
from tivm_desktop.training.model.config_json import ConfigError, merged


def config_for(
    archive: PairedArchive,
    encoder: TemporalEncoder = "transformer",
    loss: Loss = "infonce",
    changes: Mapping[str, Any] | None = None,
) -> RunConfig:
    """Return a config for all columns of an archive, good for some hundreds of pairs.

    Args:
        archive: whose columns and rate are taken.
        encoder: of both towers.
        loss: of the run.
        changes: fields of `RunConfig` as JSON; `tower` changes both towers, `video` and `music` one of them.

    Raises:
        ConfigError: a change is not understood.
    """
    towers = {
        side: TowerConfig(columns=_columns(widths), encoder=encoder)
        for side, widths in (("video", archive.video_widths), ("music", archive.music_widths))
    }
    config = RunConfig(towers["video"], towers["music"], loss=loss, rate_hz=archive.rate_hz).to_json()
    rest = dict(changes or {})
    both = rest.pop("tower", {})
    if not isinstance(both, dict):
        raise ConfigError("tower must be an object")
    return RunConfig.from_json(merged(merged(config, {"video": both, "music": both}), rest))


def _columns(widths: Mapping[str, int]) -> tuple[ColumnConfig, ...]:
    return tuple(
        ColumnConfig(
            name,
            width,
            "log1p" if name in COUNTED else "linear",
            "whole" if width >= EMBEDDING_WIDTH else "each",
        )
        for name, width in widths.items()
    )
