"""A pack's folder written: models, class names, licence texts, manifest."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from tivm_desktop.domain.errors import PackError
from tivm_desktop.encoders.manifest import FORMAT, MANIFEST_NAME, Source
from tivm_desktop.encoders.onnx_header import read_onnx_header
from tivm_desktop.training.backbones.imagenet import imagenet_classes

FRAME_FILE = "frame_encoder.onnx"
MUSIC_FILE = "music_encoder.onnx"
CLASSES_FILE = "imagenet_classes.json"


@dataclass(frozen=True, slots=True)
class BuiltEncoder:
    """An exported encoder and what the manifest says of it."""

    name: str
    preprocessing: str
    model: bytes
    feature_dim: int
    details: Mapping[str, Any]
    """`input_size` of a frame encoder; `rate_hz` and `tags` of a music encoder."""


def reference_statistics() -> dict[str, Any]:
    """Return the reference statistics every pack carries as its calibration; see `tivm pack calibrate`."""
    text = files(__package__).joinpath("reference_statistics.json").read_text("utf-8")
    document: dict[str, Any] = json.loads(text)
    return document


@dataclass(frozen=True, slots=True)
class PackContent:
    """Everything that makes a pack."""

    name: str
    version: str
    description: str
    frame: BuiltEncoder
    music: BuiltEncoder
    sources: Sequence[Source]
    licences: Mapping[str, str]
    """Licence texts by file name."""
    figures: Mapping[str, Any] = field(default_factory=dict)
    calibration: Mapping[str, Any] = field(default_factory=reference_statistics)


def write_pack(content: PackContent, out: Path) -> None:
    """Write a pack to the folder `out`, which is made where it is missing.

    Raises:
        PackError: the folder can't be written to.
    """
    classes = [{"name": name, "wnid": wnid} for name, wnid in imagenet_classes()]
    frame = _encoder_entry(content.frame, FRAME_FILE)
    frame["classes_file"] = {"file": CLASSES_FILE, "sha256": ""}
    parts = {
        FRAME_FILE: content.frame.model,
        MUSIC_FILE: content.music.model,
        CLASSES_FILE: ("[\n" + ",\n".join(json.dumps(entry) for entry in classes) + "\n]\n").encode(),
        **{name: text.encode() for name, text in content.licences.items()},
    }
    frame["classes_file"]["sha256"] = _sha256(parts[CLASSES_FILE])
    manifest = {
        "format": FORMAT,
        "name": content.name,
        "version": content.version,
        "description": content.description,
        "frame": frame,
        "music": _encoder_entry(content.music, MUSIC_FILE),
        "sources": [asdict(source) for source in content.sources],
        "licence_files": [{"file": name, "sha256": _sha256(parts[name])} for name in content.licences],
        "built_with": {
            package: version(package).split("+")[0] for package in ("torch", "torchvision", "onnx")
        },
        "figures": content.figures,
        "calibration": content.calibration,
    }
    parts[MANIFEST_NAME] = readable_json(manifest).encode()
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, data in parts.items():
            path = out / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    except OSError as error:
        raise PackError(
            out, f"The pack can't be written to {out} ({error.strerror or error}); choose another folder."
        ) from error


def package_source(
    part: str, package: str, *, licence: str, licence_file: str, copyright_line: str, url: str
) -> Source:
    """Return the origin of a part that an installed PyPI package gave."""
    return Source(part, package, version(package), licence, licence_file, copyright_line, url)


def licence_text(name: str) -> str:
    """Return a licence text that lies beside this module."""
    return files(__package__).joinpath("licences", name).read_text("utf-8")


def _encoder_entry(encoder: BuiltEncoder, file: str) -> dict[str, Any]:
    header = read_onnx_header(encoder.model)
    return {
        "file": file,
        "sha256": _sha256(encoder.model),
        "name": encoder.name,
        "preprocessing": encoder.preprocessing,
        "feature_dim": encoder.feature_dim,
        **encoder.details,
        "inputs": {port.name: list(port.shape) for port in header.inputs},
        "outputs": {port.name: list(port.shape) for port in header.outputs},
    }


def readable_json(document: object) -> str:
    """JSON for people: indented, but every list of numbers on a line of its own."""
    text = json.dumps(document, indent=2, ensure_ascii=False)
    return re.sub(r"\[[-+\d.,e\s]*\]", lambda found: " ".join(found[0].split()), text) + "\n"


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def class_name_sources() -> list[Source]:
    """Return where the names and WordNet ids of the ImageNet classes come from."""
    return [
        package_source(
            f"{CLASSES_FILE} (names)",
            "torchvision",
            licence="BSD-3-Clause",
            licence_file="LICENSES/BSD-3-Clause-torchvision.txt",
            copyright_line="Copyright (c) Soumith Chintala 2016",
            url="https://github.com/pytorch/vision",
        ),
        package_source(
            f"{CLASSES_FILE} (WordNet ids)",
            "imagenet-classes",
            licence="MIT",
            licence_file="LICENSES/MIT-imagenet-classes.txt",
            copyright_line="Copyright (c) 2025 Illia Volkov, Nikita Kisel",
            url="https://github.com/gonikisgo/imagenet-classes",
        ),
    ]
