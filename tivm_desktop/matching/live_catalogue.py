"""The catalogue of a library that is at work: amended as results come in, replaced when it is read anew."""

from collections.abc import Callable, Sequence
from pathlib import Path

from tivm_desktop.domain.track_facts import TrackFacts
from tivm_desktop.library.catalogue import Catalogue


class LiveCatalogue:
    """Holds a catalogue, or none yet; what changes while the next is read is repeated there. One thread."""

    def __init__(self) -> None:
        self.now: Catalogue | None = None
        """What the folders hold; None while that was not read yet."""
        self._meanwhile: list[Callable[[Catalogue], object]] | None = None
        """What changed since a look began; None without one."""

    def begin_look(self) -> None:
        """Note what changes from now on: a catalogue may be read that doesn't have it."""
        self._meanwhile = []

    def end_look(self) -> None:
        """Read no other catalogue for now."""
        self._meanwhile = None

    def replace(self, catalogue: Catalogue) -> None:
        """Have this one from now on, with what changed meanwhile."""
        for amend in self._meanwhile or ():
            amend(catalogue)
        self.now = catalogue

    def forget(self) -> None:
        """Have none."""
        self.now = self._meanwhile = None

    def amend(self, change: Callable[[Catalogue], object]) -> None:
        """Change the catalogue, and the one that is being read meanwhile."""
        if self.now is not None:
            change(self.now)
        if self._meanwhile is not None:
            self._meanwhile.append(change)

    def audio_id_at(self, path: Path) -> str:
        """Return the identity of what lies there; empty where that is not known. Any thread."""
        catalogue = self.now
        row = catalogue.row_at(path) if catalogue is not None else None
        return catalogue.audio_ids[row] if catalogue is not None and row is not None else ""

    def audio_ids_at(self, paths: Sequence[Path]) -> list[str]:
        """Return the identities of what lies there, of files that were identified."""
        return [audio_id for path in paths if (audio_id := self.audio_id_at(path))]

    def facts_of(self, audio_id: str) -> TrackFacts | None:
        """Return what analysis said of a sound, or None."""
        row = self.now.row_of(audio_id) if self.now is not None else None
        return self.now.facts(row) if self.now is not None and row is not None else None

    def places_of(self, audio_id: str) -> tuple[Path, ...]:
        """Return where a sound lies."""
        row = self.now.row_of(audio_id) if self.now is not None else None
        return self.now.paths(row) if self.now is not None and row is not None else ()
