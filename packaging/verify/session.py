"""One run of the installed window, from its start to its end, with a hand on the mouse."""

import json
import re
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from tests.app.drag import OURS, dropped
from tests.app.screen import Screen, wait_until
from verify.commands import run
from verify.log_marks import fatal_lines, logs_in
from verify.place import DESKTOP, Place, Sound, log_folder
from verify.report import BrokenPromiseError

PATIENCE_S = 90.0
END_S = 20.0
_FOREVER_S = "900"
_STAMP = re.compile(r"^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3}) .*?: (.*)$")


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a run finds around it."""

    desk: Screen
    sound: Sound | None = None
    calls: Path | None = None
    """Where strace writes the calls to the network; None: it isn't there."""
    unplugged: bool = False
    """Whether there is no network at all: a namespace of its own without any interface that is up."""


@dataclass
class Session:
    """The program as a process of its own."""

    place: Place
    around: Circumstances
    process: "subprocess.Popen[str]"
    began_s: float
    folder: Path
    log: Path
    """The program's log."""
    _skip: int = 0
    said: dict[str, Any] = field(default_factory=dict)
    """The line of JSON that a smoke run ends with."""

    def wait_for(self, words: str, patience_s: float = PATIENCE_S) -> str:
        """Wait until the log has a line that begins so, and return it.

        Raises:
            BrokenPromiseError: it never comes, or the program has ended before.
        """

        def look() -> bool:
            if self.process.poll() is not None:
                raise BrokenPromiseError(
                    f"the program ended with status {self.process.returncode} before its log said {words!r}: "
                    f"{self._complaint()}"
                )
            return any(line.startswith(words) for _, line in self.lines())

        try:
            wait_until(words, look, patience_s)
        except AssertionError as error:
            raise BrokenPromiseError(
                f"the log never said {words!r} within {patience_s:.0f} s: {self._complaint()}"
            ) from error
        return next(line for _, line in self.lines() if line.startswith(words))

    def lines(self) -> list[tuple[datetime, str]]:
        """Return what this run's log says, with the moment it was said."""
        text = self.log.read_text(encoding="utf-8") if self.log.exists() else ""
        matches = (_STAMP.match(line) for line in text[self._skip :].splitlines())
        return [
            (datetime.strptime(match[1] + "+0000", "%Y-%m-%d %H:%M:%S,%f%z"), match[2])
            for match in matches
            if match is not None
        ]

    def window(self, video: str | None = None) -> str:
        """Wait for the window, and return its number.

        Args:
            video: name of the video that has to be open in it; None for any, or for none.

        Raises:
            BrokenPromiseError: it never comes.
        """
        try:
            return self.around.desk.window(f"{re.escape(video)} — {OURS}" if video else f"(.* — )?{OURS}")
        except AssertionError as error:
            raise BrokenPromiseError(f"no window of {video or OURS} was seen: {self._complaint()}") from error

    @contextmanager
    def dropping(self, file: Path) -> Iterator[None]:
        """Drag a file from a second program onto the window; that program ends after the body."""

        def hovering() -> None:
            self.wait_for("dragged over: ")

        try:
            with dropped(self.around.desk, file, self.folder / "drag source.log", hovering):
                yield
        except AssertionError as error:
            raise BrokenPromiseError(f"{file.name} could not be dropped: {error}") from error

    def close(self) -> float:
        """Close the window as its frame's button does, and return how many seconds the program took to end.

        Raises:
            BrokenPromiseError: it doesn't end, not well, or has told of something fatal.
        """
        asked_s = time.monotonic()
        hand = ["xdotool", "windowactivate", "--sync", self.window(), "key", "alt+F4"]
        run(hand, environment=self.around.desk.environment)
        return self.ended(asked_s)

    def kill(self) -> None:
        """End it as a crash or a power cut does."""
        _kill_all(self.process.pid)
        self.process.wait()

    def ended(self, since_s: float, statuses: Sequence[int] = (0,)) -> float:
        """Wait for the end, and return how many seconds it took.

        Raises:
            BrokenPromiseError: it doesn't end, not well, or has told of something fatal.
        """
        try:
            self.process.wait(END_S)
        except subprocess.TimeoutExpired as error:
            raise BrokenPromiseError(
                f"the window was closed, the program went on for {END_S:.0f} s"
            ) from error
        took_s = time.monotonic() - since_s
        self._no_fatal_line()
        output = self._output()
        if output:
            self.said = json.loads(output.splitlines()[-1])
        if self.process.returncode not in statuses:
            raise BrokenPromiseError(
                f"the program ended with status {self.process.returncode}: {output}{self._complaint()}"
            )
        return took_s

    def _no_fatal_line(self) -> None:
        texts = [*logs_in(self.log.parent), ("stderr", self._complaint()), ("stdout", self._output())]
        found = fatal_lines(texts)
        if found:
            raise BrokenPromiseError(f"{found[0].source} says: {found[0].line} ({len(found)} such lines)")

    def _complaint(self) -> str:
        return (self.folder / "stderr.log").read_text(errors="replace").strip()[-2000:]

    def _output(self) -> str:
        return (self.folder / "stdout.log").read_text(errors="replace").strip()


@contextmanager
def started(
    place: Place, around: Circumstances, folder: Path, arguments: Sequence[str] = (), *, smoke: bool = True
) -> Iterator[Session]:
    """Start the window and kill it after the body if it still runs.

    Args:
        place: where it is installed.
        around: what it finds.
        folder: takes in stdout, stderr and pictures.
        arguments: of the program.
        smoke: whether it reports about itself at the end.
    """
    folder.mkdir(parents=True, exist_ok=True)
    words = [place.program(DESKTOP), *(("--smoke", _FOREVER_S) if smoke else ()), *arguments]
    command = place.command(words, {"DISPLAY": around.desk.environment["DISPLAY"]}, around.sound)
    if around.calls is not None:
        tracer = ["strace", "-f", "--seccomp-bpf", "-qq", "-s", "0", "-e", "trace=network", "-o"]
        command = [*tracer, str(around.calls), *command]
    if around.unplugged:
        command = ["unshare", "--net", *command]
    log = log_folder(place) / "tivm-desktop.log"
    skip = len(log.read_text(encoding="utf-8")) if log.exists() else 0
    with (folder / "stdout.log").open("w") as output, (folder / "stderr.log").open("w") as complaints:
        began_s = time.monotonic()
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=complaints, text=True
        )
    try:
        yield Session(place, around, process, began_s, folder, log, skip)
    finally:
        if process.poll() is None:
            _kill_all(process.pid)
        process.wait()


def _kill_all(process: int) -> None:
    """Kill a process and all below it."""
    pending, found = [process], []
    while pending:
        one = pending.pop()
        found.append(one)
        for listing in Path(f"/proc/{one}/task").glob("*/children"):
            pending += [int(child) for child in listing.read_text().split()]
    run(["kill", "-KILL", *map(str, found)], statuses=(0, 1))
