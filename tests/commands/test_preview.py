"""`tivm preview` on made media."""

from pathlib import Path

import numpy as np
import pytest

from tests.handoff.making import copied_packets, noise
from tests.media.making import plain, write_video
from tests.media.voice import film, spoken
from tivm_desktop.cli import main
from tivm_desktop.media.audio import audio_blocks

RATE_HZ = 16_000
GREY = (90, 90, 90)


@pytest.fixture
def video(tmp_path: Path) -> Path:
    return write_video(tmp_path / "cut.mp4", [plain(GREY)] * 25)


def test_it_writes_a_preview_and_names_it(
    video: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    track = noise(tmp_path / "track.wav", 2.0)
    into = tmp_path / "out.mp4"
    command = ["preview", str(video), str(track), "--into", str(into), "--placement", "-0.25"]
    assert main(command) == 0
    assert capsys.readouterr().out == f"{into}\n"
    assert copied_packets(into) == copied_packets(video)
    assert main(command) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'out 2.mp4'}\n"
    assert main([*command, "--replace"]) == 0
    assert capsys.readouterr().out == f"{into}\n"


def test_a_track_that_is_not_there_is_one_line(
    video: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["preview", str(video), str(tmp_path / "none.mp3"), "--into", str(tmp_path / "out.mp4")])
    assert status == 1
    assert capsys.readouterr().err.startswith("tivm: none.mp3 is not there")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cut.mp4"]


def test_the_track_gives_way_to_speech(tmp_path: Path) -> None:
    video = film(tmp_path / "talk.mov", spoken(6.0, ((2.0, 4.0),)))
    track, into = noise(tmp_path / "track.wav", 7.0), tmp_path / "out.mp4"

    command = ["preview", str(video), str(track), "--into", str(into), "--original", "0", "--duck", "20"]
    assert main(command) == 0

    heard = np.concatenate([block[:, 0] for block in audio_blocks(into, RATE_HZ, 1)])
    loud, soft = (float(np.std(heard[round(at * RATE_HZ) :][:RATE_HZ])) for at in (0.5, 2.5))
    assert 20 * np.log10(soft / loud) == pytest.approx(-20.0, abs=0.5)


@pytest.mark.parametrize("decibels", ["-1", "61", "much"])
def test_ducking_is_from_0_to_60_db(decibels: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["preview", "a.mp4", "b.mp3", "--into", "c.mp4", "--duck", decibels])
    assert ended.value.code == 2
    assert "--duck" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--placement", "--gain"])
@pytest.mark.parametrize("text", ["nan", "inf", "soon"])
def test_what_is_no_number_is_not_understood(
    option: str, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["preview", "a.mp4", "b.mp3", "--into", "c.mp4", option, text])
    assert ended.value.code == 2
    assert option in capsys.readouterr().err


@pytest.mark.parametrize("volume", ["-1", "2", "loud"])
def test_a_volume_is_from_0_to_1(volume: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["preview", "a.mp4", "b.mp3", "--into", "c.mp4", "--original", volume])
    assert ended.value.code == 2
    assert "--original" in capsys.readouterr().err
