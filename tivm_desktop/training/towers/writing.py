"""A pack of a base pack's encoders and a run's towers."""

import json
import os
import shutil
from pathlib import Path
from typing import Any

import numpy as np

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.errors import PackError
from tivm_desktop.encoders.manifest import MANIFEST_NAME
from tivm_desktop.encoders.pack import Pack, load_pack
from tivm_desktop.training.archives.archive import PairedArchive, Side
from tivm_desktop.training.learning.fitting import fitted
from tivm_desktop.training.learning.run import Run
from tivm_desktop.training.packs.writing import readable_json
from tivm_desktop.training.towers.card import CARD_FILE, CardFacts, model_card
from tivm_desktop.training.towers.onnx_export import export_tower
from tivm_desktop.training.towers.reference import reference_distances
from tivm_desktop.training.towers.section import ExportedPair, TowerNotes, card_facts, tower_section
from tivm_desktop.training.towers.suitability import check_suits

_ITEMS_COMPARED = 40


def export_pack(
    run: Run,
    base: Pack,
    out: Path,
    notes: TowerNotes | None = None,
    *,
    archive: PairedArchive | None = None,
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
        notes: data and figures.
        archive: with the run's columns: fits are counted against its pairs that don't belong together, and
            ONNX is compared with torch on its items too.
        research: also write a pack whose columns no file gives.
        replace: put the new pack in the place of one that is there.

    Raises:
        PackError: `out` exists, or can't be written to, or an exported tower differs from torch.
        RunError: the run's columns are not given by files and `research` was not asked for, or not given by
            the base pack's encoders, or the archive lacks them.
    """
    notes = notes or TowerNotes()
    check_place(out, replace=replace)
    check_suits(run, base, research=research)
    pair = ExportedPair(
        export_tower(run.towers.video, _some_items(run, archive, "video")),
        export_tower(run.towers.music, _some_items(run, archive, "music")),
        () if archive is None else reference_distances(run, archive),
    )
    facts = card_facts(run, base, out.name, notes, pair, archive)
    card = model_card(facts).encode("utf-8")
    section = tower_section(run, facts, pair, notes, card)
    models = {name: one.model for name, one in pair.files.items()}
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        _write(part, base, facts, section, models | {CARD_FILE: card})
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


def _some_items(run: Run, archive: PairedArchive | None, side: Side) -> list[FloatArray]:
    """Raw rows of items spread evenly over an archive."""
    if archive is None:
        return []
    seen = fitted(archive, run.config, run.folder)
    chosen = np.linspace(0, len(seen) - 1, min(len(seen), _ITEMS_COMPARED)).round()
    return [seen.rows(side, int(item)) for item in chosen]


def _write(
    folder: Path, base: Pack, facts: CardFacts, section: dict[str, Any], files: dict[str, bytes]
) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    document: dict[str, Any] = json.loads((base.folder / MANIFEST_NAME).read_text("utf-8"))
    classes = document["frame"].get("classes_file")
    encoders = (document["frame"], document["music"], *([classes] if classes else []))
    for entry in (*encoders, *document["licence_files"]):
        target = folder / entry["file"]
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(base.folder / entry["file"], target)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    document |= {
        "name": facts.name,
        "version": "1.0.0",
        "description": f"Towers trained on {facts.data}, on the encoders of the pack {base.name}",
        "towers": section,
    }
    (folder / MANIFEST_NAME).write_text(readable_json(document), "utf-8")


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
