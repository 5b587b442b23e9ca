"""What a library has while there is no video: rows of the list without fit and placement."""

from collections.abc import Collection, Sequence
from math import nan
from pathlib import Path

from tivm_desktop.domain.found_track import FoundTrack
from tivm_desktop.domain.suggestion import Suggestion
from tivm_desktop.domain.track_facts import Depth
from tivm_desktop.gui.language import tr
from tivm_desktop.gui.mood_words import MOODS, key_name, mood_of


def rows_of(tracks: Sequence[FoundTrack], failed: Collection[Path] = ()) -> tuple[Suggestion, ...]:
    """Return a row for each track; its fit is NaN, its rank 0.

    Args:
        tracks: what was found.
        failed: files that can't be listened to.
    """
    return tuple(_row(track, failed=track.path in failed) for track in tracks)


def _row(track: FoundTrack, *, failed: bool) -> Suggestion:
    facts = track.facts
    known = facts.depth > Depth.NONE
    return Suggestion(
        path=track.path,
        title=track.title or track.path.stem,
        artist=track.artist,
        duration_s=facts.duration_s,
        rank=0,
        fit=nan,
        placement_s=0.0,
        tempo_bpm=facts.tempo_bpm if known else 0.0,
        integrated_lufs=facts.integrated_lufs,
        why=_described(track) if known else (tr("can't be listened to"),) if failed else (),
        placed=False,
        depth=facts.depth,
        marks=track.marks,
    )


def _described(track: FoundTrack) -> tuple[str, ...]:
    facts = track.facts
    said = [word for axis in MOODS if (word := mood_of(axis, getattr(facts, axis)))]
    if facts.key >= 0:
        said.append(key_name(facts.key, facts.mode))
    if track.album:
        said.append(track.album)
    return tuple(said)
