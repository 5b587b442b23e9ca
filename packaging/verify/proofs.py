"""The promises about using the program, wherever it is installed."""

import json
import time
from typing import Any

from benchmarks.null_sink import FIRST_TITLE
from verify import proofs_of_lasting
from verify.bench import PLAY_S, Bench, let_play, photograph_when_painted
from verify.library_state import library_state
from verify.machine import can_trace, can_unplug
from verify.material import Material
from verify.network_calls import network_calls
from verify.place import profile_files
from verify.report import BrokenPromiseError, Report, Step
from verify.session import Circumstances, Session, started

SHARE_OF_FRAMES = 0.5
"""Of a video's frames at least this share is painted; two cores do all, the X server's painting too."""
SHARE_OF_SOUND = 0.5
"""Of the seconds that play at least this share is heard: on a busy machine a device runs dry now and then."""
AUDIBLE_DB = -50.0


def use(report: Report, bench: Bench) -> None:
    """Prove all of them."""
    first_start(report, bench)
    drop(report, bench)
    unplugged(report, bench)
    silent(report, bench)
    proofs_of_lasting.again(report, bench)
    command_line(report, bench)
    proofs_of_lasting.oldest_profile(report, bench)


def first_start(report: Report, bench: Bench) -> None:
    """A creator's very first start."""
    with report.step("first start", "nothing is asked for, the window shows a welcome and closes") as step:
        bench.forget()
        around = Circumstances(bench.desk, bench.sound)
        with started(bench.place, around, bench.folder / "first start", smoke=False) as session:
            session.window()
            session.wait_for("welcomed")
            step.note(window_s=round(time.monotonic() - session.began_s, 2))
            colours = photograph_when_painted(session, bench.folder / "first start.png")
            step.note(colours=colours, picture="first start.png", end_s=round(session.close(), 2))
        made = sorted(path.name for path in profile_files(bench.place).iterdir())
        step.note(files=made)
        if any(".open-" in name for name in made):
            raise BrokenPromiseError(f"the library was not closed: {', '.join(made)}")


def drop(report: Report, bench: Bench) -> None:
    """The minute that the program is built for, with strace listening."""
    promise = "a dropped video plays, all music is ranked and heard; not one internet address is reached for"
    traced = can_trace()
    if not traced:
        report.leave_out(
            "calls to the network", "strace sees no internet address", "strace is not allowed here"
        )
        promise = promise.split(";")[0]
    with report.step("drop", promise) as step:
        bench.forget()
        calls = bench.folder / "drop.strace" if traced else None
        session = _play(step, bench, Circumstances(bench.desk, bench.sound, calls), "drop", new=True)
        if session.said["audio_device"] != FIRST_TITLE:
            raise BrokenPromiseError(f"sound went to {session.said['audio_device']}, not to {FIRST_TITLE}")
        if calls is not None:
            found = network_calls(calls.read_text(errors="replace").splitlines())
            step.note(calls=found.facts())
            if found.internet:
                raise BrokenPromiseError(f"the program reached for the internet: {found.internet[0]}")
            if not found.opened:
                raise BrokenPromiseError("strace saw no socket at all, not even the window's own")


def unplugged(report: Report, bench: Bench) -> None:
    """The same again where there is no network at all."""
    name, promise = "no network", "all works as well in a network namespace without any interface"
    if not can_unplug():
        report.leave_out(name, promise, "network namespaces are not allowed here")
        return
    with report.step(name, promise) as step:
        bench.forget()
        _play(step, bench, Circumstances(bench.desk, bench.sound, unplugged=True), "no network", new=True)


def silent(report: Report, bench: Bench) -> None:
    """The same again where nothing plays sound."""
    with report.step("no sound", "without any sound device it plays on silently and says so") as step:
        _play(step, bench, Circumstances(bench.desk), "no sound", new=False)


