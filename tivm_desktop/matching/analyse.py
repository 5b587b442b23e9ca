"""What a worker does with one file: decode it once, describe it, encode it."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.analysis import FloatArray, TrackAnalysis, TrackTags, VideoAnalysis
from tivm_desktop.domain.errors import FileError, PackError
from tivm_desktop.domain.progress import Progress
from tivm_desktop.domain.track_facts import UNKNOWN, Depth, TrackFacts
from tivm_desktop.encoders.frame import FrameEncoder
from tivm_desktop.encoders.music import MusicEncoder
from tivm_desktop.encoders.pack import Pack, load_pack
from tivm_desktop.encoders.runtime_folder import gpu_support
from tivm_desktop.encoders.sessions import ProviderChoice
from tivm_desktop.encoders.speech import SpeechDetector
from tivm_desktop.encoders.speech_pack import default_speech_folder, load_speech_pack
from tivm_desktop.library.blobs import quantise
from tivm_desktop.library.store import FeatureStore
from tivm_desktop.matching.coarse import (
    as_many_rows,
    coarse_analysis,
    reads_rows,
    rows_are_spread,
    spread_rows,
)
from tivm_desktop.matching.describe_track import Described, TrackDescriber
from tivm_desktop.media.identity import audio_identity
from tivm_desktop.media.pictures import scan_pictures
from tivm_desktop.media.probe import probe, require_audio, require_video
from tivm_desktop.media.proxy import ProxyWriter
from tivm_desktop.media.sound import scan_sound
from tivm_desktop.media.tags import read_tags
from tivm_desktop.media.windows import SpreadWindows, hear_windows

PICTURE_VERSION = "picture-3"
SOUND_VERSION = "sound-2"
COARSE_VERSION = "coarse-1"
SOUND_VERSIONS: Mapping[Depth, str] = MappingProxyType(
    {Depth.COARSE: COARSE_VERSION, Depth.FULL: SOUND_VERSION}
)
"""The preprocessing under which an analysis of each depth is kept."""

_FRAMES_AT_ONCE = 8
_ENCODER_THREADS = 1
"""Never another: sums in another order differ in their last digits, and fits would with them."""

_USUALLY_APART_S = 1.1
"""How far the end of a file may be from that of its last row of pictures."""


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
    ) -> "AnalysedTrack":
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


@dataclass(frozen=True, slots=True, eq=False)
class AnalysedTrack:
    """What becomes known of a music file."""

    audio_id: str
    tags: TrackTags
    analysis: TrackAnalysis
    depth: Depth = Depth.FULL
    """What was really done: a short track is listened to whole, whatever was asked for."""
    facts: TrackFacts = UNKNOWN
    """Known wherever a worker made it."""
    vector: FloatArray = field(default_factory=lambda: np.zeros(0, np.float32))
    """(D,) all that its fit needs (see `describe_track`), wherever a worker made it."""


@dataclass(frozen=True, slots=True)
class AnalysedFile:
    """What becomes known of any file: its picture, its sound, or both."""

    picture: VideoAnalysis | None
    sound: AnalysedTrack | None


@dataclass(frozen=True, slots=True)
class Tried:
    """What the encoders really run on."""

    provider: str
    """"CUDA" or "CPU"."""
    problem: str = ""
    """One sentence where GPU support is installed and could not be used for it, though it might have been."""


def try_provider(tools: AnalysisTools, *, progress: Progress) -> Tried:
    """Return what the encoders really run on.

    Raises:
        PackError: the pack is not what its manifest says.
        ProviderError: the provider asked for is not to be had.
    """
    progress(0.0, 0.0)
    provider = tools.frame_encoder.provider
    problem = gpu_support().problem if tools.may_use_a_card else ""
    return Tried(provider, f"{problem}." if problem else "")


def analyse_video(
    tools: AnalysisTools, path: Path, *, progress: Progress, proxy: ProxyWriter | None = None
) -> VideoAnalysis:
    """Analyse the picture of a file, rounded as the store keeps it.

    Args:
        tools: what the worker has.
        path: the file.
        progress: hears how far it is.
        proxy: gets the pictures while they are decoded; still to be finished.

    Raises:
        MediaError: the file can't be read or has no picture.
        CancelledError: `progress` raised it.
    """
    info = probe(path)
    stream = require_video(info)
    encoder = tools.frame_encoder
    batches = _FrameBatches(encoder)
    picture = scan_pictures(path, encoder.input_size, batches.push, progress, proxy=proxy)
    features, classes = batches.finish()
    return quantise(
        VideoAnalysis(
            duration_s=_shown_s(info.duration_s, picture.length_s),
            width=stream.width,
            height=stream.height,
            frame_rate=stream.frame_rate,
            has_audio=info.audio is not None,
            picture=picture,
            features=features,
            classes=classes,
            encoder_id=tools.pack.frame.encoder_id,
        )
    )


def analyse_track(
    tools: AnalysisTools, path: Path, *, depth: Depth = Depth.FULL, progress: Progress
) -> AnalysedTrack:
    """Analyse the sound of a file, rounded as the store keeps it, unless the same sound is known already.

    Args:
        tools: what the worker has.
        path: the file.
        depth: how much is to be listened to at least. A short track, and one whose windows can't be heard,
            is listened to whole; one that is known deeper is not listened to again.
        progress: hears how far it is.

    Raises:
        MediaError: the file can't be read or has no sound.
        PackError: the pack can't be used.
        CancelledError: `progress` raised it.
    """
    tags = read_tags(path)
    heard = hear_windows(path, progress) if depth is Depth.COARSE else None
    audio_id = audio_identity(path, progress) if heard is None else heard.audio_id
    whole = tools.known_track(audio_id)
    if whole is not None:
        return tools.described(audio_id, tags, whole, Depth.FULL)
    windows = None
    if heard is not None or not tools.reads_rows:
        windows = _windows_of(tools, path, audio_id, heard, progress)
    if windows is not None and heard is not None:
        return tools.described(audio_id, tags, windows, Depth.COARSE)
    whole = quantise(_heard_whole(tools, path, windows, progress))
    return tools.described(audio_id, tags, whole, Depth.FULL)


def analyse_track_by_seconds(tools: AnalysisTools, path: Path, *, progress: Progress) -> AnalysedTrack:
    """Analyse all of the sound of a file anew, the encoder's rows of every single second too.

    So archives are made, which towers learn from. Raises as `analyse_track` does.
    """
    audio_id, tags = audio_identity(path, progress), read_tags(path)
    whole = quantise(_heard_whole(tools, path, None, progress))
    return tools.described(audio_id, tags, whole, Depth.FULL)


def describe_known(
    tools: AnalysisTools, audio_id: str, depth: Depth, *, progress: Progress
) -> Described | None:
    """Describe a sound anew from its stored analysis of that depth.

    Returns:
        None if the store has no such analysis, or the pack can't rank.

    Raises:
        FileError: the store can't be read.
        PackError: the pack is not what its manifest says.
        CancelledError: `progress` raised it.
    """
    progress(0.0, 0.0)
    analysis = tools.stored_track(audio_id, depth)
    if analysis is None or tools.describer is None:
        return None
    return tools.describer.describe(analysis, depth)


def _windows_of(
    tools: AnalysisTools, path: Path, audio_id: str, heard: SpreadWindows | None, progress: Progress
) -> TrackAnalysis | None:
    """Return the analysis of the windows, known or new; None where the track is to be encoded whole."""
    known = tools.known_track(audio_id, Depth.COARSE)
    if known is not None:
        return known
    coarse = coarse_analysis(heard or hear_windows(path, progress), tools.music_encoder)
    return None if coarse is None else quantise(coarse)


def _heard_whole(
    tools: AnalysisTools, path: Path, windows: TrackAnalysis | None, progress: Progress
) -> TrackAnalysis:
    """Analyse all of a sound; what the encoder says is that of its `windows`, if given."""
    info = probe(path)
    require_audio(info)
    if windows is None:
        stream = tools.music_encoder.stream()
        sound = scan_sound(path, stream.push, progress)
        features, music_tags = (as_many_rows(rows, sound.length_s) for rows in stream.finish())
    else:
        sound = scan_sound(path, _unheard, progress)
        features, music_tags = spread_rows(windows, sound.length_s)
    return TrackAnalysis(
        duration_s=_duration_s(info.duration_s, sound.length_s),
        sound=sound,
        features=features,
        tags=music_tags,
        encoder_id=tools.pack.music.encoder_id,
    )


def _unheard(_samples: NDArray[np.float32]) -> None:
    """No encoder listens."""


def analyse_file(tools: AnalysisTools, path: Path, *, progress: Progress) -> AnalysedFile:
    """Analyse picture and sound of a file by seconds, whichever it has.

    Raises:
        MediaError: the file can't be read.
        CancelledError: `progress` raised it.
    """
    info = probe(path)
    picture = analyse_video(tools, path, progress=progress) if info.video is not None else None
    sound = analyse_track_by_seconds(tools, path, progress=progress) if info.audio is not None else None
    return AnalysedFile(picture, sound)


def _duration_s(stated_s: float, rows: int) -> float:
    """Believe the container only where the sound that was decoded bears it out."""
    return stated_s if math.ceil(stated_s) == rows else float(rows)


def _shown_s(stated_s: float, rows: int) -> float:
    """Believe the container, which speaks of its longest stream, only where the picture ends about there."""
    return stated_s if abs(stated_s - rows) <= _USUALLY_APART_S else float(rows)


class _FrameBatches:
    """Collects one frame a second and encodes several at once."""

    def __init__(self, encoder: FrameEncoder) -> None:
        self._encoder = encoder
        self._frames: list[NDArray[np.uint8]] = []
        self._features: list[NDArray[np.float32]] = []
        self._classes: list[NDArray[np.float32]] = []

    def push(self, row: int, frame: NDArray[np.uint8]) -> None:  # noqa: ARG002 - rows come in order
        """Take the (H, W, 3) frame of a second."""
        self._frames.append(frame)
        if len(self._frames) == _FRAMES_AT_ONCE:
            self._encode()

    def finish(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return (T, Dv) features and (T, C) class posteriors."""
        if self._frames:
            self._encode()
        return np.concatenate(self._features), np.concatenate(self._classes)

    def _encode(self) -> None:
        features, classes = self._encoder.encode(np.stack(self._frames))
        self._features.append(features)
        self._classes.append(classes)
        self._frames.clear()
