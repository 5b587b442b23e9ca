"""What the popover says of speech in the open video."""

from tivm_desktop.domain.mix import SpeechSpans
from tivm_desktop.gui.wording import plural


def speech_words(spans: SpeechSpans | None, sentence: str, *, looking: bool, wanted: bool) -> str:
    """Say where ducking stands.

    Args:
        spans: where somebody speaks; None where it isn't known.
        sentence: why it can't be known; empty where it can.
        looking: whether it is being found out.
        wanted: whether ducking is on.
    """
    if looking:
        return "Listening for speech…"
    if sentence:
        return sentence
    if spans is None:
        return "" if wanted else "The video is listened through for speech once this is on."
    return f"Speech in {plural(len(spans), 'place')}" if spans else "No speech found"
