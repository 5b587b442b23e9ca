"""Toy towers made with onnx alone, added to a pack on the spot."""

import hashlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from tivm_desktop.encoders.tower_manifest import TowersSpec

Columns = Sequence[tuple[str, int]]
EMBEDDING = 3
VIDEO: Columns = (("motion", 1), ("scene_offset", 1))
MUSIC: Columns = (("loudness", 1), ("note_density", 1))


def toy_tower(weight: NDArray[np.float32], *, steps: str | int = "seconds") -> onnx.ModelProto:
    """The direction of the mean row times `weight`, (D, E)."""
    width, embedding = weight.shape
    nodes = [
        helper.make_node("ReduceMean", ["rows"], ["means"], axes=[1], keepdims=0),
        helper.make_node("MatMul", ["means", "weight"], ["projected"]),
        helper.make_node("LpNormalization", ["projected"], ["embedding"], axis=-1, p=2),
    ]
    rows = helper.make_tensor_value_info("rows", TensorProto.FLOAT, ["items", steps, width])
    embeddings = helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["items", embedding])
    initial = [numpy_helper.from_array(weight, "weight")]
    graph = helper.make_graph(nodes, "toy", [rows], [embeddings], initial)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
    model.ir_version = 8
    return model


def seeded(columns: Columns, seed: int) -> NDArray[np.float32]:
    """Weights for those columns."""
    width = sum(width for _, width in columns)
    return np.random.default_rng(seed).normal(size=(width, EMBEDDING)).astype(np.float32)


def add_towers(
    folder: Path,
    *,
    video: Columns = VIDEO,
    music: Columns = MUSIC,
    video_model: onnx.ModelProto | None = None,
    music_model: onnx.ModelProto | None = None,
    change: Callable[[dict[str, Any]], object] | None = None,
    **settings: object,
) -> Path:
    """Give the pack in `folder` towers; `settings` go into the section, and `change` may spoil it."""
    section: dict[str, Any] = {
        "embedding_dim": EMBEDDING,
        "rate_hz": 1.0,
        "window_s": 4.0,
        "windows": 3,
        "distances": [0.2, 0.8, 1.4],
        "reference": "made-up pairs",
        "data": {"name": "made-up numbers", "note": "do as you like"},
        **settings,
    }
    models = {
        "video": video_model or toy_tower(seeded(video, 1)),
        "music": music_model or toy_tower(seeded(music, 2)),
    }
    for side, columns in (("video", video), ("music", music)):
        content = models[side].SerializeToString()
        (folder / f"{side}_tower.onnx").write_bytes(content)
        width = sum(width for _, width in columns)
        section[side] = {
            "file": f"{side}_tower.onnx",
            "sha256": hashlib.sha256(content).hexdigest(),
            "columns": [{"name": name, "width": width} for name, width in columns],
            "inputs": {"rows": ["items", "seconds", width]},
            "outputs": {"embedding": ["items", EMBEDDING]},
        }
    if change is not None:
        change(section)
    path = folder / "pack.json"
    manifest = json.loads(path.read_text())
    manifest["towers"] = section
    path.write_text(json.dumps(manifest))
    return folder


def expected(rows: NDArray[np.float32], weight: NDArray[np.float32], spec: TowersSpec) -> NDArray[np.float32]:
    """The embedding of a whole item by the toy tower, in plain loops."""
    length = round(spec.window_s)
    last = len(rows) - length
    count = spec.windows if last > 0 else 1
    starts = [round(last * place / (count - 1)) for place in range(count)] if count > 1 else [0]
    parts = [rows[start : start + length].mean(axis=0) @ weight for start in starts]
    total = np.sum([part / np.linalg.norm(part) for part in parts], axis=0)
    return np.asarray(total / np.linalg.norm(total), np.float32)
