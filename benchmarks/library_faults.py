"""What a library goes through: kills, full disks, folders that move, new tags, and files that are damaged.

    python -m benchmarks.library_faults [--music DIR] [--only kills,disk,folders,tags,media] [--kills 50] ...

Runs the real `tivm index` on pieces of real music and prints one JSON document. Small disks and drives that
come and go need root; without it these parts say so.
"""

import argparse
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import wave
from contextlib import closing, suppress
from pathlib import Path
from typing import IO, cast

import numpy as np
from mutagen.id3 import ID3, TIT2
from mutagen.wave import WAVE
from tqdm import tqdm

from benchmarks.faults_index import Ran, State, index, rate_all, start, state
from benchmarks.faults_music import damaged, in_other_forms, pieces
from benchmarks.samples import sample_music
from tivm_desktop.domain.errors import FileError
from tivm_desktop.library.known import KnownTrack, file_stamp
from tivm_desktop.library.profile import Profile
from tivm_desktop.library.store import FeatureStore
from tivm_desktop.media.identity import audio_identity

_PIECE_S = 12.0
_HURT_S = 4.0
_RATE_HZ = 16_000


def kills(music: Path, work: Path, count: int, seed: int) -> dict[str, object]:
    """Kill indexing at random moments; every other time its workers too. Begin anew when all is done.

    A moment is some lines of what it says and up to a second, so that a busy machine moves it along.
    """
    draw = np.random.default_rng(seed)
    folder = work / "music"
    tracks = len(pieces(music, folder, 8, _PIECE_S))
    whole = index(work / "whole", [folder])
    wanted = state(work / "whole").analyses
    profile, rounds, lost, problems, during = work / "profile-0", 1, 0, [], 0
    kept: frozenset[tuple[str, str, str]] = frozenset()
    after = []
    for number in tqdm(range(count), desc="kills", disable=None):
        lines = int(draw.integers(whole.lines + 1))
        with start(profile, [folder]) as process:
            for _ in range(lines):
                cast("IO[str]", process.stdout).readline()
            time.sleep(draw.uniform(0.0, 1.0))
            during += process.poll() is None
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL) if number % 2 else process.kill()
            process.communicate()
        found = state(profile)
        problems += found.problems
        lost += len(kept - found.analyses)
        kept = found.analyses
        after.append(len(kept))
        if kept >= wanted:
            rounds += 1
            profile, kept = work / f"profile-{rounds - 1}", frozenset()
    end = index(profile, [folder])
    complete = state(profile)
    return {
        "tracks": tracks,
        "kills": count,
        "while_it_ran": during,
        "libraries_begun": rounds,
        "uninterrupted_s": round(whole.took_s, 1),
        "analyses_after_each": after,
        "analyses_lost": lost,
        "problems": problems + complete.problems,
        "complete_in_the_end": complete.analyses == wanted and end.status == 0,
    }


def full_disk(music: Path, work: Path) -> dict[str, object]:
    """Index into a library on a disk that is too small, then on the same disk made larger."""
    folder, disk = work / "music", work / "disk"
    pieces(music, folder, 12, 6 * _PIECE_S)
    disk.mkdir()
    if (why := _mounted("-t", "tmpfs", "-o", "size=900k", "tmpfs", str(disk))) is not None:
        return {"skipped": why}
    try:
        small = index(disk, [folder], patience_s=300.0)
        then = state(disk)
        try:
            rated = str(rate_all(disk))
        except FileError as error:
            rated = str(error).replace(str(disk), "DISK")
        subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)
        large = index(disk, [folder], patience_s=300.0)
        tracks = rate_all(disk)
        end = state(disk)
    finally:
        subprocess.run(["umount", str(disk)], check=True)
    return {
        "full": {"status": small.status, "said": _said(small, disk)},
        "analyses_before_it_was_full": len(then.analyses),
        "analyses_with_room": len(end.analyses),
        "analyses_lost": len(then.analyses - end.analyses),
        "rating_while_full": rated,
        "ratings_with_room": [tracks, end.marks],
        "with_room": {"status": large.status, "failed": large.summary.get("failed")},
        "problems": then.problems + end.problems,
    }


