"""What a query asks for, in a creator's words: what chips say, and what is left when one is taken away."""

from collections.abc import Callable
from dataclasses import replace
from math import inf
from pathlib import Path

from tivm_desktop.domain.finding import Query, Span
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.mood_words import MOODS, key_name, mood
from tivm_desktop.gui.wording import length, number


def filters(query: Query) -> dict[str, str]:
    """Return what each active filter says, by the name of the query's field; the text searched isn't one."""
    said: dict[str, str] = {}
    if query.favourite:
        said["favourite"] = tr("favourites")
    if query.least_rating:
        said["least_rating"] = rating_text(query.least_rating)
    if query.tags:
        said["tags"] = ", ".join(sorted(query.tags))
    for axis in MOODS:
        span = getattr(query, axis)
        if span is not None:
            said[axis] = mood(axis, span)
    if query.vocals is not None:
        said["vocals"] = vocals_text(sung=query.vocals)
    if query.length_s is not None:
        said["length_s"] = _span(query.length_s, length)
    if query.tempo_bpm is not None:
        said["tempo_bpm"] = _span(query.tempo_bpm, number, "bpm")
    if query.loudness_lufs is not None:
        said["loudness_lufs"] = _span(query.loudness_lufs, number, "LUFS")
    if query.keys:
        said["keys"] = ", ".join(key_name(*key) for key in sorted(query.keys))
    if query.folder:
        said["folder"] = tr("in {folder}").format(folder=Path(query.folder).name or query.folder)
    if query.never:
        said["never"] = tr("also never suggested")
    return said


def without(query: Query, name: str) -> Query:
    """Return the query with one filter taken away."""
    return replace(query, **{name: getattr(Query(), name)})


def rating_text(least: int) -> str:
    """Write a least rating: ★★★ or more."""
    stars = "★" * least
    return tr("{stars} or more").format(stars=stars) if least < 5 else stars


def vocals_text(*, sung: bool) -> str:
    """Say whether somebody sings."""
    return tr("sung") if sung else tr("instrumental")


def _span(span: Span, write: Callable[[float], str], unit: str = "") -> str:
    least, most = span
    if least == -inf:
        return tr("up to {most}", "a quantity, with its unit").format(most=_with(write(most), unit))
    if most == inf:
        return tr("from {least}", "a quantity, with its unit").format(least=_with(write(least), unit))
    both = tr("{least} to {most}") if least < 0 else "{least}–{most}"
    return both.format(least=write(least), most=_with(write(most), unit))


def _with(written: str, unit: str) -> str:
    return f"{written} {unit}" if unit else written
