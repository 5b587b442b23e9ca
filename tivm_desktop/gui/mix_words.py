"""What is said of the two sounds, and of speech in the open video."""

from dataclasses import dataclass

from tivm_desktop.domain.mix import SpeechSpans, Voice
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.sentences import spoken
from tivm_desktop.gui.wording import counted


@dataclass(frozen=True, slots=True)
class VoiceWords:
    """What the controls of one of the two sounds are called."""

    caption: str
    volume: str
    mute: str
    unmute: str
    alone: str
    """What hears it without the other one."""


def voice_words(voice: Voice) -> VoiceWords:
    """Return what the controls of a sound are called."""
    if voice == "original":
        return VoiceWords(
            caption=tr("Original", "caption of the sliders: the video's own sound"),
            volume=tr("Volume of the original sound"),
            mute=tr("Mute the original sound"),
            unmute=tr("Unmute the original sound"),
            alone=tr("Hear only the original sound"),
        )
    return VoiceWords(
        caption=tr("Music", "caption of the sliders: the track under the video"),
        volume=tr("Volume of the music"),
        mute=tr("Mute the music"),
        unmute=tr("Unmute the music"),
        alone=tr("Hear only the music"),
    )


def speech_words(spans: SpeechSpans | None, sentence: str, *, looking: bool, wanted: bool) -> str:
    """Say where ducking stands.

    Args:
        spans: where somebody speaks; None where it isn't known.
        sentence: why it can't be known; empty where it can.
        looking: whether it is being found out.
        wanted: whether ducking is on.
    """
    if looking:
        return tr("Listening for speech…")
    if sentence:
        return spoken(sentence)
    if spans is None:
        return "" if wanted else tr("The video is listened through for speech once this is on.")
    if not spans:
        return tr("No speech found")
    return counted(len(spans), tr("Speech in {count} place"), tr("Speech in {count} places"))
