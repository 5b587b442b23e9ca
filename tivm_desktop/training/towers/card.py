"""The model card of exported towers, in Markdown."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

CARD_FILE = "MODEL_CARD.md"
_TOLD = ("epochs", "best_epoch", "validation_auc", "training_seconds", "device", "torch")


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What a card tells."""

    name: str
    data: str
    data_note: str
    base: str
    columns: Mapping[str, Sequence[str]]
    """Names by side."""
    foreign: Sequence[str]
    embedding_dim: int
    window: str
    reference: str
    parity: float
    config: Mapping[str, Any]
    training: Mapping[str, Any]
    """The run's own figures."""
    report: Mapping[str, Any] = field(default_factory=dict)
    """What `tivm evaluate --json` wrote, if it was given."""
    report_of: str = ""
    reranked: bool = False
    """Whether the run has a re-ranker, which a pack leaves out."""
    ends_s: float = 0.0
    """Seconds at either end of an item that the towers don't see."""
    matched: Sequence[str] = ()
    """Columns whose mean and deviation in files are mapped onto the training data's."""
    matching_source: str = ""
    """Which files the maps come from, in words."""


def model_card(facts: CardFacts) -> str:
    """Return the card."""
    return "\n".join([*_head(facts), *_figures(facts), *_limits(facts), *_how(facts)]) + "\n"


def _head(facts: CardFacts) -> Iterator[str]:
    yield f"# {facts.name}"
    yield ""
    yield "Two towers that put video and music into one space: the closer they lie, the better they fit."
    yield f"They stand on the encoders of the pack {facts.base}."
    yield ""
    yield "| | |"
    yield "|---|---|"
    yield f"| video columns | {', '.join(facts.columns['video'])} |"
    yield f"| music columns | {', '.join(facts.columns['music'])} |"
    yield f"| embedding | {facts.embedding_dim} numbers of unit length; {facts.window} |"
    counted = f"how many in 100 {facts.reference} lie farther apart"
    yield f"| fit shown | {counted if facts.reference else 'uncalibrated: 100 / (1 + distance)'} |"
    if facts.ends_s:
        yield f"| ends | the first and last {facts.ends_s:g} s of an item are left out (a quarter at most) |"
    if facts.matched:
        yield (
            f"| matched | {', '.join(facts.matched)}: each file's mean and deviation are mapped onto the "
            f"training data's, by quantiles of {facts.matching_source or 'raw files'} |"
        )
    yield f"| ONNX against torch | {facts.parity:.1e} at most |"
    yield ""
    yield "## Data and licences"
    yield ""
    yield f"Trained on: {facts.data}."
    yield facts.data_note or (
        "Nothing was noted about the licence of this data: find out before passing the towers on."
    )
    yield "The licences of the encoders are those of the pack they come from, in `pack.json` and `LICENSES`."
    yield ""


def _figures(facts: CardFacts) -> Iterator[str]:
    yield "## Figures"
    yield ""
    blocks = dict(_blocks(facts.report, facts.report_of or "the report"))
    if not blocks:
        yield "No evaluation was given when the towers were exported."
        yield ""
    for title, block in blocks.items():
        yield f"On {title}: pool {block.get('pool')}, 95 % intervals in brackets."
        yield ""
        yield "| direction | R@1 | R@5 | R@10 | R@25 | median rank | AUC |"
        yield "|---|---|---|---|---|---|---|"
        if "chance" in block:
            yield _row("chance", block["chance"])
        yield _row("video to music", block["video_to_music"])
        yield _row("music to video", block["music_to_video"])
        yield ""
    told = {name: facts.training[name] for name in _TOLD if facts.training.get(name) is not None}
    if told:
        yield "In training: " + ", ".join(f"{name.replace('_', ' ')} {told[name]}" for name in told) + "."
        yield ""


def _blocks(report: Mapping[str, Any], title: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every part of a report that has figures of both directions, outermost first."""
    if "video_to_music" in report and "music_to_video" in report:
        yield title, report
    for name, part in report.items():
        if isinstance(part, Mapping) and name not in ("chance", "video_to_music", "music_to_video"):
            yield from _blocks(part, f"{title}, {name.replace('_', ' ')}")


def _row(name: str, figures: Mapping[str, Any]) -> str:
    recall, ends = figures.get("recall", {}), figures.get("recall_ci", {})
    cells = [_cell(recall.get(k), ends.get(k), 3) for k in ("1", "5", "10", "25")]
    median = _cell(figures.get("median_rank"), figures.get("median_rank_ci"), 1)
    return (
        f"| {name} | {' | '.join(cells)} | {median} | {_cell(figures.get('auc'), figures.get('auc_ci'), 3)} |"
    )


def _cell(value: object, ends: object, decimals: int) -> str:
    if not isinstance(value, int | float):
        return ""
    text = f"{value:.{decimals}f}"
    if isinstance(ends, Sequence) and len(ends) == 2:
        text += f" [{ends[0]:.{decimals}f}, {ends[1]:.{decimals}f}]"
    return text


def _limits(facts: CardFacts) -> Iterator[str]:
    yield "## Limits"
    yield ""
    if facts.foreign:
        yield (
            f"- For research only: no file gives {', '.join(facts.foreign)}, so the program can't rank with "
            "these towers."
        )
    if facts.reranked:
        yield (
            "- The run's re-ranker is not in this pack: figures of an evaluation with it are not those of "
            "the towers alone, by which the program ranks."
        )
    if "note_density" in facts.columns["music"]:
        matched = "matched in distribution" if "note_density" in facts.matched else "which are fewer or more"
        yield (
            "- `note_density` is what the training data says it is; the program puts the detected onsets of "
            f"each second in its place, {matched}."
        )
    yield (
        "- The towers know what the training data shows: its genres, its editing and its taste. They rank; "
        "they don't judge whether music is good, and they know nothing of words in it."
    )
    yield "- Figures hold for a pool of the size named; in a larger library the right track is one of more."
    yield (
        "- The reasons and the placement that the program shows come from named axes and measured courses, "
        "not from the towers."
    )
    yield ""


def _how(facts: CardFacts) -> Iterator[str]:
    yield "## Configuration"
    yield ""
    yield "```json"
    yield json.dumps(facts.config, indent=1, ensure_ascii=False)
    yield "```"
