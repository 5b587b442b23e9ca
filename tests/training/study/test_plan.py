import shlex
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.training.making import make_archive
from tivm_desktop.domain.errors import RunError, TivmError
from tivm_desktop.training.archives.archive import write_archive
from tivm_desktop.training.study.plan import Cell, Plan, cell_named
from tivm_desktop.training.study.recipes import RECIPES, check_recipes, config_of

ARCHIVE = make_archive(24, groups=[f"artist {item // 2}" for item in range(24)])


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    write_archive(ARCHIVE, tmp_path / "a.npz")
    return Plan(tmp_path / "a.npz", tmp_path / "study", seeds=2, folds=3)


def test_every_recipe_meets_every_seed_and_fold_once(plan: Plan) -> None:
    cells = plan.cells(ARCHIVE)
    assert len(cells) == len(set(cells)) == 2 * len(RECIPES) * (1 + 3)
    assert {cell.seed for cell in cells[: len(cells) // 2]} == {0}
    assert len({cell.id for cell in cells}) == len(cells)


def test_without_the_two_splits_there_are_only_folds(plan: Plan) -> None:
    assert {cell.design for cell in replace(plan, test_split="test").cells(ARCHIVE)} == {"folds"}


def test_a_cell_is_judged_on_what_it_was_not_trained_on(plan: Plan) -> None:
    judged: list[int] = []
    for fold in range(3):
        train, test = plan.parts(ARCHIVE, Cell("cca", "folds", 1, fold))
        assert sorted([*train, *test]) == list(range(24))
        assert not {ARCHIVE.groups[item] for item in train} & {ARCHIVE.groups[item] for item in test}
        judged += test.tolist()
    assert sorted(judged) == list(range(24))
    train, test = plan.parts(ARCHIVE, Cell("cca", "official", 0, 0))
    assert {ARCHIVE.splits[item] for item in train} == {"train"}
    assert {ARCHIVE.splits[item] for item in test} == {"val"}


def test_the_seed_changes_the_folds_and_the_recipe_does_not(plan: Plan) -> None:
    first, other = (plan.parts(ARCHIVE, Cell("cca", "folds", seed, 0))[1] for seed in (0, 1))
    assert not np.array_equal(first, other)
    assert np.array_equal(first, plan.parts(ARCHIVE, Cell("mean-infonce", "folds", 0, 0))[1])


def test_the_command_names_all_that_is_not_usual(plan: Plan) -> None:
    cell = Cell("cca", "folds", 1, 2)
    odd = replace(plan, video=("picture",), validation=0.2, changes={"all": {"epochs": 3}}, out=Path("a b"))
    words = shlex.split(odd.command(cell))
    told = dict(zip(words[2::2], words[3::2], strict=True))
    assert words[:2] == ["tivm", "study"]
    assert told == {
        "--data": str(plan.data),
        "--out": "a b",
        "--video": "picture",
        "--seeds": "2",
        "--folds": "3",
        "--validation": "0.2",
        "--changes": str(Path("a b") / "changes.json"),
        "--cell": cell.id,
    }


def test_a_folder_keeps_to_its_study(plan: Plan) -> None:
    plan.open()
    replace(plan, seeds=9, recipes=("cca",)).open()
    for other in (replace(plan, folds=4), replace(plan, changes={"all": {"epochs": 3}})):
        with pytest.raises(RunError, match=r"another (folds|changes)"):
            other.open()
    write_archive(make_archive(24, seed=5), plan.data)
    with pytest.raises(RunError, match="another archive"):
        plan.open()
    (plan.out / "plan.json").write_text("{")
    with pytest.raises(RunError, match="choose another --out"):
        plan.open()


def test_more_folds_than_groups_are_refused_and_unknown_cells_named(plan: Plan) -> None:
    with pytest.raises(TivmError, match="fewer folds"):
        replace(plan, folds=13).parts(ARCHIVE, Cell("cca", "folds", 0, 0))
    cells = plan.cells(ARCHIVE)
    assert cell_named(cells[3].id, cells) == cells[3]
    with pytest.raises(TivmError, match="no cell nonsense"):
        cell_named("nonsense", cells)


def test_configs_differ_in_what_is_compared_and_take_changes() -> None:
    changes = {"all": {"epochs": 7, "tower": {"hidden": 16}}, "lstm-triplet": {"epochs": 9}}
    first = config_of("transformer-infonce", ARCHIVE, 3, changes)
    assert (first.video.encoder, first.music.encoder, first.loss) == ("transformer", "transformer", "infonce")
    assert (first.seed, first.epochs, first.video.hidden, first.music.hidden) == (3, 7, 16, 16)
    other = config_of("lstm-triplet", ARCHIVE, 3, changes)
    assert (other.video.encoder, other.loss, other.epochs) == ("lstm", "triplet", 9)
    network = config_of("vmnet", ARCHIVE, 3, changes)
    assert (network.video.encoder, network.video.pooling, network.loss) == ("mean", "mean", "vmnet")
    assert not network.video.statistics_skip


@pytest.mark.parametrize(
    ("recipes", "changes", "validation", "complaint"),
    [
        (("gru",), {}, 0.1, "no recipe gru"),
        (RECIPES, {"gru": {}}, 0.1, "no recipe gru"),
        (RECIPES, {"all": {"colour": 1}}, 0.1, "colour"),
        (RECIPES, {}, 0.9, "0.9"),
    ],
)
def test_what_can_not_be_trained_is_told_before_anything_is(
    recipes: tuple[str, ...], changes: dict[str, dict[str, object]], validation: float, complaint: str
) -> None:
    with pytest.raises(TivmError, match=complaint):
        check_recipes(recipes, ARCHIVE, changes, validation)