def command_line(report: Report, bench: Bench) -> None:
    """The other program in the package."""
    with report.step("tivm doctor", "everything is there that the program needs") as step:
        said = json.loads(bench.tivm("doctor", "--json"))
        step.note(version=said["version"], parts=said["parts"], sound=said["sound"])
    with report.step("tivm suggest", "the command line ranks the same music") as step:
        material = bench.material
        words = ("suggest", str(material.video), "--music", str(material.music), "--json")
        said = json.loads(bench.tivm(*words))
        ranked = said["tracks"]
        step.note(tracks=len(ranked), first=ranked[0] if ranked else None)
        if len(ranked) != material.tracks:
            raise BrokenPromiseError(f"{len(ranked)} of {material.tracks} tracks were ranked")


def _play(step: Step, bench: Bench, around: Circumstances, name: str, *, new: bool) -> Session:
    """Start, drop the video, let the first track play, close; check what every such run must show.

    Args:
        step: takes in the figures.
        bench: what to work with.
        around: what the run finds.
        name: of the run's folder.
        new: whether the music is not known yet.
    """
    material = bench.material
    arguments = ("--music", str(material.music))
    with started(bench.place, around, bench.folder / name, arguments) as session:
        with session.dropping(material.video):
            session.wait_for("first picture ")
        session.wait_for("auditioning ")
        session.wait_for(f"ranked {material.tracks} tracks")
        if new:
            _wait_until_all_is_stored(bench, session)
        let_play(session)
        photograph_when_painted(session, bench.folder / f"{name}.png")
        levels = bench.ear.levels_db(PLAY_S)
        began = next(at for at, line in session.lines() if line.startswith("auditioning "))
        played_s = time.time() - began.timestamp()
        end_s = session.close()
    said = session.said
    heard = sum(level > AUDIBLE_DB for level in levels)
    step.note(**said, played_s=round(played_s, 1), end_s=round(end_s, 2))
    step.note(loudest_second_db=round(max(levels), 1), seconds_heard=f"{heard} of {len(levels)}")
    _judge(said, material, around, played_s, heard / len(levels))
    return session


def _judge(
    said: dict[str, Any], material: Material, around: Circumstances, played_s: float, heard: float
) -> None:
    bound = SHARE_OF_FRAMES * material.frame_rate * played_s
    if said["frames_shown"] < bound:
        raise BrokenPromiseError(
            f"{said['frames_shown']} frames in {played_s:.1f} s; {bound:.0f} are the least"
        )
    if said["tracks_ranked"] != material.tracks:
        raise BrokenPromiseError(f"{said['tracks_ranked']} of {material.tracks} tracks were ranked")
    if said["provider"] != "CPU":
        raise BrokenPromiseError(f"it computed with {said['provider']}")
    if around.sound is not None and heard < SHARE_OF_SOUND:
        raise BrokenPromiseError(f"{said['audio_device']} was heard for only {heard:.0%} of the time")
    if around.sound is None and heard > 0:
        raise BrokenPromiseError("something was heard where there is no sound device")
    if around.sound is not None and said["errors"]:
        raise BrokenPromiseError(f"it told of an error: {said['errors'][0]}")
    if around.sound is None and not any("silent" in sentence for sentence in said["errors"]):
        raise BrokenPromiseError(f"nothing was said about silence: {said['errors']}")


def _wait_until_all_is_stored(bench: Bench, session: Session) -> None:
    """Wait until every track is in the library, heard whole."""
    database = profile_files(bench.place) / "library.sqlite3"
    give_up_s = time.monotonic() + 120
    while True:
        state = library_state(database, open_elsewhere=True)
        tracks = {key.split()[1] for key in state.analyses if key.startswith("track ")}
        if len(tracks & set(state.tracks.values())) >= bench.material.tracks:
            return
        if time.monotonic() > give_up_s or session.process.poll() is not None:
            raise BrokenPromiseError(f"{len(tracks)} of {bench.material.tracks} tracks are in the library")
        time.sleep(0.3)