def folders(music: Path, work: Path) -> dict[str, object]:
    """Rename a folder, move it to another root, and take away the drive it is on."""
    one, other, drive, profile = (work / name for name in ("one", "other", "drive", "profile"))
    pieces(music, one / "album", 6, _PIECE_S)
    pieces(music, one / "stays", 2, 3 * _PIECE_S)
    mount = other / "mounted"
    for folder in (drive, mount):
        folder.mkdir(parents=True)
    unmounted = _mounted("-t", "tmpfs", "-o", "size=64m", "tmpfs", str(drive))
    pieces(music, drive, 3, 2 * _PIECE_S)
    unmounted = unmounted or _mounted("--bind", str(drive), str(mount))
    index(profile, [one, other])
    rated = rate_all(profile)
    before = state(profile)
    report: dict[str, object] = {"tracks": rated, "analyses": len(before.analyses)}

    def step(name: str) -> None:
        ran = index(profile, [one, other])
        now = state(profile)
        report[name] = {
            "took_s": round(ran.took_s, 1),
            "analysed_anew": _made_since(before, now),
            "analyses_lost": len(before.analyses - now.analyses),
            "ratings": now.marks,
            **_files(profile),
            "problems": now.problems,
        }

    (one / "album").rename(one / "renamed")
    step("renamed")
    (one / "renamed").rename(other / "moved")
    step("moved_between_roots")
    if unmounted is not None:
        return report | {"drive": {"skipped": unmounted}}
    subprocess.run(["umount", str(mount)], check=True)
    step("drive_gone")
    subprocess.run(["mount", "--bind", str(drive), str(mount)], check=True)
    step("drive_back")
    subprocess.run(["umount", str(mount), str(drive)], check=True)
    return report


