"""What a pack's references are made of, and what they give back."""

import json

import numpy as np
import pytest

from tests.domain.making import TAGS, picture, sound, track, video
from tivm_desktop.domain.analysis import TrackAnalysis, VideoAnalysis
from tivm_desktop.domain.axes import AXES
from tivm_desktop.domain.calibration import PERCENTILES, Calibration, reference_quantiles
from tivm_desktop.domain.class_lexicon import AFFECT
from tivm_desktop.domain.description import describe_track, describe_video
from tivm_desktop.domain.fusion import Fusion, part_scores, vectors
from tivm_desktop.domain.reference import (
    LOOKS,
    Pair,
    reference_statistics,
    reference_vectors,
    with_correspondence,
    with_references,
)

COUNT = 24


def videos(seed: int = 0) -> list[VideoAnalysis]:
    rng = np.random.default_rng(seed)
    found = []
    for _ in range(COUNT):
        classes = rng.dirichlet(np.full(1000, 0.01), 10).astype(np.float32)
        light, activity = float(rng.uniform(0.1, 0.9)), float(rng.uniform(1, 60))
        found.append(video(picture(10, brightness=light, activity=activity), classes))
    return found


def tracks(under: list[VideoAnalysis], seed: int = 1) -> list[TrackAnalysis]:
    """Happy music for bright pictures."""
    rng = np.random.default_rng(seed)
    bright = [float(one.picture.brightness.mean()) for one in under]
    sounds = [sound(20, onset_density=float(rng.uniform(1, 8))) for _ in bright]
    return [
        track(one, happy=light, sad=1 - light, metal=rng.uniform())
        for one, light in zip(sounds, bright, strict=True)
    ]


def made(*, embedded: bool = False) -> tuple[Calibration, list[VideoAnalysis], list[TrackAnalysis]]:
    seen = videos()
    heard = tracks(seen)
    groups = [f"game {place % 2}" for place in range(COUNT)]
    pairs = [Pair(*pair) for pair in zip(seen, heard, groups, strict=True)]
    learnt = with_correspondence(
        reference_statistics(seen, heard, TAGS, "made files"), pairs, TAGS, "made pairs"
    )
    embedding = np.array([0.6, 0.8]) if embedded else None
    bank, library = [(one, embedding) for one in seen], [(one, embedding) for one in heard]
    return with_references(learnt, bank, library, TAGS, "digest" if embedded else ""), seen, heard


def test_statistics_are_the_quantiles_of_what_videos_and_tracks_hold() -> None:
    seen = videos()
    heard = tracks(seen)
    known = tuple(float(place) for place in range(len(PERCENTILES)))
    found = reference_statistics(seen, heard, TAGS, "made files", {"warmth": known})
    light = reference_quantiles([one.picture.brightness.mean() for one in seen])
    happy = reference_quantiles([one.tags[:, TAGS.index("happy")].mean() for one in heard])
    assert (found.video["brightness"], found.music["tag:happy"]) == (light, happy)
    assert found.video["warmth"] == known
    axes = {f"axis:{name}" for name in AXES}
    moods = {f"class:{name}" for name in AFFECT}
    assert set(found.video) == {"motion", "activity", "cut_rate", *LOOKS} | axes | moods
    assert axes | {"style:beach", "onset_density"} <= set(found.music)
    assert found.source == "made files"


def test_references_come_back_as_the_items_are_described() -> None:
    calibration, seen, heard = made(embedded=True)
    again = Calibration.from_json(json.loads(json.dumps(calibration.to_json())))
    assert again == calibration
    assert (again.towers, again.correspondence.source) == ("digest", "made pairs")
    for columns, items in (
        (again.reference_videos, [vectors(describe_video(one, again), [0.6, 0.8]) for one in seen]),
        (again.reference_tracks, [vectors(describe_track(one, TAGS, again), [0.6, 0.8]) for one in heard]),
    ):
        for known, item in zip(reference_vectors(columns), items, strict=True):
            assert set(known) == set(item)
            for part, vector in item.items():
                assert known[part] == pytest.approx(vector, abs=1e-4)


def test_without_towers_the_references_hold_none() -> None:
    calibration, *_ = made()
    assert not calibration.towers
    assert set(reference_vectors(calibration.reference_videos)[0]) == {"affect", "styles", "correspondence"}


def test_the_correspondence_finds_music_of_new_pictures() -> None:
    calibration, *_ = made()
    fusion = Fusion(
        reference_vectors(calibration.reference_videos), reference_vectors(calibration.reference_tracks)
    )
    bright = vectors(describe_video(video(picture(10, brightness=0.9)), calibration))
    happy, sad = (
        fusion.track(vectors(describe_track(track(sound(20), happy=mood, sad=1 - mood), TAGS, calibration)))
        for mood in (0.9, 0.1)
    )
    assert part_scores(bright, happy)["correspondence"] > part_scores(bright, sad)["correspondence"]


def test_pairs_that_encoders_say_too_little_of_are_refused() -> None:
    calibration, seen, heard = made()
    pairs = [Pair(one, two, "game") for one, two in zip(seen, heard, strict=True)]
    with pytest.raises(ValueError, match="classes and tags"):
        with_correspondence(calibration, pairs, (), "")
    mute = [Pair(video(picture(10)), two, "game") for two in heard]
    with pytest.raises(ValueError, match="classes and tags"):
        with_correspondence(calibration, mute, TAGS, "")


def test_damaged_references_are_refused() -> None:
    document = made()[0].to_json()
    tracks_of = dict(document["reference_tracks"])  # type: ignore[call-overload]
    fewer = {name: row for name, row in tracks_of.items() if name != "correspondence:0"}
    with pytest.raises(ValueError, match="lack a dimension"):
        Calibration.from_json(document | {"reference_tracks": fewer})
    last = f"correspondence:{sum(name.startswith('correspondence:') for name in tracks_of) - 1}"
    narrower = {name: row for name, row in tracks_of.items() if name != last}
    with pytest.raises(ValueError, match="another space"):
        Calibration.from_json(document | {"reference_tracks": narrower})
    longer = tracks_of | {"towers:0": [0.0] * COUNT}
    embedded = made(embedded=True)[0].to_json()
    with pytest.raises(ValueError, match="different lengths"):
        Calibration.from_json(embedded | {"reference_tracks": longer})
    holed = tracks_of | {"axis:energy": [float("nan")] * COUNT}
    with pytest.raises(ValueError, match="no finite number"):
        Calibration.from_json(document | {"reference_tracks": holed})
