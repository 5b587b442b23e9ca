"""`tivm` as people type it, in a process of its own."""

import json
import sys
from pathlib import Path

import pytest

from tests.commands.typing_tivm import interrupt_tivm, tivm
from tests.matching.making import folder_of_music, write_cut

pytestmark = [pytest.mark.media, pytest.mark.slow]


def test_suggest_prints_the_documented_json(tmp_path: Path) -> None:
    video, music = write_cut(tmp_path / "cut.mp4"), folder_of_music(tmp_path / "music", 3)
    (music / "empty.flac").touch()
    ran = tivm("suggest", video, "--music", music, "--profile", tmp_path / "profile", "--top", 2, "--json")
    assert ran.returncode == 0, ran.stderr
    assert ran.stderr == ""
    said = json.loads(ran.stdout)
    assert set(said) == {"video", "provider", "pack", "fit_by", "tracks", "skipped"}
    assert said["fit_by"] == "fusion"
    assert said["provider"] == "CPU"
    assert said["pack"]["name"] == "base"
    assert said["video"]["duration_s"] == pytest.approx(6.0, abs=0.1)
    assert len(said["tracks"]) == 2
    assert set(said["tracks"][0]) == {
        "path", "title", "artist", "duration_s", "rank", "fit", "placement_s", "tempo_bpm", "why",
    }  # fmt: skip
    assert [Path(one["path"]).name for one in said["skipped"]] == ["empty.flac"]


def test_suggest_prints_a_list_for_people(tmp_path: Path) -> None:
    video, music = write_cut(tmp_path / "cut.mp4"), folder_of_music(tmp_path / "music", 1)
    ran = tivm("suggest", video, "--music", music, "--profile", tmp_path / "profile")
    assert ran.returncode == 0
    assert len(ran.stdout.splitlines()) == 1
    assert ran.stdout.split()[0] == "1"


