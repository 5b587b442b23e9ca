"""Whether the program can give a run's towers what they take."""

import json
from pathlib import Path
from typing import Any

from tivm_desktop.domain.columns import ENCODER_COLUMNS, foreign_columns
from tivm_desktop.domain.errors import RunError
from tivm_desktop.encoders.checks import column_widths
from tivm_desktop.encoders.pack import Pack
from tivm_desktop.training.learning.run import DATA_FILE, Run
from tivm_desktop.training.model.config import RunConfig, TowerConfig


def check_suits(run: Run, base: Pack, *, research: bool) -> None:
    """Check that a run's columns are those that files give with a pack's encoders.

    Args:
        run: the run.
        base: the pack.
        research: whether columns that no file gives are allowed.

    Raises:
        RunError: they are not.
    """
    foreign = foreign_of(run.config)
    if foreign and not research:
        raise RunError(
            run.folder,
            f"The run {run.folder} takes {', '.join(foreign)}, which no file gives, so the program can't "
            "rank with its towers; give --research to export them all the same.",
        )
    widths = column_widths(base.frame, base.music)
    for column in (*run.config.video.columns, *run.config.music.columns):
        given = widths.get(column.name, column.width)
        if given != column.width:
            raise RunError(
                run.folder,
                f"The run {run.folder} takes {column.name} {column.width} wide, and the encoders of the pack "
                f"{base.name} give it {given} wide; name the pack it was trained with by --base.",
            )
    _check_encoders(run, base)


def _check_encoders(run: Run, base: Pack) -> None:
    """Columns of an encoder must come from the base pack's, where the run's archive said whose they were."""
    said = run_document(run.folder / DATA_FILE).get("encoders") or {}
    for side, tower, encoder in (
        ("video", run.config.video, base.frame),
        ("music", run.config.music, base.music),
    ):
        encoded = [name for name in column_names(tower) if name in ENCODER_COLUMNS]
        if encoded and said.get(side, encoder.encoder_id) != encoder.encoder_id:
            raise RunError(
                run.folder,
                f"The run {run.folder} was trained on {', '.join(encoded)} of the encoder {said[side]}, and "
                f"the pack {base.name} has {encoder.encoder_id}; name its pack by --base.",
            )


def foreign_of(config: RunConfig) -> tuple[str, ...]:
    """Return the run's columns that no file gives."""
    return foreign_columns(column_names(config.video), column_names(config.music))


def column_names(config: TowerConfig) -> list[str]:
    """Return the names of a tower's columns."""
    return [column.name for column in config.columns]


def run_document(path: Path) -> dict[str, Any]:
    """Return a JSON document of a run's folder; an empty one where the run was passed on without it.

    Raises:
        RunError: it can't be read.
    """
    try:
        document = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise RunError(path, f"{path} can't be read ({error}); train the run again.") from error
    return document if isinstance(document, dict) else {}
