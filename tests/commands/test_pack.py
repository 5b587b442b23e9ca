"""`tivm pack calibrate` tells at once what would end it after hours."""

from pathlib import Path

import pytest

from tests.encoders.making import toy_pack
from tests.library.shelf import put
from tivm_desktop.cli import main


@pytest.fixture
def calibrate(tmp_path: Path) -> list[str]:
    """The command for folders of music and videos, less the file that is written."""
    pack = toy_pack(tmp_path / "pack")
    put(tmp_path, "music/a.mp3", "videos/a.mp4")
    named = ["--music", str(tmp_path / "music"), "--videos", str(tmp_path / "videos"), "--source", "made up"]
    return ["pack", "calibrate", str(pack), *named, "--profile", str(tmp_path / "profile")]


def test_videos_that_are_not_there_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], calibrate: list[str]
) -> None:
    lost = str(tmp_path / "lost")
    assert main([*calibrate, "--videos", lost, "--out", str(tmp_path / "out.json")]) == 1
    assert capsys.readouterr().err == (
        f"tivm: {lost} is not a folder; give the folder that holds the videos.\n"
    )


@pytest.mark.parametrize("out", ["no such folder/out.json", "music", "music/a.mp3/out.json"])
def test_a_place_that_can_not_be_written_is_told_before_anything_is_analysed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], calibrate: list[str], out: str
) -> None:
    assert main([*calibrate, "--out", str(tmp_path / out)]) == 1
    said = capsys.readouterr()
    assert said.err.startswith(f"tivm: {Path(out).name} can't be written: ")
    assert said.out == ""
    assert not (tmp_path / "profile" / "data").exists()


def test_a_calibration_that_comes_to_nothing_leaves_no_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], calibrate: list[str]
) -> None:
    (tmp_path / "music" / "a.mp3").unlink()
    assert main([*calibrate, "--out", str(tmp_path / "out.json")]) == 1
    assert "These files give no reference" in capsys.readouterr().err
    assert not (tmp_path / "out.json").exists()
