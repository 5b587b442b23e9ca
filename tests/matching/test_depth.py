"""A track is heard in windows, then whole: what each pass gives, and what the second takes from the first."""

from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from tests.media.sounds import real_tracks, write_sound
from tivm_desktop.domain.errors import FileError, MediaError
from tivm_desktop.domain.progress import no_progress
from tivm_desktop.domain.track_facts import Depth
from tivm_desktop.encoders.pack import default_pack_folder
from tivm_desktop.library.store import FeatureStore
from tivm_desktop.matching.analyse_track import analyse_track, analyse_track_by_seconds, describe_known
from tivm_desktop.matching.analysed import SOUND_VERSIONS, AnalysedTrack
from tivm_desktop.matching.coarse import rows_are_spread
from tivm_desktop.matching.tools import AnalysisTools, ToolMaker
from tivm_desktop.matching.track_describer import ranking_key, vector_layout
from tivm_desktop.media.audio import audio_blocks
from tivm_desktop.media.windows import WINDOW_S, WINDOWS

pytestmark = pytest.mark.media

RATE = 44_100


@pytest.fixture(scope="module")
def song(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A minute and a half of real music: three tracks of one mood, one after the other."""
    tracks = [path for path in real_tracks() if "energetic" in path.name][:3]
    if len(tracks) < 3:
        pytest.skip("no real music on this system: immich-memories-music is not installed")
    blocks = [block for track in tracks for block in audio_blocks(track, RATE, 2, block_s=30.0)]
    return write_sound(tmp_path_factory.mktemp("music") / "song.flac", np.concatenate(blocks), RATE)


@pytest.fixture(scope="module")
def coarse(song: Path) -> AnalysedTrack:
    return analyse_track(tools(), song, depth=Depth.COARSE, progress=no_progress)


@pytest.fixture(scope="module")
def full(song: Path) -> AnalysedTrack:
    return analyse_track(tools(), song, progress=no_progress)


def tools(database: Path | None = None) -> AnalysisTools:
    return ToolMaker(default_pack_folder(), "cpu", database)()


def keep(database: Path, found: AnalysedTrack) -> None:
    store = FeatureStore(database)
    store.save_track(found.audio_id, SOUND_VERSIONS[found.depth], found.analysis)
    store.close()


def test_the_coarse_pass_hears_windows_and_knows_the_whole_length(coarse: AnalysedTrack) -> None:
    assert coarse.depth is coarse.facts.depth is Depth.COARSE
    assert coarse.analysis.sound.length_s == len(coarse.analysis.tags) == WINDOWS * WINDOW_S
    assert coarse.analysis.duration_s == coarse.facts.duration_s
    assert not len(coarse.analysis.sound.beats_s)


def test_both_passes_say_nearly_the_same(coarse: AnalysedTrack, full: AnalysedTrack) -> None:
    assert (full.depth, full.audio_id) == (Depth.FULL, coarse.audio_id)
    assert coarse.facts.duration_s == pytest.approx(full.facts.duration_s, abs=0.1)
    assert coarse.facts.integrated_lufs == pytest.approx(full.facts.integrated_lufs, abs=2.0)
    assert coarse.facts.energy == pytest.approx(full.facts.energy, abs=0.5)
    assert coarse.facts.valence == pytest.approx(full.facts.valence, abs=0.5)
    assert coarse.facts.vocals == pytest.approx(full.facts.vocals, abs=0.05)


def test_a_coarse_row_lacks_only_what_a_tower_hears_of_the_whole(
    coarse: AnalysedTrack, full: AnalysedTrack
) -> None:
    layout = vector_layout(tools().pack)
    assert coarse.vector.shape == full.vector.shape == (layout.width,)
    assert set(layout.unpack(full.vector).vectors) - set(layout.unpack(coarse.vector).vectors) == {"towers"}


def test_the_full_pass_takes_the_tags_from_the_windows(
    tmp_path: Path, song: Path, coarse: AnalysedTrack, full: AnalysedTrack
) -> None:
    """Known or heard anew, they are the same; towers that learn get those of every second."""
    keep(tmp_path / "library", coarse)
    with closing(tools(tmp_path / "library")) as known:
        second = analyse_track(known, song, progress=no_progress)
    np.testing.assert_array_equal(second.vector, full.vector)
    np.testing.assert_array_equal(second.analysis.tags, full.analysis.tags)
    assert rows_are_spread(full.analysis)
    dense = analyse_track_by_seconds(tools(), song, progress=no_progress)
    assert not rows_are_spread(dense.analysis)
    np.testing.assert_allclose(dense.analysis.tags.mean(axis=0), full.analysis.tags.mean(axis=0), atol=0.15)


def test_what_is_known_deeper_is_not_heard_again(tmp_path: Path, song: Path, full: AnalysedTrack) -> None:
    keep(tmp_path / "library", full)
    with closing(tools(tmp_path / "library")) as known:
        again = analyse_track(known, song, depth=Depth.COARSE, progress=no_progress)
    assert again.depth is Depth.FULL
    np.testing.assert_array_equal(again.vector, full.vector)


def test_a_stored_analysis_is_described_as_it_was(tmp_path: Path, coarse: AnalysedTrack) -> None:
    keep(tmp_path / "library", coarse)
    with closing(tools(tmp_path / "library")) as known:
        found = describe_known(known, coarse.audio_id, Depth.COARSE, progress=no_progress)
        assert describe_known(known, coarse.audio_id, Depth.FULL, progress=no_progress) is None
    assert found is not None
    assert found.facts == coarse.facts
    np.testing.assert_array_equal(found.vector, coarse.vector)


def test_a_library_that_cannot_be_read_is_not_one_that_lacks_the_analysis(tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    with closing(tools(tmp_path / "library")) as unreadable:
        assert unreadable.known_track("sound") is None
        with pytest.raises(FileError, match="library"):
            describe_known(unreadable, "sound", Depth.FULL, progress=no_progress)


def test_a_short_track_is_heard_whole_at_once() -> None:
    found = analyse_track(tools(), real_tracks()[0], depth=Depth.COARSE, progress=no_progress)
    assert found.depth is found.facts.depth is Depth.FULL
    assert not rows_are_spread(found.analysis)


@pytest.mark.parametrize("intact", [0.02, 0.3, 0.9])
def test_a_damaged_track_is_heard_whole_or_refused_as_the_full_pass_does(
    tmp_path: Path, song: Path, intact: float
) -> None:
    """The packets of a FLAC file from some point on are noise: they are skipped, or decode to noise."""
    whole = song.read_bytes()
    kept = round(len(whole) * intact)
    path = tmp_path / "song.flac"
    path.write_bytes(whole[:kept] + np.random.default_rng(1).bytes(len(whole) - kept))
    found = analyse_track(tools(), path, depth=Depth.COARSE, progress=no_progress)
    assert found.depth is (Depth.COARSE if intact > 0.5 else Depth.FULL)
    assert analyse_track(tools(), path, progress=no_progress).audio_id == found.audio_id


def test_both_passes_refuse_with_the_same_sentence(tmp_path: Path) -> None:
    path = tmp_path / "song.mp3"
    path.write_bytes(b"nothing to hear" * 9_999)
    sentences = set()
    for depth in (Depth.COARSE, Depth.FULL):
        with pytest.raises(MediaError, match=r"song\.mp3") as refusal:
            analyse_track(tools(), path, depth=depth, progress=no_progress)
        sentences.add(str(refusal.value))
    assert len(sentences) == 1


def test_the_ranking_key_is_the_packs_own() -> None:
    pack = tools().pack
    assert ranking_key(pack) == ranking_key(tools().pack)
    assert len(ranking_key(pack)) == 32
