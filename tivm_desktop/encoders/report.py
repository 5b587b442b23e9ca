"""What `tivm doctor` says about ONNX Runtime and its providers."""

from pathlib import Path

from tivm_desktop.domain.errors import ProviderError
from tivm_desktop.encoders.cuda_parts import cuda_parts
from tivm_desktop.encoders.installed import installed_runtimes
from tivm_desktop.encoders.pack import default_pack_folder, load_pack
from tivm_desktop.encoders.runtime_folder import in_use, runtime
from tivm_desktop.encoders.sessions import available_providers, create_session, missing_for_cuda


def provider_report() -> dict[str, object]:
    """Return what runs where, after really making a session on the default pack.

    Returns:
        `onnxruntime` (version), `origin` (whose it is), `installed` (distributions and versions),
        `available` (providers the runtime was built with), `active` ("CPU" or "CUDA", of a session made with
        "auto"), `cuda` ("in use", or the sentence that says what is missing).

    Raises:
        PackError: the pack is not in order.
    """
    pack = load_pack(default_pack_folder())
    active = create_session(pack.music.file.path, "auto", threads=1).provider
    return {
        "onnxruntime": str(runtime().__version__),
        "origin": "GPU support" if in_use() else "the program's own",
        "installed": installed_runtimes(),
        "available": list(available_providers()),
        "active": active,
        "cuda": "in use" if active == "CUDA" else _why_no_cuda(pack.music.file.path),
    }


def _why_no_cuda(model: Path) -> str:
    missing = missing_for_cuda()
    if missing is not None:
        return f"not to be had: {missing}"
    try:
        create_session(model, "cuda", threads=1)
    except ProviderError as error:
        return str(error)
    return "works when asked for"


def cuda_report() -> dict[str, object]:
    """Return each piece that computing on an NVIDIA card takes, in the order in which they are to be seen to.

    Returns:
        `complete`, whether nothing is lacking, and `parts`: `name`, `there`, `says` (what was found, or what
        is wrong), `remedy`.
    """
    parts = list(cuda_parts())
    return {
        "complete": all(part.there for part in parts),
        "parts": [
            {"name": part.name, "there": part.there, "says": part.says, "remedy": part.remedy}
            for part in parts
        ],
    }
