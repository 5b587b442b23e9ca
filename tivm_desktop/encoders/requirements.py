"""What the code around a graph must be able to rely on, checked before the first use."""

from collections.abc import Mapping

from tivm_desktop.domain.errors import PackError
from tivm_desktop.encoders.manifest import EncoderSpec

Inputs = Mapping[str, tuple[int | None, ...]]
"""Shapes by input name; None where any size goes."""

INPUT_TYPES: Mapping[str, str] = {"frames": "uint8", "windows": "int64"}
"""Types of what is handed to graphs, by input name; all others take float32, and float32 comes out."""


def require_inputs(spec: EncoderSpec, wanted: Inputs) -> None:
    """Check that an encoder takes what its preprocessing gives.

    Raises:
        PackError: it has other inputs, or sizes where the preprocessing needs freedom.
    """
    agrees = set(spec.inputs) == set(wanted) and all(
        len(spec.inputs[name]) == len(shape)
        and all(
            isinstance(theirs, str) if ours is None else ours == theirs
            for ours, theirs in zip(shape, spec.inputs[name], strict=True)
        )
        for name, shape in wanted.items()
    )
    if not agrees:
        path = spec.file.path
        raise PackError(
            path,
            f"{path} does not take what the preprocessing {spec.preprocessing!r} gives; choose another pack.",
        )


def unknown_preprocessing(spec: EncoderSpec) -> PackError:
    """Return the error for a preprocessing that this version does not have."""
    path = spec.file.path
    return PackError(
        path,
        f"{path} wants the preprocessing {spec.preprocessing!r}, which is not known here; "
        "update the program or choose another pack.",
    )
