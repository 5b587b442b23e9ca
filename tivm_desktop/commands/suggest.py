"""`tivm suggest`: rank a folder for a video."""

# ruff: noqa: ARG002 - a listener is told more than this one wants to know

import argparse
import math
from pathlib import Path
from types import TracebackType

from tivm_desktop.commands.bars import Bar, complain
from tivm_desktop.commands.options import (
    Commands,
    add_json,
    add_pack,
    add_profile,
    count,
    profile_of,
    time_of,
)
from tivm_desktop.commands.output import write_json, write_lines
from tivm_desktop.commands.status import NOTHING_RANKED, OK
from tivm_desktop.domain.analysis import VideoAnalysis
from tivm_desktop.domain.errors import TivmError
from tivm_desktop.domain.found_track import FoundTrack
from tivm_desktop.domain.library_status import LibraryState, LibraryStatus
from tivm_desktop.domain.mix import SpeechSpans
from tivm_desktop.domain.suggestion import SkippedTrack, Suggestion
from tivm_desktop.domain.timecode import timecode
from tivm_desktop.domain.track_facts import Depth
from tivm_desktop.domain.video_range import VideoRange
from tivm_desktop.encoders.pack import Pack
from tivm_desktop.library.attached import Attachment
from tivm_desktop.matching.library_options import LibraryOptions
from tivm_desktop.matching.listener import SessionListener
from tivm_desktop.matching.packs import find_pack
from tivm_desktop.matching.ranker import FitBy
from tivm_desktop.matching.session import SuggestionSession
from tivm_desktop.media.probe import probe

_WAKE_S = 0.2


