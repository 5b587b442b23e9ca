"""A catalogue that changes while the next one is read."""

from pathlib import Path

from tivm_desktop.domain.analysis import TrackTags
from tivm_desktop.library.catalogue import Catalogue
from tivm_desktop.library.known import FileRow
from tivm_desktop.matching.live_catalogue import LiveCatalogue

A, B = Path("/music/a.flac"), Path("/music/b.flac")


def put(live: LiveCatalogue, path: Path, audio_id: str) -> None:
    row = FileRow(path, 1, 2, audio_id, TrackTags(path.stem, "", ""), 10.0, 0, None, None, True)
    live.amend(lambda catalogue: catalogue.put_file(row))


def test_before_a_catalogue_was_read_nothing_is_known() -> None:
    live = LiveCatalogue()
    assert live.now is None
    assert live.audio_id_at(A) == ""
    assert live.places_of("sound") == ()
    assert live.facts_of("sound") is None


def test_what_is_found_out_during_a_look_is_in_every_catalogue_read_in_it() -> None:
    live = LiveCatalogue()
    live.begin_look()
    put(live, A, "sound")
    for _ in range(2):
        live.replace(Catalogue())
        assert live.audio_id_at(A) == "sound"
    live.end_look()
    live.replace(Catalogue())
    assert live.audio_id_at(A) == ""


def test_a_new_look_begins_with_nothing_to_repeat() -> None:
    live = LiveCatalogue()
    live.begin_look()
    put(live, A, "sound")
    live.begin_look()
    live.replace(Catalogue())
    put(live, B, "other")
    assert live.audio_ids_at([A, B]) == ["other"]
    assert live.places_of("other") == (B,)