def tags(work: Path, count: int) -> dict[str, object]:
    """Give new tags to `count` files that were analysed: the sounds are known, nothing is analysed again."""
    folder, profile = work / "music", work / "profile"
    folder.mkdir(parents=True)
    draw = np.random.default_rng(1)
    paths = [folder / f"{number // 500:02d}" / f"{number:05d}.wav" for number in range(count)]
    for path in tqdm(paths, desc="files", disable=None):
        path.parent.mkdir(exist_ok=True)
        with wave.open(str(path), "wb") as stream:
            stream.setnchannels(1)
            stream.setsampwidth(2)
            stream.setframerate(_RATE_HZ)
            stream.writeframes(draw.bytes(2 * _RATE_HZ // 4))
    model = work / "model"
    model.mkdir()
    shutil.copy(paths[0], model)
    index(profile, [model])
    _pretend_analysed(profile, paths)
    first = index(profile, [folder])
    rated = rate_all(profile)
    before = state(profile)
    for path in tqdm(paths, desc="tags", disable=None):
        sound = WAVE(path)
        sound.add_tags()
        cast("ID3", sound.tags).add(TIT2(encoding=3, text=[f"Title {path.stem}"]))
        sound.save()
    ran = index(profile, [folder])
    now = state(profile)
    store = FeatureStore(Profile(profile).database)
    titled = sum(file.tags.title == f"Title {file.path.stem}" for file in store.all_files())
    store.close()
    return {
        "files": count,
        "index_before_s": round(first.took_s, 1),
        "index_after_s": round(ran.took_s, 1),
        "analysed_anew": _made_since(before, now),
        "analyses_lost": len(before.analyses - now.analyses),
        "new_titles_known": titled,
        "ratings": [rated, now.marks],
        "problems": now.problems,
    }


def media(music: Path, work: Path, count: int, seed: int) -> dict[str, object]:
    """Index damaged files: each is analysed as far as it can be decoded, or has its reason."""
    whole = pieces(music, work / "pieces", 12, _HURT_S)
    whole += [form for piece in whole[:4] for form in in_other_forms(piece, work / "forms")]
    how = damaged(whole, work / "music", count, seed)
    ran = index(work / "profile", [work / "music"])
    now = state(work / "profile")
    store = FeatureStore(Profile(work / "profile").database)
    summary = store.summary()
    store.close()
    reasons = [failure["reason"] for failure in ran.summary.get("failures", [])]
    coarse, failed = ran.summary.get("coarse"), ran.summary.get("failed")
    return {
        "files": count,
        "damage": how,
        "status": ran.status,
        "took_s": round(ran.took_s, 1),
        "analysed": coarse,
        "failed": failed,
        "neither": count - (coarse or 0) - (failed or 0),
        "kinds": summary.failures,
        "without_reason": sum(not reason for reason in reasons),
        "sentences": _sorts_of(reasons),
        "problems": now.problems,
    }


def _said(ran: Ran, disk: Path) -> list[str]:
    """What a run complained of, without the name of the place."""
    said = [ran.stderr, *ran.summary.get("errors", []), *ran.summary.get("warnings", [])]
    return [line.replace(str(disk), "DISK") for line in said if line]


def _sorts_of(reasons: list[str]) -> dict[str, int]:
    """Reasons without the names of their files, and how often each was given."""
    counts: dict[str, int] = {}
    for reason in reasons:
        sort = reason.partition(" ")[2]
        counts[sort] = counts.get(sort, 0) + 1
    return dict(sorted(counts.items(), key=lambda item: -item[1])[:20])


def _pretend_analysed(profile: Path, paths: list[Path]) -> None:
    """Have a library know these files, each with the analyses and facts of the one track that is in it."""
    store = FeatureStore(Profile(profile).database)
    (model,) = {file.audio_id for file in store.all_files()}
    ids = {path: audio_identity(path) for path in tqdm(paths, desc="identities", disable=None)}
    for path, audio_id in ids.items():
        known = store.files_of(model)[0]
        store.save_known_track(path, file_stamp(path), KnownTrack(audio_id, known.tags, known.duration_s))
    store.close()
    with closing(sqlite3.connect(Profile(profile).database)) as connection, connection:
        for audio_id in ids.values():
            if audio_id == model:
                continue
            connection.execute(
                "INSERT INTO analyses SELECT kind, ?, encoder_id, preprocessing, analysis FROM analyses"
                " WHERE media_id = ?",
                (audio_id, model),
            )
            connection.execute(
                "INSERT INTO facts SELECT ?, ranking_key, depth, duration_s, tempo_bpm, tonic, mode,"
                " integrated_lufs, energy, valence, tension, vocals FROM facts WHERE audio_id = ?",
                (audio_id, model),
            )


def _made_since(before: State, now: State) -> int:
    return len(now.analyses - before.analyses)


def _files(profile: Path) -> dict[str, int]:
    store = FeatureStore(Profile(profile).database)
    summary = store.summary()
    store.close()
    return {"there": summary.files, "vanished": summary.vanished, "tracks": summary.tracks}


def _mounted(*options: str) -> str | None:
    """Mount, or say why that can't be done."""
    if shutil.which("mount") is None or os.name != "posix" or os.getuid() != 0:
        return "only root can mount"
    made = subprocess.run(["mount", *options], capture_output=True, text=True, check=False)
    return made.stderr.strip() if made.returncode else None


def main() -> None:
    """Do the parts that are asked for and print what came of them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--music", type=Path, default=None, help="folder of real tracks to take pieces of")
    parser.add_argument("--only", default="kills,disk,folders,tags,media")
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--retagged", type=int, default=10_000)
    parser.add_argument("--damaged", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    music = arguments.music or sample_music()
    report: dict[str, object] = {}
    with tempfile.TemporaryDirectory(prefix="tivm-faults-") as folder:
        parts = {
            "kills": lambda work: kills(music, work, arguments.kills, arguments.seed),
            "disk": lambda work: full_disk(music, work),
            "folders": lambda work: folders(music, work),
            "tags": lambda work: tags(work, arguments.retagged),
            "media": lambda work: media(music, work, arguments.damaged, arguments.seed),
        }
        for name in arguments.only.split(","):
            work = Path(folder) / name
            work.mkdir()
            report[name] = parts[name](work)
            shutil.rmtree(work, ignore_errors=True)
    json.dump(report, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
