"""One door for every folder that `tivm evaluate` judges: a training run, or a fitted baseline."""

import json
from dataclasses import dataclass
from pathlib import Path

from tivm_desktop.domain.errors import RunError
from tivm_desktop.training.baselines.saved import KIND, load_cca
from tivm_desktop.training.evaluation.judging import Scorer
from tivm_desktop.training.model.config import RunConfig


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """What is judged.

    Attributes:
        scorer: what scores.
        video: names of the video columns it takes.
        music: names of the music columns it takes.
        config: of a training run, with which it can be trained again; None for a fitted CCA.
    """

    scorer: Scorer
    video: tuple[str, ...]
    music: tuple[str, ...]
    config: RunConfig | None


def load_candidate(folder: Path) -> Candidate:
    """Load a run or a baseline by what its `config.json` says it is.

    Raises:
        RunError: the folder is neither, or is incomplete.
    """
    if _kind(folder) == KIND:
        cca = load_cca(folder)
        return Candidate(cca, tuple(cca.video.widths), tuple(cca.music.widths), None)
    from tivm_desktop.training.learning.run import load_run

    run = load_run(folder)
    video, music = run.config.video.columns, run.config.music.columns
    return Candidate(
        run, tuple(column.name for column in video), tuple(column.name for column in music), run.config
    )


def _kind(folder: Path) -> object:
    try:
        document = json.loads((folder / "config.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        sentence = f"{folder} holds no config.json that can be read; give the folder of a run."
        raise RunError(folder, sentence) from error
    return document.get("kind") if isinstance(document, dict) else None
