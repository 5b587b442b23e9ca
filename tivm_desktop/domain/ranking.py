"""The ranked list: every track's fit, placement and reasons for one video."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tivm_desktop.domain.analysis import TrackAnalysis, TrackTags, VideoAnalysis
from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.axes import AXES
from tivm_desktop.domain.calibration import Calibration
from tivm_desktop.domain.class_lexicon import STYLE_NAMES
from tivm_desktop.domain.description import Description, describe_track, describe_video
from tivm_desktop.domain.fusion import Fusion, MeasuredVideo, NormalisedTrack, vectors
from tivm_desktop.domain.placement import Placement, place
from tivm_desktop.domain.placement_course import Course, picture_course, sound_course
from tivm_desktop.domain.reasons import reasons
from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.domain.tower_fit import TowerScale
from tivm_desktop.domain.video_part import PartOfVideo

_NOWHERE = Placement(0.0, 0.0, None, 0, ())


@dataclass(frozen=True, slots=True)
class RankableTrack:
    """A track described once, to be ranked under any number of videos."""

    path: Path
    tags: TrackTags
    analysis: TrackAnalysis
    description: Description
    course: Course
    normalised: NormalisedTrack
    embedding: FloatArray | None = None
    """(E,) by the pack's music tower, if it has one."""


@dataclass(frozen=True, slots=True)
class RankableVideo:
    """A video described once, for which any number of tracks is ranked."""

    analysis: VideoAnalysis
    description: Description
    course: Course
    measured: MeasuredVideo
    embedding: FloatArray | None = None
    """(E,) by the pack's video tower, if it has one."""
    part: PartOfVideo | None = None
    """Where the analysis lies in the whole video, if it is of a part: results are in the whole's time."""


@dataclass(frozen=True, slots=True)
class Scored:
    """One track's result for one video, before it has a rank."""

    track: RankableTrack
    fit: float
    placement: Placement
    why: tuple[str, ...]


def rankable_track(
    path: Path,
    tags: TrackTags,
    analysis: TrackAnalysis,
    tag_names: Sequence[str],
    calibration: Calibration,
    fusion: Fusion,
    embedding: FloatArray | None = None,
) -> RankableTrack:
    """Describe a track for ranking; `tag_names` are the pack's, `embedding` what its tower gives."""
    description = describe_track(analysis, tag_names, calibration)
    normalised = fusion.track(vectors(description, embedding))
    return RankableTrack(
        path, tags, analysis, description, sound_course(analysis.sound), normalised, embedding
    )


def recalled_track(
    path: Path, tags: TrackTags, analysis: TrackAnalysis, normalised: NormalisedTrack
) -> RankableTrack:
    """Return a track that was described before: its vectors say all that its reasons rest on."""
    towers = normalised.vectors.get("towers")
    embedding = None if towers is None else towers.astype(np.float32)
    description, course = _recalled_description(normalised), sound_course(analysis.sound)
    return RankableTrack(path, tags, analysis, description, course, normalised, embedding)


def reasons_without_place(video: RankableVideo, normalised: NormalisedTrack) -> tuple[str, ...]:
    """Return why a track fits as far as its vectors tell: nothing of where it lies."""
    return reasons(video.description, _recalled_description(normalised), _NOWHERE, ())


def _recalled_description(normalised: NormalisedTrack) -> Description:
    found = normalised.vectors
    return Description(
        axes=dict(zip(AXES, found.get("affect", np.zeros(0)).tolist(), strict=False)),
        styles=dict(zip(STYLE_NAMES, found.get("styles", np.zeros(0)).tolist(), strict=False)),
        correspondence=tuple(found.get("correspondence", np.zeros(0)).tolist()),
    )


def rankable_video(
    analysis: VideoAnalysis, calibration: Calibration, fusion: Fusion, embedding: FloatArray | None = None
) -> RankableVideo:
    """Describe a video for ranking; `embedding` is what the pack's tower gives."""
    description = describe_video(analysis, calibration)
    measured = fusion.video(vectors(description, embedding))
    return RankableVideo(analysis, description, picture_course(analysis.picture), measured, embedding)


def score(
    video: RankableVideo, track: RankableTrack, fusion: Fusion, scale: TowerScale | None = None
) -> Scored:
    """Return the fit, placement and reasons of one track.

    The fit is that of the embeddings alone where their `scale` is given, else that of all parts together.
    """
    picture = video.analysis.picture
    placement = place(picture, track.analysis.sound, video.course, track.course)
    cuts_s = picture.cuts_s.tolist()
    if video.part is not None:
        placement, cuts_s = video.part.placement_in_whole(placement), video.part.times_in_whole(cuts_s)
    why = reasons(video.description, track.description, placement, cuts_s)
    if scale is not None and video.embedding is not None and track.embedding is not None:
        return Scored(track, scale.fit(video.embedding, track.embedding), placement, why)
    return Scored(track, fusion.fit(video.measured, track.normalised), placement, why)


def ranked(scored: Sequence[Scored]) -> tuple[Suggestion, ...]:
    """Return the tracks best first; equal fits in order of their paths."""
    order = sorted(scored, key=lambda one: (-one.fit, str(one.track.path)))
    return tuple(
        Suggestion(
            path=one.track.path,
            title=one.track.tags.title,
            artist=one.track.tags.artist,
            duration_s=one.track.analysis.duration_s,
            rank=index,
            fit=one.fit,
            placement_s=one.placement.placement_s,
            tempo_bpm=one.track.analysis.sound.tempo_bpm,
            integrated_lufs=one.track.analysis.sound.integrated_lufs,
            why=one.why,
            fit_curve=one.placement.fit_curve,
        )
        for index, one in enumerate(order, start=1)
    )
