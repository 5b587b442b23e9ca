"""What is said of a track's place under the video."""

from typing import TYPE_CHECKING

from tivm_desktop.gui.wording import entry, length, plural

if TYPE_CHECKING:
    from tivm_desktop.domain.placement import Placement
    from tivm_desktop.domain.video_range import VideoRange

_EXACT_S = 0.0006
_MOST_FRAMES = 99


def moved_by(placement_s: float, suggested_s: float, frame_rate: float) -> str:
    """Say how much later (+) or earlier (−) a track lies than suggested; nothing where it lies there.

    Args:
        placement_s: where it lies.
        suggested_s: where it was suggested.
        frame_rate: of the video; whole frames are told as such.
    """
    later_s = suggested_s - placement_s
    if abs(later_s) < _EXACT_S:
        return ""
    frames = round(later_s * frame_rate)
    if frames and abs(frames) <= _MOST_FRAMES and abs(frames / frame_rate - later_s) < _EXACT_S:
        text = f"{frames:+d} {'frame' if abs(frames) == 1 else 'frames'}"
    else:
        text = f"{later_s:+.3f} s" if abs(later_s) < 10 else f"{later_s:+.1f} s"
    return text.replace("-", "−")


def candidate_words(
    number: int, placement: "Placement", cuts: int, chosen: "VideoRange | None" = None
) -> str:
    """Say what a track meets at one of its best places.

    Args:
        number: 1 is the suggested place.
        placement: the place.
        cuts: how many cuts the video, or the range, has.
        chosen: the range that it is placed for, None for all of the video.
    """
    name = {1: "The best place", 2: "The second best place", 3: "The third best place"}[number]
    says = [f"{name}: {entry(placement.placement_s, chosen)}"]
    if placement.turn_meets_s is not None:
        says.append(f"its drop meets the picture's turn at {length(placement.turn_meets_s)}")
    if cuts:
        says.append(f"meets {placement.cuts_met} of {plural(cuts, 'cut')}")
    says.append(f"{placement.agreement:+.2f} in step with the picture".replace("-", "−"))
    return "\n".join([says[0], "  ·  ".join(says[1:])])
