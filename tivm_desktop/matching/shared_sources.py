"""The shared catalogues beside one's own library, for one pack. One that can't be read costs only itself."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from tivm_desktop.domain.analysis import TrackAnalysis
from tivm_desktop.domain.arrays import FloatArray
from tivm_desktop.domain.errors import FileError
from tivm_desktop.encoders.pack import Pack
from tivm_desktop.library.attached import Attachment, attached
from tivm_desktop.library.catalogue_source import CatalogueSource, JoinedSource
from tivm_desktop.library.profile import Profile
from tivm_desktop.library.roots import folder_named
from tivm_desktop.library.shared_catalogue import SharedCatalogue
from tivm_desktop.matching.analysed import SOUND_VERSION
from tivm_desktop.matching.track_describer import ranking_key


class SharedSources:
    """Shared catalogues that were made with the pack in use; others are told and left out. Any thread."""

    def __init__(
        self,
        attachments: Sequence[Attachment],
        ranking_key: str,
        music_id: str,
        warn: Callable[[str], None],
    ) -> None:
        """Open catalogues.

        Args:
            attachments: which ones.
            ranking_key: of the pack.
            music_id: of the pack's music encoder.
            warn: called with what is wrong with one of them.
        """
        self._ranking_key, self._music_id, self._warn = ranking_key, music_id, warn
        self._catalogues: list[SharedCatalogue] = []
        self._folders: set[Path] = set()
        for one in attachments:
            try:
                catalogue = SharedCatalogue(one.folder, one.places)
            except FileError as error:
                warn(str(error))
                continue
            try:
                self._take(catalogue)
            except FileError as error:
                catalogue.close()
                warn(str(error))

    @staticmethod
    def beside_library(
        profile: Profile, more: Sequence[Attachment], pack: Pack, warn: Callable[[str], None]
    ) -> "SharedSources":
        """Open the catalogues that a profile has attached, and `more`.

        Raises:
            PackError: the pack's calibration can't be used.
        """
        attachments: list[Attachment] = []
        try:
            attachments += attached(profile)
        except FileError as error:
            warn(str(error))
        known = {folder_named(one.folder) for one in more}
        attachments = [one for one in attachments if folder_named(one.folder) not in known]
        return SharedSources([*attachments, *more], ranking_key(pack), pack.music.encoder_id, warn)

    def _take(self, catalogue: SharedCatalogue) -> None:
        """Have a catalogue among the others.

        Raises:
            FileError: it was made with another pack, or can't be read.
        """
        if catalogue.ranking_key != self._ranking_key:
            raise FileError(
                catalogue.folder,
                f"The shared catalogue {catalogue.folder} was made with another pack and is left out; choose"
                " that pack, or index the catalogue again.",
            )
        self._folders |= {catalogue.place_of(root) for root in catalogue.roots}
        self._catalogues.append(catalogue)

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self._catalogues)

    def holds(self, path: Path) -> bool:
        """Tell whether a file lies below the music of one of them."""
        return not self._folders.isdisjoint(path.parents)

    def beside(self, own: CatalogueSource, holds: Callable[[Path], bool]) -> CatalogueSource:
        """Return one's own source with these beside it; without those that can't be read any more.

        `holds` tells whether a file of one's own belongs to the library now.
        """
        readable = []
        for catalogue in self._catalogues:
            try:
                _ = catalogue.count
            except FileError as error:
                self._warn(str(error))
            else:
                readable.append(catalogue)
        return JoinedSource(own, readable, holds) if readable else own

    def vectors(self, known: Callable[[str], bool]) -> tuple[list[str], FloatArray]:
        """Return audio ids and (N, D) rows of the sounds that are not known yet."""
        ids: list[str] = []
        parts: list[FloatArray] = []
        for catalogue in self._catalogues:
            taken = set(ids)
            try:
                if all(one in taken or known(one) for one in catalogue.vector_ids()):
                    continue
                found, rows = catalogue.vectors(self._ranking_key)
            except FileError as error:
                self._warn(str(error))
                continue
            new = [index for index, one in enumerate(found) if one not in taken and not known(one)]
            if new:
                ids += [found[index] for index in new]
                parts.append(rows[new])
        return ids, np.concatenate(parts) if ids else np.zeros((0, 0), np.float32)

    def track(self, audio_id: str) -> TrackAnalysis | None:
        """Return the full analysis of a sound, or None."""
        for catalogue in self._catalogues:
            try:
                found = catalogue.track(audio_id, self._music_id, SOUND_VERSION)
            except FileError as error:
                self._warn(str(error))
                continue
            if found is not None:
                return found
        return None

    def close(self) -> None:
        """Close them."""
        for catalogue in self._catalogues:
            catalogue.close()
