"""Where a catalogue is read from: one's own store, and shared catalogues beside it."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from tivm_desktop.domain.marks import Marks
from tivm_desktop.library.fact_rows import PlainFacts
from tivm_desktop.library.shared_catalogue import SharedCatalogue
from tivm_desktop.library.track_rows import PlainFile


class CatalogueSource(Protocol):
    """What a catalogue is made of; `FeatureStore` is one."""

    def plain_files(self) -> list[PlainFile]:
        """Return every file."""
        ...

    def plain_facts(self, ranking_key: str) -> list[PlainFacts]:
        """Return facts of every sound that was analysed for that key."""
        ...

    def all_marks(self) -> dict[str, Marks]:
        """Return what the user says of sounds, by audio id."""
        ...


class JoinedSource:
    """A source with others beside it: of what two of them know, the first one counts."""

    def __init__(
        self, own: CatalogueSource, shared: Sequence[SharedCatalogue], holds: Callable[[Path], bool]
    ) -> None:
        """Join them; marks are one's own only.

        Args:
            own: the first.
            shared: the others.
            holds: whether a file of one's own belongs to the library now: where a sound has such a place, it
                needs none of another's.
        """
        self._own, self._shared, self._holds = own, shared, holds

    def plain_files(self) -> list[PlainFile]:
        """Return every file, each place once.

        Raises:
            FileError: a source can't be read.
        """
        files = self._own.plain_files()
        taken = {file[0] for file in files}
        lying_here = {
            audio_id
            for path, audio_id, *_, vanished in files
            if audio_id and not vanished and self._holds(Path(os.fsdecode(path)))
        }
        for catalogue in self._shared:
            more = [
                file for file in catalogue.plain_files() if file[0] not in taken and file[1] not in lying_here
            ]
            taken.update(file[0] for file in more)
            files += more
        return files

    def plain_facts(self, ranking_key: str) -> list[PlainFacts]:
        """Return facts of every sound, each once.

        Raises:
            FileError: a source can't be read.
        """
        facts = self._own.plain_facts(ranking_key)
        taken = {one[0] for one in facts}
        for catalogue in self._shared:
            more = [one for one in catalogue.plain_facts(ranking_key) if one[0] not in taken]
            taken.update(one[0] for one in more)
            facts += more
        return facts

    def all_marks(self) -> dict[str, Marks]:
        """Return one's own marks."""
        return self._own.all_marks()
