"""Downloaded weights: tensors come in, code does not."""

import json
import pickle
import struct
from pathlib import Path

import numpy as np
import pytest
import torch

from tivm_desktop.domain.errors import PackError
from tivm_desktop.training.backbones.weights import read_state_dict


class Payload:
    """Runs code when it is unpickled."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, tuple[Path]]:
        return Path.touch, (self.mark,)


def test_a_state_dictionary_is_read(tmp_path: Path) -> None:
    torch.save({"a": torch.arange(3.0)}, tmp_path / "w.pth")

    assert read_state_dict(tmp_path / "w.pth")["a"].tolist() == [0.0, 1.0, 2.0]


def test_safetensors_are_read(tmp_path: Path) -> None:
    values = np.arange(6, dtype="<f4").reshape(2, 3)
    header = json.dumps({
        "__metadata__": {"format": "pt"},
        "a": {"dtype": "F32", "shape": [2, 3], "data_offsets": [0, values.nbytes]},
    }).encode()  # fmt: skip
    (tmp_path / "w.safetensors").write_bytes(struct.pack("<Q", len(header)) + header + values.tobytes())

    np.testing.assert_array_equal(read_state_dict(tmp_path / "w.safetensors")["a"].numpy(), values)


def test_code_in_a_weights_file_is_never_run(tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    (tmp_path / "w.pth").write_bytes(pickle.dumps(Payload(mark)))

    with pytest.raises(PackError, match="no weights that are safe"):
        read_state_dict(tmp_path / "w.pth")
    assert not mark.exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [("w.pth", b"text"), ("w.pth", b""), ("w.safetensors", b""), ("w.safetensors", b"\xff" * 20)],
)
def test_other_files_are_refused(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)

    with pytest.raises(PackError, match="no weights"):
        read_state_dict(tmp_path / name)


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="can't be read"):
        read_state_dict(tmp_path / "w.pth")


def test_a_list_is_no_state_dictionary(tmp_path: Path) -> None:
    torch.save([torch.zeros(1)], tmp_path / "w.pth")

    with pytest.raises(PackError, match="not a state dictionary"):
        read_state_dict(tmp_path / "w.pth")
