"""The promises about what outlasts a run: another start, a crash, and the years since the first version."""

import json
import shutil
import time
from pathlib import Path

from tests.library.make_first_profile import MUSIC, THEME, TRACKS, VOLUMES, make_tracks
from verify.bench import Bench, let_play, photograph_when_painted
from verify.commands import run
from verify.library_state import library_state
from verify.place import DESKTOP
from verify.report import BrokenPromiseError, Report
from verify.session import Circumstances, started

OLDEST = Path(__file__).resolve().parents[2] / "tests" / "library" / "released" / "first-version"


def again(report: Report, bench: Bench) -> None:
    """A second start while one runs, and a start after one that was killed."""
    around = Circumstances(bench.desk, bench.sound)
    video = str(bench.material.video)
    with (
        report.step("second start", "it hands its video to the window that is open, and ends") as step,
        started(bench.place, around, bench.folder / "second start", smoke=False) as session,
    ):
        session.wait_for("the window can be used")
        words = [bench.place.program(DESKTOP), video]
        began_s = time.monotonic()
        run(bench.place.command(words, {"DISPLAY": bench.desk.environment["DISPLAY"]}), timeout_s=30)
        step.note(handed_over_s=round(time.monotonic() - began_s, 2))
        session.wait_for("a later start handed over 1 ")
        session.window(bench.material.video.name)
        session.wait_for(f"ranked {bench.material.tracks} tracks")
        let_play(session)
        session.kill()
    with report.step("after a crash", "the next start says so in a sentence, with the video back") as step:
        with started(bench.place, around, bench.folder / "after a crash", smoke=False) as session:
            step.note(said=session.wait_for("told: "))
            session.window(bench.material.video.name)
            photograph_when_painted(session, bench.folder / "after a crash.png")
            step.note(picture="after a crash.png", end_s=round(session.close(), 2))
        if "unexpected" not in str(step.facts["said"]):
            raise BrokenPromiseError(f"the sentence is another one: {step.facts['said']}")


def oldest_profile(report: Report, bench: Bench) -> None:
    """What a user of the first version has on the disk."""
    with report.step("first version's profile", "it opens: its music is ranked, its settings hold") as step:
        bench.forget()
        music = bench.place.seen(MUSIC)
        make_tracks(music)
        home = bench.place.seen(bench.place.home)
        profile = home / "first-version"
        shutil.rmtree(profile, ignore_errors=True)
        shutil.copytree(OLDEST, profile)
        bench.place.give(profile)
        before = library_state(profile / "data" / "library.sqlite3")
        at = bench.place.home / profile.name
        said = json.loads(bench.tivm("library", "check", "--profile", str(at), "--json"))
        if said["problems"] or said["dropped"]:
            raise BrokenPromiseError(f"its library is not taken as it is: {said}")
        kept = library_state(profile / "data" / "library.sqlite3")
        if kept.tracks != before.tracks or not before.analyses.keys() <= kept.analyses.keys():
            raise BrokenPromiseError("tracks or analyses of the first version's library are gone")
        around = Circumstances(bench.desk, bench.sound)
        arguments = ("--profile", str(at), str(bench.material.video))
        with started(bench.place, around, bench.folder / "first version", arguments) as session:
            session.log = profile / "log" / "tivm-desktop.log"
            session.wait_for(f"ranked {len(TRACKS)} tracks")
            session.wait_for("auditioning ")
            colours = photograph_when_painted(session, bench.folder / "first version.png")
            session.close()
        after = library_state(profile / "data" / "library.sqlite3")
        settings = (profile / "config" / "window.ini").read_text(encoding="utf-8").splitlines()
        lost = {f"theme={THEME}", *(f"{which}={value:.4f}" for which, value in VOLUMES.items())} - {*settings}
        if lost or not any(str(MUSIC) in line for line in settings):
            raise BrokenPromiseError(f"settings of the first version are lost: {lost or MUSIC}")
        if before.tracks.items() - after.tracks.items():
            raise BrokenPromiseError("tracks of the first version's library have another identity now")
        step.note(tracks=len(after.tracks), colours=colours, picture="first version.png")
        shutil.rmtree(music.parent)
        shutil.rmtree(profile)
