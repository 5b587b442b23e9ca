"""What a manifest and a model card say of exported towers."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import Any

from tivm_desktop.domain.column_matching import ColumnMatch
from tivm_desktop.encoders.onnx_header import read_onnx_header
from tivm_desktop.encoders.pack import Pack
from tivm_desktop.training.archives.archive import PairedArchive
from tivm_desktop.training.learning.run import DATA_FILE, FIGURES_FILE, Run
from tivm_desktop.training.model.config import TowerConfig
from tivm_desktop.training.reranking.saved import has_reranker
from tivm_desktop.training.towers.card import CARD_FILE, CardFacts
from tivm_desktop.training.towers.onnx_export import LENGTHS, ExportedTower
from tivm_desktop.training.towers.suitability import column_names, foreign_of, run_document

VIDEO_TOWER_FILE = "video_tower.onnx"
MUSIC_TOWER_FILE = "music_tower.onnx"


@dataclass(frozen=True, slots=True)
class TowerNotes:
    """What a run does not know of itself, or only someone else does."""

    data: str = ""
    """Name of the training data; empty for the archive's file name."""
    data_note: str = ""
    """What is to be said of its licence."""
    report: Mapping[str, Any] = field(default_factory=dict)
    """What `tivm evaluate --json` wrote."""
    report_of: str = ""
    """What it was evaluated on."""
    matching: Mapping[str, ColumnMatch] = field(default_factory=dict)
    """How columns of raw files are brought into the training distribution, see `matching.matching_of`."""
    matching_source: str = ""
    """Which raw files, in words."""


@dataclass(frozen=True, slots=True)
class ExportedPair:
    """Both towers in ONNX, and what their distances are worth."""

    video: ExportedTower
    music: ExportedTower
    distances: tuple[float, ...] = ()
    """See `reference.reference_distances`."""

    @property
    def files(self) -> dict[str, ExportedTower]:
        """The towers by file name."""
        return {VIDEO_TOWER_FILE: self.video, MUSIC_TOWER_FILE: self.music}


def card_facts(
    run: Run, base: Pack, name: str, notes: TowerNotes, pair: ExportedPair, archive: PairedArchive | None
) -> CardFacts:
    """Return what the card of a pack of that name tells; `archive` is what the distances come from.

    Raises:
        RunError: a document of the run can't be read.
    """
    config = run.config
    data = notes.data or run_document(run.folder / DATA_FILE).get("archive") or "an archive that has no name"
    counted_in = notes.data or (archive.path.name if archive is not None and archive.path else "an archive")
    windows = (
        f"the mean over {config.windows} windows of {config.window_s:g} s, evenly spread over longer items"
    )
    return CardFacts(
        name=name,
        data=data,
        data_note=notes.data_note,
        base=f"{base.name} {base.version}",
        columns={"video": column_names(config.video), "music": column_names(config.music)},
        foreign=foreign_of(config),
        embedding_dim=config.video.embedding,
        window=windows if config.window_s else "an item is embedded as one",
        reference=f"pairs of one item's video and another's music in {counted_in}" if pair.distances else "",
        parity=max(one.parity for one in pair.files.values()),
        config=config.to_json(),
        training=run_document(run.folder / FIGURES_FILE),
        report=notes.report,
        report_of=notes.report_of,
        reranked=has_reranker(run.folder),
        ends_s=config.ends_s,
        matched=tuple(notes.matching),
        matching_source=notes.matching_source,
    )


def tower_section(
    run: Run, facts: CardFacts, pair: ExportedPair, notes: TowerNotes, card: bytes
) -> dict[str, Any]:
    """Return the manifest's section `towers`."""
    config = run.config
    return {
        "video": _entry(config.video, VIDEO_TOWER_FILE, pair.video.model),
        "music": _entry(config.music, MUSIC_TOWER_FILE, pair.music.model),
        "embedding_dim": config.video.embedding,
        "rate_hz": config.rate_hz,
        "window_s": config.window_s,
        "windows": config.windows,
        "ends_s": config.ends_s,
        "matching": {name: match.to_json() for name, match in notes.matching.items()},
        "data": {"name": facts.data, "note": facts.data_note},
        "figures": {
            "largest_difference_to_torch": {file: one.parity for file, one in pair.files.items()},
            "compared_at_seconds": list(LENGTHS),
            "training": facts.training,
            "reranker_left_out": facts.reranked,
            **({"evaluation": {"of": notes.report_of} | dict(notes.report)} if notes.report else {}),
        },
        "config": config.to_json(),
        "reference": facts.reference,
        "distances": list(pair.distances),
        "built_with": {package: version(package).split("+")[0] for package in ("torch", "onnx")},
        "card": {"file": CARD_FILE, "sha256": _sha256(card)},
    }


def _entry(config: TowerConfig, file: str, model: bytes) -> dict[str, Any]:
    header = read_onnx_header(model)
    return {
        "file": file,
        "sha256": _sha256(model),
        "columns": [{"name": column.name, "width": column.width} for column in config.columns],
        "inputs": {port.name: list(port.shape) for port in header.inputs},
        "outputs": {port.name: list(port.shape) for port in header.outputs},
    }


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
