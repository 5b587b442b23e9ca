"""`tivm archive`: make a paired feature archive of videos, YouTube-8M or MuVi-Sync."""

import argparse
from collections.abc import Generator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tivm_desktop.commands.bars import Bar
from tivm_desktop.commands.options import (
    Commands,
    add_json,
    add_pack,
    add_profile,
    columns,
    count,
    profile_of,
)
from tivm_desktop.commands.output import write_json, write_lines
from tivm_desktop.commands.status import OK
from tivm_desktop.commands.training_parts import TrainingParts
from tivm_desktop.domain.columns import MUSIC_COLUMNS, VIDEO_COLUMNS, music_columns, video_columns
from tivm_desktop.domain.errors import FileError, TivmError
from tivm_desktop.encoders.pack import Pack
from tivm_desktop.library.scan import find_videos
from tivm_desktop.matching.finished_videos import RefusedVideo, analyse_videos
from tivm_desktop.matching.packs import calibration_of, find_pack

if TYPE_CHECKING:
    from tivm_desktop.training.archives.report import ArchiveReport
    from tivm_desktop.training.archives.splits import Shares
    from tivm_desktop.training.archives.videos import AnalysedVideo

DEFAULT_VIDEO: Final = tuple(name for name in VIDEO_COLUMNS if name not in ("classes", "emotion"))
"""Of a thousand classes little is left in half precision that the features don't tell; the emotions are an
estimate from them and from columns that are there."""


