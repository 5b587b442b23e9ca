"""Towers of a pack: checked like its encoders, and what they make of whole files."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from onnx import helper

from tests.encoders.making import is_one_sentence, toy_pack
from tests.encoders.toy_towers import MUSIC, VIDEO, add_towers, expected, seeded, toy_tower
from tivm_desktop.domain.column_matching import match_of
from tivm_desktop.domain.errors import PackError
from tivm_desktop.encoders.pack import load_pack
from tivm_desktop.encoders.towers import TowerPair, windows

Change = Callable[[dict[str, Any]], object]


def refusal(folder: Path) -> str:
    with pytest.raises(PackError) as caught:
        TowerPair(load_pack(folder))
    assert is_one_sentence(caught.value)
    return str(caught.value)


def rows(length: int, width: int = 2, seed: int = 0) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return np.random.default_rng(seed).normal(1, 1, (length, width)).astype(np.float32)


def test_a_pack_with_towers_says_what_they_take_and_where_they_come_from(tmp_path: Path) -> None:
    towers = load_pack(add_towers(toy_pack(tmp_path))).towers
    assert towers is not None
    assert towers.video.names == ("motion", "scene_offset")
    assert towers.music.names == ("loudness", "note_density")
    assert (towers.embedding_dim, towers.window_s, towers.windows) == (3, 4.0, 3)
    assert towers.distances == (0.2, 0.8, 1.4)
    assert (towers.data, towers.data_note) == ("made-up numbers", "do as you like")
    assert towers.foreign_columns == ()


def test_a_pair_says_which_columns_it_takes_and_towers_are_told_apart_by_their_files(tmp_path: Path) -> None:
    folder = add_towers(toy_pack(tmp_path / "one"))
    pair = TowerPair(load_pack(folder))
    assert pair.video_columns == ("motion", "scene_offset")
    assert pair.music_columns == ("loudness", "note_density")
    other = load_pack(add_towers(toy_pack(tmp_path / "two"), video_model=toy_tower(seeded(VIDEO, 9)))).towers
    towers = load_pack(folder).towers
    assert towers is not None
    assert other is not None
    assert towers.digest == towers.video.file.sha256 + towers.music.file.sha256
    assert towers.digest != other.digest


def test_a_tower_that_points_nowhere_embeds_nothing(tmp_path: Path) -> None:
    model = toy_tower(np.zeros((2, 3), np.float32))
    model.graph.node[2].CopyFrom(helper.make_node("Identity", ["projected"], ["embedding"]))
    pair = TowerPair(load_pack(add_towers(toy_pack(tmp_path), video_model=model)))
    with pytest.raises(PackError, match=r"video_tower\.onnx gives no embedding of this file;"):
        pair.embed_video(rows(9))


def test_an_older_pack_has_none(tmp_path: Path) -> None:
    pack = load_pack(toy_pack(tmp_path))
    assert pack.towers is None
    with pytest.raises(PackError, match="has no towers"):
        TowerPair(pack)


@pytest.mark.parametrize("length", [1, 3, 4, 5, 11, 40])
def test_a_file_is_the_mean_of_windows_spread_over_it(tmp_path: Path, length: int) -> None:
    pack = load_pack(add_towers(toy_pack(tmp_path)))
    assert pack.towers is not None
    pair = TowerPair(pack)
    for embed, weight, seed in (
        (pair.embed_video, seeded(VIDEO, 1), 3),
        (pair.embed_music, seeded(MUSIC, 2), 4),
    ):
        sequence = rows(length, seed=seed)
        embedding = embed(sequence)
        np.testing.assert_allclose(embedding, expected(sequence, weight, pack.towers), atol=1e-6)
        assert np.linalg.norm(embedding) == pytest.approx(1.0, abs=1e-6)


@pytest.mark.parametrize(
    ("length", "count", "firsts"),
    [(4, 3, [0, 8, 16]), (4, 1, [8]), (19, 3, [0, 0, 1]), (20, 3, [0]), (25, 3, [0]), (0, 3, [0])],
)
def test_windows_lie_evenly_from_the_first_row_to_the_last(
    length: int, count: int, firsts: list[int]
) -> None:
    sequence = np.arange(20, dtype=np.float32)[:, np.newaxis]
    parts = windows(sequence, length, count)
    assert parts[:, 0, 0].tolist() == firsts
    assert parts.shape[1] == (length if 0 < length < 20 else 20)


def test_a_file_played_twice_is_embedded_alike(tmp_path: Path) -> None:
    pair = TowerPair(load_pack(add_towers(toy_pack(tmp_path), window_s=5.0)))
    sequence = np.tile(rows(5), (4, 1))
    np.testing.assert_allclose(pair.embed_music(sequence), pair.embed_music(sequence[:10]), atol=1e-6)


def test_columns_that_no_file_gives_are_named(tmp_path: Path) -> None:
    columns = (("clip", 8), ("motion", 1), ("caption", 6))
    folder = add_towers(toy_pack(tmp_path), video=columns)
    towers = load_pack(folder).towers
    assert towers is not None
    assert towers.foreign_columns == ("clip", "caption")
    assert "clip, caption" in refusal(folder)


def test_rows_at_another_rate_are_refused(tmp_path: Path) -> None:
    assert "4 rows a second" in refusal(add_towers(toy_pack(tmp_path), rate_hz=4.0))


def test_a_tower_that_gives_no_number_is_said_to_be_at_fault(tmp_path: Path) -> None:
    weight = np.full((2, 3), np.nan, np.float32)
    pair = TowerPair(load_pack(add_towers(toy_pack(tmp_path), video_model=toy_tower(weight))))
    with pytest.raises(PackError, match=r"video_tower\.onnx gives no embedding") as caught:
        pair.embed_video(rows(5))
    assert is_one_sentence(caught.value)


def test_an_altered_tower_is_refused(tmp_path: Path) -> None:
    folder = add_towers(toy_pack(tmp_path))
    (folder / "music_tower.onnx").write_bytes(toy_tower(seeded(MUSIC, 9)).SerializeToString())
    assert "music_tower.onnx is not the file" in refusal(folder)


def test_a_tower_that_is_gone_is_refused(tmp_path: Path) -> None:
    folder = add_towers(toy_pack(tmp_path))
    (folder / "video_tower.onnx").unlink()
    assert "video_tower.onnx is missing" in refusal(folder)


def test_a_tower_with_a_fixed_length_is_refused(tmp_path: Path) -> None:
    folder = add_towers(toy_pack(tmp_path), video_model=toy_tower(seeded(VIDEO, 1), steps=60))
    assert "video_tower.onnx" in refusal(folder)


def test_columns_of_another_encoder_are_refused(tmp_path: Path) -> None:
    columns = (("frame_features", 1280), ("motion", 1))
    said = refusal(add_towers(toy_pack(tmp_path), video=columns))
    assert "frame_features 1280 wide" in said
    assert "3 wide" in said


def test_the_model_card_is_checked_too(tmp_path: Path) -> None:
    folder = toy_pack(tmp_path)
    (folder / "MODEL_CARD.md").write_text("# Another card\n")
    add_towers(folder, card={"file": "MODEL_CARD.md", "sha256": "0" * 64})
    assert "MODEL_CARD.md" in refusal(folder)


def set_column(entry: dict[str, Any]) -> None:
    entry["video"]["columns"] = [{"name": "motion", "width": 1}, {"name": "motion", "width": 1}]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda entry: entry.pop("video"), "video"),
        (lambda entry: entry.pop("embedding_dim"), "embedding_dim"),
        (lambda entry: entry.update(embedding_dim=4), "4 values"),
        (lambda entry: entry.update(embedding_dim=0), "embedding_dim"),
        (lambda entry: entry.update(windows=0), "windows"),
        (lambda entry: entry.update(window_s=-1), "window_s"),
        (lambda entry: entry.update(window_s="long"), "window_s"),
        (lambda entry: entry.update(window_s=float("nan")), "window_s"),
        (lambda entry: entry.update(rate_hz=10**400), "rate_hz"),
        (lambda entry: entry.update(distances=[0.1, float("nan")]), "distances"),
        (lambda entry: entry.update(rate_hz=0), "rate_hz"),
        (lambda entry: entry.update(distances=[0.4, 0.2]), "distances"),
        (lambda entry: entry.update(distances=["far"]), "distances"),
        (lambda entry: entry.update(distances=[3.0]), "distances"),
        (lambda entry: entry["music"].update(columns=[]), "columns"),
        (lambda entry: entry["music"].update(columns=["loudness"]), "column"),
        (lambda entry: entry["music"]["columns"][0].update(width=0), "width"),
        (lambda entry: entry["music"]["columns"][0].update(width=10**9), "width"),
        (lambda entry: entry.update(windows=10**9), "windows"),
        (lambda entry: entry["music"]["columns"][0].update(width=2), "3 values"),
        (set_column, "twice"),
        (lambda entry: entry["video"]["columns"][0].update(name="mo\ntion"), "one line"),
        (lambda entry: entry.update(matching={"a\nb": {}}), "matches the column"),
        (lambda entry: entry["music"].update(outputs={"embedding": ["items", 5]}), "shape"),
        (lambda entry: entry["music"].update(file="../tower.onnx"), "not in the pack's folder"),
    ],
)
def test_a_section_that_is_not_as_it_should_be_is_refused(tmp_path: Path, change: Change, said: str) -> None:
    assert said in refusal(add_towers(toy_pack(tmp_path), change=change))


def matched_pack(tmp_path: Path) -> Path:
    """Towers for which onsets are notes: three more, and moving twice as much."""
    match = match_of(([[0, 10]], [[0, 4]]), ([[3, 13]], [[0, 8]]), (0.0, 40.0))
    return add_towers(toy_pack(tmp_path), matching={"note_density": match.to_json()}, ends_s=2)


def test_columns_of_files_are_matched_and_ends_left_out(tmp_path: Path) -> None:
    pack = load_pack(matched_pack(tmp_path))
    assert pack.towers is not None
    assert set(pack.towers.matching) == {"note_density"}
    heard = np.abs(rows(12, seed=5))
    inner = heard[2:-2].astype(np.float64)
    level = inner[:, 1].mean()
    inner[:, 1] = level + 3 + 2 * (inner[:, 1] - level)
    seen = inner.astype(np.float32)
    embedding = TowerPair(pack).embed_music(heard)
    np.testing.assert_allclose(embedding, expected(seen, seeded(MUSIC, 2), pack.towers), atol=1e-5)


def test_a_file_of_a_second_keeps_it(tmp_path: Path) -> None:
    embedding = TowerPair(load_pack(matched_pack(tmp_path))).embed_music(rows(1))
    assert np.linalg.norm(embedding) == pytest.approx(1, abs=1e-6)


TWO_WIDE = match_of(([[0, 1]] * 2, [[0, 1]] * 2), ([[0, 1]] * 2, [[0, 1]] * 2), (0.0, 1.0)).to_json()


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"ends_s": -1}, "ends_s"),
        ({"ends_s": "long"}, "ends_s"),
        ({"matching": []}, "matching"),
        ({"matching": {"clip": {}}}, "clip"),
        ({"matching": {"note_density": {"means": []}}}, "note_density"),
        ({"matching": {"loudness": TWO_WIDE}}, "2 wide"),
    ],
)
def test_a_spoilt_matching_is_refused(tmp_path: Path, settings: dict[str, Any], said: str) -> None:
    folder = add_towers(toy_pack(tmp_path), **settings)
    assert said in refusal(folder)
