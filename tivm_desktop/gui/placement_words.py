"""What is said of a track's place under the video."""

from typing import TYPE_CHECKING

from tivm_desktop.domain.placed_track import same_place
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.wording import counted, entry, length, number, signed

if TYPE_CHECKING:
    from tivm_desktop.domain.placement import Placement
    from tivm_desktop.domain.video_range import VideoRange

_MOST_FRAMES = 99


def moved_by(placement_s: float, suggested_s: float, frame_rate: float) -> str:
    """Say how much later (+) or earlier (−) a track lies than suggested; nothing where it lies there.

    Args:
        placement_s: where it lies.
        suggested_s: where it was suggested.
        frame_rate: of the video; whole frames are told as such.
    """
    later_s = suggested_s - placement_s
    if same_place(placement_s, suggested_s):
        return ""
    frames = round(later_s * frame_rate)
    if frames and abs(frames) <= _MOST_FRAMES and same_place(frames / frame_rate, later_s):
        return counted(abs(frames), tr("{by} frame"), tr("{by} frames"), by=signed(frames))
    return f"{signed(later_s, 3 if abs(later_s) < 10 else 1)} s"


def candidate_words(rank: int, placement: "Placement", cuts: int, chosen: "VideoRange | None" = None) -> str:
    """Say what a track meets at one of its best places.

    Args:
        rank: 1 is the suggested place.
        placement: the place.
        cuts: how many cuts the video, or the range, has.
        chosen: the range that it is placed for, None for all of the video.
    """
    called = {
        1: tr("The best place: {entry}"),
        2: tr("The second best place: {entry}"),
        3: tr("The third best place: {entry}"),
    }[rank]
    meets = []
    if placement.turn_meets_s is not None:
        time = length(placement.turn_meets_s)
        meets.append(tr("its drop meets the picture's turn at {time}").format(time=time))
    if cuts:
        met = number(placement.cuts_met)
        meets.append(
            counted(cuts, tr("meets {met} of {count} cut"), tr("meets {met} of {count} cuts"), met=met)
        )
    agreement = signed(placement.agreement, 2)
    meets.append(tr("{agreement} in step with the picture").format(agreement=agreement))
    return "\n".join([called.format(entry=entry(placement.placement_s, chosen)), "  ·  ".join(meets)])
