"""What is described once of a video and of a track, and the fit, placement and reasons of the two."""

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
from tivm_desktop.domain.fusion import Fusion, MeasuredVideo, NormalisedTrack, fit_of, vectors
from tivm_desktop.domain.placement import Placement, place
from tivm_desktop.domain.placement_course import Course, picture_course, sound_course
from tivm_desktop.domain.range_in_video import RangeInVideo
from tivm_desktop.domain.reasons import reasons
from tivm_desktop.domain.tower_fit import TowerScale

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
    within: RangeInVideo | None = None
    """Where the analysis lies in the whole video, if it is of a range: results are in the whole's time."""


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


def fit_under(video: RankableVideo, track: RankableTrack, scale: TowerScale | None = None) -> float:
    """Return the fit of a track, 0..100.

    It is that of the embeddings alone where their `scale` is given, else that of all parts together.
    """
    if scale is not None and video.embedding is not None and track.embedding is not None:
        return scale.fit(video.embedding, track.embedding)
    return fit_of(video.measured, track.normalised)


def placed_under(video: RankableVideo, track: RankableTrack) -> tuple[Placement, tuple[str, ...]]:
    """Return where a track goes, in the whole video's time, and why it fits."""
    picture = video.analysis.picture
    placement = place(picture, track.analysis.sound, video.course, track.course)
    cuts_s = picture.cuts_s.tolist()
    if video.within is not None:
        placement, cuts_s = video.within.placement_in_whole(placement), video.within.times_in_whole(cuts_s)
    return placement, reasons(video.description, track.description, placement, cuts_s)
