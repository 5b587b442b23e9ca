"""The composition root: what the command line asks for is what is made."""

import shutil
import subprocess
import sys
from pathlib import Path

import av
import numpy as np
import pytest

from tests.app import held_start
from tivm_desktop import __version__
from tivm_desktop.app import NO_SCREEN, PROBLEM, look_at, main, parse
from tivm_desktop.domain.errors import MediaError
from tivm_desktop.machine.screen import TELLING

HEAVY = ("av", "numpy", "onnxruntime", "scipy", "sounddevice", "torch")


def test_everything_on_the_command_line_is_optional() -> None:
    asked = parse([])
    assert asked.paths == []
    assert (asked.music, asked.profile, asked.pack, asked.smoke) == (None,) * 4
    assert asked.provider is None


def test_everything_can_be_asked_for(tmp_path: Path) -> None:
    wanted = f"cut.mp4 album --music tunes --profile {tmp_path} --pack base --provider cpu --smoke 2.5"
    asked = parse([*wanted.split(), "--theme", "light"])
    assert asked.paths == [Path("cut.mp4"), Path("album")]
    assert (asked.music, asked.profile) == (Path("tunes"), tmp_path)
    assert (asked.pack, asked.provider, asked.smoke, asked.theme) == ("base", "cpu", 2.5, "light")


def test_the_version_is_told_without_a_window(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"tivm-desktop {__version__} (source)\n"


def test_without_a_screen_it_says_so_in_one_line_and_makes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in TELLING:
        monkeypatch.delenv(name, raising=False)
    assert main(["--profile", str(tmp_path / "profile")]) == PROBLEM
    assert capsys.readouterr().err == f"tivm-desktop: {NO_SCREEN}\n"
    assert not (tmp_path / "profile").exists()


def test_a_profile_that_cannot_be_made_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("in the way")
    assert main(["--profile", str(tmp_path / "file")]) == PROBLEM
    said = capsys.readouterr().err
    assert said.startswith("tivm-desktop: ")
    assert said.count("\n") == 1
    assert "--profile" in said


def test_nothing_heavy_is_loaded_before_the_window_shows(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path;"
        "from tivm_desktop.app import build, parse; from tivm_desktop.library.profile import Profile;"
        "profile = Profile(Path(sys.argv[1])); profile.create();"
        "desktop = build(parse([]), profile); desktop.window.show();"
        f"print([name for name in {HEAVY} if name in sys.modules]); desktop.window.close()"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_what_stays_is_no_business_of_the_collector(tmp_path: Path) -> None:
    code = (
        "import gc, sys; from pathlib import Path;"
        "from tivm_desktop.app import build, parse; from tivm_desktop.library.profile import Profile;"
        "profile = Profile(Path(sys.argv[1])); profile.create();"
        "desktop = build(parse(['--provider', 'cpu']), profile);"
        "desktop.engine.pack_named.connect(lambda name: desktop.window.close());"
        "desktop.window.show(); desktop.application.exec();"
        "print(gc.isenabled(), gc.get_freeze_count() > 5 * len(gc.get_objects()))"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == ["True", "True"]


def test_parts_that_are_made_at_once_do_not_find_each_others_libraries_half_loaded(tmp_path: Path) -> None:
    command = [sys.executable, "-m", held_start.__name__, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.splitlines() == ["pack", "player"]


def test_a_video_is_known_by_its_picture_and_music_by_lacking_one(tmp_path: Path) -> None:
    video, sound, text = tmp_path / "cut.mkv", tmp_path / "song.mka", tmp_path / "notes.mp4"
    with av.open(str(video), "w") as container:
        stream = container.add_stream("mpeg4", rate=24)
        stream.width, stream.height, stream.pix_fmt = 128, 72, "yuv420p"
        for _ in range(24):
            picture = av.VideoFrame.from_ndarray(np.zeros((72, 128, 3), np.uint8), format="rgb24")
            container.mux(stream.encode(picture))
        container.mux(stream.encode(None))
    with av.open(str(sound), "w") as container:
        voice = container.add_stream("pcm_s16le", rate=8000, layout="mono")
        silence = av.AudioFrame.from_ndarray(np.zeros((1, 8000), np.int16), format="s16", layout="mono")
        silence.sample_rate = 8000
        container.mux(voice.encode(silence))
        container.mux(voice.encode(None))
    text.write_text("not a film")
    no_film = tmp_path / "film.mkv"
    shutil.copy(sound, no_film)
    facts = look_at(video)
    assert facts is not None
    assert (facts.width, facts.height, facts.frame_rate) == (128, 72, 24.0)
    assert facts.duration_s == pytest.approx(1.0, abs=0.1)
    assert look_at(sound) is None
    for path in (text, no_film):
        with pytest.raises(MediaError, match=path.name):
            look_at(path)
