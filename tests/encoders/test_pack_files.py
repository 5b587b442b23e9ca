"""Files of packs that are none, or far too large: each is refused at once."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.encoders.making import is_one_sentence, toy_pack
from tivm_desktop.domain.errors import PackError
from tivm_desktop.encoders.pack import load_pack
from tivm_desktop.encoders.pack_files import MOST_MODEL_BYTES, MOST_TEXT_BYTES, read_whole
from tivm_desktop.encoders.speech_pack import load_speech_pack

NAMES = ("pack.json", "frame_encoder.onnx", "classes.json", "LICENCE.txt")
TWO_GB = 2 * 10**9


def bound_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as end:
        end.bind(path.name)


def of_two_gb(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(TWO_GB)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (Path.mkdir, "not a regular file"),
        (os.mkfifo, "not a regular file"),
        (bound_socket, "not a regular file"),
        (lambda path: path.symlink_to("/dev/zero"), "not "),
        (of_two_gb, "larger than"),
    ],
    ids=["folder", "pipe", "socket", "device", "two GB"],
)
@pytest.mark.parametrize("name", NAMES)
def test_what_no_pack_holds_is_refused_unread(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    make: Callable[[Path], object],
    said: str,
) -> None:
    folder = toy_pack(tmp_path)
    (folder / name).unlink()
    monkeypatch.chdir(folder)
    make(folder / name)

    with pytest.raises(PackError, match=said) as caught:
        load_pack(folder)
    assert name in str(caught.value)
    assert is_one_sentence(caught.value)


def test_a_speech_pack_whose_manifest_is_a_pipe_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "speech.json")

    with pytest.raises(PackError, match=r"speech\.json is not a regular file"):
        load_speech_pack(tmp_path)


def test_a_file_of_just_the_most_is_read(tmp_path: Path) -> None:
    path = tmp_path / "text"
    path.write_bytes(b"12345678")

    assert read_whole(path, 8) == b"12345678"
    with pytest.raises(PackError, match="larger"):
        read_whole(path, 7)
    assert MOST_TEXT_BYTES < MOST_MODEL_BYTES < TWO_GB
