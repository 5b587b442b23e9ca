"""One door for every folder that `tivm evaluate` judges: a training run, or a fitted baseline."""

import json
from dataclasses import dataclass
from pathlib import Path

from tivm_desktop.domain.errors import RunError
from tivm_desktop.training.baselines.saved import KIND, load_cca
from tivm_desktop.training.evaluation.judging import Scorer
from tivm_desktop.training.model.config import RunConfig
from tivm_desktop.training.reranking.config import RerankerConfig


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """What is judged.

    Attributes:
        scorer: what scores.
        video: names of the video columns it takes.
        music: names of the music columns it takes.
        config: of a training run, with which it can be trained again; None for a fitted CCA.
        towers: of a run with a re-ranker, the run alone; else the scorer itself.
        reranker: the re-ranker's config, where there is one.
    """

    scorer: Scorer
    video: tuple[str, ...]
    music: tuple[str, ...]
    config: RunConfig | None
    towers: Scorer
    reranker: RerankerConfig | None = None


def load_candidate(folder: Path) -> Candidate:
    """Load a run or a baseline by what its `config.json` says it is.

    Raises:
        RunError: the folder is neither, or is incomplete.
    """
    if _kind(folder) == KIND:
        cca = load_cca(folder)
        return Candidate(cca, tuple(cca.video.widths), tuple(cca.music.widths), None, cca)
    from tivm_desktop.training.learning.run import load_run
    from tivm_desktop.training.reranking.saved import has_reranker, load_reranker
    from tivm_desktop.training.reranking.scoring import RerankedRun

    run = load_run(folder)
    video, music = run.config.video.columns, run.config.music.columns
    names = tuple(column.name for column in video), tuple(column.name for column in music)
    if not has_reranker(folder):
        return Candidate(run, *names, run.config, run)
    reranker = load_reranker(folder, run.config)
    return Candidate(RerankedRun(run, reranker), *names, run.config, run, reranker.config)


def _kind(folder: Path) -> object:
    try:
        document = json.loads((folder / "config.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        sentence = f"{folder} holds no config.json that can be read; give the folder of a run."
        raise RunError(folder, sentence) from error
    return document.get("kind") if isinstance(document, dict) else None
