import struct
import zlib
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest

from tests.library.analyses import track_analysis, video_analysis
from tivm_desktop.domain.analysis import PictureTimeline, SoundTimeline, TrackAnalysis, VideoAnalysis
from tivm_desktop.library.blobs import DamagedBlobError, decode, encode, quantise


def flat(
    part: TrackAnalysis | VideoAnalysis | SoundTimeline | PictureTimeline, prefix: str = ""
) -> dict[str, Any]:
    """All values of an analysis by dotted name."""
    found: dict[str, Any] = {}
    for field in fields(part):
        value = getattr(part, field.name)
        if isinstance(value, SoundTimeline | PictureTimeline):
            found |= flat(value, f"{field.name}.")
        else:
            found[prefix + field.name] = value
    return found


@pytest.mark.parametrize("analysis", [track_analysis(), video_analysis()], ids=["track", "video"])
def test_everything_comes_back(analysis: TrackAnalysis | VideoAnalysis) -> None:
    back = flat(quantise(analysis))
    for name, value in flat(analysis).items():
        if not isinstance(value, np.ndarray):
            assert back[name] == value, name
        elif name in {"features", "tags", "classes"}:
            np.testing.assert_allclose(back[name], value, atol=5e-4, err_msg=name)
        else:
            np.testing.assert_array_equal(back[name], value, err_msg=name)


@pytest.mark.parametrize("analysis", [track_analysis(), video_analysis()], ids=["track", "video"])
def test_a_quantised_analysis_is_the_stored_one_bit_for_bit(analysis: TrackAnalysis | VideoAnalysis) -> None:
    fresh = quantise(analysis)
    stored = quantise(fresh)
    assert encode(stored) == encode(fresh) == encode(analysis)
    for name, value in flat(fresh).items():
        if isinstance(value, np.ndarray):
            assert value.tobytes() == flat(stored)[name].tobytes()
            assert value.dtype == np.float32
            assert value.flags.c_contiguous


def test_what_comes_back_is_read_only() -> None:
    features = quantise(track_analysis()).features
    with pytest.raises(ValueError, match="read-only"):
        features[0, 0] = 1.0


def test_what_exceeds_half_precision_is_kept_at_its_end_and_not_made_infinite() -> None:
    analysis = track_analysis()
    back = quantise(replace(analysis, features=np.full_like(analysis.features, 1e9)))
    np.testing.assert_array_equal(back.features, np.full_like(analysis.features, 65504.0))


def test_numpy_scalars_and_other_layouts_are_taken() -> None:
    analysis = track_analysis()
    odd = replace(
        analysis,
        duration_s=np.float64(11.75),
        features=np.asfortranarray(analysis.features.astype(np.float64)),
    )
    assert encode(odd) == encode(analysis)


@pytest.mark.parametrize(
    "damage",
    [
        lambda blob: b"",
        lambda blob: blob[:7],
        lambda blob: blob[:-1],
        lambda blob: b"PK" + blob[2:],
        lambda blob: blob[:-8] + bytes([blob[-8] ^ 1]) + blob[-7:],
        lambda blob: blob[:20] + b"!" + blob[21:],
    ],
    ids=["empty", "no head", "cut short", "other magic", "altered body", "altered head"],
)
def test_damage_is_noticed(damage: Callable[[bytes], bytes]) -> None:
    with pytest.raises(DamagedBlobError):
        decode(damage(encode(track_analysis())), TrackAnalysis)


def test_numbers_of_another_kind_are_not_taken() -> None:
    blob = encode(track_analysis())
    other = blob[13:].replace(b'"<f4"', b'"<i4"')
    assert other != blob[13:]
    altered = blob[:5] + struct.pack("<I", zlib.crc32(other)) + blob[9:13] + other
    with pytest.raises(DamagedBlobError, match="an array of <i4"):
        decode(altered, TrackAnalysis)


def test_a_track_is_not_taken_for_a_video() -> None:
    with pytest.raises(DamagedBlobError, match="track"):
        decode(encode(track_analysis()), VideoAnalysis)
