"""Torch modules to ONNX: one file each, the same bytes on every run, checked against the module."""

import tempfile
import warnings
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from tivm_desktop.domain.errors import PackError
from tivm_desktop.encoders.sessions import create_session

PARITY_LIMIT = 1e-4
OPSET = 17

Axes = Mapping[str, Mapping[int, str]]


def export_onnx(module: nn.Module, example: Mapping[str, Tensor], inputs: Axes, outputs: Axes) -> bytes:
    """Return a module as an ONNX model (opset 17, weights inside) that agrees with it in ONNX Runtime.

    Producer and doc strings are taken out, so that the bytes depend on the network, its weights and the
    versions of torch and onnx only.

    Args:
        module: the network; it is put into evaluation mode.
        example: inputs by name, in order; it is traced with them and compared on them.
        inputs: free axes of each input, by number.
        outputs: free axes of each output, by number, in order.

    Raises:
        PackError: ONNX Runtime's outputs differ from torch's by more than 1e-4.
    """
    axes = {name: dict(free) for name, free in {**inputs, **outputs}.items() if free}
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        path = Path(folder) / "model.onnx"
        torch.onnx.export(
            module.eval(),
            tuple(example.values()),
            str(path),
            dynamo=False,
            opset_version=OPSET,
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes=axes,
        )
        model = serialise(onnx.load(str(path)))
        path.write_bytes(model)
        difference = largest_difference(_compared(module, path, example))
    check_parity(path, difference)
    return model


def serialise(model: onnx.ModelProto) -> bytes:
    """Return a checked model's bytes without what differs between runs and machines."""
    model.producer_name, model.producer_version, model.doc_string = "tivm", "", ""
    model.graph.name, model.graph.doc_string = "tivm", ""
    for node in model.graph.node:
        node.doc_string = ""
    onnx.checker.check_model(model, full_check=True)
    return bytes(model.SerializeToString(deterministic=True))


def largest_difference(compared: Iterable[tuple[NDArray[Any], Tensor]]) -> float:
    """Return the largest absolute difference between what was found and what was wanted, of any value.

    NaN where one of them is NaN, infinite where their shapes differ.
    """
    with np.errstate(invalid="ignore"):
        differences = [
            float(np.abs(found - wanted.numpy()).max()) if found.shape == wanted.shape else np.inf
            for found, wanted in compared
        ]
    return float(np.max(differences))


def check_parity(model: Path, difference: float) -> None:
    """Refuse an exported model that isn't its network.

    Raises:
        PackError: the difference is more than 1e-4, or no number.
    """
    if not difference <= PARITY_LIMIT:
        raise PackError(
            model,
            f"The exported network differs from the one in torch by {difference:.1e}; try another version of"
            " torch.",
        )


def _compared(
    module: nn.Module, model: Path, inputs: Mapping[str, Tensor]
) -> Iterator[tuple[NDArray[Any], Tensor]]:
    """Yield each output of ONNX Runtime on the CPU, and torch's."""
    session = create_session(model, "cpu")
    found = session.run(session.output_names, {name: value.numpy() for name, value in inputs.items()})
    with torch.no_grad():
        wanted = module(*inputs.values())
    yield from zip(found, wanted if isinstance(wanted, tuple) else (wanted,), strict=True)
