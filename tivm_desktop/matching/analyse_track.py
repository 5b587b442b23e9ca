"""What a worker does with a music file: it is heard in windows or whole, encoded and described."""

import math
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tivm_desktop.domain.analysis import TrackAnalysis
from tivm_desktop.domain.progress import Progress
from tivm_desktop.domain.track_facts import Depth
from tivm_desktop.library.blobs import quantise
from tivm_desktop.matching.analysed import AnalysedTrack
from tivm_desktop.matching.coarse import as_many_rows, coarse_analysis, spread_rows
from tivm_desktop.matching.tools import AnalysisTools
from tivm_desktop.matching.track_describer import Described
from tivm_desktop.media.identity import audio_identity
from tivm_desktop.media.probe import probe, require_audio
from tivm_desktop.media.sound import scan_sound
from tivm_desktop.media.tags import read_tags
from tivm_desktop.media.windows import SpreadWindows, hear_windows


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


def _duration_s(stated_s: float, rows: int) -> float:
    """Believe the container only where the sound that was decoded bears it out."""
    return stated_s if math.ceil(stated_s) == rows else float(rows)
