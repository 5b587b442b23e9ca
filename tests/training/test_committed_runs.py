"""The runs in models/study: whole, small, and ready for songs they have never seen."""

import json
from pathlib import Path

import numpy as np
import pytest

from tests.training.making import muvi_sync_arrays, save
from tivm_desktop.bundle import bundled
from tivm_desktop.cli import main
from tivm_desktop.training.archives.archive import read_archive
from tivm_desktop.training.baselines.loading import load_candidate

RUNS = bundled("models") / "study"
NAMES = ("all", "raw-files", "files")


@pytest.mark.parametrize("name", NAMES)
def test_a_run_judges_songs_it_has_never_seen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    arrays = muvi_sync_arrays(6, rows=90)
    arrays["split"] = np.array(["test"] * 6)
    data = save(tmp_path / "other.npz", arrays)
    assert main(["evaluate", str(RUNS / name), "--data", str(data), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["pool"] == 6
    assert set(found["video_to_music"]["recall"]) == {"1", "5", "10", "25"}
    for way in ("video_to_music", "music_to_video"):
        low, high = found[way]["auc_ci"]
        assert 0 <= low <= found[way]["auc"] <= high <= 1
    assert ("towers_alone" in found) == (RUNS / name / "reranker.json").is_file()


@pytest.mark.parametrize("name", NAMES)
def test_no_score_knows_a_song_by_its_length(tmp_path: Path, name: str) -> None:
    """Songs that differ in nothing but how often a bar of 10 s is played: each fits each as well."""
    bar = muvi_sync_arrays(1, rows=10)
    times = np.array([12, 16, 20, 24])
    arrays = {key: value for key, value in bar.items() if len(value) != 10}
    arrays |= {
        key: np.concatenate([np.tile(value, (count, *[1] * (value.ndim - 1))) for count in times])
        for key, value in bar.items()
        if len(value) == 10
    }
    arrays["song"] = np.array([f"song{count}" for count in times])
    arrays["split"] = np.array(["test"] * 4)
    arrays["artist"] = np.arange(4, dtype=np.int16)
    arrays["major"] = np.repeat(bar["major"], 4)
    arrays["offsets"] = np.concatenate([[0], np.cumsum(10 * times)]).astype(np.int32)
    candidate = load_candidate(RUNS / name)
    archive = read_archive(save(tmp_path / "bars.npz", arrays), candidate.video, candidate.music)
    similarity = candidate.towers.similarity(archive, np.arange(4), np.arange(4))
    own = np.diag(similarity)
    others = similarity[~np.eye(4, dtype=bool)]
    assert abs(own.mean() - others.mean()) < 0.05


def test_the_runs_are_small_and_name_no_place() -> None:
    files = [path for path in RUNS.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) < 20e6
    for path in files:
        if path.suffix in {".json", ".jsonl", ".md"}:
            assert str(Path.home()) not in path.read_text("utf-8")
