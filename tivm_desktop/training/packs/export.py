"""Torch modules to ONNX files: one file each, the same bytes on every run, checked against the module."""

import tempfile
import warnings
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
import torch
from torch import Tensor, nn

from tivm_desktop.encoders.sessions import create_session

PARITY_LIMIT = 1e-4
OPSET = 17


def export_onnx(
    module: nn.Module,
    example: tuple[Tensor, ...],
    inputs: Mapping[str, Mapping[int, str]],
    outputs: Mapping[str, Mapping[int, str]],
) -> bytes:
    """Return a module in evaluation mode as an ONNX model (opset 17, weights inside).

    Producer, names of the exporter's scopes and doc strings are taken out, so that the bytes depend on the network,
    its weights and the versions of torch and onnx only.

    Args:
        module: the network.
        example: inputs that it is traced with.
        inputs: names of the inputs in order, each with its free axes by number.
        outputs: the same for the outputs.
    """
    axes = {**{k: dict(v) for k, v in inputs.items()}, **{k: dict(v) for k, v in outputs.items()}}
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        path = Path(folder) / "model.onnx"
        torch.onnx.export(
            module.eval(), example, str(path), dynamo=False, opset_version=OPSET, do_constant_folding=True,
            input_names=list(inputs), output_names=list(outputs), dynamic_axes={k: v for k, v in axes.items() if v},
        )  # fmt: skip
        model = onnx.load(str(path))
    return serialise(model)


def serialise(model: onnx.ModelProto) -> bytes:
    """Return a checked model's bytes without what differs between runs and machines."""
    model.producer_name, model.producer_version, model.doc_string = "tivm", "", ""
    model.graph.name, model.graph.doc_string = "tivm", ""
    for node in model.graph.node:
        node.doc_string = ""
    onnx.checker.check_model(model, full_check=True)
    return model.SerializeToString(deterministic=True)


def largest_difference(module: nn.Module, model: Path, inputs: Mapping[str, Tensor]) -> float:
    """Return the largest absolute difference of any output between torch and ONNX Runtime on the processor."""
    session = create_session(model, "cpu")
    found = session.run(session.output_names, {name: value.numpy() for name, value in inputs.items()})
    with torch.no_grad():
        wanted = module(*inputs.values())
    wanted = wanted if isinstance(wanted, tuple) else (wanted,)
    return max(float(np.abs(ours - theirs.numpy()).max()) for ours, theirs in zip(found, wanted, strict=True))
