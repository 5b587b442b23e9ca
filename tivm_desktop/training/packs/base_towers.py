"""The towers of the default pack: a committed run, exported, with the pack's own model card."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

from tivm_desktop.domain.errors import PackError
from tivm_desktop.encoders.manifest import MANIFEST_NAME
from tivm_desktop.encoders.pack import default_pack_folder, load_pack
from tivm_desktop.training.learning.run import load_run
from tivm_desktop.training.packs.writing import readable_json
from tivm_desktop.training.towers.card import CARD_FILE
from tivm_desktop.training.towers.onnx_export import export_tower
from tivm_desktop.training.towers.section import ExportedPair, TowerNotes, card_facts, tower_section

RUN = Path("study", "files")
"""Folder of the run, beside that of the default pack."""
NOTES = TowerNotes(
    data="MuVi-Sync (Kang, Poria and Herremans 2024): 672 music videos, features only",
    data_note="Its licence is not settled at its source; neither it nor any part of it is in this pack.",
)


def add_base_towers(folder: Path) -> None:
    """Put the towers and the model card into the pack in `folder`, which has none yet.

    Raises:
        PackError: the run is not there, or an exported tower differs from torch.
    """
    source = default_pack_folder().parent / RUN
    if not source.is_dir():
        raise PackError(
            folder, f"The towers' run {source} is not there; build the pack in the project's folder."
        )
    run, encoders = load_run(source), load_pack(folder)
    pair = ExportedPair(export_tower(run.towers.video), export_tower(run.towers.music))
    card = files(__package__).joinpath("MODEL_CARD.md").read_bytes()
    facts = card_facts(run, encoders, encoders.name, NOTES, pair, None)
    section = tower_section(run, facts, pair, NOTES, card)
    # The last digits of parity, and how long training took, differ from machine to machine.
    del section["figures"]["largest_difference_to_torch"], section["figures"]["training"]
    for name, content in ({one: two.model for one, two in pair.files.items()} | {CARD_FILE: card}).items():
        (folder / name).write_bytes(content)
    document: dict[str, Any] = json.loads((folder / MANIFEST_NAME).read_text("utf-8"))
    (folder / MANIFEST_NAME).write_text(readable_json(document | {"towers": section}), "utf-8")
