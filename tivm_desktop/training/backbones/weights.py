"""Weights that a user downloaded, read without unpickling anything but tensors."""

import warnings
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load
from torch import Tensor

from tivm_desktop.domain.errors import PackError

StateDict = dict[str, Tensor]


def read_state_dict(path: Path) -> StateDict:
    """Return the tensors of a `.safetensors` file or of a state dictionary saved by torch.

    torch files are read with `weights_only=True`, so that nothing in them is executed. What torch raises on
    other bytes depends on the bytes, so all of it is taken for the same answer.

    Raises:
        PackError: the file is missing or holds something else.
    """
    try:
        if path.suffix == ".safetensors":
            return load(path.read_bytes())
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            content: Any = torch.load(path, map_location="cpu", weights_only=True)
    except OSError as error:
        raise PackError(
            path,
            f"The weights {path} can't be read ({error.strerror or error}); give the path of the file"
            " you downloaded.",
        ) from error
    except Exception as error:
        raise PackError(path, f"{path} holds no weights that are safe to read; download it again.") from error
    if not isinstance(content, dict) or not all(isinstance(value, Tensor) for value in content.values()):
        raise PackError(path, f"{path} is not a state dictionary of tensors; download it again.")
    return {str(name): value for name, value in content.items()}
