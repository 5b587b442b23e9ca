"""`tivm archive` as people type it."""

import json
import sys
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from tests.commands.typing_tivm import interrupt_tivm, tivm
from tests.media.making import camera, filmed, write_video
from tests.training.making import (
    frame_level_record,
    music_like,
    muvi_sync_arrays,
    save,
    speech_like,
    write_tfrecord,
)
from tivm_desktop import cli
from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.training.archives.archive import read_archive

RATE = 16_000


def finished(path: Path, seed: int, samples: FloatArray) -> Path:
    """A video with that sound under it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with av.open(path, "w") as container:
        video = container.add_stream("libx264", rate=4)
        video.width, video.height, video.pix_fmt = 160, 90, "yuv420p"
        audio = container.add_stream("aac", rate=RATE, layout="mono")
        for number, picture in enumerate(filmed([(len(samples) / RATE, camera(seed))], 4)):
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
            frame.pts, frame.time_base = number, Fraction(1, 4)
            container.mux(video.encode(frame))
        container.mux(video.encode(None))
        for start in range(0, len(samples), 1024):
            block = np.ascontiguousarray(samples[start : start + 1024].T, np.float32)
            sound = av.AudioFrame.from_ndarray(block, "fltp", "mono")
            sound.sample_rate, sound.pts, sound.time_base = RATE, start, Fraction(1, RATE)
            container.mux(audio.encode(sound))
        container.mux(audio.encode(None))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two videos with music, one with talk only, one without sound, one that is none."""
    videos = tmp_path / "videos"
    finished(
        videos / "one" / "a.mkv", 1, np.concatenate([music_like(14), np.zeros((5 * RATE, 1), np.float32)])
    )
    finished(videos / "one" / "b.mkv", 2, music_like(12, seed=2))
    finished(videos / "talk.mkv", 3, speech_like(14))
    write_video(videos / "mute.mp4", filmed([(2.0, camera(4))], 4), rate=4)
    (videos / "broken.mp4").write_bytes(b"no video")
    (videos / "notes.txt").write_text("not a video either")
    return videos


@pytest.mark.media
@pytest.mark.slow
def test_a_folder_of_videos_becomes_an_archive(folder: Path, tmp_path: Path) -> None:
    out, profile = tmp_path / "a.npz", tmp_path / "profile"
    ran = tivm("archive", "--videos", folder, "--out", out, "--profile", profile, "--json")
    assert ran.returncode == 0, ran.stderr
    said = json.loads(ran.stdout)
    archive = read_archive(out)
    assert [song.partition("#")[0] for song in archive.songs] == ["one/a.mkv", "one/b.mkv"]
    assert archive.groups == ("one/a.mkv", "one/b.mkv")
    assert archive.lengths.tolist() == pytest.approx([14, 12], abs=1)
    assert (archive.video_widths["frame_features"], archive.music_widths["tags"]) == (1280, 100)
    assert said["video"] == dict(archive.video_widths)
    assert (said["items"], said["groups"], said["splits"]) == (2, 2, {"test": 1, "train": 1})
    assert said["dropped_s"]["silence"] == pytest.approx(5, abs=1)
    assert said["dropped_s"]["speech without music"] >= 10
    skipped = {one["source"]: one["reason"] for one in said["skipped"]}
    assert set(skipped) == {"broken.mp4", "mute.mp4", "talk.mkv"}
    assert skipped["mute.mp4"] == "mute.mp4 has no sound; give videos that have both."

    again = tivm(
        *("archive", "--videos", folder, "--out", out, "--profile", profile),
        *("--video", "motion,warmth", "--music", "loudness", "--group-by-folder"),
    )
    assert again.returncode == 0, again.stderr
    picked = read_archive(out)
    assert (list(picked.video), list(picked.music)) == (["motion", "warmth"], ["loudness"])
    assert picked.groups == ("one", "one")
    assert "2 items in 1 groups (2 train)" in again.stdout


