"""What is said of the timeline: to a screen reader, and of what a drag would do."""

from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.wording import length, span


def described(position_s: float, duration_s: float, chosen: VideoRange | None, *, looping: bool) -> str:
    """Say where the playhead stands, and which range there is.

    Args:
        position_s: second of the video.
        duration_s: length of the video.
        chosen: the range, None for all of it.
        looping: whether the range is played over and over.
    """
    values = {"position": length(position_s), "length": length(duration_s)}
    if chosen is None:
        return tr("{position} of {length}").format(**values)
    if looping:
        sentence = tr("{position} of {length}, range {range} over and over")
    else:
        sentence = tr("{position} of {length}, range {range}")
    return sentence.format(**values, range=span(chosen))


def drag_words(*, snapping: bool) -> str:
    """Say what a drag of the track would do."""
    if snapping:
        return tr("Drag to move the track; Alt keeps it from snapping to cuts")
    return tr("Drag to move the track; Alt makes it snap to cuts")
