"""A row of the list in words: what it says under the title, in its tip, and to a screen reader."""

from math import isnan

from tivm_desktop.domain.marks import Marks
from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.domain.track_facts import Depth
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.sentences import spoken
from tivm_desktop.gui.wording import entry, length, tempo


def reasons_line(track: Suggestion) -> str:
    """Say why a track fits, in a line; empty where nothing is known yet."""
    return " · ".join(_spoken_reasons(track))


def lacking_line(track: Suggestion) -> str:
    """Say why a row gives no reasons."""
    if track.marks.never:
        return tr("never suggested")
    if not track.placed and not isnan(track.fit):
        return tr("being placed…") if track.depth is Depth.FULL else tr("not listened to in full yet")
    if track.depth is Depth.NONE:
        return tr("not listened to yet")
    return tr("listened to in parts") if track.depth is Depth.COARSE else ""


def row_sentence(track: Suggestion, pinned_as: str = "") -> str:
    """Say a row in one sentence, for a screen reader."""
    parts = [f"{track.rank}. {track.title}" if track.rank else track.title]
    if pinned_as:
        parts.append(tr("pinned as {letter}").format(letter=pinned_as))
    if track.artist:
        parts.append(tr("by {artist}").format(artist=track.artist))
    if not isnan(track.fit):
        parts.append(tr("fit {fit} of 100").format(fit=f"{track.fit:.0f}"))
    if track.duration_s > 0:
        parts.append(length(track.duration_s))
    if track.tempo_bpm > 0:
        parts.append(tr("{tempo} beats a minute").format(tempo=tempo(track.tempo_bpm)))
    if track.placed and not isnan(track.fit):
        parts.append(entry(track.placement_s))
    return ", ".join([*parts, *_marked(track.marks), *_why(track)])


def _why(track: Suggestion) -> list[str]:
    lacking = "" if track.marks.never else lacking_line(track)
    return [*_spoken_reasons(track)] or [*filter(None, (lacking,))]


def row_tip(track: Suggestion) -> str:
    """Say why and where a track fits and what was noted of it, for who rests on its row."""
    enters = entry(track.placement_s) if track.placed else ""
    tags = ", ".join(track.marks.tags)
    lines = [*_spoken_reasons(track), enters[:1].upper() + enters[1:], tags, track.marks.notes]
    return "\n".join([*filter(None, lines), str(track.path)])


def _marked(marks: Marks) -> list[str]:
    said = [tr("favourite")] if marks.favourite else []
    if marks.rating:
        said.append(tr("rated {rating} of 5").format(rating=marks.rating))
    if marks.never:
        said.append(tr("never suggested again"))
    return [*said, *marks.tags]


def _spoken_reasons(track: Suggestion) -> tuple[str, ...]:
    """Reasons come from below in English; without a fit there are the window's own words and names."""
    return track.why if isnan(track.fit) else tuple(map(spoken, track.why))
