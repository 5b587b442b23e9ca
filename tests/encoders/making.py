"""Toy packs made on the spot, real tracks decoded, and what an error's sentence must be like."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import immich_memories_music
import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from tivm_desktop.domain.errors import TivmError
from tivm_desktop.media.audio import audio_blocks

TRACKS = Path(immich_memories_music.__file__).parent / "tracks"
SIDE, CLASSES, TAGS = 4, ("cat", "dog"), ("calm", "loud", "fast")

Change = Callable[[dict[str, Any]], object]


def toy_pack(folder: Path, change: Change | None = None, frame: onnx.ModelProto | None = None) -> Path:
    """Write a complete pack of tiny graphs; `change` may spoil its manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    classes = json.dumps([{"name": name, "wnid": f"n{number:08}"} for number, name in enumerate(CLASSES)])
    contents = {
        "frame_encoder.onnx": (frame or toy_frame_model()).SerializeToString(),
        "music_encoder.onnx": toy_music_model().SerializeToString(),
        "classes.json": classes.encode(),
        "LICENCE.txt": b"do as you like\n",
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    entries = {
        name: {"file": name, "sha256": hashlib.sha256(content).hexdigest()}
        for name, content in contents.items()
    }
    manifest: dict[str, Any] = {
        "format": 1,
        "name": "toy",
        "version": "1.0.0",
        "frame": {
            **entries["frame_encoder.onnx"],
            "name": "toy-frame",
            "preprocessing": "efficientnet-rgb-224-v1",
            "feature_dim": 3,
            "input_size": [SIDE, SIDE],
            "classes_file": entries["classes.json"],
            "inputs": {"frames": ["frames", SIDE, SIDE, 3]},
            "outputs": {"features": ["frames", 3], "classes": ["frames", 2]},
        },
        "music": {
            **entries["music_encoder.onnx"],
            "name": "toy-music",
            "preprocessing": "musicnn-mel96-16k-v1",
            "feature_dim": 96,
            "rate_hz": 16000,
            "tags": list(TAGS),
            "inputs": {"mel": ["mel_frames", 96], "windows": ["rows", "window_frames"]},
            "outputs": {"features": ["rows", 96], "tags": ["rows", 3]},
        },
        "sources": [],
        "licence_files": [entries["LICENCE.txt"]],
        "calibration": {"answer": 42},
    }
    if change is not None:
        change(manifest)
    (folder / "pack.json").write_text(json.dumps(manifest))
    return folder


def toy_frame_model() -> onnx.ModelProto:
    """Mean colour as features, and its softmax over two classes."""
    nodes = [
        helper.make_node("Cast", ["frames"], ["float"], to=TensorProto.FLOAT),
        helper.make_node("ReduceMean", ["float"], ["features"], axes=[1, 2], keepdims=0),
        helper.make_node("MatMul", ["features", "weight"], ["logits"]),
        helper.make_node("Softmax", ["logits"], ["classes"], axis=1),
    ]
    weight = numpy_helper.from_array(np.array([[0.02, 0], [0, 0.02], [0, 0]], np.float32), "weight")
    frames = helper.make_tensor_value_info("frames", TensorProto.UINT8, ["frames", SIDE, SIDE, 3])
    outputs = [
        helper.make_tensor_value_info("features", TensorProto.FLOAT, ["frames", 3]),
        helper.make_tensor_value_info("classes", TensorProto.FLOAT, ["frames", 2]),
    ]
    return _model(helper.make_graph(nodes, "toy", [frames], outputs, [weight]))


def toy_music_model() -> onnx.ModelProto:
    """Mean mel bands of each window as features, and three of them as tags."""
    nodes = [
        helper.make_node("Gather", ["mel", "windows"], ["patches"], axis=0),
        helper.make_node("ReduceMean", ["patches"], ["features"], axes=[1], keepdims=0),
        helper.make_node("Gather", ["features", "chosen"], ["tags"], axis=1),
    ]
    chosen = numpy_helper.from_array(np.array([0, 1, 2], np.int64), "chosen")
    inputs = [
        helper.make_tensor_value_info("mel", TensorProto.FLOAT, ["mel_frames", 96]),
        helper.make_tensor_value_info("windows", TensorProto.INT64, ["rows", "window_frames"]),
    ]
    outputs = [
        helper.make_tensor_value_info("features", TensorProto.FLOAT, ["rows", 96]),
        helper.make_tensor_value_info("tags", TensorProto.FLOAT, ["rows", 3]),
    ]
    return _model(helper.make_graph(nodes, "toy", inputs, outputs, [chosen]))


def read_track(path: Path, rate_hz: int = 16000) -> NDArray[np.float32]:
    """All samples of a file, mono."""
    return np.concatenate([block[:, 0] for block in audio_blocks(path, rate_hz, 1)])


def is_one_sentence(error: TivmError) -> bool:
    """Whether an error is what a user should read: one line, one full stop at its end, a remedy in it."""
    text = str(error)
    return "\n" not in text and text.endswith(".") and (";" in text or ":" in text or ", or " in text)


def _model(graph: onnx.GraphProto) -> onnx.ModelProto:
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
    model.ir_version = 8
    return model
