"""`tivm preview`: write a video with a track under it, as the window plays it."""

import argparse
import math
from pathlib import Path

from tivm_desktop.commands.bars import Bar
from tivm_desktop.commands.options import Commands
from tivm_desktop.commands.output import write_lines
from tivm_desktop.commands.status import OK
from tivm_desktop.domain.mix import Ducking, Mix, SpeechSpans
from tivm_desktop.domain.placed_track import PlacedTrack
from tivm_desktop.encoders.pack import default_pack_folder
from tivm_desktop.handoff.preview import Preview, export_preview
from tivm_desktop.matching.speech import find_speech
from tivm_desktop.matching.tools import ToolMaker


def add(commands: Commands) -> None:
    """Add the command to the program's."""
    parser = commands.add_parser(
        "preview", help="write a video with a track under it, as the window plays it"
    )
    parser.add_argument("video", type=Path, metavar="VIDEO")
    parser.add_argument("track", type=Path, metavar="TRACK")
    parser.add_argument("--into", type=Path, metavar="FILE", required=True, help="an MP4, MOV or MKV file")
    parser.add_argument(
        "--placement",
        type=_number,
        default=0.0,
        metavar="S",
        help="second of the track that sounds at the video's start; negative: it enters later",
    )
    parser.add_argument("--gain", type=_number, default=0.0, metavar="DB", help="gain of the track")
    parser.add_argument(
        "--original", type=_volume, default=1.0, metavar="V", help="volume of the video's own sound, 0 to 1"
    )
    parser.add_argument(
        "--duck",
        type=_decibels,
        default=0.0,
        metavar="DB",
        help="turn the track down by so much while somebody speaks in the video's own sound",
    )
    parser.add_argument("--replace", action="store_true", help="overwrite FILE; else a number is added")
    parser.set_defaults(run=run)


def _number(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise argparse.ArgumentTypeError("a number")
    return number


def _volume(text: str) -> float:
    volume = float(text)
    if not 0.0 <= volume <= 1.0:
        raise argparse.ArgumentTypeError("from 0 to 1")
    return volume


def _decibels(text: str) -> float:
    decibels = float(text)
    if not 0.0 <= decibels <= 60.0:
        raise argparse.ArgumentTypeError("from 0 to 60")
    return decibels


def run(arguments: argparse.Namespace) -> int:
    """Write the file, name it, and return the exit status.

    Raises:
        TivmError: the video, the track or the file's folder can't be used.
    """
    track = PlacedTrack(arguments.track.absolute(), arguments.placement, arguments.gain)
    video = arguments.video.absolute()
    ducking = Ducking(on=arguments.duck > 0.0, amount_db=arguments.duck)
    with Bar("preview", "s") as bar:
        speech: SpeechSpans = ()
        if ducking.on:
            bar.begin("speech")
            speech = find_speech(ToolMaker(default_pack_folder(), "cpu")(), video, progress=bar.show)
        preview = Preview(video, track, Mix(original_volume=arguments.original, ducking=ducking), speech)
        bar.begin("preview")
        written = export_preview(
            preview, arguments.into.absolute(), replace=arguments.replace, progress=bar.show
        )
    write_lines(str(written))
    return OK