@pytest.mark.media
@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_ctrl_c_leaves_no_process_and_no_file_and_the_next_run_goes_on(folder: Path, tmp_path: Path) -> None:
    out, profile = tmp_path / "a.npz", tmp_path / "profile"
    arguments = ["archive", "--videos", folder, "--out", out, "--profile", profile]
    interrupt_tivm(profile, *arguments)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["profile", "videos"]
    assert tivm(*arguments).returncode == 0
    assert out.exists()


def test_youtube8m_is_read_from_files_and_folders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shards = tmp_path / "shards"
    shards.mkdir()
    for shard in range(2):
        records = [frame_level_record(f"{shard}{n}", [n], seed=10 * shard + n) for n in range(3)]
        write_tfrecord(shards / f"train{shard}.tfrecord", records)
    single = write_tfrecord(tmp_path / "more", [frame_level_record("z", [1], seed=99)])
    out = tmp_path / "a.npz"
    arguments = ["archive", "--youtube8m", str(shards), str(single), "--out", str(out), "--json"]
    assert cli.main([*arguments, "--test-share", "0", "--validation-share", "0.5"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert read_archive(out).songs == ("00", "01", "02", "10", "11", "12", "z")
    assert (said["video"], said["music"]) == ({"rgb": 1024}, {"audio": 128})
    assert said["splits"] == {"train": 3, "val": 4}
    assert cli.main([*arguments, "--label", "1", "--limit", "2"]) == 0
    assert read_archive(out).songs == ("01", "11")


def test_muvi_sync_columns_are_picked_by_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    packed, out = save(tmp_path / "packed.npz", muvi_sync_arrays()), tmp_path / "a.npz"
    arguments = ["archive", "--muvi-sync", str(packed), "--out", str(out)]
    assert cli.main([*arguments, "--video", "clip,emotion", "--music", "loudness, chord"]) == 0
    archive = read_archive(out)
    assert archive.video_widths == {"clip": 128, "emotion": 6}
    assert archive.music_widths == {"loudness": 1, "chord": 27}
    assert archive.groups == ("0", "0", "1", "1")
    assert "clip (128), emotion (6)" in capsys.readouterr().out


REFUSED = {
    "an empty folder": (["--videos", "empty"], "empty holds no video; give a folder with finished videos"),
    "no folder": (["--videos", "nowhere"], "nowhere is not a folder"),
    "no shards": (["--youtube8m", "empty"], "empty holds no .tfrecord file"),
    "a missing shard": (["--youtube8m", "gone"], "gone can't be read"),
    "a bad shard": (["--youtube8m", "spoilt"], "the checksum of the length of record 0 is wrong"),
    "no archive": (["--muvi-sync", "spoilt"], "is not a whole .npz archive"),
    "no release": (["--muvi-sync", "empty"], "has no split lists"),
    "a column": (
        ["--videos", "empty", "--video", "clip"],
        "Files give no video column clip; choose from frame",
    ),
    "shares": (["--videos", "empty", "--test-share", "1"], "--test-share can't be used"),
    "a label": (["--videos", "empty", "--label", "3"], "--label goes with --youtube8m only"),
    "columns": (
        ["--youtube8m", "gone", "--music", "audio"],
        "--music goes with --videos or --muvi-sync only",
    ),
}


@pytest.mark.parametrize(("arguments", "sentence"), REFUSED.values(), ids=REFUSED)
def test_what_can_t_be_used_is_one_sentence_and_nothing_is_written(
    arguments: list[str],
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "spoilt").write_text("neither records nor an archive")
    assert cli.main(["archive", *arguments, "--out", "a.npz", "--profile", "profile", "--json"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert sentence in said.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "spoilt"]


def test_one_source_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    for wrong in ([], ["--videos", "a", "--muvi-sync", "b"], ["--youtube8m", "a", "--limit", "0"]):
        with pytest.raises(SystemExit, match="2"):
            cli.main(["archive", *wrong, "--out", "a.npz"])
    assert "usage: tivm archive" in capsys.readouterr().err
