"""How loud it is, and what a library holds: the figures that the verification judges by."""

import json
from array import array
from math import pi, sin
from pathlib import Path

import pytest
from verify.desk import SILENCE_DB, Ear, level_db
from verify.library_state import RATING, library_state, marks_file
from verify.material import make_material
from verify.proofs_of_lasting import OLDEST
from verify.report import BrokenPromiseError
from verify.unpacked import Unpacked

from tests.library.make_first_profile import MUSIC, TRACKS
from tivm_desktop.domain.marks import Marks
from tivm_desktop.library.marks_file import import_marks
from tivm_desktop.library.store import FeatureStore


def test_levels_are_those_of_sines_and_of_silence() -> None:
    sine = array("h", (round(32767 * sin(2 * pi * n / 100)) for n in range(10_000))).tobytes()
    assert level_db(sine) == pytest.approx(-3.01, abs=0.01)
    assert level_db(bytes(4000)) == SILENCE_DB
    assert level_db(b"") == SILENCE_DB


def test_only_the_last_seconds_are_listened_to(tmp_path: Path) -> None:
    file = tmp_path / "raw"
    file.write_bytes(array("h", [20_000] * 2 * 48_000).tobytes() + bytes(4 * 48_000))
    assert Ear(file).levels_db(1) == [SILENCE_DB]
    loud, silent = Ear(file).levels_db(60)
    assert loud > -10
    assert silent == SILENCE_DB
    assert Ear(file).heard_s() == 2


def test_the_state_of_a_library_is_read_without_touching_it() -> None:
    folder = OLDEST / "data"
    before = sorted(path.name for path in folder.iterdir())
    state = library_state(folder / "library.sqlite3")
    assert set(state.tracks) == set(TRACKS)
    assert len(state.analyses) == len(TRACKS) + 1
    assert state.marks == {}
    assert sorted(path.name for path in folder.iterdir()) == before


def test_marks_are_written_as_the_program_takes_them(tmp_path: Path) -> None:
    file = tmp_path / "marks.json"
    file.write_text(marks_file("c0ffee"))
    store = FeatureStore(tmp_path / "library.sqlite3")
    assert import_marks(store, file).added == 1
    assert store.all_marks()["c0ffee"] == Marks(5, favourite=True, tags=("kept",), notes=str(RATING["notes"]))
    store.close()
    assert library_state(tmp_path / "library.sqlite3").marks == {"c0ffee": (5, True, RATING["notes"])}
    assert json.loads(file.read_text())["version"] == 1


def test_a_folder_without_a_program_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BrokenPromiseError, match="has no program tivm-desktop"):
        Unpacked(tmp_path, tmp_path / "home")


def test_one_s_own_video_and_music_are_laid_into_the_home(tmp_path: Path, clip: Path) -> None:
    program = tmp_path / "opt" / "tivm-desktop"
    (program / "_internal").mkdir(parents=True)
    (program / "tivm-desktop").touch(mode=0o755)
    place = Unpacked(tmp_path / "opt", tmp_path / "home")
    tunes = tmp_path / "tunes"
    tunes.mkdir()
    (tunes / MUSIC.name).write_bytes(b"sound")
    found = make_material(place, tmp_path / "demo", clip, tunes)
    assert found.video == place.home / "Videos" / clip.name
    assert (found.tracks, found.frame_rate) == (1, 25)
    assert (found.music / MUSIC.name).read_bytes() == b"sound"
    assert place.program("tivm") == str(program / "tivm")


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    import av
    import numpy as np

    path = tmp_path / "clip.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mpeg4", rate=25)
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        for _ in range(10):
            frame = av.VideoFrame.from_ndarray(np.zeros((48, 64, 3), np.uint8), format="rgb24")
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path
