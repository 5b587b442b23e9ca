"""Towers in ONNX: as in torch at any length, one file, nothing in it of the machine it was made on."""

from pathlib import Path

import numpy as np
import onnx
import pytest
import torch

from tests.encoders.making import is_one_sentence
from tests.training.towers.making import PLAIN, paired, untrained
from tivm_desktop.domain.errors import PackError
from tivm_desktop.encoders.onnx_header import read_onnx_header
from tivm_desktop.training.packs import export
from tivm_desktop.training.towers.onnx_export import (
    LENGTHS,
    export_tower,
    made_up,
    plausible_rows,
    tower_difference,
)


@pytest.mark.parametrize(
    "tower",
    [
        {"encoder": "mean", "pooling": "statistics"},
        {"encoder": "lstm", "pooling": "mean", "stride_s": 3},
        {"encoder": "transformer", "pooling": "attention", "encoder_layers": 2},
        {"encoder": "transformer", "statistics_skip": False},
    ],
    ids=lambda tower: "-".join(map(str, tower.values())),
)
def test_every_kind_of_tower_agrees_with_torch_at_every_length(
    tmp_path: Path, tower: dict[str, object]
) -> None:
    run = untrained(tmp_path / "run", paired(), tower=tower)
    exported = export_tower(run.towers.video)
    header = read_onnx_header(exported.model)
    assert [(port.name, port.shape[2]) for port in header.inputs] == [("rows", 2)]
    assert all(isinstance(size, str) for size in header.inputs[0].shape[:2])
    assert [(port.name, port.shape[1]) for port in header.outputs] == [("embedding", 3)]
    assert not header.external_data
    assert exported.parity <= 1e-4
    (tmp_path / "tower.onnx").write_bytes(exported.model)
    longer = made_up(run.towers.video, (*LENGTHS, 2, 59, 61, 1500))
    assert tower_difference(run.towers.video, tmp_path / "tower.onnx", longer) <= 1e-4
    assert tower_difference(run.towers.music, tmp_path / "tower.onnx", made_up(run.towers.music)) > 1e-2


def test_the_file_runs_where_onnx_runtime_is_old_and_tells_nothing_of_this_machine(tmp_path: Path) -> None:
    run = untrained(tmp_path / "run", paired(), tower={"encoder": "mean"})
    model = onnx.load_from_string(export_tower(run.towers.music).model)
    assert model.ir_version <= 10
    assert [(one.domain, one.version) for one in model.opset_import] == [("", 18)]
    content = model.SerializeToString()
    for trace in (b"site-packages", b".py", str(Path.home()).encode() + b"/", b"torch"):
        assert trace not in content


def test_the_tower_itself_stays_as_it_is(tmp_path: Path) -> None:
    tower = untrained(tmp_path / "run", paired(), tower=PLAIN).towers.video.train()
    before = {name: value.clone() for name, value in tower.state_dict().items()}
    export_tower(tower)
    assert tower.training
    assert all(torch.equal(value, before[name]) for name, value in tower.state_dict().items())
    assert all(parameter.requires_grad for parameter in tower.parameters())


def test_it_agrees_on_the_very_items_it_was_trained_on_and_on_still_ones(tmp_path: Path) -> None:
    archive = paired()
    run = untrained(tmp_path / "run", archive)
    still = np.zeros((30, 2), np.float32)
    real = [archive.rows("video", item) for item in range(len(archive))]
    assert export_tower(run.towers.video, [*real, still, still + 7]).parity <= 1e-4


def test_an_export_that_differs_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "PARITY_LIMIT", 0.0)
    run = untrained(tmp_path / "run", paired(), tower=PLAIN)
    with pytest.raises(PackError, match="differs from the one in torch") as caught:
        export_tower(run.towers.video)
    assert is_one_sentence(caught.value)


def test_a_tower_that_gives_no_numbers_is_refused(tmp_path: Path) -> None:
    run = untrained(tmp_path / "run", paired(), tower=PLAIN)
    with torch.no_grad():
        next(run.towers.video.parameters()).fill_(torch.nan)
    with pytest.raises(PackError, match="by nan"):
        export_tower(run.towers.video)


def test_a_tower_that_torch_can_not_export_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object, **options: object) -> None:
        raise RuntimeError("no such operator\nand a hundred lines more")

    monkeypatch.setattr(torch.onnx, "export", fail)
    run = untrained(tmp_path / "run", paired())
    with pytest.raises(PackError, match="can't turn this run's towers into ONNX") as caught:
        export_tower(run.towers.video)
    assert is_one_sentence(caught.value)


def test_made_up_rows_are_spread_as_those_of_the_data(tmp_path: Path) -> None:
    archive = paired(40)
    run = untrained(tmp_path / "run", archive)
    rows = plausible_rows(run.towers.video, 30, 60, seed=1)
    transformed = run.towers.video.standardise(rows).flatten(0, 1)
    assert rows.shape == (30, 60, 2)
    torch.testing.assert_close(transformed.mean(0), torch.zeros(2), atol=0.1, rtol=0)
    torch.testing.assert_close(transformed.std(0), torch.ones(2), atol=0.1, rtol=0)
