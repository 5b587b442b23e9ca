"""What a track's analysis comes to: facts to search by, and all that its fit needs in one row of numbers.

It is made where the analysis is made, in the worker, so that a library of any size costs the session nothing.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from math import nan

from tivm_desktop.domain.analysis import TrackAnalysis
from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.bulk_fit import VectorLayout
from tivm_desktop.domain.description import Description, describe_track
from tivm_desktop.domain.fusion import vectors
from tivm_desktop.domain.track_facts import Depth, TrackFacts
from tivm_desktop.encoders.pack import Pack
from tivm_desktop.matching.embedding import Embedder, fusion_of, towers_alone
from tivm_desktop.matching.packs import calibration_of

DESCRIPTION_VERSION = "description-1"
"""Another one where the same analysis comes to other facts or another row."""

_SUNG = ("mtt:vocal", "mtt:vocals", "mtt:singing", "mtt:voice")
_UNSUNG = ("mtt:no vocal", "mtt:no vocals", "mtt:no voice")
_SUNG_ELSE = ("female vocalists", "male vocalists", "female vocalist")
_UNSUNG_ELSE = ("instrumental",)
"""For encoders that know the tags of the Million Song Dataset only."""


@dataclass(frozen=True, slots=True, eq=False)
class Described:
    """What an analysis comes to for one pack."""

    facts: TrackFacts
    vector: FloatArray
    """(D,) as `vector_layout` has it."""


class TrackDescriber:
    """Describes tracks with what a pack ranks by; loaded once in each worker."""

    def __init__(self, pack: Pack) -> None:
        """Load what the pack ranks by.

        Raises:
            PackError: its calibration or its towers can't be used.
        """
        self._calibration = calibration_of(pack)
        self._embedder = Embedder(pack, self._calibration)
        self._fusion = fusion_of(pack, self._calibration)
        self._alone = towers_alone(pack, self._calibration)
        self._tags = pack.music.tags
        self._layout = vector_layout(pack)

    def describe(self, analysis: TrackAnalysis, depth: Depth) -> Described:
        """Return what an analysis of that depth comes to.

        A tower hears the course of a whole track, of which windows tell next to nothing: a coarse row is
        without it, unless the pack ranks by nothing else.

        Raises:
            PackError: the pack's tower can't embed it.
        """
        description = describe_track(analysis, self._tags, self._calibration)
        embedding = self._embedder.track(analysis) if depth is Depth.FULL or self._alone else None
        track = self._fusion.track(vectors(description, embedding))
        return Described(_facts(analysis, depth, description, self._tags), self._layout.pack(track))


def vector_layout(pack: Pack) -> VectorLayout:
    """Return how the rows of tracks described with a pack are laid out.

    Raises:
        PackError: the pack carries no usable calibration.
    """
    towers = pack.towers.embedding_dim if pack.towers is not None else 0
    return VectorLayout.of(calibration_of(pack).correspondence.width, towers)


def ranking_key(pack: Pack) -> str:
    """Return 32 hex digits: the same where the same analysis comes to the same facts and row."""
    towers = pack.towers.digest if pack.towers is not None else ""
    what = [DESCRIPTION_VERSION, pack.music.encoder_id, towers, pack.calibration, list(pack.music.tags)]
    text = json.dumps(what, sort_keys=True, default=dict)
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def _facts(
    analysis: TrackAnalysis, depth: Depth, description: Description, tag_names: Sequence[str]
) -> TrackFacts:
    sound = analysis.sound
    axes = description.axes
    return TrackFacts(
        depth=depth,
        duration_s=analysis.duration_s,
        tempo_bpm=sound.tempo_bpm,
        key=sound.key,
        mode=sound.mode,
        integrated_lufs=sound.integrated_lufs,
        energy=axes.get("energy", nan),
        valence=axes.get("valence", nan),
        tension=axes.get("tension", nan),
        vocals=_vocals(analysis, tag_names),
    )


def _vocals(analysis: TrackAnalysis, tag_names: Sequence[str]) -> float:
    """How far a track is sung: what speaks for it as a share of what speaks for and against; see ADR 0112."""
    means = dict(zip(tag_names, analysis.tags.mean(axis=0, dtype=float), strict=True))
    for sung, unsung in ((_SUNG, _UNSUNG), (_SUNG_ELSE, _UNSUNG_ELSE)):
        pro, con = (
            max((means[name] for name in names if name in means), default=nan) for names in (sung, unsung)
        )
        if pro + con > 0:
            return float(pro / (pro + con))
    return nan
