"""How an exported preview compares with its source and with what was heard.

    python -m benchmarks.export [--long 600] [--without-recording]

Videos of many kinds are made, with noise for sound, and a track of other noise. Each video is played with the
track under it by the real player into a null sink, recorded, and exported. Reported for each: by how many
frames the lengths differ; whether the picture's packets are the source's, byte by byte and by their time (in
a transport stream, where units are set apart in another way, unit by unit); by how many samples the export's
sound lies off the mix; over how many samples the recording strays from the export, window after window of
four seconds; by how many samples the music lies off its place against the video's own sound, in recording and
export; and how long the export took against the video's length. The last line is one JSON document.

A recording in which the machine was too busy (`underruns`) strays for that reason; the summary leaves it out.
What the recording can't tell is when its first sample was heard against the picture: `benchmarks.sync` does.
"""

import argparse
import json
import os
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from benchmarks.export_figures import RATE_HZ, first_lag, lags, packets_of
from benchmarks.export_media import SOURCES, Source, long_source, write_source, write_track
from benchmarks.null_sink import NullSink, null_sink
from benchmarks.sink_recorder import SinkRecorder
from tivm_desktop.domain.mix import Mix
from tivm_desktop.domain.placed_track import PlacedTrack
from tivm_desktop.handoff.preview import Preview, export_preview, suffix_for
from tivm_desktop.media.audio import audio_blocks
from tivm_desktop.media.opening import opened
from tivm_desktop.playback.frame_decoder import FrameDecoder
from tivm_desktop.playback.offline import mixed_blocks

if TYPE_CHECKING:
    from tivm_desktop.playback.player import Player

PLACEMENT_S = -0.731
GAIN_DB = -2.0
MIX = Mix(original_volume=0.8, music_volume=0.9)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument(
        "--long", type=int, default=600, metavar="S", help="length of the long video; 0: none"
    )
    parser.add_argument("--without-recording", action="store_true", help="compare with the mix alone")
    arguments = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        music = write_track(folder / "track.flac", max(arguments.long, 20) + 5)
        sink = None if arguments.without_recording else stack.enter_context(null_sink())
        if sink is not None:
            os.environ.update(sink.environment)
        sources = [*SOURCES, *([long_source(arguments.long)] if arguments.long else [])]
        found = {source.name: figures(folder, source, music, sink) for source in sources}
    print(json.dumps({"videos": found, "summary": summary(found)}))


def figures(folder: Path, source: Source, music: Path, sink: NullSink | None) -> dict[str, object]:
    """Play, record, export and compare one video."""
    video = write_source(folder, source)
    track = PlacedTrack(music, PLACEMENT_S, GAIN_DB)
    with opened(video) as container:
        decoder = FrameDecoder(video, container)
        length_s, starts_s, frame_s = decoder.duration_s, decoder.sound_start_s, decoder.frame_s
    begun_s = time.monotonic()
    written = export_preview(Preview(video, track, MIX), folder / f"{source.name} out{suffix_for(video)}")
    took_s = time.monotonic() - begun_s
    with opened(written) as container:
        written_s = FrameDecoder(written, container).duration_s
    was, now = packets_of(video), packets_of(written)
    blocks = mixed_blocks(video, starts_s, track, MIX, (), until_s=length_s)
    mix = np.concatenate([block[:, 0] for block in blocks])
    sound = left(written)
    off = lags(mix, sound)
    result: dict[str, object] = {
        "container": written.suffix,
        "length_s": round(length_s, 3),
        "frames_off": round((written_s - length_s) / frame_s, 3),
        "packets": len(was.payloads),
        "payload_identical": was.payloads == now.payloads,
        "units_identical": was.units == now.units,
        "times_identical": was.shown == now.shown,
        "samples_off_the_mix": [min(off), max(off)],
        "took_of_length": round(took_s / length_s, 4),
    }
    if sink is not None:
        result |= against_recording(folder, video, track, sink, length_s, starts_s, sound)
    for file in (video, written):
        file.unlink()
    return result


def against_recording(
    folder: Path,
    video: Path,
    track: PlacedTrack,
    sink: NullSink,
    length_s: float,
    starts_s: float | None,
    sound: NDArray[np.float32],
) -> dict[str, object]:
    """Play and record, and hold recording and export against both sounds."""
    recorded, underruns = record(folder, video, track, sink, length_s)
    music = np.concatenate([np.zeros(-round(track.placement_s * RATE_HZ), np.float32), left(track.path)])
    begins = first_lag(sound, recorded)
    heard = lags(sound, recorded, begins)
    told: dict[str, object] = {
        "underruns": underruns,
        "samples_straying_from_the_recording": max(heard) - min(heard),
    }
    if starts_s is not None:
        original = np.concatenate([np.zeros(round(starts_s * RATE_HZ), np.float32), left(video)])
        length = round(length_s * RATE_HZ)
        for name, where, start in (("recording", recorded, begins), ("export", sound, 0)):
            apart = [
                a - b
                for a, b in zip(
                    lags(music[:length], where, start), lags(original[:length], where, start), strict=False
                )
            ]
            told[f"music_against_original_in_the_{name}"] = [min(apart), max(apart)]
    return told


def record(
    folder: Path, video: Path, track: PlacedTrack, sink: NullSink, length_s: float
) -> tuple[NDArray[np.float32], int]:
    """Play a video with a track from start to end; return what the sink played, left, and the underruns."""
    from tivm_desktop.playback.player import Player
    from tivm_desktop.playback.sounddevice_output import SounddeviceOutput

    player = Player(SounddeviceOutput())
    try:
        player.open_video(video)
        player.set_mix(MIX)
        player.set_track(track.path, track.placement_s, track.gain_db)
        wait(player, lambda p: p.state.opened, 10.0)
        with SinkRecorder(sink, folder) as recorder:
            player.play()
            wait(
                player,
                lambda p: p.state.position_s >= length_s - 0.01 or not p.state.playing,
                length_s + 15.0,
            )
            time.sleep(0.5)
            samples = recorder.recording().samples
        return samples[:, 0].astype(np.float32), player.underruns
    finally:
        player.close()


def wait(player: "Player", done: "Callable[[Player], bool]", limit_s: float) -> None:
    """Wait, taking pictures as a window does."""
    end_s = time.monotonic() + limit_s
    while not done(player) and time.monotonic() < end_s:
        player.frame_due()
        time.sleep(0.01)


def left(path: Path) -> NDArray[np.float32]:
    """The left channel of a file, decoded as playback does."""
    return np.concatenate([block[:, 0] for block in audio_blocks(path, RATE_HZ, 2)])


def summary(found: dict[str, dict[str, object]]) -> dict[str, object]:
    """What holds for all videos together."""
    rows = list(found.values())
    return {
        "frames_off_at_most": max(abs(float(str(row["frames_off"]))) for row in rows),
        "units_identical": all(row["units_identical"] for row in rows),
        "times_identical": all(row["times_identical"] for row in rows),
        "aligned_with_the_mix": all(row["samples_off_the_mix"] == [0, 0] for row in rows),
        "recordings_disturbed": sum(bool(row["underruns"]) for row in rows if "underruns" in row),
        "straying_from_the_undisturbed_at_most": max(
            (
                int(str(row["samples_straying_from_the_recording"]))
                for row in rows
                if row.get("underruns") == 0
            ),
            default=None,
        ),
        "took_of_length_at_most": max(float(str(row["took_of_length"])) for row in rows),
    }


if __name__ == "__main__":
    main()
