"""The axes on which a video and a track are described alike, and how raw quantities load on them.

Each axis is a weighted sum of normal scores (see `calibration`), divided by the root of the summed squared
weights of the quantities that are present, so that an encoder without tags or classes still gives axes on
the same scale.

Sources: the circumplex of affect (Russell 1980) for energy (arousal) and valence, and Thayer's (1989) tense
arousal for tension. Music to affect: Gabrielsson and Lindstroem (2001): tempo, loudness, articulation and
mode. The picture's side is in `visual_affect`.
"""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.weights import parse_weights

AXES: tuple[str, ...] = ("energy", "valence", "tension")


MUSIC_LOADINGS: Mapping[str, Mapping[str, float]] = MappingProxyType(
    {
        "energy": parse_weights(
            "+1 onset_density, +1 brightness_hz, -0.6 loudness_range, +0.5 tempo_bpm, +0.5 tag:dance, "
            "+0.5 tag:party, +0.5 tag:hard rock, +0.4 tag:punk, +0.4 tag:metal, +0.4 tag:house, -0.8 "
            "tag:ambient, -0.6 tag:mellow, -0.6 tag:chill, -0.6 tag:chillout, -0.5 tag:acoustic, -0.4 "
            "tag:sad, -0.5 tag:beautiful, +0.4 tag:mtt:fast, +0.6 tag:mtt:loud, +0.4 tag:mtt:drums, "
            "-0.4 tag:mtt:slow, -0.6 tag:mtt:quiet, -0.6 tag:mtt:soft, -0.4 tag:mtt:ambient"
        ),
        "valence": parse_weights(
            "+0.6 major, +1 tag:happy, +0.6 tag:party, +0.5 tag:catchy, +0.5 tag:funk, +0.4 tag:pop, "
            "+0.5 tag:beautiful, +0.5 tag:easy listening, +0.3 tag:chill, +0.4 tag:soul, +0.2 "
            "tag:acoustic, +0.3 tag:country, +0.2 tag:folk, -0.8 tag:sad, -0.6 tag:metal, -0.5 "
            "tag:heavy metal, -0.6 tag:experimental, -0.3 tag:ambient, +0.4 tag:mtt:pop, +0.4 "
            "tag:mtt:country, +0.3 tag:mtt:guitar, -0.7 tag:mtt:weird, -0.4 tag:mtt:metal, -0.3 "
            "tag:mtt:opera, -0.3 tag:mtt:choir"
        ),
        "tension": parse_weights(
            "-0.5 major, +0.2 onset_density, +0.8 tag:metal, +0.6 tag:heavy metal, "
            "+0.4 tag:hard rock, +0.7 tag:experimental, +0.5 tag:progressive rock, "
            "+0.2 tag:electronic, -0.6 tag:happy, -0.5 tag:mellow, -0.8 tag:easy listening, "
            "-0.5 tag:acoustic, -0.4 tag:soul, -0.4 tag:folk, -0.3 tag:chill, +0.8 tag:mtt:weird, "
            "+0.6 tag:mtt:metal, +0.4 tag:mtt:loud, +0.4 tag:mtt:choir, +0.3 tag:mtt:opera, "
            "-0.5 tag:mtt:soft, -0.5 tag:mtt:guitar, -0.5 tag:mtt:country, -0.4 tag:mtt:pop, "
            "-0.3 tag:mtt:harp"
        ),
    }
)
"""How the normal scores of a track's quantities load on each axis: stated choices, tried on pairs of video
and music but not fitted to them (ADR 0095). Words of pleasure are taken from lively and calm music alike,
lest valence be a second energy."""

VIDEO_AFFECT: Mapping[str, str] = MappingProxyType(
    {"energy": "arousal", "valence": "valence", "tension": "tension"}
)
"""Which of a picture's affects (`visual_affect.video_affect`) an axis is."""


def project(
    scores: Mapping[str, NDArray[np.float64]], weights: Mapping[str, float]
) -> NDArray[np.float64] | None:
    """Return the weighted sum of the scores named in `weights`, on the scale of one score.

    `scores` maps a quantity's name to its normal scores, all of one shape; the result has that shape. None
    where no quantity is present.
    """
    present = [(scores[name], weight) for name, weight in weights.items() if name in scores]
    if not present:
        return None
    total = np.sum([score * weight for score, weight in present], axis=0)
    scale = float(np.sqrt(sum(weight * weight for _, weight in present)))
    return np.asarray(total / scale, np.float64)
