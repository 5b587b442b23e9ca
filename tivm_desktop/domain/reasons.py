"""Why a track fits, in words a creator understands."""

from collections.abc import Sequence

from tivm_desktop.domain.axes import AXES
from tivm_desktop.domain.class_lexicon import PICTURE_WORDS
from tivm_desktop.domain.description import Description
from tivm_desktop.domain.placement import Placement
from tivm_desktop.domain.timecode import timecode

_BOTH = {
    "energy": ("calm", "driving"),
    "valence": ("dark", "bright"),
    "tension": ("relaxed", "tense"),
}
_MORE = {
    "energy": ("calmer", "livelier"),
    "valence": ("darker", "brighter"),
    "tension": ("more relaxed", "tenser"),
}
_CLEAR = 0.4
_APART = 1.2
_PRESENT = 0.2
_CUTS_SHARE = 0.7
_FEWEST_CUTS = 4
_TOGETHER = 0.75


def reasons(
    video: Description, track: Description, placement: Placement, cuts_s: Sequence[float]
) -> tuple[str, ...]:
    """Return at least one phrase, what speaks for the track before what speaks against it.

    `cuts_s` are the times of the video's cuts.
    """
    phrases = [
        *_agreements(video, track),
        *_meetings(placement, cuts_s),
        *_styles(video, track),
        *_differences(video, track),
    ]
    return tuple(phrases) or ("neither stands out: close in mood",)


def _shared_axes(video: Description, track: Description) -> list[tuple[str, float, float]]:
    return [(a, video.axes[a], track.axes[a]) for a in AXES if a in video.axes and a in track.axes]


def _agreements(video: Description, track: Description) -> list[str]:
    strengths = {
        _BOTH[axis][v > 0]: min(abs(v), abs(m)) - 0.3 * abs(v - m)
        for axis, v, m in _shared_axes(video, track)
        if v * m > 0 and min(abs(v), abs(m)) >= _CLEAR and abs(v - m) < _APART
    }
    match sorted(strengths, key=strengths.__getitem__, reverse=True)[:2]:
        case [first, second]:
            return [f"both {first} and {second}"]
        case [only]:
            return [f"both {only}"]
        case _:
            return []


def _meetings(placement: Placement, cuts_s: Sequence[float]) -> list[str]:
    phrases = []
    turn_s = placement.turn_meets_s
    if turn_s is not None:
        on_a_cut = any(abs(cut_s - turn_s) < 0.001 for cut_s in cuts_s)
        what = "your cut" if on_a_cut else "the picture's rise"
        phrases.append(f"its drop meets {what} at {timecode(turn_s)}")
    if len(cuts_s) >= _FEWEST_CUTS and placement.cuts_met >= _CUTS_SHARE * len(cuts_s):
        phrases.append(f"hits {placement.cuts_met} of your {len(cuts_s)} cuts")
    if placement.agreement > _TOGETHER:
        phrases.append("rises and falls with the picture")
    return phrases


def _styles(video: Description, track: Description) -> list[str]:
    fitting = [
        (presence * track.styles[style], words)
        for style, words in PICTURE_WORDS.items()
        if (presence := video.styles.get(style, 0.0)) >= _PRESENT and track.styles.get(style, 0.0) > _CLEAR
    ]
    _, subject = max(fitting, default=(0.0, ""))
    return [f"suits {subject}"] if subject else []


def _differences(video: Description, track: Description) -> list[str]:
    apart = {
        _MORE[axis][m > v]: abs(v - m) for axis, v, m in _shared_axes(video, track) if abs(v - m) >= _APART
    }
    most = max(apart, key=apart.__getitem__, default="")
    return [f"{most} than your picture"] if most else []