def add(commands: Commands) -> None:
    """Add the command to the program's."""
    parser = commands.add_parser("suggest", help="rank the tracks of a folder for a video")
    parser.add_argument("video", type=Path, metavar="VIDEO")
    parser.add_argument("--music", type=Path, metavar="DIR", help="the folder of music")
    parser.add_argument(
        "--catalogue",
        type=Path,
        metavar="DIR",
        action="append",
        default=[],
        help="rank the tracks of a shared catalogue too",
    )
    for option, which in (("--start", "begins"), ("--end", "ends")):
        parser.add_argument(
            option,
            type=time_of,
            metavar="S",
            help=f"rank for a range of the video that {which} here (90 or 1:30)",
        )
    parser.add_argument("--top", type=count, metavar="N", help="only the N best")
    add_pack(parser)
    add_profile(parser)
    add_json(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Rank, print, and return the exit status.

    Raises:
        TivmError: the video, the folder, the pack or the provider can't be used.
    """
    if arguments.music is None and not arguments.catalogue:
        raise TivmError("There is nothing to rank; name a folder with --music DIR or --catalogue DIR.")
    profile = profile_of(arguments)
    pack = find_pack(arguments.pack, profile)
    video = arguments.video.absolute()
    asked = _range_of(arguments, video)
    with _Listener() as heard:
        whole = LibraryOptions(
            depths=(Depth.FULL,),
            catalogues=tuple(Attachment(folder.absolute()) for folder in arguments.catalogue),
        )
        session = SuggestionSession(pack, arguments.provider, profile, heard, library=whole)
        heard.fit_by = session.fit_by
        try:
            session.set_video(video)
            if asked is not None:
                session.set_range(asked)
            session.set_music_folders([] if arguments.music is None else [arguments.music.absolute()])
            while not session.wait(_WAKE_S) and heard.failure is None:
                pass
        finally:
            session.close()
    for warning in heard.warnings:
        complain(warning)
    if heard.failure is not None:
        raise TivmError(heard.failure)
    chosen = None
    if asked is not None and heard.video is not None:
        chosen = asked.within(video, heard.video.duration_s)
    top = heard.suggestions[: arguments.top]
    if arguments.json:
        write_json(_document(arguments.video, chosen, heard, pack, top))
    else:
        write_lines(*(_line(one, chosen) for one in top))
        write_lines(*(f"skipped: {one.reason}" for one in heard.skipped))
    return OK if top else NOTHING_RANKED


def _range_of(arguments: argparse.Namespace, video: Path) -> VideoRange | None:
    """Return the range asked for.

    It is held against the file's length, before anything is analysed; the picture may be shorter, which the
    session holds it against.
    """
    if arguments.start is None and arguments.end is None:
        return None
    asked = VideoRange(arguments.start or 0.0, math.inf if arguments.end is None else arguments.end)
    asked.within(video, probe(video).duration_s)
    return asked


class _Listener(SessionListener):
    """Keeps what the session says, and shows progress on a terminal."""

    def __init__(self) -> None:
        self.provider = ""
        self.fit_by: FitBy = "fusion"
        self.video: VideoAnalysis | None = None
        self.suggestions: tuple[Suggestion, ...] = ()
        self.skipped: tuple[SkippedTrack, ...] = ()
        self.failure: str | None = None
        self.warnings: list[str] = []
        self._video_bar = Bar("video", "s")
        self._folder_bar = Bar("music", "track", line=1)

    def __enter__(self) -> "_Listener":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._folder_bar.close()
        self._video_bar.close()

    def folder_failed(self, folder: Path, message: str) -> None:
        self.failure = message

    def library_changed(self, status: LibraryStatus) -> None:
        if status.state is LibraryState.SCANNING:
            return
        self.skipped = status.failed
        self._folder_bar.show(status.full + len(status.failed), status.total)

    def video_progress(self, video: Path, done_s: float, total_s: float) -> None:
        self._video_bar.show(done_s, total_s)

    def video_ready(self, video: Path, analysis: VideoAnalysis) -> None:
        self.video = analysis

    def video_failed(self, video: Path, message: str) -> None:
        self.failure = message

    def ranked(self, video: Path, suggestions: tuple[Suggestion, ...], total: int) -> None:
        self.suggestions = suggestions

    def found(self, tracks: tuple[FoundTrack, ...], total: int) -> None:
        pass

    def proxy_ready(self, video: Path, proxy: Path) -> None:
        pass

    def speech_found(self, video: Path, spans: SpeechSpans) -> None:
        pass

    def speech_failed(self, video: Path, message: str) -> None:
        pass

    def provider_active(self, provider: str) -> None:
        self.provider = provider

    def provider_failed(self, message: str) -> None:
        self.failure = message

    def warned(self, message: str) -> None:
        self.warnings.append(message)


def _document(
    path: Path, chosen: VideoRange | None, heard: _Listener, pack: Pack, top: tuple[Suggestion, ...]
) -> dict[str, object]:
    video = heard.video
    facts = (
        {}
        if video is None
        else {
            "duration_s": round(video.duration_s, 3),
            "width": video.width,
            "height": video.height,
            "frame_rate": round(video.frame_rate, 3),
            "cuts_s": [round(float(cut), 3) for cut in video.picture.cuts_s],
        }
    )
    part = (
        {}
        if chosen is None
        else {"range": {"start_s": round(chosen.start_s, 3), "end_s": round(chosen.end_s, 3)}}
    )
    return {
        "video": {"path": str(path), **facts},
        **part,
        "provider": heard.provider,
        "pack": {"name": pack.name, "version": pack.version},
        "fit_by": heard.fit_by,
        "tracks": [_track(one) for one in top],
        "skipped": [{"path": str(one.path), "reason": one.reason} for one in heard.skipped],
    }


def _track(one: Suggestion) -> dict[str, object]:
    return {
        "path": str(one.path),
        "title": one.title,
        "artist": one.artist,
        "duration_s": round(one.duration_s, 3),
        "rank": one.rank,
        "fit": round(one.fit, 6),
        "placement_s": one.placement_s,
        "tempo_bpm": round(one.tempo_bpm, 2),
        "why": list(one.why),
    }


def _line(one: Suggestion, chosen: VideoRange | None) -> str:
    title = f"{one.artist} – {one.title}" if one.artist else one.title
    begins_s = 0.0 if chosen is None else chosen.start_s
    from_s = one.placement_s + begins_s
    enters = f"from {timecode(from_s)}" if from_s >= 0 else f"enters at {timecode(begins_s - from_s)}"
    where = f"{timecode(one.duration_s)}, {enters}"
    return f"{one.rank:4d}  {one.fit:5.1f}  {title}  ({where})  " + ", ".join(one.why)
