"""What becomes known of a track, and under which versions analyses are kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np

from tivm_desktop.domain.analysis import TrackAnalysis, TrackTags
from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.track_facts import UNKNOWN, Depth, TrackFacts

PICTURE_VERSION = "picture-3"
SOUND_VERSION = "sound-2"
COARSE_VERSION = "coarse-1"
SOUND_VERSIONS: Mapping[Depth, str] = MappingProxyType(
    {Depth.COARSE: COARSE_VERSION, Depth.FULL: SOUND_VERSION}
)
"""The preprocessing under which an analysis of each depth is kept."""


@dataclass(frozen=True, slots=True, eq=False)
class AnalysedTrack:
    """What becomes known of a music file."""

    audio_id: str
    tags: TrackTags
    analysis: TrackAnalysis
    depth: Depth = Depth.FULL
    """What was really done: a short track is listened to whole, whatever was asked for."""
    facts: TrackFacts = UNKNOWN
    """Known wherever a worker made it."""
    vector: FloatArray = field(default_factory=lambda: np.zeros(0, np.float32))
    """(D,) all that its fit needs (see `TrackDescriber`), wherever a worker made it."""
