"""GPU support in miniature: wheels with a lock, and a folder that the program's own lock names."""

import hashlib
import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from tivm_desktop.domain.progress import Progress
from tivm_desktop.encoders.runtime_folder import MARK, runtime
from tivm_desktop.encoders.runtime_wheels import PYTHON, RuntimeLock, read_lock, runtime_lock, system_name

RUNTIME = "onnxruntime_gpu-1.26.0"
CUDNN = "nvidia_cudnn_cu12-9.28.0.42"
TAGS = {
    RUNTIME: f"{PYTHON}-{PYTHON}-manylinux_2_27_x86_64.manylinux_2_28_x86_64",
    CUDNN: "py3-none-manylinux_2_27_x86_64",
}
CONTENTS: Mapping[str, Mapping[str, bytes]] = {
    RUNTIME: {
        "onnxruntime/__init__.py": b"__version__ = '1.26.0'\n",
        "onnxruntime/capi/libonnxruntime_providers_cuda.so": b"kernels" * 1000,
        "onnxruntime/capi/libonnxruntime_providers_tensorrt.so": b"another provider",
        "onnxruntime/tools/convert.py": b"not needed",
        "onnxruntime/LICENSE": b"MIT",
        "onnxruntime_gpu-1.26.0.dist-info/METADATA": b"Name: onnxruntime-gpu",
    },
    CUDNN: {
        "nvidia/cudnn/lib/libcudnn.so.9": b"networks" * 1000,
        "nvidia/cudnn/lib/libcudnn.alt.so.9": b"another",
        "nvidia/cudnn/include/cudnn.h": b"not needed",
        "nvidia_cudnn_cu12-9.28.0.42.dist-info/licenses/License.txt": b"proprietary",
    },
}
UNPACKED = {
    "onnxruntime/__init__.py",
    "onnxruntime/capi/libonnxruntime_providers_cuda.so",
    "onnxruntime/LICENSE",
    "nvidia/cudnn/lib/libcudnn.so.9",
    "nvidia_cudnn_cu12-9.28.0.42.dist-info/licenses/License.txt",
}


def make_wheel(folder: Path, package: str, files: Mapping[str, bytes] | None = None) -> Path:
    """Write a wheel of one of the packages."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{package}-{TAGS[package]}.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (CONTENTS[package] if files is None else files).items():
            archive.writestr(name, content)
    return path


def make_wheels(folder: Path) -> list[Path]:
    """Write both wheels."""
    return [make_wheel(folder, package) for package in CONTENTS]


def lock_of(wheels: Sequence[Path]) -> RuntimeLock:
    """Return the lock that names these wheels and no others."""
    entries = []
    for wheel in wheels:
        name, version = wheel.name.split("-")[:2]
        digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
        entries.append(
            f"{name.replace('_', '-')}=={version} \\\n    --hash=sha256:{digest}\n    # via something\n"
        )
    return read_lock("".join(entries).encode())


def make_support(root: Path, files: Mapping[str, bytes], **mark: object) -> Path:
    """Make a folder of GPU support that is complete by the program's lock, but for what `mark` changes."""
    folder = root / runtime_lock().digest
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    said = {
        "python": PYTHON,
        "system": system_name(),
        "versions": {"onnxruntime-gpu": "1.26.0"},
        "files": {name: len(content) for name, content in files.items()},
    }
    (folder / MARK).write_text(json.dumps(said | mark))
    return folder


def whereabouts(tools: object, *, progress: Progress) -> str:
    """A worker's job: which runtime does it load? In a module that loads none itself."""
    return str(runtime().__file__)