def add(commands: Commands) -> None:
    """Add the command to the program's."""
    parser = commands.add_parser(
        "archive",
        help="make a paired feature archive for training (needs the train extra)",
        description="Make the file that `tivm train` and `tivm evaluate` read.",
    )
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--videos", type=Path, metavar="DIR", help="a folder of finished videos with music")
    source.add_argument(
        "--youtube8m",
        type=Path,
        nargs="+",
        metavar="PATH",
        help="frame-level TFRecord files, or folders of them",
    )
    source.add_argument(
        "--muvi-sync",
        type=Path,
        metavar="PATH",
        help="MuVi-Sync: the public release's folder, or packed, .npz",
    )
    parser.add_argument("--out", type=Path, metavar="FILE", required=True, help="the archive to write, .npz")
    parser.add_argument(
        "--video", type=columns, metavar="A,B", help="video columns (default: all of the source)"
    )
    parser.add_argument(
        "--music", type=columns, metavar="A,B", help="music columns (default: all of the source)"
    )
    parser.add_argument(
        "--test-share", type=float, default=0.1, metavar="X", help="of the groups (default: .1)"
    )
    parser.add_argument("--validation-share", type=float, default=0.1, metavar="X", help="default: .1")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="of the split (default: 0)")
    parser.add_argument(
        "--group-by-folder", action="store_true", help="videos in one folder are one channel, never split"
    )
    parser.add_argument(
        "--label", type=int, metavar="N", help="YouTube-8M: only videos with this label's number"
    )
    parser.add_argument("--limit", type=count, metavar="N", help="YouTube-8M: only the first N videos")
    add_pack(parser)
    add_profile(parser)
    add_json(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the archive, tell what is in it, and return the exit status.

    Raises:
        TivmError: the source, the columns, the pack or the place to write to can't be used.
    """
    with TrainingParts("Making an archive"):
        from tivm_desktop.training.archives.splits import Shares
    try:
        shares = Shares(arguments.validation_share, arguments.test_share, arguments.seed)
    except ValueError as error:
        raise TivmError(f"--validation-share and --test-share can't be used: {error}.") from error
    out = arguments.out.absolute()
    if arguments.videos is not None:
        report = _of_videos(arguments, out, shares)
    elif arguments.youtube8m is not None:
        report = _of_youtube8m(arguments, out, shares)
    else:
        report = _of_muvi_sync(arguments, out)
    if arguments.json:
        write_json(report.to_json())
    else:
        write_lines(*_lines(report))
    return OK


def _of_videos(arguments: argparse.Namespace, out: Path, shares: "Shares") -> "ArchiveReport":
    from tivm_desktop.training.archives.report import Skipped
    from tivm_desktop.training.archives.videos import AnalysedVideo, write_videos

    _refuse(arguments, "youtube8m", "label", "limit")
    folder = arguments.videos.absolute()
    profile = profile_of(arguments)
    pack = find_pack(arguments.pack, profile)
    video = _known("video", arguments.video or DEFAULT_VIDEO, VIDEO_COLUMNS)
    music = _known("music", arguments.music or MUSIC_COLUMNS, MUSIC_COLUMNS)
    _check_given(pack, video, music)
    tables = calibration_of(pack).video if "emotion" in video else {}
    paths = find_videos(folder)

    def pairs(bar: Bar) -> "Generator[AnalysedVideo | Skipped, None, None]":
        def say(path: Path, share: float) -> None:
            bar.say(f"{path.name} {share:.0%}")

        bar.show(0, len(paths))
        with closing(analyse_videos(paths, pack, arguments.provider, profile, say)) as found:
            for done, one in enumerate(found, 1):
                bar.show(done, len(paths))
                name = one.path.relative_to(folder).as_posix()
                if isinstance(one, RefusedVideo):
                    yield Skipped(name, one.reason)
                    continue
                yield AnalysedVideo(
                    name=name,
                    group=_channel(folder, one.path) if arguments.group_by_folder else name,
                    video=video_columns(one.picture, video, tables),
                    music=music_columns(one.sound, music),
                    sound=one.sound.sound,
                )

    with Bar("analysing", "video") as bar, closing(pairs(bar)) as stream:
        return write_videos(
            stream,
            out,
            encoders={"video": pack.frame.encoder_id, "music": pack.music.encoder_id},
            shares=shares,
        )


def _of_youtube8m(arguments: argparse.Namespace, out: Path, shares: "Shares") -> "ArchiveReport":
    with TrainingParts("Reading YouTube-8M"):
        from tivm_desktop.training.archives.youtube8m import import_youtube8m
    _refuse(arguments, "videos", "group_by_folder")
    _refuse(arguments, "videos or --muvi-sync", "video", "music")
    files = [file for path in arguments.youtube8m for file in _shards(path)]
    with Bar("reading", "B") as bar:
        return import_youtube8m(
            files, out, label=arguments.label, limit=arguments.limit, shares=shares, progress=bar.show
        )


def _of_muvi_sync(arguments: argparse.Namespace, out: Path) -> "ArchiveReport":
    from tivm_desktop.training.archives.archive import read_archive, write_archive
    from tivm_desktop.training.archives.muvi_sync_release import import_muvi_sync_release

    _refuse(arguments, "youtube8m", "label", "limit")
    _refuse(arguments, "videos", "group_by_folder")
    source = arguments.muvi_sync
    if source.is_dir():
        with Bar("reading", "song") as bar:
            return import_muvi_sync_release(source, out, arguments.video, arguments.music, bar.show)
    archive = read_archive(source, arguments.video, arguments.music)
    return write_archive(archive, out)


def _refuse(arguments: argparse.Namespace, source: str, *names: str) -> None:
    """Refuse options that mean something for another source only."""
    for name in names:
        if getattr(arguments, name):
            raise TivmError(f"--{name.replace('_', '-')} goes with --{source} only; leave it out.")


def _known(side: str, wanted: Sequence[str], existing: Sequence[str]) -> tuple[str, ...]:
    unknown = [name for name in wanted if name not in existing]
    if unknown:
        raise TivmError(
            f"Files give no {side} column {', '.join(unknown)}; choose from {', '.join(existing)}."
        )
    return tuple(dict.fromkeys(wanted))


def _check_given(pack: Pack, video: Sequence[str], music: Sequence[str]) -> None:
    for name, given in (
        ("classes", pack.frame.classes),
        ("emotion", pack.frame.classes),
        ("tags", pack.music.tags),
    ):
        if name in (*video, *music) and not given:
            raise TivmError(f"The pack {pack.name} gives no {name}; leave that column out.")


def _channel(folder: Path, path: Path) -> str:
    """The folder of a video, for videos that are one channel."""
    return path.parent.relative_to(folder).as_posix() if path.parent != folder else folder.name


def _shards(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = sorted(path.glob("*.tfrecord"))
    if not files:
        raise FileError(path, f"{path} holds no .tfrecord file; give YouTube-8M's frame-level files.")
    return files


def _lines(report: "ArchiveReport") -> list[str]:
    splits = ", ".join(f"{count} {name}" for name, count in report.splits.items())
    return [
        str(report.path),
        f"  {report.items} items in {report.groups} groups ({splits})",
        f"  {report.rows} rows, {report.rate_hz:g} a second",
        *(
            f"  {side}: " + ", ".join(f"{name} ({width})" for name, width in columns.items())
            for side, columns in (("video", report.video), ("music", report.music))
        ),
        *(f"  dropped: {seconds:.0f} s {reason}" for reason, seconds in report.dropped_s.items() if seconds),
        *(f"  skipped: {one.reason}" for one in report.skipped),
    ]
