"""What a worker analyses with: the pack, its encoders, and what is known already."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from tivm_desktop.domain.analysis import TrackAnalysis, TrackTags
from tivm_desktop.domain.errors import FileError, PackError
from tivm_desktop.domain.track_facts import Depth
from tivm_desktop.encoders.frame import FrameEncoder
from tivm_desktop.encoders.music import MusicEncoder
from tivm_desktop.encoders.pack import Pack, load_pack
from tivm_desktop.encoders.sessions import ProviderChoice
from tivm_desktop.encoders.speech import SpeechDetector
from tivm_desktop.encoders.speech_pack import default_speech_folder, load_speech_pack
from tivm_desktop.library.store import FeatureStore
from tivm_desktop.matching.analysed import SOUND_VERSIONS, AnalysedTrack
from tivm_desktop.matching.coarse import reads_rows, rows_are_spread
from tivm_desktop.matching.track_describer import TrackDescriber

_ENCODER_THREADS = 1
"""Never another: sums in another order differ in their last digits, and fits would with them."""


@dataclass(frozen=True)
class ToolMaker:
    """Makes an `AnalysisTools` in a worker; can be pickled."""

    pack_folder: Path
    provider: ProviderChoice
    database: Path | None = None
    """Where analyses may be known already, to be asked by the identity of the sound."""
    speech_folder: Path = field(default_factory=default_speech_folder)
    """The speech pack."""

    def __call__(self) -> "AnalysisTools":
        """Make the tools; nothing is loaded before its first use."""
        return AnalysisTools(self)


class AnalysisTools:
    """What lives in a worker from one file to the next, each part loaded when first used."""

    def __init__(self, maker: ToolMaker) -> None:
        self._maker = maker

    @property
    def may_use_a_card(self) -> bool:
        """Whether something else than the processor may compute."""
        return self._maker.provider != "cpu"

    @cached_property
    def pack(self) -> Pack:
        """The pack, checked.

        Raises:
            PackError: it is not what its manifest says.
        """
        return load_pack(self._maker.pack_folder)

    @cached_property
    def frame_encoder(self) -> FrameEncoder:
        """The picture's encoder.

        Raises:
            PackError: the pack is not what its manifest says.
            ProviderError: the provider asked for is not to be had.
        """
        return FrameEncoder(self.pack, self._maker.provider, _ENCODER_THREADS)

    @cached_property
    def music_encoder(self) -> MusicEncoder:
        """The music's encoder. Raises as `frame_encoder` does."""
        return MusicEncoder(self.pack, self._maker.provider, _ENCODER_THREADS)

    @cached_property
    def speech_detector(self) -> SpeechDetector:
        """What hears speech.

        Raises:
            PackError: the speech pack is not what its manifest says.
        """
        return SpeechDetector(load_speech_pack(self._maker.speech_folder))

    @cached_property
    def describer(self) -> TrackDescriber | None:
        """What makes facts and rows of analyses; None where the pack can't rank, not calibrated say."""
        try:
            return TrackDescriber(self.pack)
        except PackError:
            return None

    def described(
        self, audio_id: str, tags: TrackTags, analysis: TrackAnalysis, depth: Depth
    ) -> AnalysedTrack:
        """Return the track with what its analysis of that depth comes to, if the pack can rank."""
        if self.describer is None:
            return AnalysedTrack(audio_id, tags, analysis, depth)
        found = self.describer.describe(analysis, depth)
        return AnalysedTrack(audio_id, tags, analysis, depth, found.facts, found.vector)

    @cached_property
    def reads_rows(self) -> bool:
        """Whether the pack's towers read what the music encoder says of every single second."""
        return reads_rows(self.pack)

    def known_track(self, audio_id: str, depth: Depth = Depth.FULL) -> TrackAnalysis | None:
        """Return the analysis of that depth of the same sound in another file, if there is one.

        A store that can't be read knows none; the session, which reads it too, tells the user.
        """
        try:
            return self.stored_track(audio_id, depth)
        except FileError:
            return None

    def stored_track(self, audio_id: str, depth: Depth) -> TrackAnalysis | None:
        """As `known_track`; raises a `FileError` where the store can't be read."""
        if self._maker.database is None:
            return None
        known = self._store.track(audio_id, self.pack.music.encoder_id, SOUND_VERSIONS[depth])
        if known is not None and depth is Depth.FULL and self.reads_rows and rows_are_spread(known):
            return None
        return known

    def close(self) -> None:
        """Close what was opened; everything may be used again."""
        if "_store" in self.__dict__:
            self._store.close()
            del self._store

    @cached_property
    def _store(self) -> FeatureStore:
        assert self._maker.database is not None  # noqa: S101 - known_track looks first
        return FeatureStore(self._maker.database)
