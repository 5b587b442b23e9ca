"""Model packs: found, and checked file by file before anything of them is used."""

import hashlib
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tivm_desktop.domain.errors import PackError
from tivm_desktop.encoders.manifest import (
    MANIFEST_NAME,
    EncoderSpec,
    FileEntry,
    FrameSpec,
    MusicSpec,
    Source,
    read_manifest,
)
from tivm_desktop.encoders.onnx_header import OnnxHeader, Port, read_onnx_header
from tivm_desktop.encoders.protobuf import WireError

DEFAULT_PACK = "base"


@dataclass(frozen=True, slots=True)
class Pack:
    """A checked pack: everything needed to turn pictures and sound into features."""

    folder: Path
    name: str
    version: str
    description: str
    frame: FrameSpec
    music: MusicSpec
    sources: tuple[Source, ...]
    figures: Mapping[str, Any]
    calibration: Mapping[str, Any]


def load_pack(folder: Path) -> Pack:
    """Read a pack's folder and check presence, SHA-256 and shapes of everything it names.

    Raises:
        PackError: something is missing, altered or not understood; the sentence names the file.
    """
    manifest = read_manifest(folder)
    for entry in manifest.licence_files:
        _read_checked(entry)
    if manifest.frame.classes_file is not None:
        _read_checked(manifest.frame.classes_file)
    _check_encoder(
        manifest.frame, {"features": manifest.frame.feature_dim, "classes": len(manifest.frame.classes)}
    )
    _check_encoder(manifest.music, {"features": manifest.music.feature_dim, "tags": len(manifest.music.tags)})
    return Pack(
        folder=folder,
        name=manifest.name,
        version=manifest.version,
        description=manifest.description,
        frame=manifest.frame,
        music=manifest.music,
        sources=manifest.sources,
        figures=manifest.figures,
        calibration=manifest.calibration,
    )


def bundled_packs_folder() -> Path:
    """Return the folder of the packs that came with the program: beside the package or inside it."""
    package = Path(__file__).resolve().parent.parent
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [package / "_bundled" / "models", package.parent / "models"]
    if frozen is not None:
        candidates.insert(0, Path(frozen) / "models")
    return next((folder for folder in candidates if folder.is_dir()), candidates[-1])


def default_pack_folder() -> Path:
    """Return the folder of the pack that is used where no other is asked for."""
    return bundled_packs_folder() / DEFAULT_PACK


def list_packs(folders: Iterable[Path] = ()) -> tuple[Path, ...]:
    """Return the folders of all packs beside the default one and in `folders`, sorted, unchecked."""
    roots = [bundled_packs_folder(), *folders]
    found = {
        manifest.parent for root in roots if root.is_dir() for manifest in root.glob(f"*/{MANIFEST_NAME}")
    }
    return tuple(sorted(found))


def _read_checked(entry: FileEntry) -> bytes:
    try:
        content = entry.path.read_bytes()
    except OSError as error:
        raise PackError(
            entry.path, f"{entry.path} is missing from the pack ({error.strerror}); get the pack again."
        ) from error
    if hashlib.sha256(content).hexdigest() != entry.sha256:
        raise PackError(
            entry.path,
            f"{entry.path} is not the file its pack was made with (its SHA-256 differs); get the pack again.",
        )
    return content


def _check_encoder(spec: EncoderSpec, widths: dict[str, int]) -> None:
    path = spec.file.path
    try:
        header = read_onnx_header(_read_checked(spec.file))
    except WireError as error:
        raise PackError(path, f"{path} is not an ONNX model ({error}); get the pack again.") from error
    problem = _problem(spec, widths, header)
    if problem:
        raise PackError(path, f"{path} {problem}; get the pack again or choose another.")


def _problem(spec: EncoderSpec, widths: dict[str, int], header: OnnxHeader) -> str:
    if header.external_data:
        return "keeps weights in another file, which is refused"
    for what, said, found in (
        ("input", spec.inputs, header.inputs),
        ("output", spec.outputs, header.outputs),
    ):
        if set(said) != {port.name for port in found}:
            return f"has other {what}s than its pack says"
        for port in found:
            if not _agrees(said[port.name], port):
                wanted = list(said[port.name])
                return f"gives {what} {port.name} the shape {list(port.shape)} where its pack says {wanted}"
    for name, width in widths.items():
        if width and (name not in spec.outputs or spec.outputs[name][-1] != width):
            return f"has no output {name} of {width} values a row"
        if not width and name in spec.outputs:
            return f"has an output {name} whose names its pack does not say"
    return ""


def _agrees(said: tuple[int | str, ...], port: Port) -> bool:
    """Fixed sizes must be equal; where the pack names a dimension, the model must leave it free."""
    return len(said) == len(port.shape) and all(
        isinstance(theirs, str) if isinstance(ours, str) else ours == theirs
        for ours, theirs in zip(said, port.shape, strict=True)
    )
