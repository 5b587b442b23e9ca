"""A pack of a base pack's encoders and a run's towers."""

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tivm_desktop.domain.errors import PackError
from tivm_desktop.encoders.manifest import MANIFEST_NAME
from tivm_desktop.encoders.onnx_header import read_onnx_header
from tivm_desktop.encoders.pack import Pack, load_pack
from tivm_desktop.training.learning.run import DATA_FILE, FIGURES_FILE, Run
from tivm_desktop.training.model.config import TowerConfig
from tivm_desktop.training.packs.writing import readable_json
from tivm_desktop.training.towers.card import CARD_FILE, CardFacts, model_card
from tivm_desktop.training.towers.onnx_export import LENGTHS, ExportedTower, export_tower
from tivm_desktop.training.towers.suitability import check_suits, column_names, foreign_of, run_document

VIDEO_TOWER_FILE = "video_tower.onnx"
MUSIC_TOWER_FILE = "music_tower.onnx"


@dataclass(frozen=True, slots=True)
class TowerNotes:
    """What a run does not know of itself, or only someone else does."""

    data: str = ""
    """Name of the training data; empty for the archive's file name."""
    data_note: str = ""
    """What is to be said of its licence."""
    distances: tuple[float, ...] = ()
    """See `reference.reference_distances`."""
    distances_of: str = ""
    """Name of the data they come from."""
    report: Mapping[str, Any] = field(default_factory=dict)
    """What `tivm evaluate --json` wrote."""
    report_of: str = ""


def export_pack(
    run: Run,
    base: Pack,
    out: Path,
    notes: TowerNotes | None = None,
    *,
    research: bool = False,
    replace: bool = False,
) -> Pack:
    """Write a pack of the encoders of `base` and the towers of `run`, and return it checked.

    The folder appears whole or not at all. It holds the encoders' files as they are, both towers, a model
    card, and the manifest of `base` with the section `towers`.

    Args:
        run: a finished run.
        base: a checked pack; towers it may have itself are left out.
        out: the folder to make; its name is the new pack's.
        notes: data, calibration and figures.
        research: also write a pack whose columns no file gives.
        replace: put the new pack in the place of one that is there.

    Raises:
        PackError: `out` exists, or can't be written to, or an exported tower differs from torch.
        RunError: the run's columns are not given by files and `research` was not asked for, or not given by
            the base pack's encoders.
    """
    notes = notes or TowerNotes()
    check_place(out, replace=replace)
    check_suits(run, base, research=research)
    towers = {
        VIDEO_TOWER_FILE: export_tower(run.towers.video),
        MUSIC_TOWER_FILE: export_tower(run.towers.music),
    }
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        _write(part, run, base, out.name, notes, towers)
        load_pack(part)
        _put_in_place(part, out)
    except OSError as error:
        raise PackError(
            out, f"The pack can't be written to {out} ({error.strerror or error}); choose another folder."
        ) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return load_pack(out)


def check_place(out: Path, *, replace: bool) -> None:
    """Check that a pack may be made at `out`.

    Raises:
        PackError: something is there that is not to be replaced.
    """
    if not out.exists() or (out.is_dir() and not any(out.iterdir())):
        return
    if not replace:
        raise PackError(out, f"{out} is there already; choose another folder, or give --replace.")
    if not (out / MANIFEST_NAME).is_file():
        raise PackError(out, f"{out} is not a pack, so it is not replaced; choose another folder.")


def _write(
    folder: Path, run: Run, base: Pack, name: str, notes: TowerNotes, towers: Mapping[str, ExportedTower]
) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    document: dict[str, Any] = json.loads((base.folder / MANIFEST_NAME).read_text("utf-8"))
    document.pop("towers", None)
    for entry in (
        document["frame"],
        document["music"],
        *([document["frame"]["classes_file"]] if "classes_file" in document["frame"] else []),
        *document["licence_files"],
    ):
        target = folder / entry["file"]
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(base.folder / entry["file"], target)
    for file, exported in towers.items():
        (folder / file).write_bytes(exported.model)
    facts = _facts(run, base, name, notes, max(one.parity for one in towers.values()))
    card = model_card(facts).encode("utf-8")
    (folder / CARD_FILE).write_bytes(card)
    document |= {
        "name": name,
        "version": "1.0.0",
        "description": f"Towers trained on {facts.data}, on the encoders of the pack {base.name}",
        "towers": {
            "video": _tower_entry(run.config.video, VIDEO_TOWER_FILE, towers[VIDEO_TOWER_FILE].model),
            "music": _tower_entry(run.config.music, MUSIC_TOWER_FILE, towers[MUSIC_TOWER_FILE].model),
            "embedding_dim": run.config.video.embedding,
            "rate_hz": run.config.rate_hz,
            "window_s": run.config.window_s,
            "windows": run.config.windows,
            "data": {"name": facts.data, "note": facts.data_note},
            "figures": {
                "largest_difference_to_torch": {file: one.parity for file, one in towers.items()},
                "compared_at_seconds": list(LENGTHS),
                "training": facts.training,
                **({"evaluation": {"of": notes.report_of} | dict(notes.report)} if notes.report else {}),
            },
            "config": run.config.to_json(),
            "reference": facts.reference,
            "distances": list(notes.distances),
            "built_with": {package: version(package).split("+")[0] for package in ("torch", "onnx")},
            "card": {"file": CARD_FILE, "sha256": _sha256(card)},
        },
    }
    (folder / MANIFEST_NAME).write_text(readable_json(document), "utf-8")


def _facts(run: Run, base: Pack, name: str, notes: TowerNotes, parity: float) -> CardFacts:
    config = run.config
    data = notes.data or run_document(run.folder / DATA_FILE).get("archive") or "an archive that has no name"
    by_windows = (
        f"the mean over {config.windows} windows of {config.window_s:g} s, evenly spread over the item"
    )
    return CardFacts(
        name=name,
        data=data,
        data_note=notes.data_note,
        base=f"{base.name} {base.version}",
        columns={"video": column_names(config.video), "music": column_names(config.music)},
        foreign=foreign_of(config),
        embedding_dim=config.video.embedding,
        window=by_windows if config.window_s else "an item is embedded as one",
        reference=_reference(notes),
        parity=parity,
        config=config.to_json(),
        training=run_document(run.folder / FIGURES_FILE),
        report=notes.report,
        report_of=notes.report_of,
    )


def _reference(notes: TowerNotes) -> str:
    if not notes.distances:
        return ""
    return f"pairs of one item's video and another's music in {notes.distances_of}"


def _tower_entry(config: TowerConfig, file: str, model: bytes) -> dict[str, Any]:
    header = read_onnx_header(model)
    return {
        "file": file,
        "sha256": _sha256(model),
        "columns": [{"name": column.name, "width": column.width} for column in config.columns],
        "inputs": {port.name: list(port.shape) for port in header.inputs},
        "outputs": {port.name: list(port.shape) for port in header.outputs},
    }


def _put_in_place(part: Path, out: Path) -> None:
    if not out.exists():
        part.rename(out)
        return
    old = out.with_name(f".{out.name}.{os.getpid()}.old")
    out.rename(old)
    try:
        part.rename(out)
    except OSError:
        old.rename(out)
        raise
    shutil.rmtree(old)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
