"""The full analyses of a library's tracks, wherever they are: at hand, not stored yet, stored or shared."""

from collections.abc import Callable

from tivm_desktop.domain.analysis import TrackAnalysis
from tivm_desktop.domain.errors import FileError
from tivm_desktop.library.store import FeatureStore
from tivm_desktop.matching.analysed import SOUND_VERSION
from tivm_desktop.matching.recent import RecentAnalyses
from tivm_desktop.matching.shared_sources import SharedSources


class KnownAnalyses:
    """Recalls analyses for one pack. Any thread."""

    def __init__(
        self,
        store: FeatureStore,
        music_id: str,
        unsaved: Callable[[str], TrackAnalysis | None],
        shared: SharedSources,
        warn: Callable[[str], None],
    ) -> None:
        """Begin with none at hand.

        Args:
            store: where most are.
            music_id: of the pack's music encoder.
            unsaved: returns the analysis of a sound that could not be stored. Any thread.
            shared: catalogues beside the store.
            warn: called with what goes wrong with the store, on the thread that asks.
        """
        self._store = store
        self._music_id = music_id
        self._unsaved = unsaved
        self._shared = shared
        self._warn = warn
        self._recent = RecentAnalyses()

    def recall(self, audio_id: str) -> TrackAnalysis | None:
        """Return the full analysis of a sound, None without one; a millisecond where it has to be read."""
        known = self._recent.get(audio_id) or self._unsaved(audio_id)
        if known is not None:
            return known
        try:
            known = self._store.track(audio_id, self._music_id, SOUND_VERSION)
        except FileError as error:
            self._warn(str(error))
        return known or self._shared.track(audio_id)

    def take(self, audio_id: str) -> TrackAnalysis | None:
        """As `recall`, and keep it at hand: it will be asked for again."""
        found = self.recall(audio_id) if audio_id else None
        if found is not None:
            self._recent.put(audio_id, found)
        return found
