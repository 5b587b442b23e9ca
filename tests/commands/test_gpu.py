"""`tivm gpu` says what there is, and ends in a sentence where something is wrong."""

import json
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import numpy as np
import pytest

from tests.encoders.gpu_making import make_support
from tivm_desktop.cli import main
from tivm_desktop.commands import doctor
from tivm_desktop.encoders.runtime_folder import choose

FAKE = {"onnxruntime/__init__.py": b"__version__ = '1.26.0'\n"}


@pytest.fixture(autouse=True)
def choose_nothing_after() -> Iterator[None]:
    yield
    choose(None)


def status(profile: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, object]]:
    code = main(["gpu", "status", "--json", "--profile", str(profile)])
    return code, json.loads(capsys.readouterr().out)


def test_status_without_any(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = status(tmp_path, capsys)
    assert (code, said["state"], said["folder"], said["download"]) == (0, "absent", None, False)
    assert main(["gpu", "status", "--profile", str(tmp_path)]) == 0
    assert "GPU support is not installed.\nThis build knows no place" in capsys.readouterr().out


def test_status_of_a_whole_one_and_of_a_damaged_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_support(tmp_path / "data" / "gpu", FAKE)
    code, said = status(tmp_path, capsys)
    assert (code, said["state"], said["folder"]) == (0, "complete", str(folder))
    (folder / "onnxruntime" / "__init__.py").unlink()
    code, said = status(tmp_path, capsys)
    assert (code, said["state"]) == (1, "broken")
    assert "is lacking" in str(said["problem"])


def test_a_folder_without_wheels_and_a_build_without_releases_are_sentences(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "wheels"
    empty.mkdir()
    assert main(["gpu", "install", "--from", str(empty), "--profile", str(tmp_path)]) == 1
    assert f"tivm: {empty} lacks" in capsys.readouterr().err
    assert main(["gpu", "install", "--download", "--profile", str(tmp_path)]) == 1
    assert "knows no place to download" in capsys.readouterr().err


def test_remove_gives_back_what_there_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_support(tmp_path / "data" / "gpu", FAKE)
    assert main(["gpu", "remove", "--profile", str(tmp_path)]) == 0
    assert "is removed" in capsys.readouterr().out
    assert not (tmp_path / "data" / "gpu").exists()
    assert main(["gpu", "remove", "--profile", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "There was none.\n"


def test_an_installed_program_asks_its_parts_for_their_versions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def unknown(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(doctor, "version", unknown)
    monkeypatch.setattr(doctor, "is_installed_program", lambda: True)
    main(["doctor", "--json", "--profile", str(tmp_path)])
    said = json.loads(capsys.readouterr().out)
    assert said["installed_program"] is True
    assert said["parts"]["numpy"] == np.__version__
    assert {"PySide6-Essentials", "av", "mutagen", "onnxruntime", "scipy", "sounddevice"} < said[
        "parts"
    ].keys()


def test_the_doctor_names_every_piece(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["doctor", "--json", "--profile", str(tmp_path)])
    said = json.loads(capsys.readouterr().out)
    parts = {part["name"]: part for part in said["cuda"]["parts"]}
    assert {"driver", "card", "permission", "GPU support", "runtime"} < set(parts)
    assert sum("cud" in name for name in parts) >= 2
    assert all(part["there"] or part["remedy"] or "not known" in part["says"] for part in parts.values())
    assert said["cuda"]["complete"] is all(part["there"] for part in parts.values())
    assert {"version", "commit", "origin", "date", "releases"} <= said.keys()
