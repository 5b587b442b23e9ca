"""What a study is about, and the cells it consists of."""

import hashlib
import json
import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from tivm_desktop.domain.arrays import IntArray
from tivm_desktop.domain.errors import RunError, TivmError
from tivm_desktop.training.archives.archive import PairedArchive, read_archive
from tivm_desktop.training.archives.ends import without_ends
from tivm_desktop.training.evaluation.folds import group_disjoint_folds
from tivm_desktop.training.files import write_json_whole
from tivm_desktop.training.study.recipes import RECIPES

OFFICIAL, FOLDS = "official", "folds"
PLAN_FILE = "plan.json"


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """One training and its judgement.

    Attributes:
        recipe: what is trained.
        design: `official` (the archive's splits) or `folds` (no group on two sides).
        seed: of the network, and of the cut into folds: seed s always meets fold assignment s.
        fold: the fold that is judged; 0 in the official design.
    """

    recipe: str
    design: str
    seed: int
    fold: int

    @property
    def id(self) -> str:
        """The cell's name, which is also its file's."""
        return f"{self.recipe}.{self.design}.seed{self.seed}.fold{self.fold}"


@dataclass(frozen=True, slots=True)
class Plan:
    """What is compared on which data.

    Attributes:
        data: the archive.
        out: the study's folder.
        video: names of video columns; None takes all.
        music: names of music columns; None takes all.
        seeds: how many seeds, from 0.
        folds: how many folds, such that no group is in two.
        recipes: what is compared.
        train_split: the split that is trained on in the official design.
        test_split: the split that is judged on in the official design.
        validation: share of the training items that decides when to stop.
        changes: to the default config, by recipe or for `all`.
    """

    data: Path
    out: Path
    video: tuple[str, ...] | None = None
    music: tuple[str, ...] | None = None
    seeds: int = 5
    folds: int = 10
    recipes: tuple[str, ...] = RECIPES
    train_split: str = "train"
    test_split: str = "val"
    validation: float = 0.1
    changes: Mapping[str, Any] = field(default_factory=dict)

    def archive(self) -> PairedArchive:
        """Read the data, without its items' ends where the changes for all recipes say `ends_s`.

        Raises:
            ArchiveError: it can't be read or lacks a column.
        """
        ends_s = self.changes.get("all", {}).get("ends_s", 0.0)
        usable = ends_s if type(ends_s) in (int, float) and ends_s > 0 else 0.0
        return without_ends(read_archive(self.data, self.video, self.music), usable)

    def designs(self, archive: PairedArchive) -> tuple[str, ...]:
        """Return the designs that the archive allows: without the two splits there is no official one."""
        official = {self.train_split, self.test_split} <= set(archive.splits)
        return (OFFICIAL, FOLDS) if official else (FOLDS,)

    def cells(self, archive: PairedArchive) -> list[Cell]:
        """Return all cells: seed by seed, so that a study that is cut short is complete for some seeds."""
        return [
            Cell(recipe, design, seed, fold)
            for seed in range(self.seeds)
            for design in self.designs(archive)
            for recipe in self.recipes
            for fold in range(self.folds if design == FOLDS else 1)
        ]

    def parts(self, archive: PairedArchive, cell: Cell) -> tuple[IntArray, IntArray]:
        """Return the items that a cell is trained on, and those it is judged on.

        Raises:
            TivmError: the archive has fewer groups than folds.
        """
        if cell.design == OFFICIAL:
            splits = np.asarray(archive.splits)
            return np.flatnonzero(splits == self.train_split), np.flatnonzero(splits == self.test_split)
        try:
            folds = group_disjoint_folds(archive.groups, self.folds, cell.seed)
        except ValueError as error:
            raise TivmError(f"{self.data}: {error}; ask for fewer folds.") from error
        return np.flatnonzero(folds != cell.fold), np.flatnonzero(folds == cell.fold)

    def command(self, cell: Cell | None = None) -> str:
        """Return the command line that makes the study, or one cell of it."""
        words: list[object] = ["tivm", "study", "--data", self.data, "--out", self.out]
        for option, names in (("--video", self.video), ("--music", self.music)):
            words += [option, ",".join(names)] if names else []
        words += ["--seeds", self.seeds, "--folds", self.folds]
        defaults = Plan(self.data, self.out)
        for option, mine, default in (
            ("--train-split", self.train_split, defaults.train_split),
            ("--test-split", self.test_split, defaults.test_split),
            ("--validation", self.validation, defaults.validation),
            ("--recipes", ",".join(self.recipes), ",".join(defaults.recipes)),
        ):
            words += [option, mine] if mine != default else []
        words += ["--changes", self.out / "changes.json"] if self.changes else []
        words += ["--cell", cell.id] if cell else []
        return shlex.join(map(str, words))

    def identity(self) -> dict[str, Any]:
        """Return what must not change between two sittings; seeds and recipes may be added later."""
        with self.data.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return {
            "data_sha256": digest,
            "video": None if self.video is None else list(self.video),
            "music": None if self.music is None else list(self.music),
            "folds": self.folds,
            "train_split": self.train_split,
            "test_split": self.test_split,
            "validation": self.validation,
            "changes": dict(self.changes),
        }

    def open(self) -> None:
        """Make the folder, or see that it holds this very study.

        Raises:
            RunError: it holds another one, or can't be written to.
        """
        path, identity = self.out / PLAN_FILE, self.identity()
        try:
            if path.exists():
                told = json.loads(path.read_text("utf-8"))
                if told != identity:
                    raise RunError(
                        path, f"{self.out} holds {_difference(told, identity)}; choose another --out."
                    )
                return
            self.out.mkdir(parents=True, exist_ok=True)
            write_json_whole(self.out / "changes.json", dict(self.changes))
            write_json_whole(path, identity)
        except (OSError, ValueError) as error:
            raise RunError(
                path, f"{path} can't be read or written ({error}); choose another --out."
            ) from error


def _difference(told: object, identity: Mapping[str, Any]) -> str:
    if not isinstance(told, dict):
        return "something else than a study"
    other = [name for name, value in identity.items() if told.get(name) != value]
    return f"a study with another {', '.join(other).replace('data_sha256', 'archive')}"


def cell_named(name: str, cells: Sequence[Cell]) -> Cell:
    """Return the cell of that name.

    Raises:
        TivmError: there is none.
    """
    for cell in cells:
        if cell.id == name:
            return cell
    raise TivmError(f"The study has no cell {name}; cells are named like {cells[0].id}.")
