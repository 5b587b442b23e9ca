"""The speech pack built: as committed, and from no other file."""

from pathlib import Path

import pytest

from tivm_desktop.domain.errors import PackError
from tivm_desktop.encoders.speech_pack import default_speech_folder
from tivm_desktop.training.packs import speech
from tivm_desktop.training.packs.speech import build_speech_pack


def test_the_speech_pack_is_built_bit_for_bit_as_committed(tmp_path: Path) -> None:
    build_speech_pack(tmp_path)

    committed = default_speech_folder()
    files = {path.relative_to(committed) for path in committed.rglob("*") if path.is_file()}
    assert {path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()} == files
    for name in files:
        assert (tmp_path / name).read_bytes() == (committed / name).read_bytes(), name


@pytest.mark.parametrize(
    ("name", "value"), [("PACKAGE", "no-such-package"), ("SHA256", "0" * 64), ("INSIDE", "silero_vad/none")]
)
def test_another_file_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setattr(speech, name, value)

    with pytest.raises(PackError, match=r"pip install --no-deps .*==6\.2\.3"):
        build_speech_pack(tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(PackError, match="choose another folder"):
        build_speech_pack(tmp_path / "file")
