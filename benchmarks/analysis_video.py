"""CPU seconds to analyse a 3-minute 1080p video, against merely decoding it.

    ./dev exec python benchmarks/analysis_video.py [--seconds N] [--video FILE]

The video is made of the Sintel trailer beside the project, scaled to 1920x1080 at 30 frames a second, H.264
with B-frames, GOP 250 and film grain's share of bits, again and again until it is long enough. Everything
is measured in processes of its own, all threads counted. Prints one JSON: `analysis_cpu_s` (cuts, activity,
colours and the real frame encoder on the CPU with one thread), `decode_cpu_s` (every frame with the same
library, nothing done with it), `decode_reference_cpu_s` (the same without non-reference frames) and the
ratios.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path
from typing import Literal

import av

TRAILER = Path(__file__).resolve().parents[2] / "shared" / "media" / "sintel_trailer_720p.mp4"
RATE = 30
SIZE = (1920, 1080)
OPTIONS = {"crf": "21", "preset": "medium", "g": "250", "bf": "3", "tune": "film"}


def make(path: Path, seconds: int) -> None:
    written = 0
    with av.open(path, "w") as out:
        stream = out.add_stream("libx264", rate=RATE, options=OPTIONS)
        stream.width, stream.height, stream.pix_fmt = *SIZE, "yuv420p"
        while written < seconds * RATE:
            with av.open(TRAILER) as trailer:
                shown = 0
                for frame in trailer.decode(video=0):
                    larger = frame.reformat(*SIZE, format="yuv420p")
                    while shown / RATE <= frame.time and written < seconds * RATE:
                        larger.pts, larger.time_base = written, Fraction(1, RATE)
                        larger.pict_type = 0
                        out.mux(stream.encode(larger))
                        written, shown = written + 1, shown + 1
        out.mux(stream.encode(None))


def cpu_s() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def decode(path: Path, skip: Literal["DEFAULT", "NONREF"]) -> int:
    with av.open(path) as container:
        stream = container.streams.video[0]
        stream.thread_type = "AUTO"
        stream.codec_context.skip_frame = skip
        return sum(1 for _ in container.decode(stream))


def analyse(path: Path) -> int:
    import numpy as np

    from tivm_desktop.encoders.frame import FrameEncoder
    from tivm_desktop.encoders.pack import default_pack_folder, load_pack
    from tivm_desktop.media.pictures import scan_pictures

    encoder = FrameEncoder(load_pack(default_pack_folder()), "cpu", threads=1)
    waiting = []

    def encode(second: int, picture: np.ndarray) -> None:  # noqa: ARG001 - seconds come in order
        waiting.append(picture)
        if len(waiting) == 8:
            encoder.encode(np.stack(waiting))
            waiting.clear()

    timeline = scan_pictures(path, encoder.input_size, encode)
    if waiting:
        encoder.encode(np.stack(waiting))
    return timeline.length_s


STEPS = {
    "decode": lambda path: decode(path, "DEFAULT"),
    "decode_reference": lambda path: decode(path, "NONREF"),
    "analysis": analyse,
}


def measure(step: str, path: Path) -> dict[str, float]:
    """Run one step in a process of its own, imports and model loading counted."""
    done = subprocess.run(
        [sys.executable, __file__, "--step", step, "--video", str(path)],
        check=True,
        capture_output=True,
        text=True,
    )
    return json.loads(done.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=180)
    parser.add_argument("--video", type=Path, help="measure this file instead of making one")
    parser.add_argument("--step", choices=sorted(STEPS), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.step:
        count = STEPS[arguments.step](arguments.video)
        print(json.dumps({"cpu_s": cpu_s(), "count": count}))
        return
    with tempfile.TemporaryDirectory() as folder:
        video = arguments.video
        if video is None:
            video = Path(folder) / "video.mp4"
            make(video, arguments.seconds)
        measured = {step: measure(step, video) for step in STEPS}
        size_mb = video.stat().st_size / 1e6
    analysis, full, partly = (measured[step]["cpu_s"] for step in ("analysis", "decode", "decode_reference"))
    print(
        json.dumps(
            {
                "video_s": measured["analysis"]["count"],
                "megabytes": round(size_mb, 1),
                "frames": measured["decode"]["count"],
                "reference_frames": measured["decode_reference"]["count"],
                "analysis_cpu_s": round(analysis, 2),
                "decode_cpu_s": round(full, 2),
                "decode_reference_cpu_s": round(partly, 2),
                "ratio": round(analysis / full, 3),
                "ratio_to_reference_frames": round(analysis / partly, 3),
            }
        )
    )


if __name__ == "__main__":
    main()
