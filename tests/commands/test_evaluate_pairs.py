"""`tivm evaluate-pairs` on made files, with a pack of tiny graphs."""

import json
import sys
from pathlib import Path

import pytest

from tests.commands.typing_tivm import interrupt_tivm, tivm
from tests.matching.pair_files import quick_pack, write_manifest, write_pairs, write_track
from tivm_desktop.cli import main


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return quick_pack(tmp_path / "pack")


def test_it_prints_the_documented_json_and_the_second_time_recalls(
    tmp_path: Path, pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    entries = [*write_pairs(tmp_path, 5, "sea"), *write_pairs(tmp_path, 2, "sky")]
    (tmp_path / "words.mp4").write_text("no picture")
    entries.append({"id": "bad", "video": "words.mp4", "music": entries[0]["music"], "group": "sea"})
    manifest = write_manifest(tmp_path, entries)
    asked = ["evaluate-pairs", str(manifest), "--pack", str(pack), "--profile", str(tmp_path / "profile")]
    assert main([*asked, "--json"]) == 0
    told = capsys.readouterr()
    said = json.loads(told.out)
    assert set(said) == {"n", "full", "within", "rankings", "pack", "provider", "fit_by", "skipped"}
    assert (said["n"], said["full"]["pool"], said["within"]["n"], said["within"]["pool"]) == (7, 7, 5, 5)
    assert (list(said["within"]["groups"]), said["within"]["left_out"]) == (["sea"], 2)
    for part in (said["full"], said["within"]):
        assert part["auc_ci"][0] <= part["auc"] <= part["auc_ci"][1]
        assert set(part["recall"]) == {"1", "5", "10"}
        assert part["median_rank"] >= 1
    kept = {str(one["id"]) for one in entries} - {"bad"}
    assert set(said["rankings"]) == kept
    assert all(sorted(order) == sorted(kept) for order in said["rankings"].values())
    assert said["pack"] == {"name": "toy", "version": "1.0.0"}
    assert (said["provider"], said["fit_by"]) == ("CPU", "fusion")
    assert [one["id"] for one in said["skipped"]] == ["bad"]
    assert told.err.splitlines() == [f"tivm: bad is left out: {said['skipped'][0]['reason']}"]
    assert main([*asked, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == said
    assert main(asked) == 0
    table = capsys.readouterr().out.splitlines()
    assert "7 pairs ranked by toy 1.0.0 on CPU, fit by fusion" in table[0]
    assert [line.split()[0] for line in table[1:]] == ["n", "all", "within", "sea", "2"]


def test_fewer_than_two_pairs_left_exit_with_three(
    tmp_path: Path, pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    entries = write_pairs(tmp_path, 2)
    (tmp_path / str(entries[1]["music"])).write_bytes(b"\0" * 100)
    manifest = write_manifest(tmp_path, entries)
    asked = ["--pack", str(pack), "--profile", str(tmp_path / "profile"), "--json"]
    assert main(["evaluate-pairs", str(manifest), *asked]) == 3
    said = json.loads(capsys.readouterr().out)
    assert (said["n"], said["full"]["auc"], said["within"]["auc"]) == (1, None, None)
    assert len(said["skipped"]) == 1


def test_a_missing_file_is_one_line_that_names_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entries = write_pairs(tmp_path, 2)
    (tmp_path / str(entries[1]["video"])).unlink()
    manifest = write_manifest(tmp_path, entries)
    assert main(["evaluate-pairs", str(manifest), "--profile", str(tmp_path / "profile")]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.splitlines()) == 1
    assert "made1.mp4" in told.err


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_ctrl_c_ends_it_and_loses_nothing(tmp_path: Path, pack: Path) -> None:
    entries = write_pairs(tmp_path, 12)
    write_track(tmp_path / str(entries[-1]["music"]), 11, length_s=400.0)  # or it may be done before Ctrl-C
    asked = ["evaluate-pairs", write_manifest(tmp_path, entries), "--pack", pack]
    asked += ["--profile", tmp_path / "profile", "--json"]
    interrupt_tivm(tmp_path / "profile", *asked)
    again = tivm(*asked)
    assert again.returncode == 0, again.stderr
    assert json.loads(again.stdout)["n"] == 12
