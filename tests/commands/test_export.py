"""`tivm export`, and ranking with what it makes."""

import json
import shutil
from pathlib import Path

import pytest
from tqdm import tqdm

from tests.commands.typing_tivm import tivm
from tests.domain import making
from tests.encoders.making import toy_pack
from tests.encoders.toy_towers import add_towers
from tests.matching.making import folder_of_music, write_cut
from tests.training.towers.making import PLAIN, paired, untrained
from tivm_desktop.cli import main
from tivm_desktop.encoders.pack import default_pack_folder, load_pack
from tivm_desktop.training.archives.archive import write_archive

REPORT = {
    "pool": 8,
    "video_to_music": {"auc": 0.7, "auc_ci": [0.6, 0.8]},
    "music_to_video": {"auc": 0.6, "auc_ci": [0.5, 0.7]},
}


@pytest.fixture(autouse=True)
def no_monitor(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have bars start no thread that outlives them."""
    monkeypatch.setattr(tqdm, "monitor_interval", 0)


@pytest.fixture
def run(tmp_path: Path) -> Path:
    return untrained(tmp_path / "run", paired(), tower=PLAIN).folder


def export(*arguments: object) -> int:
    return main(["export", *map(str, arguments)])


def test_a_run_becomes_a_pack_with_data_figures_and_calibration(
    tmp_path: Path, run: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_archive(paired(), tmp_path / "pairs.npz")
    (tmp_path / "held-out.json").write_text(json.dumps(REPORT))
    out, base = tmp_path / "mine", toy_pack(tmp_path / "toy")
    options = ["--data-name", "my videos", "--data-note", "All mine.", "--report", tmp_path / "held-out.json"]
    assert (
        export(run, "--pack", out, "--base", base, "--data", tmp_path / "pairs.npz", *options, "--json") == 0
    )
    said = json.loads(capsys.readouterr().out)
    assert said["pack"] == str(out)
    assert said["towers"]["calibrated"]
    assert said["towers"]["data"] == {"name": "my videos", "note": "All mine."}
    assert said["towers"]["figures"]["evaluation"] == {"of": "held-out", **REPORT}
    towers = load_pack(out).towers
    assert towers is not None
    assert len(towers.distances) == 100
    assert "0.700 [0.600, 0.800]" in (out / "MODEL_CARD.md").read_text()
    assert main(["pack", "verify", str(out)]) == 0
    assert (
        "motion, scene_offset -> 3 <- loudness, note_density; trained on my videos" in capsys.readouterr().out
    )


def test_what_is_left_out_is_said(tmp_path: Path, run: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export(run, "--pack", tmp_path / "mine", "--base", toy_pack(tmp_path / "toy")) == 0
    assert "give --data" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "said"), [("{", "is not JSON"), ("{}", "is no evaluation"), (None, "can't be read")]
)
def test_a_report_that_is_none_is_one_sentence(
    tmp_path: Path, run: Path, content: str | None, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    report = tmp_path / "report.json"
    if content is not None:
        report.write_text(content)
    base = toy_pack(tmp_path / "toy")
    assert export(run, "--pack", tmp_path / "mine", "--base", base, "--report", report) == 1
    error = capsys.readouterr().err
    assert said in error
    assert "report.json" in error
    assert len(error.splitlines()) == 1
    assert not (tmp_path / "mine").exists()


def test_columns_are_matched_with_both_populations_only(
    tmp_path: Path, run: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--base", toy_pack(tmp_path / "toy"), "--match", "loudness"]
    assert export(run, "--pack", tmp_path / "mine", *options) == 1
    assert capsys.readouterr().err == "tivm: --match needs --files and --data; give both.\n"
    assert not (tmp_path / "mine").exists()


def test_a_folder_that_is_there_is_refused_before_any_work(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").touch()
    assert export(tmp_path / "no run", "--pack", tmp_path / "mine") == 1
    assert "is there already" in capsys.readouterr().err


def test_a_run_that_is_none_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export(tmp_path / "no run", "--pack", tmp_path / "mine") == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.slow
@pytest.mark.media
def test_a_folder_is_ranked_with_the_towers_of_a_pack(tmp_path: Path) -> None:
    video, music = write_cut(tmp_path / "cut.mp4"), folder_of_music(tmp_path / "music", 3)
    folder = Path(shutil.copytree(default_pack_folder(), tmp_path / "trained"))
    documents = []
    for pack in (add_towers(folder), default_pack_folder()):
        ran = tivm(
            "suggest", video, "--music", music, "--pack", pack, "--profile", tmp_path / "profile", "--json"
        )
        assert ran.returncode == 0, ran.stderr
        documents.append(json.loads(ran.stdout))
    by_towers, by_axes = documents
    assert (by_towers["fit_by"], by_axes["fit_by"]) == ("towers", "fusion")
    towers, axes = ({one["path"]: one for one in document["tracks"]} for document in documents)
    assert set(towers) == set(axes)
    assert [one["fit"] for one in towers.values()] == sorted(
        (one["fit"] for one in towers.values()), reverse=True
    )
    for path, one in towers.items():
        assert one["fit"] != axes[path]["fit"]
        assert (one["why"], one["placement_s"]) == (axes[path]["why"], axes[path]["placement_s"])


@pytest.mark.media
def test_a_pack_for_research_is_refused_in_one_line(tmp_path: Path) -> None:
    calibration = making.calibration().to_json()
    folder = toy_pack(tmp_path / "research", lambda manifest: manifest.update(calibration=calibration))
    add_towers(folder, video=(("clip", 4), ("caption", 6)))
    ran = tivm(
        "suggest",
        tmp_path / "cut.mp4",
        "--music",
        tmp_path,
        "--pack",
        folder,
        "--profile",
        tmp_path / "profile",
    )
    assert ran.returncode == 1
    assert len(ran.stderr.splitlines()) == 1
    assert "clip, caption" in ran.stderr
