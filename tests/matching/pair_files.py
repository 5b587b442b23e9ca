"""Made pairs of files, and a pack that is quickly analysed with."""

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from tests.domain import making
from tests.encoders.making import SIDE, toy_pack
from tests.media.making import BLUE, RED, plain, write_video
from tests.media.sounds import tone, write_sound

CLASSES = 1000
RATE_HZ = 16_000


def quick_pack(folder: Path) -> Path:
    """A pack of tiny graphs that knows as many classes as a real one, with a calibration."""
    classes = json.dumps([{"name": f"class {at}", "wnid": f"n{at:08}"} for at in range(CLASSES)]).encode()

    def change(manifest: dict[str, Any]) -> None:
        (folder / "classes.json").write_bytes(classes)
        frame = manifest["frame"]
        frame["classes_file"]["sha256"] = hashlib.sha256(classes).hexdigest()
        frame["outputs"]["classes"] = ["frames", CLASSES]
        manifest["calibration"] = making.calibration().to_json()

    return toy_pack(folder, change, _frame_model())


def _frame_model() -> onnx.ModelProto:
    """Mean colour as features, and the same odds for all classes."""
    nodes = [
        helper.make_node("Cast", ["frames"], ["float"], to=TensorProto.FLOAT),
        helper.make_node("ReduceMean", ["float"], ["features"], axes=[1, 2], keepdims=0),
        helper.make_node("MatMul", ["features", "weight"], ["logits"]),
        helper.make_node("Softmax", ["logits"], ["classes"], axis=1),
    ]
    weight = numpy_helper.from_array(np.zeros((3, CLASSES), np.float32), "weight")
    frames = helper.make_tensor_value_info("frames", TensorProto.UINT8, ["frames", SIDE, SIDE, 3])
    outputs = [
        helper.make_tensor_value_info("features", TensorProto.FLOAT, ["frames", 3]),
        helper.make_tensor_value_info("classes", TensorProto.FLOAT, ["frames", CLASSES]),
    ]
    graph = helper.make_graph(nodes, "quick", [frames], outputs, [weight])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)])
    model.ir_version = 8
    return model


def write_pairs(folder: Path, count: int, group: str = "made") -> list[dict[str, object]]:
    """Write that many videos and tracks of a few seconds; return entries with relative paths."""
    (folder / "files").mkdir(parents=True, exist_ok=True)
    entries: list[dict[str, object]] = []
    for number in range(count):
        video, music = f"files/{group}{number}.mp4", f"files/{group}{number}.wav"
        pictures = [plain(RED if (at // (1 + number)) % 2 else BLUE) for at in range(30)]
        write_video(folder / video, pictures, rate=10)
        write_track(folder / music, number)
        entries.append({"id": f"{group}{number}", "video": video, "music": music, "group": group})
    return entries


def write_track(path: Path, number: int, length_s: float = 4.0) -> Path:
    """Write a tone that swells `number` times a second, another for each number."""
    samples = tone(220.0 * (1 + number), length_s, RATE_HZ)
    swell = 0.6 + 0.4 * np.cos(np.arange(len(samples)) / RATE_HZ * 2 * np.pi * number)
    return write_sound(path, (samples * swell[:, None]).astype(np.float32), RATE_HZ)


def write_manifest(folder: Path, entries: object) -> Path:
    """Write a manifest into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "manifest.json"
    path.write_text(json.dumps(entries))
    return path
