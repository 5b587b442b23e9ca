"""A trained tower as one ONNX file that agrees with it at any length."""

import copy
import logging
import tempfile
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.errors import PackError
from tivm_desktop.encoders.sessions import create_session
from tivm_desktop.encoders.tower_manifest import EMBEDDING_OUTPUT, ROWS_INPUT
from tivm_desktop.training.model.tower import Tower
from tivm_desktop.training.packs.export import check_parity, largest_difference, serialise

OPSET = 18
"""With the IR version 10 that goes with it: ONNX Runtime 1.22 runs both."""
LENGTHS = (1, 7, 60, 601)
"""Rows of the sequences on which the exported tower is compared with torch."""

_log = logging.getLogger(__name__)
_EXAMPLE_ROWS = 50
_MOST_ITEMS, _MOST_ROWS = 65_536, 1_000_000
_WILD = 4.0


@dataclass(frozen=True, slots=True)
class ExportedTower:
    """An ONNX model and how far it is from its tower."""

    model: bytes
    parity: float
    """Largest absolute difference of any value of an embedding to torch."""


class _Whole(nn.Module):
    """A tower for sequences of which every row counts."""

    def __init__(self, tower: Tower) -> None:
        super().__init__()
        self.tower = tower

    def forward(self, rows: Tensor) -> Tensor:
        embedded: Tensor = self.tower(rows, torch.ones(rows.shape[:2], dtype=torch.bool, device=rows.device))
        return embedded


def export_tower(tower: Tower, real: Sequence[FloatArray] = ()) -> ExportedTower:
    """Return a tower as ONNX: `rows` (B, T, D) float32 raw values to `embedding` (B, E), any B and T.

    Opset 18, weights inside, nothing in it that tells where it was made. The tower itself is left as it is.
    The exporter does not optimise, which the runtime does anyway: it takes an addition of 1e-8 for one of 0.

    Args:
        tower: the tower.
        real: raw rows of real items, (T, D) each, on which it is compared too: real values are repeated and
            rounded as made-up ones are not.

    Raises:
        PackError: torch can't export it, or ONNX Runtime differs from torch by more than 1e-4 at
            some length.
    """
    whole = _Whole(copy.deepcopy(tower).cpu()).eval()
    example = plausible_rows(whole.tower, 2, _EXAMPLE_ROWS, seed=0)
    free = {
        0: torch.export.Dim("items", min=1, max=_MOST_ITEMS),
        1: torch.export.Dim("seconds", min=1, max=_MOST_ROWS),
    }
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        path = Path(folder) / "tower.onnx"
        try:
            _export(whole, example, free, path)
        except Exception as error:
            _log.info("exporting a tower failed", exc_info=True)
            raise PackError(
                path,
                f"torch {torch.__version__} can't turn this run's towers into ONNX ({type(error).__name__}); "
                "try the newest version of torch.",
            ) from error
        model = serialise(_bare(onnx.load(str(path))))
        path.write_bytes(model)
        own = (torch.from_numpy(rows).unsqueeze(0) for rows in real)
        parity = tower_difference(whole.tower, path, chain(made_up(whole.tower), own))
    check_parity(path, parity)
    return ExportedTower(model, parity)


def _export(whole: _Whole, example: Tensor, free: Mapping[int, object], path: Path) -> None:
    torch.onnx.export(
        whole,
        (example,),
        str(path),
        dynamo=True,
        opset_version=OPSET,
        input_names=[ROWS_INPUT],
        output_names=[EMBEDDING_OUTPUT],
        dynamic_shapes={"rows": free},
        external_data=False,
        optimize=False,
        verbose=False,
    )


def tower_difference(tower: Tower, model: Path, samples: Iterable[Tensor]) -> float:
    """Return the largest difference of any embedding's value between torch and ONNX Runtime on the CPU.

    `samples` are raw rows, (B, T, D) each. NaN where a value is NaN, infinite where shapes differ.
    """
    return largest_difference(_compared(tower, model, samples))


def _compared(
    tower: Tower, model: Path, samples: Iterable[Tensor]
) -> Iterator[tuple[NDArray[np.float32], Tensor]]:
    """Yield the embeddings of ONNX Runtime and those of torch."""
    session, whole = create_session(model, "cpu", 1), _Whole(tower).eval()
    for rows in samples:
        with torch.no_grad():
            wanted = whole(rows)
        (found,) = session.run([EMBEDDING_OUTPUT], {ROWS_INPUT: rows.numpy()})
        yield found, wanted


def made_up(tower: Tower, lengths: Iterable[int] = LENGTHS) -> Iterator[Tensor]:
    """Yield raw rows to compare on: of each length likely values, whole numbers, and wild ones."""
    for length in lengths:
        likely = plausible_rows(tower, 3, length, seed=length)
        yield likely[:1]
        yield likely
        yield likely.round()
        yield plausible_rows(tower, 2, length, seed=length, wildness=_WILD)


def plausible_rows(tower: Tower, items: int, length: int, *, seed: int, wildness: float = 1.0) -> Tensor:
    """Return made-up raw rows, (items, length, D), spread as those the tower was trained on."""
    generator = torch.Generator().manual_seed(seed)
    likely = torch.randn(items, length, len(tower.centre), generator=generator)
    rows = tower.centre.cpu() + wildness * tower.spread.cpu() * likely
    return torch.where(tower.counted.cpu(), rows.sign() * rows.abs().expm1(), rows)


def _bare(model: onnx.ModelProto) -> onnx.ModelProto:
    """Take out what the exporter notes about the code it saw, paths of this machine among it."""
    del model.metadata_props[:]
    graph = model.graph
    del model.metadata_props[:], graph.metadata_props[:], graph.value_info[:]
    for function in model.functions:
        del function.metadata_props[:]
    for node in (*graph.node, *(node for function in model.functions for node in function.node)):
        del node.metadata_props[:]
    for value in (*graph.input, *graph.output):
        del value.metadata_props[:]
    for tensor in graph.initializer:
        del tensor.metadata_props[:]
    return model
