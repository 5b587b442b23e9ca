"""Weights that a user downloaded, read without unpickling anything but tensors."""

import json
import struct
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from tivm_desktop.domain.errors import PackError

StateDict = dict[str, Tensor]

_SAFETENSORS_TYPES = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "I64": "<i8", "I32": "<i4"}
_LARGEST_HEADER = 100_000_000


def read_state_dict(path: Path) -> StateDict:
    """Return the tensors of a `.safetensors` file or of a state dictionary saved by torch.

    torch files are read with `weights_only=True`, so that nothing in them is executed. What torch raises on
    other bytes depends on the bytes, so all of it is taken for the same answer.

    Raises:
        PackError: the file is missing or holds something else.
    """
    try:
        if path.suffix == ".safetensors":
            return _read_safetensors(path.read_bytes())
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            content: Any = torch.load(path, map_location="cpu", weights_only=True)
    except OSError as error:
        raise PackError(
            path,
            f"The weights {path} can't be read ({error.strerror}); give the path of the file you downloaded.",
        ) from error
    except Exception as error:
        raise PackError(path, f"{path} holds no weights that are safe to read; download it again.") from error
    if not isinstance(content, dict) or not all(isinstance(value, Tensor) for value in content.values()):
        raise PackError(path, f"{path} is not a state dictionary of tensors; download it again.")
    return {str(name): value for name, value in content.items()}


def _read_safetensors(data: bytes) -> StateDict:
    (length,) = struct.unpack_from("<Q", data)
    if length > min(_LARGEST_HEADER, len(data)):
        raise ValueError("the header is longer than the file")
    header = json.loads(data[8 : 8 + length])
    tensors: StateDict = {}
    for name, entry in header.items():
        if name == "__metadata__":
            continue
        start, end = entry["data_offsets"]
        values = np.frombuffer(
            data[8 + length + start : 8 + length + end], _SAFETENSORS_TYPES[entry["dtype"]]
        )
        tensors[name] = torch.from_numpy(values.reshape(entry["shape"]).copy())
    return tensors
