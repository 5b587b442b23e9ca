"""The axes on which a video and a track are described alike, and how raw quantities load on them.

Each axis is a weighted sum of normal scores (see `calibration`), divided by the root of the summed squared
weights of the quantities that are present, so that an encoder without tags or classes still gives axes on
the same scale.

Sources: the circumplex of affect (Russell 1980) for energy (arousal) and valence, and Thayer's (1989) tense
arousal for tension. Colour to affect after Valdez and Mehrabian (1994, J. Exp. Psychol. Gen. 123(4)):
pleasure = .69 brightness + .22 saturation, arousal = -.31 brightness + .60 saturation,
dominance = -.76 brightness + .32 saturation. Cutting pace and motion as the arousing part of editing: Lang et
al. (2000, J. Broadcasting & Electronic Media 44(1)) and Cutting et al. (2011, i-Perception 2(6)).
Music to affect: Gabrielsson and Lindstroem (2001): tempo, loudness, articulation and mode.
"""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.weights import parse_weights

AXES: tuple[str, ...] = ("energy", "valence", "tension", "warmth")


MUSIC_LOADINGS: Mapping[str, Mapping[str, float]] = MappingProxyType(
    {
        "energy": parse_weights(
            "+0.8 onset_density, +0.4 brightness_hz, -0.3 loudness_range, +0.5 tempo_bpm, "
            "-0.5 crest_db, +0.5 tag:dance, +0.6 tag:party, +0.4 tag:rock, +0.5 tag:hard rock, "
            "+0.5 tag:punk, +0.4 tag:metal, +0.4 tag:house, +0.3 tag:electro, -0.8 tag:ambient, "
            "-0.8 tag:mellow, -0.5 tag:chillout, -0.6 tag:acoustic, -0.5 tag:sad, "
            "-0.6 tag:beautiful, -0.3 tag:easy listening, +0.8 tag:mtt:fast, +0.8 tag:mtt:loud, "
            "+0.6 tag:mtt:drums, +0.5 tag:mtt:beat, +0.5 tag:mtt:dance, +0.4 tag:mtt:rock, "
            "-0.8 tag:mtt:slow, -0.8 tag:mtt:quiet, -0.8 tag:mtt:soft, -0.6 tag:mtt:ambient, "
            "-0.4 tag:mtt:new age, -0.3 tag:mtt:solo"
        ),
        "valence": parse_weights(
            "+0.6 major, +0.2 tempo_bpm, +1 tag:happy, +0.5 tag:party, +0.5 tag:catchy, "
            "+0.5 tag:funk, +0.4 tag:pop, +0.3 tag:soul, +0.4 tag:easy listening, "
            "+0.4 tag:country, -0.8 tag:sad, -0.5 tag:metal, -0.4 tag:heavy metal, "
            "-0.5 tag:experimental, -0.3 tag:ambient, +0.5 tag:mtt:pop, +0.5 tag:mtt:country, "
            "+0.3 tag:mtt:guitar, -0.7 tag:mtt:weird, -0.4 tag:mtt:ambient, -0.4 tag:mtt:choir, "
            "-0.4 tag:mtt:opera, -0.5 tag:mtt:metal, -0.4 tag:mtt:cello"
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
        "warmth": parse_weights(
            "-0.5 brightness_hz, +0.8 tag:acoustic, +0.7 tag:soul, +0.6 tag:jazz, +0.6 tag:folk, "
            "+0.5 tag:guitar, +0.5 tag:mellow, +0.5 tag:easy listening, +0.4 tag:oldies, "
            "+0.4 tag:blues, +0.4 tag:country, +0.2 tag:female vocalists, -0.7 tag:electronic, "
            "-0.6 tag:electro, -0.6 tag:experimental, -0.4 tag:metal, -0.4 tag:house, "
            "+0.5 tag:mtt:guitar, +0.4 tag:mtt:piano, -0.6 tag:mtt:electronic, -0.5 tag:mtt:synth, "
            "-0.5 tag:mtt:techno"
        ),
    }
)
"""How the normal scores of a track's quantities load on each axis: stated choices, set without pairs of video
and music."""

VIDEO_AFFECT: Mapping[str, str] = MappingProxyType(
    {"energy": "arousal", "valence": "valence", "tension": "tension"}
)
"""Which of a picture's affects (`visual_affect.video_affect`) an axis is."""

VIDEO_WARMTH: Mapping[str, float] = parse_weights("+1 warmth, +0.2 saturation")
"""How a picture's looks load on warmth."""


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