def test_suggest_for_a_range_says_so_and_places_under_it(tmp_path: Path) -> None:
    video, music = write_cut(tmp_path / "cut.mp4"), folder_of_music(tmp_path / "music", 2)
    shared = ("suggest", video, "--music", music, "--profile", tmp_path / "profile", "--json")
    whole = json.loads(tivm(*shared).stdout)
    ran = tivm(*shared, "--start", "0:03", "--end", "90")
    assert ran.returncode == 0, ran.stderr
    part = json.loads(ran.stdout)
    assert part["range"] == {"start_s": 3.0, "end_s": pytest.approx(6.0, abs=0.1)}
    assert set(part) == {*whole, "range"}
    assert part["video"] == whole["video"]
    assert {one["fit"] for one in part["tracks"]} != {one["fit"] for one in whole["tracks"]}
    assert all(0 <= one["placement_s"] + 3 <= one["duration_s"] for one in part["tracks"])


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--start", "1:10"), "cut.mp4 is 0:06 long and has nothing at 1:10"),
        (("--start", "4", "--end", "2"), "A range of cut.mp4 can't begin at 0:04 and end at 0:02"),
        (("--end", "0.5"), "too short a range of cut.mp4"),
    ],
)
def test_a_range_the_video_does_not_have_is_told_before_anything_is_analysed(
    tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    video = write_cut(tmp_path / "cut.mp4")
    ran = tivm("suggest", video, "--music", tmp_path, "--profile", tmp_path / "profile", *options)
    assert ran.returncode == 1
    assert ran.stdout == ""
    assert len(ran.stderr.splitlines()) == 1
    assert said in ran.stderr
    assert not (tmp_path / "profile").exists()


@pytest.mark.parametrize(
    ("content", "name"), [(b"", "empty.mp4"), (b"just some words" * 100, "words.mp4"), (None, "gone.mp4")]
)
def test_a_bad_video_is_one_line_that_names_it(tmp_path: Path, content: bytes | None, name: str) -> None:
    music = folder_of_music(tmp_path / "music", 1)
    if content is not None:
        (tmp_path / name).write_bytes(content)
    ran = tivm("suggest", tmp_path / name, "--music", music, "--profile", tmp_path / "profile", "--json")
    assert ran.returncode == 1
    assert ran.stdout == ""
    assert len(ran.stderr.splitlines()) == 1
    assert name in ran.stderr


def test_a_folder_of_nothing_but_bad_files_exits_with_three(tmp_path: Path) -> None:
    music = tmp_path / "music"
    music.mkdir()
    (music / "a.mp3").write_bytes(b"\0" * 4096)
    ran = tivm(
        "suggest",
        write_cut(tmp_path / "cut.mp4"),
        "--music",
        music,
        "--profile",
        tmp_path / "profile",
        "--json",
    )
    assert ran.returncode == 3
    assert [Path(one["path"]).name for one in json.loads(ran.stdout)["skipped"]] == ["a.mp3"]


def test_asking_for_cuda_without_it_is_an_error_not_the_cpu(tmp_path: Path) -> None:
    onnxruntime = pytest.importorskip("onnxruntime")
    if "CUDAExecutionProvider" in onnxruntime.get_available_providers():
        pytest.skip("CUDA is there")
    video, music = write_cut(tmp_path / "cut.mp4"), folder_of_music(tmp_path / "music", 1)
    ran = tivm(
        "suggest", video, "--music", music, "--provider", "cuda", "--profile", tmp_path / "profile", "--json"
    )
    assert ran.returncode == 1
    assert "CUDA" in ran.stderr
    assert ran.stdout == ""


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_ctrl_c_leaves_no_process_and_no_broken_file(tmp_path: Path) -> None:
    video, music = write_cut(tmp_path / "cut.mp4"), folder_of_music(tmp_path / "music", 6)
    arguments = ["suggest", str(video), "--music", str(music), "--profile", str(tmp_path / "profile")]
    interrupt_tivm(tmp_path / "profile", *arguments)
    again = tivm("suggest", video, "--music", music, "--profile", tmp_path / "profile", "--json")
    assert again.returncode == 0
    assert len(json.loads(again.stdout)["tracks"]) == 6


def test_analyse_tells_picture_and_sound(tmp_path: Path) -> None:
    video, music = write_cut(tmp_path / "cut.mp4"), folder_of_music(tmp_path / "music", 1)
    of_video = tivm("analyse", video, "--profile", tmp_path / "profile", "--json")
    of_track = tivm("analyse", next(music.iterdir()), "--profile", tmp_path / "profile", "--json")
    picture, sound = json.loads(of_video.stdout)["picture"], json.loads(of_track.stdout)["sound"]
    assert picture["cuts_s"] == pytest.approx([2.0, 4.0], abs=0.1)
    assert len(picture["timeline"]["motion"]) == 6
    assert picture["timeline"].keys() == {
        *("motion", "activity", "brightness", "saturation", "warmth", "greenness", "contrast", "scene_offset")
    }
    assert picture["timeline"]["scene_offset"] == pytest.approx([0, 1, 0, 1, 0, 1], abs=0.2)
    assert set(picture["axes"]) == {"energy", "valence", "tension"}
    assert -40 < sound["integrated_lufs"] < 0
    assert len(sound["music_tags"]) == 5


def test_doctor_says_what_is_there(tmp_path: Path) -> None:
    ran = tivm("doctor", "--profile", tmp_path / "profile", "--json")
    said = json.loads(ran.stdout)
    assert ran.returncode == 0, said
    assert said["pack"]["active_provider"] == "CPU"
    assert said["profile"]["ok"]
    assert said["speech"]["ok"]
    assert "CPU" in json.dumps(said["providers"])


def test_packs_are_listed_and_verified() -> None:
    listed = json.loads(tivm("pack", "list", "--json").stdout)
    assert [pack["name"] for pack in listed] == ["base"]
    assert tivm("pack", "verify", "base").returncode == 0
    missing = tivm("pack", "verify", "nonesuch")
    assert missing.returncode == 1
    assert "nonesuch" in missing.stderr


def test_an_unknown_command_exits_with_two() -> None:
    assert tivm("sing").returncode == 2
    assert tivm("suggest", "a.mp4", "--music", ".", "--top", "0").returncode == 2
    assert tivm("suggest", "a.mp4", "--music", ".", "--start", "soon").returncode == 2
