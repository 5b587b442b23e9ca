"""What a picture feels like, second by second: valence, arousal, tension.

Two voices speak: how the picture looks and moves, and what it shows (`class_lexicon`). Colour to affect after
Valdez and Mehrabian (1994, J. Exp. Psychol. Gen. 123(4)): pleasure = .69 brightness + .22 saturation,
arousal = -.31 brightness + .60 saturation, dominance = -.76 brightness + .32 saturation. Motion and cutting
arouse: Lang et al. (2000, J. Broadcasting & Electronic Media 44(1)), Cutting et al. (2011, i-Perception
2(6)). In one thing we differ: brighter footage is taken to be livelier, as editing has it, though brighter
patches of colour arouse less (ADR 0095). The weights are stated choices, tried on pairs of video and music
but not fitted to them.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.analysis import VideoAnalysis
from tivm_desktop.domain.arrays import Float64Array
from tivm_desktop.domain.axes import project
from tivm_desktop.domain.calibration import normal_score
from tivm_desktop.domain.class_lexicon import AFFECT, picture_affect
from tivm_desktop.domain.pace import cutting_pace
from tivm_desktop.domain.weights import parse_weights

LOOK: Mapping[str, Mapping[str, float]] = MappingProxyType(
    {
        "valence": parse_weights("+0.69 brightness, +0.22 saturation, +0.15 warmth"),
        "arousal": parse_weights("+1 motion, +1 activity, +1 cut_rate, +0.3 saturation, +0.5 brightness"),
        "tension": parse_weights(
            "-0.76 brightness, +0.16 saturation, +0.4 contrast, +0.4 motion, +0.4 cut_rate, -0.2 warmth"
        ),
    }
)
"""How the normal scores of a second's looks load on each affect."""
CONTENT: Mapping[str, float] = MappingProxyType({"valence": 2.0, "arousal": 1.0, "tension": 2.0})
"""Deviations of the look that one point of the lexicon (of -2..2) is worth: what is shown decides how
pleasant and how tense a picture is, and movement decides how arousing."""

_USUAL_CONTENT = 0.5
"""Deviation of the lexicon's points among usual videos, roughly."""
_CALM_S = 5
"""Motion and activity are averaged over so many seconds around each."""


def video_affect(analysis: VideoAnalysis, tables: Mapping[str, Sequence[float]]) -> Float64Array:
    """Return (T, 3) valence, arousal and tension of each second, 0 and about 1 deviation among usual videos.

    Args:
        analysis: of a video; classes that its encoder does not give are left out.
        tables: a pack's reference quantiles of video quantities by name; a look without one is left out.
    """
    looks = _looks(analysis, tables)
    shown = picture_affect(analysis.classes)[0].astype(np.float64)
    affect = np.zeros((analysis.picture.length_s, len(AFFECT)))
    for place, name in enumerate(AFFECT):
        look = project(looks, LOOK[name])
        content = CONTENT[name] * shown[:, place]
        affect[:, place] = (0.0 if look is None else look) + content
        affect[:, place] /= np.hypot(1.0, CONTENT[name] * _USUAL_CONTENT)
    return affect


def _looks(analysis: VideoAnalysis, tables: Mapping[str, Sequence[float]]) -> dict[str, Float64Array]:
    picture = analysis.picture
    motion = picture.motion.astype(np.float64)
    if len(motion) > 1:
        motion[0] = motion[1]
    raw: dict[str, NDArray[np.floating]] = {
        "motion": _averaged(motion),
        "activity": _averaged(picture.activity.astype(np.float64)),
        "cut_rate": cutting_pace(picture),
        "brightness": picture.brightness,
        "saturation": picture.saturation,
        "warmth": picture.warmth,
        "contrast": picture.contrast,
    }
    return {name: normal_score(values, tables[name]) for name, values in raw.items() if name in tables}


def _averaged(values: Float64Array) -> Float64Array:
    window = np.ones(min(_CALM_S, len(values)))
    return np.asarray(np.convolve(values, window, "same") / np.convolve(np.ones(len(values)), window, "same"))
