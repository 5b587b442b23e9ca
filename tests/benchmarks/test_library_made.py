"""A made-up library that the program takes for one."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from benchmarks.library_made import add_analyses, make
from tests.library.analyses import track_analysis
from tivm_desktop.domain.analysis import TrackAnalysis
from tivm_desktop.domain.finding import Column, Order, Query
from tivm_desktop.encoders.pack import default_pack_folder, load_pack
from tivm_desktop.library.catalogue import Catalogue
from tivm_desktop.library.store import FeatureStore
from tivm_desktop.library.vectors import VectorTable
from tivm_desktop.matching.analysed import SOUND_VERSION
from tivm_desktop.matching.track_describer import ranking_key, vector_layout

TRACKS = 120


def test_made_up_tracks_are_ranked_and_found_like_real_ones(tmp_path: Path) -> None:
    pack = load_pack(default_pack_folder())
    real = [_real(seed, len(pack.music.tags), pack.music.encoder_id) for seed in range(5)]
    folder = tmp_path / "made"
    make(folder, pack, real, TRACKS)
    layout = vector_layout(pack)
    table = VectorTable(folder / "vectors", ranking_key(pack), layout.width)
    assert len(table) == TRACKS
    tracks = [layout.unpack(row) for row in table.rows]
    assert all(list(track.vectors) == list(layout.widths) for track in tracks)
    assert np.allclose([np.linalg.norm(track.vectors["towers"]) for track in tracks], 1, atol=1e-5)
    assert len({row.tobytes() for row in table.rows}) == TRACKS

    store = FeatureStore(folder / "library.sqlite3")
    catalogue = Catalogue.load(store, ranking_key(pack))
    rows = catalogue.find(Query(), Order(Column.TITLE, descending=False))
    assert TRACKS - 10 < len(rows) <= len(catalogue) == TRACKS
    assert set(catalogue.audio_ids) == set(table.ids)
    assert len(catalogue.find(Query(folder="/music/Copies"), Order())) > 0
    first = catalogue.tracks(rows[:1].tolist())[0]
    assert first.facts is not None
    assert 120 <= first.facts.duration_s <= 360

    add_analyses(folder, real, {first.audio_id: first.facts.duration_s})
    analysis = store.track(first.audio_id, pack.music.encoder_id, SOUND_VERSION)
    assert analysis is not None
    assert analysis.sound.length_s == len(analysis.tags) == round(first.facts.duration_s)
    assert len(analysis.sound.onset_strength) == 50 * analysis.sound.length_s
    store.close()
    table.close()


def _real(seed: int, tags: int, encoder_id: str) -> TrackAnalysis:
    track = track_analysis(seconds=60, seed=seed, feature_dim=200, encoder_id=encoder_id)
    return replace(track, tags=np.random.default_rng(seed).random((60, tags), dtype=np.float32))
